import type { PolicyReport } from '../check/report.ts';
import type { ShownRow } from '../standing-row.ts';
import type { JudgedDay } from '../check/outcome.ts';

/** A policy beside every provision in force on a day, in the order of the rulebook. */
export interface ComplyTable extends Pick<JudgedDay<ShownRow>, 'day' | 'rows' | 'remarks' | 'counts'> {
  readonly policy: Pick<PolicyReport, 'id' | 'title'>;
}
