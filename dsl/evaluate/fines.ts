import type { Day } from '../../register/day.ts';
import type { Fine, Paper } from '../resolve/policy.ts';
import type { CompiledLayer, CompiledPolicy } from '../compile/compiled-policy.ts';
import type { PupilCase, Timeline } from '../compile/timeline.ts';
import type { Clause, Need, Quantity } from './finding.ts';
import type { Fraction } from '../../register/fraction.ts';
import { formatIsoDay } from '../../register/day.ts';
import { fraction } from '../../register/fraction.ts';
import { daysAfter } from '../compile/calendar-tables.ts';
import { clauseOf } from '../compile/context.ts';
import { eventDays } from '../compile/events.ts';
import { timeline } from '../compile/timeline.ts';
import { quantity } from './quantities.ts';

/** What one parent owes for one pupil on a notice issued: the step whose time runs on the day. */
export interface FineFinding {
  /** The notice's name in the policy. */
  readonly id: string;
  /** What it is counted per, as the policy names it: `parent`, `pupil`. */
  readonly per: readonly string[];
  readonly issued: string;
  readonly state: 'payable' | 'paid' | 'withdrawn' | 'unpaid' | 'undetermined';
  readonly pounds: Quantity | null;
  /** The sum for all it is counted per, where it was said how many there are of each. */
  readonly total: Quantity | null;
  /** The last day in time. */
  readonly until: string | null;
  readonly needs: readonly Need[];
  readonly clause: Clause;
}

/** How many there are of what a notice is counted per: `{ parent: 2, pupil: 1 }`. */
type FineNumbers = Readonly<Record<string, number | undefined>>;

/** The fines of the notices last issued, as at a day. `unpaid`: every step's time is over. */
export function finesDue(
  compiled: CompiledPolicy,
  about: PupilCase,
  asAt: Day,
  numbers: FineNumbers = {},
): readonly FineFinding[] {
  const days = timeline(about, asAt, compiled.classes);
  return compiled.layers.flatMap((layer) =>
    layer.policy.papers.flatMap((paper) => fineOf(layer, paper, days, numbers)),
  );
}

function fineOf(layer: CompiledLayer, paper: Paper, days: Timeline, numbers: FineNumbers): readonly FineFinding[] {
  const on = (done: string, of: 'any' | 'this one' = 'this one'): readonly Day[] =>
    eventDays(layer.context, { name: paper.name, done, words: '' }, days, days.asAt, of);
  const issues = on('issued', 'any');
  const issued = issues.at(-1);
  const fine = issued === undefined ? undefined : fineFor(paper, issues.length, issued);
  if (issued === undefined || !fine) return [];
  const base = {
    id: `${layer.prefix}${paper.name}`,
    per: paper.details.flatMap(({ word, names }) => (word === 'counted per' ? names : [])),
    issued: formatIsoDay(issued),
    pounds: null,
    total: null,
    until: null,
    needs: [],
    clause: clauseOf(fine.place, layer.prefix),
  };
  if (on('withdrawn').length > 0) return [{ ...base, state: 'withdrawn' }];
  if (on('paid').length > 0) return [{ ...base, state: 'paid' }];
  const { sum, ...step } = stepOn(fine, layer, days);
  const total = sum && inAll(sum, base.per, numbers);
  return [{ ...base, ...step, pounds: sum ? quantity(sum, '£') : null, total: total ? quantity(total, '£') : null }];
}

/** Undefined where nobody said how many there are of something it is counted per. */
function inAll(sum: Fraction, per: readonly string[], numbers: FineNumbers): Fraction | undefined {
  return per.reduce<Fraction | undefined>((total, each) => {
    const number = numbers[each];
    return total && number !== undefined ? fraction(total.numerator * number, total.denominator) : undefined;
  }, sum);
}

/** By its ordinal among those issued, and by the day it was issued. */
function fineFor(paper: Paper, ordinal: number, issued: Day): Fine | undefined {
  const which = ordinal === 1 ? 'first' : ordinal === 2 ? 'second' : undefined;
  return paper.fines.find(({ which: of, place: { inForce } }) => {
    const inDates = (inForce?.from ?? issued) <= issued && issued <= (inForce?.to ?? issued);
    return inDates && (of === 'any' || of === which);
  });
}

/** Within N days of E: E + N is still in time. A step that hangs on what nobody logged cannot be told. */
function stepOn(
  fine: Fine,
  layer: CompiledLayer,
  days: Timeline,
): Pick<FineFinding, 'state' | 'until' | 'needs'> & { readonly sum?: Fraction } {
  for (const { pounds, within, unit, of } of fine.steps) {
    const from = eventDays(layer.context, of, days, days.asAt, 'this one').at(-1);
    if (from === undefined) {
      return { state: 'undetermined', until: null, needs: [{ kind: 'data', what: of.words }] };
    }
    const last = daysAfter(days.tables, from, within, unit);
    if (last === undefined || days.asAt <= last) {
      const until = last === undefined ? null : formatIsoDay(last);
      return { state: 'payable', sum: pounds, until, needs: [] };
    }
  }
  return { state: 'unpaid', until: null, needs: [] };
}
