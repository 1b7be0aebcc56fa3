import type { Day } from '../../register/day.ts';
import type { Fine, Paper, UnitName } from '../resolve/policy.ts';
import type { CompiledLayer, CompiledPolicy } from '../compile/compiled-policy.ts';
import type { PupilCase, Timeline } from '../compile/timeline.ts';
import type { Clause, Need, Quantity } from './finding.ts';
import type { Fraction } from '../../register/fraction.ts';
import type { AdultView } from '../compile/ledger.ts';
import { addDays, formatIsoDay } from '../../register/day.ts';
import { fraction } from '../../register/fraction.ts';
import { daysAfter } from '../compile/calendar-tables.ts';
import { clauseOf } from '../compile/context.ts';
import { absencesMissing } from '../compile/condition-case.ts';
import { compileWindow } from '../compile/compile-window.ts';
import { eventDays, eventNamed } from '../compile/events.ts';
import { adultViews, countIssues, standingIssues } from '../compile/ledger.ts';
import { distinct } from '../compile/needs.ts';
import { timeline } from '../compile/timeline.ts';
import { quantity } from './quantities.ts';

/** What one parent owes for one pupil on a notice issued: the step whose time runs on the day. */
export interface FineFinding {
  /** The notice's name in the policy. */
  readonly id: string;
  /** The parent it was issued to, by id; left out where none is kept apart. */
  readonly adult?: string;
  /** Which it is in order of those that count; null where that cannot be told. */
  readonly number: number | null;
  /** What is paid within how long, as the policy states it for this one. */
  readonly steps: readonly { readonly pounds: Quantity; readonly within: number; readonly unit: UnitName }[];
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

/** The fines of the notices last issued, one for each parent where those are kept apart, as at a day. `unpaid`: every step's time is over. */
export function finesDue(
  compiled: CompiledPolicy,
  about: PupilCase,
  asAt: Day,
  numbers: FineNumbers = {},
): readonly FineFinding[] {
  const days = timeline(about, asAt, compiled.classes);
  return compiled.layers.flatMap((layer) =>
    layer.policy.papers.flatMap((paper) => {
      if (paper.fines.length === 0) return [];
      const views = paper.perParent ? adultViews(days) : [{ adult: undefined, timeline: days }];
      return views.flatMap((view) => fineOf(layer, paper, view, numbers));
    }),
  );
}

function fineOf(
  layer: CompiledLayer,
  paper: Paper,
  { adult, timeline: days }: AdultView,
  numbers: FineNumbers,
): readonly FineFinding[] {
  const on = (done: string, of: 'any' | 'this one' = 'this one'): readonly Day[] =>
    eventDays(layer.context, eventNamed(paper.name, done), days, days.asAt, of);
  const issued = on('issued', 'any').at(-1);
  if (issued === undefined) return [];
  const { numbered, needs } = ordinalsOf(layer, paper, days, issued);
  const possible = [...new Set(numbered.map((ordinal) => fineFor(paper, ordinal, issued)))];
  const [fine] = possible;
  const base = {
    id: `${layer.prefix}${paper.name}`,
    ...(adult === undefined ? {} : { adult }),
    per: paper.details.flatMap(({ word, names }) => (word === 'counted per' ? names : [])),
    issued: formatIsoDay(issued),
    number: numbered.length === 1 ? numbered[0]! : null,
    steps: possible.length === 1 && fine ? stepsOf(fine) : [],
    pounds: null,
    total: null,
    until: null,
    needs: [],
    clause: clauseOf(fine?.place ?? paper.place, layer.prefix),
  };
  if (on('withdrawn').length > 0) return [{ ...base, state: 'withdrawn' }];
  if (on('paid').length > 0) return [{ ...base, state: 'paid' }];
  if (possible.length > 1) return [{ ...base, state: 'undetermined', needs }];
  if (!fine) return [{ ...base, state: 'undetermined', needs: [amountNotStated(layer, paper, numbered[0]!)] }];
  const { sum, ...step } = stepOn(fine, layer, days);
  const total = sum && inAll(sum, base.per, numbers);
  return [{ ...base, ...step, pounds: sum ? quantity(sum, '£') : null, total: total ? quantity(total, '£') : null }];
}

/**
 * Which in order a notice of a day is: one more than the earlier ones that count, as the paper looks back on them from
 * that day. More than one where that cannot be told, with what would tell it.
 * @param before the earlier ones were issued before this day
 */
export function ordinalsOf(
  layer: CompiledLayer,
  paper: Paper,
  days: Timeline,
  issued: Day,
  before: Day = issued,
): { readonly numbered: readonly number[]; readonly needs: readonly Need[] } {
  const all = standingIssues(days, `${layer.prefix}${paper.name}`, days.asAt);
  const earlier = all.filter((act) => act.day < before);
  if (paper.lookBack.length === 0) return { numbered: [earlier.length + 1], needs: [] };
  const counts = paper.lookBack.map(({ event, window }) => {
    const span = compileWindow(layer.context, window).on(days, issued);
    if (span === 'none' || 'need' in span) return { least: 0, most: earlier.length, undated: [] };
    return countIssues(earlier, event.done!, span);
  });
  const least = Math.min(...counts.map((each) => each.least));
  const most = Math.max(...counts.map((each) => each.most));
  const undated = counts.flatMap((each) => each.undated.map((act) => absencesMissing(paper, act)));
  const readings = counts.map((each, index) => `${paper.lookBack[index]!.event.words}: ${each.least}`);
  const which: Need = { kind: 'reading', what: `which earlier ${paper.title} counts`, readings };
  return {
    numbered: Array.from({ length: most - least + 1 }, (_, index) => least + index + 1),
    needs: undated.length > 0 ? distinct(undated) : [which],
  };
}

/** That the document prints no amount for a notice of this number. */
export function amountNotStated(layer: CompiledLayer, paper: Paper, ordinal: number): Need {
  const what = `what notice ${ordinal} of the kind ${paper.title} costs`;
  return { kind: 'not stated', what, clause: clauseOf(paper.place, layer.prefix) };
}

function stepsOf({ steps }: Fine): FineFinding['steps'] {
  return steps.map(({ pounds, within, unit }) => ({ pounds: quantity(pounds, '£'), within, unit }));
}

/** Undefined where nobody said how many there are of something it is counted per. */
function inAll(sum: Fraction, per: readonly string[], numbers: FineNumbers): Fraction | undefined {
  return per.reduce<Fraction | undefined>((total, each) => {
    const number = numbers[each];
    return total && number !== undefined ? fraction(total.numerator * number, total.denominator) : undefined;
  }, sum);
}

/** By its ordinal among those issued, and by the day it was issued. */
export function fineFor(paper: Paper, ordinal: number, issued: Day): Fine | undefined {
  const which = ordinal === 1 ? 'first' : ordinal === 2 ? 'second' : undefined;
  return paper.fines.find(({ which: of, place: { inForce } }) => {
    const inDates = (inForce?.from ?? issued) <= issued && issued <= (inForce?.to ?? issued);
    return inDates && (of === 'any' || of === which);
  });
}

type Step = Pick<FineFinding, 'state' | 'until' | 'needs'> & { readonly sum?: Fraction };

/** What all readings of when its time begins say alike. */
function stepOn(fine: Fine, layer: CompiledLayer, days: Timeline): Step {
  const readings = Math.max(...fine.steps.map((step) => step.of.length));
  const found = Array.from({ length: readings }, (_, reading) => stepRead(fine, reading, layer, days));
  const [first] = found;
  const alike = (each: Step): boolean => each.state === first!.state && sameSum(each.sum, first!.sum);
  if (found.every(alike)) {
    const sameEnd = found.every((each) => each.until === first!.until);
    return sameEnd ? first! : { ...first!, until: null };
  }
  const needs = found.flatMap((each) => each.needs);
  const words = fine.steps[0]!.of.map(({ kind, event }) => `${kind} ${event.words}`);
  const which: Need = { kind: 'reading', what: 'from when the days are counted', readings: words };
  return { state: 'undetermined', until: null, needs: needs.length > 0 ? distinct(needs) : [which] };
}

function sameSum(a: Fraction | undefined, b: Fraction | undefined): boolean {
  return a?.numerator === b?.numerator && a?.denominator === b?.denominator;
}

/** Within N days of E: E + N is still in time; from E, whose day is then day 1, E + N − 1. A step that hangs on what nobody logged cannot be told. */
function stepRead(fine: Fine, reading: number, layer: CompiledLayer, days: Timeline): Step {
  for (const { pounds, within, unit, of } of fine.steps) {
    const { kind, event } = of[reading] ?? of[0]!;
    const began = eventDays(layer.context, event, days, days.asAt, 'this one').at(-1);
    if (began === undefined) {
      return { state: 'undetermined', until: null, needs: [{ kind: 'data', what: event.words }] };
    }
    const last = daysAfter(days.tables, kind === 'of' ? began : addDays(began, -1), within, unit);
    if (last === undefined || days.asAt <= last) {
      const until = last === undefined ? null : formatIsoDay(last);
      return { state: 'payable', sum: pounds, until, needs: [] };
    }
  }
  return { state: 'unpaid', until: null, needs: [] };
}
