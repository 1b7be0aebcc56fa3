import { performance } from 'node:perf_hooks';
import type { Model } from '../model/model.ts';
import type { Delivery, Receipt, Retry } from './delivery.ts';
import { deliverByHttp } from './http-delivery.ts';
import { settle } from './settle.ts';
import type { SocketSide } from './socket-delivery.ts';

/** Sends deliveries to the app by its request URL when it has one, else by the socket, and settles what it answers. */
export interface Dispatch {
  /** Sets the request URL, after the handshake Slack makes: the URL has to echo a challenge. Throws when it does not. */
  useRequestUrl(url: string): Promise<void>;
  readonly send: (delivery: Delivery, retry?: Retry) => Promise<Receipt>;
  /** Waits for the deliveries under way. */
  quiet(): Promise<void>;
}

export function createDispatch(model: Model, socket: SocketSide): Dispatch {
  const underWay = new Set<Promise<unknown>>();
  const { signingSecret } = model.directory.app;
  let requestUrl: string | undefined;

  async function deliver(delivery: Delivery, retry?: Retry): Promise<Receipt> {
    const start = performance.now();
    const acknowledgement =
      requestUrl === undefined
        ? await socket.deliver(delivery, retry)
        : await deliverByHttp(requestUrl, signingSecret, delivery, retry);
    const elapsedMs = performance.now() - start;
    const receipt: Receipt = {
      delivery,
      by: requestUrl === undefined ? 'socket' : 'http',
      ...acknowledgement,
      elapsedMs,
    };
    settle(receipt, model);
    return receipt;
  }

  return {
    async useRequestUrl(url) {
      const challenge = model.ids.secret();
      const body = { type: 'url_verification', token: 'stand-in', challenge };
      const { payload, status } = await deliverByHttp(url, signingSecret, { kind: 'events_api', body, envelopeId: '' });
      const echoed =
        typeof payload === 'object' && payload !== null && 'challenge' in payload && payload.challenge === challenge;
      if (!echoed && payload !== challenge) {
        throw new Error(
          `${url} did not answer the challenge (status ${status ?? 'none'}): is it the app's request URL, with the same signing secret?`,
        );
      }
      requestUrl = url;
    },
    send(delivery, retry) {
      const sent = deliver(delivery, retry);
      underWay.add(sent);
      return sent.finally(() => underWay.delete(sent));
    },
    async quiet() {
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
  };
}
