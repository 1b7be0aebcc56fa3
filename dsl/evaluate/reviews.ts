import type { CompiledLayer } from '../compile/compiled-policy.ts';
import type { CompiledPolicy } from '../compile/compiled-policy.ts';
import type { CompiledReview, Round } from '../compile/compile-review.ts';
import type { PupilCase, Timeline } from '../compile/timeline.ts';
import type { DutyFinding, Need, ReviewFinding, Truth, Undetermined } from './finding.ts';
import type { Day } from '../../register/day.ts';
import { formatIsoDay } from '../../register/day.ts';
import { clauseOf } from '../compile/context.ts';
import { distinct } from '../compile/needs.ts';
import { timeline } from '../compile/timeline.ts';
import { truthName } from '../compile/truth.ts';
import { nameOf } from './ladders.ts';
import { plainParts, thingName } from './sentence-parts.ts';

export interface ReviewAnswer {
  readonly finding: ReviewFinding;
  readonly duties: readonly DutyFinding[];
  readonly undetermined: readonly Undetermined[];
}

/** How a review stands on the day, the duty to hold it, and whether someone has yet to judge what it came to. */
export function reviewFinding(
  compiled: CompiledReview,
  layer: CompiledLayer,
  days: Timeline,
): ReviewAnswer | undefined {
  const stay = compiled.lastStay(days);
  if (!stay) return undefined;
  const rounds = compiled.rounds(days, stay.to) ?? [];
  const here = compiled.rounds(days, days.asAt) !== undefined;
  const last = rounds.at(-1);
  // A stay that is over leaves in view what was held in it; a review of a paper comes into view when it opens.
  if (!last && (!here || !compiled.review.stage)) return undefined;
  if (!here && last?.held === undefined) return undefined;
  const { review } = compiled;
  const ladder = layer.policy.ladders.find((each) => each.name === review.stage?.ladder);
  const stage = ladder?.stages.find((each) => each.name === review.stage?.stage);
  const held = rounds.findLast((each) => each.held !== undefined)?.held;
  const outcomes = review.outcomes.map((each) => ({
    id: each.name,
    title: each.title,
    holds: truthName(compiled.cameTo(each.name, days, stay.to)),
  }));
  const needs = needsOf(compiled, days, stay.to, last);
  const finding: ReviewFinding = {
    id: compiled.name,
    title: review.title,
    stage: stage ? nameOf(stage) : null,
    state: stateOf(last, days.asAt),
    opened: isoDay(last?.opened),
    earliest: isoDay(last?.earliest),
    latest: isoDay(last?.latest),
    agreed: isoDay(last?.agreed),
    agreedInTime: inTime(compiled, last),
    held: isoDay(held),
    outcomes,
    clause: clauseOf(review.place, layer.prefix),
  };
  return {
    finding,
    duties: review.of === 'review' ? holdDuty(finding, compiled, layer) : [],
    undetermined: needs.length > 0 ? [{ about: compiled.name, needs }] : [],
  };
}

/**
 * Whether a review, opened by what was logged, may be held on a day: `undetermined` where nothing has opened it, or no
 * range is set for it.
 */
export function reviewDayInRange(compiled: CompiledPolicy, about: PupilCase, name: string, day: Day, asAt: Day): Truth {
  const review = compiled.layers.flatMap((layer) => layer.reviews).find((each) => each.name === name);
  const last = review?.everyRound(timeline(about, asAt, compiled.classes), asAt).at(-1);
  const inside = review && last && liesInRange(review, last, day);
  return inside === undefined ? 'undetermined' : inside ? 'yes' : 'no';
}

function inTime(compiled: CompiledReview, last: Round | undefined): boolean | null {
  return last?.agreed === undefined ? null : (liesInRange(compiled, last, last.agreed) ?? null);
}

/** A review due as agreed has no range. */
function liesInRange({ review }: CompiledReview, { earliest, latest }: Round, day: Day): boolean | undefined {
  if (typeof review.due !== 'object' || earliest === undefined || latest === undefined) return undefined;
  return earliest <= day && day <= latest;
}

function stateOf(round: Round | undefined, asAt: Day): ReviewFinding['state'] {
  if (!round) return 'waiting';
  if (round.held !== undefined) return 'held';
  if (round.latest !== undefined && round.latest < asAt) return 'overdue';
  return round.earliest !== undefined && round.earliest <= asAt ? 'due' : 'open';
}

/** Held, and nothing proved of what it came to; or opened, with no day that the calendar can tell. */
function needsOf(compiled: CompiledReview, days: Timeline, day: Day, last: Round | undefined): readonly Need[] {
  const { outcomes, due, title } = compiled.review;
  if (last && last.held === undefined && typeof due === 'object' && last.earliest === undefined) {
    return [{ kind: 'data', what: `the school calendar as far as ${title}` }];
  }
  const truths = outcomes.map((each) => compiled.cameTo(each.name, days, day));
  if (truths.some((each) => truthName(each) === 'yes')) return [];
  return distinct(outcomes.flatMap((each) => compiled.needs(each.name, days, day)));
}

/** The duty to hold it, from its earliest day; once held, done. */
function holdDuty(finding: ReviewFinding, compiled: CompiledReview, layer: CompiledLayer): readonly DutyFinding[] {
  const { state, earliest, latest, held } = finding;
  if (state !== 'due' && state !== 'overdue' && state !== 'held') return [];
  const { review, name } = compiled;
  const subject = (review.by.length > 0 ? review.by : ['school']).map((each) => thingName(layer, each));
  const owner = subject.map((each) => each.title).join(', ');
  return [
    {
      ...plainParts,
      id: `${name}.hold`,
      refines: null,
      words: `${owner} will hold ${review.title}`,
      strength: 'will',
      owner,
      arose: earliest ?? finding.opened ?? held!,
      due: latest === null ? null : { date: latest, time: null, words: dueWords(earliest, latest) },
      done: state === 'held' ? held : null,
      inTime: state !== 'held' || held === null || latest === null ? null : held <= latest,
      state: state === 'held' ? 'done' : state,
      needs: [],
      subject,
      act: { verb: 'hold', objects: [{ id: name, title: review.title }], join: 'all' },
      clause: finding.clause,
    },
  ];
}

function dueWords(earliest: string | null, latest: string): string {
  return earliest === null || earliest === latest ? `on ${latest}` : `from ${earliest} to ${latest}`;
}

function isoDay(day: Day | undefined): string | null {
  return day === undefined ? null : formatIsoDay(day);
}
