import type { Act } from '../../register/case-log.ts';
import type { Day } from '../../register/day.ts';
import { isParent } from '../../register/pupil.ts';
import type { Event, Paper } from '../resolve/policy.ts';
import type { Span } from './calendar-tables.ts';
import type { Timeline } from './timeline.ts';
import { remembered } from './remembered.ts';
import { actKey, concerns } from './timeline.ts';

/** The pupil's days as they concern one adult: what was done to others is left out. */
export interface AdultView {
  /** Undefined where nothing is known of one adult apart. */
  readonly adult: string | undefined;
  readonly timeline: Timeline;
}

/** The pupil's parents in the order they are kept, then other adults that some act concerns, where acts concern adults apart. */
export const adultViews: (timeline: Timeline) => readonly AdultView[] = remembered(viewsOf);

function viewsOf(timeline: Timeline): readonly AdultView[] {
  const { about, entries } = timeline;
  if (about.adult !== undefined) return [{ adult: about.adult, timeline }];
  const named = entries.flatMap((entry) => (entry.kind === 'act' && entry.adult !== undefined ? [entry.adult] : []));
  if (named.length === 0) return [{ adult: undefined, timeline }];
  const parents = (about.adults ?? []).filter(isParent).map(({ id }) => id);
  const adults = [...new Set([...parents, ...named.toSorted()])];
  return adults.map((adult) => ({ adult, timeline: adults.length === 1 ? timeline : forAdult(timeline, adult) }));
}

function forAdult(timeline: Timeline, adult: string): Timeline {
  const acts = new Map<string, readonly Act[]>();
  for (const [key, all] of timeline.acts) {
    const kept = all.filter((act) => concerns(act, adult));
    if (kept.length > 0) acts.set(key, kept);
  }
  const entries = timeline.entries.filter((entry) => concerns(entry, adult));
  return { ...timeline, about: { ...timeline.about, adult }, acts, entries, positions: new Map(), memory: new Map() };
}

/** The notices issued up to a day, oldest first; those withdrawn are left out. */
export function standingIssues(timeline: Timeline, key: string, upTo: Day): readonly Act[] {
  const issued = (timeline.acts.get(actKey(key, 'issued')) ?? []).filter((act) => act.day <= upTo);
  const withdrawn = (timeline.acts.get(actKey(key, 'withdrawn')) ?? []).filter((act) => act.day <= upTo);
  const gone = new Set(withdrawn.map((act) => withdrawnBy(act, issued)));
  return issued.filter((act) => !gone.has(act));
}

/** The one about the same days; otherwise the last one issued to the same adult before it. */
function withdrawnBy(withdrawn: Act, issued: readonly Act[]): Act | undefined {
  const before = issued.filter((act) => act.day <= withdrawn.day && act.adult === withdrawn.adult);
  const { about } = withdrawn;
  const same = about && before.findLast((act) => act.about?.from === about.from && act.about.to === about.to);
  return same ?? before.at(-1);
}

/** When what an event says happened: issued, or the absences that a notice is for. Undefined where nobody logged that. */
export function incurredOn(act: Act, done: string): Span | undefined {
  return done === 'incurred' ? act.about : { from: act.day, to: act.day };
}

/** How many notices an event says of lie in some days: surely, and at most, as their absences may lie across an end. */
export function countIssues(
  issues: readonly Act[],
  done: string,
  { from, to }: { readonly from: number; readonly to: number },
): { readonly least: number; readonly most: number; readonly undated: readonly Act[] } {
  let least = 0;
  let most = 0;
  const undated: Act[] = [];
  for (const act of issues) {
    const span = incurredOn(act, done);
    if (!span) undated.push(act);
    const [first, last] = [span && from <= span.from && span.from <= to, span && from <= span.to && span.to <= to];
    if (first === true && last === true) least++;
    if (!span || first === true || last === true) most++;
  }
  return { least, most, undated };
}

/** An event of which a notice keeps count: issued, or incurred. */
export function isLedgerEvent(paper: Paper | undefined, { done }: Event): boolean {
  return paper?.paper === 'notice' && (done === 'issued' || done === 'incurred');
}
