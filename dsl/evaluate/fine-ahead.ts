import type { CompiledLayer } from '../compile/compiled-policy.ts';
import type { AdultView } from '../compile/ledger.ts';
import type { Fine, Paper } from '../resolve/policy.ts';
import type { Timeline } from '../compile/timeline.ts';
import type { Clause, Need, Quantity } from './finding.ts';
import { addDays, formatIsoDay } from '../../register/day.ts';
import { daysAfter } from '../compile/calendar-tables.ts';
import { clauseOf } from '../compile/context.ts';
import { adultViews, standingIssues } from '../compile/ledger.ts';
import { amountNotStated, fineFor, ordinalsOf } from './fines.ts';
import { quantity } from './quantities.ts';

/** What one more notice of a kind would ask for, if it were issued on a day, and received on it. */
export interface FineAhead {
  /** The parent it would be issued to, by id; left out where none is kept apart. */
  readonly adult?: string;
  /** Which it would be, of those that count; null where that cannot be told. */
  readonly number: number | null;
  /** When those not withdrawn were issued, oldest first. */
  readonly issued: readonly string[];
  /** What it is counted per, as the policy names it: `parent`, `pupil`. */
  readonly per: readonly string[];
  /** What is paid within how long; none where the document prints no amount, or it cannot be told which. */
  readonly steps: readonly FineStep[];
  readonly needs: readonly Need[];
  readonly clause: Clause;
}

export interface FineStep {
  readonly pounds: Quantity;
  /** `within 21 calendar days of notice received`; both readings where the document leaves two. */
  readonly words: string;
  /** The last day in time; null where the readings differ, or the calendar does not reach so far. */
  readonly until: string | null;
}

/** For each parent where the notice keeps a count for each; none of a notice without amounts. */
export function finesAhead(layer: CompiledLayer, paper: Paper, days: Timeline): readonly FineAhead[] {
  if (paper.fines.length === 0) return [];
  const views = paper.perParent ? adultViews(days) : [{ adult: undefined, timeline: days }];
  return views.map((view) => fineAhead(layer, paper, view));
}

function fineAhead(layer: CompiledLayer, paper: Paper, { adult, timeline: days }: AdultView): FineAhead {
  const { asAt } = days;
  const { numbered, needs } = ordinalsOf(layer, paper, days, asAt, addDays(asAt, 1));
  const possible = [...new Set(numbered.map((ordinal) => fineFor(paper, ordinal, asAt)))];
  const [fine] = possible;
  const known = possible.length === 1;
  return {
    ...(adult === undefined ? {} : { adult }),
    number: numbered.length === 1 ? numbered[0]! : null,
    issued: standingIssues(days, `${layer.prefix}${paper.name}`, asAt).map(({ day }) => formatIsoDay(day)),
    per: paper.details.flatMap(({ word, names }) => (word === 'counted per' ? names : [])),
    steps: known && fine ? stepsOf(fine, days) : [],
    needs: known ? (fine ? [] : [amountNotStated(layer, paper, numbered[0]!)]) : needs,
    clause: clauseOf(fine?.place ?? paper.place, layer.prefix),
  };
}

/** `of notice issued, that day counted or not`: one event in both of its readings is said once. */
function ofWords(of: Fine['steps'][number]['of']): string {
  const events = Map.groupBy(of, ({ event }) => event.words);
  const each = [...events].map(([words, readings]) => {
    const kinds = [...new Set(readings.map(({ kind }) => kind))];
    return kinds.length > 1 ? `of ${words}, that day counted or not` : `${kinds[0]} ${words}`;
  });
  return each.join('; or perhaps ');
}

/** Within N days of E: E + N is still in time; from E, whose day is then day 1, E + N − 1. */
function stepsOf({ steps }: Fine, { asAt, tables }: Timeline): readonly FineStep[] {
  return steps.map(({ pounds, within, unit, of }) => {
    const ends = of.map(({ kind }) => daysAfter(tables, kind === 'of' ? asAt : addDays(asAt, -1), within, unit));
    const [end] = ends;
    const known = end !== undefined && ends.every((each) => each === end);
    return {
      pounds: quantity(pounds, '£'),
      words: `within ${within} ${unit} ${ofWords(of)}`,
      until: known ? formatIsoDay(end) : null,
    };
  });
}
