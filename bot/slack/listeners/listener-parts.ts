import type { Log } from '../log.ts';
import type { Services } from '../services.ts';

/** What every listener is given. */
export interface ListenerParts {
  readonly services: Services;
  readonly log: Log;
}
