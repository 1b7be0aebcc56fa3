import type { Day } from '../../register/day.ts';
import type { Policy } from '../resolve/policy.ts';
import type { Provision, Rulebook } from '../rulebook/rulebook.ts';
import type { StandingRow } from './standing.ts';
import { addDays, formatDay } from '../../register/day.ts';
import { withLayers } from '../resolve/layers.ts';
import { provisionOn } from '../rulebook/regime.ts';
import { checkCompliance } from './compliance.ts';
import { datesIn } from './dates-in.ts';
import { weightOf } from './standing.ts';

/** A day on which how a policy stands changes: with every row of it, and of those that are new or other than the day before. */
export interface ChangeDay {
  readonly day: Day;
  readonly rows: readonly StandingRow[];
  readonly changes: readonly StandingChange[];
}

/** One provision on the day on which its standing changes; null is not in force. */
export interface StandingChange {
  readonly provision: string;
  readonly was: StandingRow | null;
  readonly is: StandingRow | null;
  /** Why it changes on that day, as a sentence: the law began, ended or came to weigh otherwise, a clause’s dates, a departure. */
  readonly because: string;
}

/**
 * How a policy stands on the first of a run of days, and each later day of it on which that changes, in their order. Looked
 * at are only the days on which something can change: a provision, a clause, a policy or a departure begins or has ended.
 */
export function standingChanges(
  policy: Policy,
  rulebook: Rulebook,
  { from, to }: { readonly from: Day; readonly to: Day },
): { readonly first: readonly StandingRow[]; readonly later: readonly ChangeDay[] } {
  const layers = withLayers(policy);
  const dates = layers.flatMap((layer) => datesIn(layer));
  const first = checkCompliance(policy, rulebook, from);
  const later: ChangeDay[] = [];
  let before = first;
  for (const day of daysOfChange([...dates, ...rulebook.provisions], from, to)) {
    const rows = checkCompliance(policy, rulebook, day);
    const changes = changesBetween(before, rows).map((change) => ({
      ...change,
      because: reason(change, { day, rulebook, dates, layers }),
    }));
    if (changes.length > 0) later.push({ day, rows, changes });
    before = rows;
  }
  return { first, later };
}

/** Each day after the first up to the last on which one of these begins, or the day before was its last. */
function daysOfChange(
  dated: readonly { readonly from: Day | undefined; readonly to: Day | undefined }[],
  first: Day,
  last: Day,
): readonly Day[] {
  const days = dated.flatMap(({ from, to }) => [
    ...(from === undefined ? [] : [from]),
    ...(to === undefined ? [] : [addDays(to, 1)]),
  ]);
  return [...new Set(days)].filter((day) => day > first && day <= last).sort((a, b) => a - b);
}

function changesBetween(
  before: readonly StandingRow[],
  after: readonly StandingRow[],
): readonly Omit<StandingChange, 'because'>[] {
  const old = new Map(before.map((row) => [row.provision, row]));
  const now = new Set(after.map((row) => row.provision));
  const changed = after.flatMap((is) => {
    const was = old.get(is.provision) ?? null;
    return was !== null && !differs(was, is) ? [] : [{ provision: is.provision, was, is }];
  });
  const ended = before.filter(({ provision }) => !now.has(provision));
  return [...changed, ...ended.map((was) => ({ provision: was.provision, was, is: null }))];
}

/** Whether a reader would want to know: another standing, another weight, or a law that says or binds otherwise. */
export function differs(was: StandingRow, is: StandingRow): boolean {
  return (
    was.standing !== is.standing || was.level !== is.level || was.value !== is.value || weightOf(was) !== weightOf(is)
  );
}

interface Circumstances {
  readonly day: Day;
  readonly rulebook: Rulebook;
  readonly dates: readonly { readonly from: Day | undefined; readonly to: Day | undefined; readonly clause?: string }[];
  readonly layers: readonly Policy[];
}

function reason(
  { provision: id, was, is }: Omit<StandingChange, 'because'>,
  { day, rulebook, dates, layers }: Circumstances,
): string {
  const [then, now] = [provisionOn(rulebook, id, addDays(day, -1)), provisionOn(rulebook, id, day)];
  if (is === null) return `${was!.citation} held to ${formatDay(addDays(day, -1))}.`;
  if (was === null) return `It came into force: ${is.citation}.`;
  if (then !== now) return lawChanged(was, is, then, now);
  if (was.departure && !was.departure.lapsed && is.departure?.lapsed !== false)
    return `The departure from it lapsed: it held to ${formatDay(was.departure.until)}.`;
  if (is.departure && !is.departure.lapsed) return `A departure from it began: ${is.departure.because}.`;
  const named = layers.find((layer) => layer.inForce.from === day);
  if (named) return `${named.title} came into force.`;
  return clausesChanged(day, dates, new Set([...clausesOf(was), ...clausesOf(is)]));
}

/** Which clauses began or ended: those that the standing rests on before or after, or else any. */
function clausesChanged(day: Day, dates: Circumstances['dates'], on: ReadonlySet<string>): string {
  const dated = dates.flatMap(({ from, to, clause }) => {
    if (clause === undefined) return [];
    if (from === day) return [{ clause, words: 'began to hold' }];
    return to !== undefined && addDays(to, 1) === day ? [{ clause, words: 'held to the day before' }] : [];
  });
  const meant = dated.filter(({ clause }) => on.has(clause));
  const told = Map.groupBy(meant.length > 0 ? meant : dated, ({ words }) => words);
  if (told.size === 0) return 'Other law that it is read with changed.';
  const parts = [...told].map(
    ([words, each]) => `${[...new Set(each.map(({ clause }) => clause))].join(', ')} ${words}`,
  );
  return `In the policy, ${parts.join('; ')}.`;
}

function clausesOf({ clause, beside }: StandingRow): readonly string[] {
  return [clause, ...beside.map((each) => each.clause)].flatMap((each) => (each === null ? [] : [each.id]));
}

function lawChanged(
  was: StandingRow,
  is: StandingRow,
  then: Provision | undefined,
  now: Provision | undefined,
): string {
  if (was.value !== is.value) return `The law changed from “${was.value}” to “${is.value}”: ${is.citation}.`;
  if (then?.level !== now?.level) return `What was ${was.level} became ${is.level}: ${is.citation}.`;
  return `Its text changed: ${is.citation}.`;
}
