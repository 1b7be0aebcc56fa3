import { randomBytes } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import { isFields } from '../block-kit/problems.ts';
import { patience, type Acknowledgement, type Delivery, type Retry } from './delivery.ts';

/** Socket Mode from Slack's side: says hello, sends envelopes, takes acknowledgements, asks apps to connect anew. */
export interface SocketSide {
  /** The address for one connection, good once. */
  openAddress(): string;
  connections(): number;
  /** Waits until an app is connected, at most this many milliseconds; says whether one is. */
  connected(waitMs: number): Promise<boolean>;
  deliver(delivery: Delivery, retry?: Retry): Promise<Acknowledgement>;
  /** Sends `disconnect`, as Slack does every few hours; a sound app reconnects. */
  refresh(): void;
  /** Breaks every connection without a word, as a lost network does. */
  drop(): void;
  /** Closes every connection in good order, and breaks those that have not closed within half a second. */
  close(): Promise<void>;
}

export function createSocketSide(server: Server, appId: string, webSocketUrl: () => string): SocketSide {
  const sockets = new WebSocketServer({ noServer: true });
  const open = new Set<WebSocket>();
  const tickets = new Set<string>();
  const waiting = new Map<string, ((payload: unknown) => void)[]>();
  const arrivals = new Set<() => void>();

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const address = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (address.pathname !== '/link' || !tickets.delete(address.searchParams.get('ticket') ?? ''))
      return socket.destroy();
    sockets.handleUpgrade(request, socket, head, (connection) => welcome(connection));
    return undefined;
  });

  function welcome(connection: WebSocket): void {
    open.add(connection);
    connection.on('close', () => open.delete(connection));
    connection.on('error', () => open.delete(connection));
    connection.on('message', (data) => acknowledge(Buffer.from(data as Uint8Array).toString('utf8')));
    connection.send(
      JSON.stringify({ type: 'hello', num_connections: open.size, connection_info: { app_id: appId }, debug_info: {} }),
    );
    for (const arrived of arrivals) arrived();
  }

  function acknowledge(text: string): void {
    const message: unknown = JSON.parse(text);
    if (!isFields(message) || typeof message['envelope_id'] !== 'string') return;
    const payload = message['payload'];
    const empty = !isFields(payload) || Object.keys(payload).length === 0;
    waiting.get(message['envelope_id'])?.[0]?.(empty ? undefined : payload);
  }

  function connected(waitMs: number): Promise<boolean> {
    if (open.size > 0) return Promise.resolve(true);
    return new Promise((resolve) => {
      const finish = (is: boolean): void => {
        clearTimeout(timer);
        arrivals.delete(arrived);
        resolve(is);
      };
      const arrived = (): void => finish(true);
      const timer = setTimeout(() => finish(false), waitMs);
      arrivals.add(arrived);
    });
  }

  /** Waits for the acknowledgement of an envelope; two of one name are answered in the order they were sent. */
  function acknowledgementOf(envelopeId: string): Promise<Acknowledgement> {
    return new Promise((resolve) => {
      const taken = (payload: unknown): void => finish({ acknowledged: true, status: undefined, payload });
      const finish = (acknowledgement: Acknowledgement): void => {
        clearTimeout(timer);
        const left = (waiting.get(envelopeId) ?? []).filter((one) => one !== taken);
        if (left.length > 0) waiting.set(envelopeId, left);
        else waiting.delete(envelopeId);
        resolve(acknowledgement);
      };
      const timer = setTimeout(() => finish(nothing), patience);
      waiting.set(envelopeId, [...(waiting.get(envelopeId) ?? []), taken]);
    });
  }

  return {
    openAddress() {
      const ticket = randomBytes(16).toString('hex');
      tickets.add(ticket);
      return `${webSocketUrl()}/link?ticket=${ticket}`;
    },
    connections: () => open.size,
    connected,
    async deliver({ kind, body, envelopeId }, retry) {
      await connected(patience);
      const connection = [...open].at(-1);
      if (!connection) return nothing;
      const acknowledged = acknowledgementOf(envelopeId);
      connection.send(
        JSON.stringify({
          envelope_id: envelopeId,
          type: kind,
          payload: body,
          accepts_response_payload: kind !== 'events_api',
          ...(kind === 'events_api' ? { retry_attempt: retry?.number ?? 0, retry_reason: retry?.reason ?? '' } : {}),
        }),
      );
      return acknowledged;
    },
    refresh() {
      const leaving = [...open];
      open.clear();
      for (const connection of leaving)
        connection.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }));
    },
    drop() {
      for (const connection of open) connection.terminate();
      open.clear();
    },
    async close() {
      const all = [...sockets.clients];
      const closed = all.map((connection) => new Promise((resolve) => connection.once('close', resolve)));
      for (const connection of all) connection.close(1001);
      const timer = setTimeout(() => all.forEach((connection) => connection.terminate()), 500);
      await Promise.all(closed);
      clearTimeout(timer);
    },
  };
}

const nothing: Acknowledgement = { acknowledged: false, status: undefined, payload: undefined };
