import { randomBytes } from 'node:crypto';

/**
 * Ids and times in Slack's manner. Ids are random, so that an app which remembers the ids it has handled
 * never takes a new event for one of an earlier run.
 */
export interface Ids {
  /** `F3A9C01B2D4`: a letter or two, then capitals and digits. */
  id(prefix: string): string;
  /** An unguessable string of hexadecimal digits. */
  secret(): string;
  /** `1700000000.000100`: seconds and a count, always later than the one before; it names a message. */
  ts(): string;
  /** Milliseconds since 1970. */
  now(): number;
}

export function createIds(now: () => number): Ids {
  let last = 0;
  return {
    id: (prefix) => prefix + randomBytes(5).toString('hex').toUpperCase(),
    secret: () => randomBytes(16).toString('hex'),
    ts() {
      last = Math.max(last + 1, Math.floor(now() * 1000));
      return `${Math.floor(last / 1_000_000)}.${String(last % 1_000_000).padStart(6, '0')}`;
    },
    now,
  };
}
