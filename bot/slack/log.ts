import { randomUUID } from 'node:crypto';
import { LogLevel, type Logger } from '@slack/bolt';
import { pino, type DestinationStream } from 'pino';

/**
 * What may stand in the log: these fields and no others. No body, no text, no name of anyone, no message of an error,
 * since a message may quote what was typed.
 */
export interface LogFields {
  /** What Slack delivered: `command`, `event`, `action`, `view`. */
  readonly delivery?: string | undefined;
  /** Which of them: `/attendance`, `app_mention`, an action id. */
  readonly name?: string | undefined;
  /** Kind of the answer: `finding`, `choice`. */
  readonly answer?: string | undefined;
  readonly place?: string | undefined;
  readonly milliseconds?: number | undefined;
  readonly inFlight?: number | undefined;
  readonly errorId?: string | undefined;
  readonly errorName?: string | undefined;
  readonly errorCode?: string | undefined;
  /** Places in the code, without the message. */
  readonly stack?: readonly string[] | undefined;
}

export type Level = 'debug' | 'info' | 'warn' | 'error';

export interface Log {
  write(level: Level, what: string, fields?: LogFields): void;
  /** Records an error, and gives the id by which a person can name it. */
  failure(error: unknown, fields?: LogFields): string;
  /** What Bolt is given in place of its own: it keeps the class of a message, and its words only where they are known. */
  readonly bolt: Logger;
}

const fieldNames = [
  'delivery',
  'name',
  'answer',
  'place',
  'milliseconds',
  'inFlight',
  'errorId',
  'errorName',
  'errorCode',
  'stack',
] as const satisfies readonly (keyof LogFields)[];

/** Writes JSON lines to the destination: standard error unless given. */
export function createLog({ level = 'info', to }: { level?: Level; to?: DestinationStream } = {}): Log {
  const out = pino({ level, base: null }, to ?? pino.destination({ fd: 2, sync: true }));
  const write: Log['write'] = (at, what, fields = {}) => {
    const allowed = fieldNames.flatMap((name) => (fields[name] === undefined ? [] : [[name, fields[name]] as const]));
    out[at](Object.fromEntries(allowed), what);
  };
  return {
    write,
    failure(error, fields) {
      const errorId = randomUUID().slice(0, 8);
      write('error', 'failed', { ...fields, errorId, ...describe(error) });
      return errorId;
    },
    bolt: boltLogger(write),
  };
}

function boltLogger(write: Log['write']): Logger {
  const told =
    (level: Level) =>
    (...said: readonly unknown[]): void => {
      const error = said.find((one) => one instanceof Error);
      const words = typeof said[0] === 'string' ? knownWords.find((known) => known.test(String(said[0]))) : undefined;
      const what = words ? (words.exec(String(said[0]))?.[0] ?? '') : 'a message of the Slack library, withheld';
      write(level, what, describe(error));
    };
  const silent = (): void => undefined;
  return {
    // Below a warning the library writes whole bodies.
    debug: silent,
    info: silent,
    warn: told('warn'),
    error: told('error'),
    setLevel: silent,
    getLevel: () => LogLevel.WARN,
    setName: silent,
  };
}

/** What the library is known to say that holds no data of a request. Only the part that matches is written. */
const knownWords: readonly RegExp[] = [
  /^A (ping|pong) wasn't received from the server before the timeout/,
  /^Failed to (retrieve a new WSS URL|send a message as the client|send ping to Slack|parse and verify the request data)/,
  /^WebSocket error/,
  /^An incoming event was not acknowledged within 3 seconds/,
  /^An unhandled error occurred (while Bolt processed|after ack\(\) called)/,
  /^Slack API error: [a-z_]+/,
  /^Rate limited, retry after \d+s/,
  /^HTTP error \d+/,
  /^Authorization of incoming event did not succeed/,
];

function describe(error: unknown): LogFields {
  if (!(error instanceof Error)) return {};
  const stack = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim());
  return { errorName: error.name, errorCode: codeOf(error), stack: stack.slice(0, 8) };
}

function codeOf(error: Error): string | undefined {
  const { code, data } = error as { code?: unknown; data?: unknown };
  const slack = typeof data === 'object' && data !== null && 'error' in data ? data.error : undefined;
  const parts = [code, slack].filter((part) => typeof part === 'string' && /^[\w.-]{1,64}$/.test(part));
  return parts.length === 0 ? undefined : parts.join(' ');
}
