import type { AttendanceCode } from '../../register/attendance-code.ts';
import type { Day } from '../../register/day.ts';
import type { Policy } from '../resolve/policy.ts';

/** What two clauses are compared with. */
export interface Beside {
  /** As it is. */
  readonly after: Policy;
  /** As it was, under the names of what it is. */
  readonly before: Policy;
  readonly codes: readonly AttendanceCode[];
  /** The day about which conditions are asked. */
  readonly day: Day;
}
