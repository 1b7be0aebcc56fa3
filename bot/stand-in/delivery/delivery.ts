import type { Fields } from '../block-kit/problems.ts';

/** Something sent to the app, kept so that the very same can be sent again. */
export interface Delivery {
  readonly kind: 'slash_commands' | 'interactive' | 'events_api';
  readonly body: Fields;
  /** Names the envelope on the socket. */
  readonly envelopeId: string;
}

/** Slack says so when it sends an event again because the first was not acknowledged. */
export interface Retry {
  /** 1 to 3. */
  readonly number: number;
  readonly reason: string;
}

/** How the app took a delivery. */
export interface Receipt {
  readonly delivery: Delivery;
  readonly by: 'http' | 'socket';
  /** Whether it was acknowledged within three seconds. */
  readonly acknowledged: boolean;
  /** The HTTP status; undefined on the socket, and when nothing came. */
  readonly status: number | undefined;
  /** What came with the acknowledgement: an object, or an HTTP body that is not JSON; undefined when empty. */
  readonly payload: unknown;
  /** Milliseconds until the acknowledgement, or until waiting ended. */
  readonly elapsedMs: number;
}

export type Acknowledgement = Pick<Receipt, 'acknowledged' | 'status' | 'payload'>;

/** Slack waits this many milliseconds for an app. */
export const patience = 3_000;
