import type { AddressInfo } from 'node:net';
import { App, HTTPReceiver, SocketModeReceiver } from '@slack/bolt';
import { gate } from './gate.ts';
import { registerListeners } from './listeners/index.ts';
import type { Log } from './log.ts';
import type { Services } from './services.ts';
import type { SlackSettings } from './slack-settings.ts';
import { createWorkInFlight } from './work-in-flight.ts';

export interface DoorOptions {
  readonly slack: SlackSettings;
  /** For HTTP: 0 takes any free port. */
  readonly port?: number;
  /** For HTTP: every interface of the machine unless given. */
  readonly host?: string;
  /** Where the Web API answers, when it is not Slack's own. */
  readonly apiUrl?: string;
}

/** Att in Slack. */
export interface SlackDoor {
  /** Connects; rejects where Slack refuses the token or the port is taken. The port is that of HTTP, where there is one. */
  start(): Promise<{ readonly port: number | undefined }>;
  /** Waits for the work in flight, at most this many milliseconds, then disconnects; gives how much was left undone. */
  stop(deadlineMs?: number): Promise<number>;
}

/** Makes the app with all its listeners; nothing is connected until `start`. */
export function createApp(services: Services, options: DoorOptions, log: Log): SlackDoor {
  const { slack, apiUrl } = options;
  const clientOptions = { ...callOptions, ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }) };
  const receiver =
    slack.kind === 'http'
      ? new HTTPReceiver({ signingSecret: slack.signingSecret, logger: log.bolt })
      : new SocketModeReceiver({ appToken: slack.appToken, installerOptions: { clientOptions }, logger: log.bolt });
  const app = new App({
    token: slack.botToken,
    receiver,
    clientOptions,
    convoStore: false,
    deferInitialization: true,
    logger: log.bolt,
  });
  const work = createWorkInFlight();
  app.use(gate(services, work, log));
  registerListeners(app, { services, log });

  return {
    async start() {
      await app.init();
      if (!(receiver instanceof HTTPReceiver)) {
        await receiver.start();
        return { port: undefined };
      }
      const { port = 0, host } = options;
      const server = await receiver.start(host === undefined ? { port } : { port, host });
      return { port: (server.address() as AddressInfo).port };
    },
    async stop(deadlineMs = 10_000) {
      const deadline = Date.now() + deadlineMs;
      await work.drain(deadlineMs);
      await receiver.stop();
      const left = await work.drain(deadline - Date.now());
      log.write(left === 0 ? 'info' : 'warn', 'stopped', { inFlight: left });
      return left;
    },
  };
}

/**
 * A person waits for the answer: a call is tried again twice within two seconds, not ten times in half an hour as the
 * library would, and given up after ten.
 */
const callOptions = { retryConfig: { retries: 2, factor: 2, minTimeout: 300, maxTimeout: 1_500 }, timeout: 10_000 };
