import type { Day } from '../../register/day.ts';
import type { Review } from '../resolve/policy.ts';
import type { CompiledCondition } from './compiled-condition.ts';
import type { CompileContext } from './context.ts';
import type { Need } from './needs.ts';
import type { LadderTrack, Timeline } from './timeline.ts';
import type { Three } from './truth.ts';
import { addDays } from '../../register/day.ts';
import type { Span } from './calendar-tables.ts';
import { daysAfter } from './calendar-tables.ts';
import { compileCondition } from './compile-condition.ts';
import { eventDays, turningDays } from './events.ts';
import { standsTo } from './ladder-stay.ts';
import { allLastTo, allQuietTo, earlier, forever, untilNext } from './lasting.ts';
import { fullName } from './context.ts';
import { actKey } from './timeline.ts';
import { NO, YES } from './truth.ts';

/** One time that a review comes round: from the event that opens it until it is held. */
export interface Round {
  /** The day of the event that it follows; undefined where that was never logged. */
  readonly opened: Day | undefined;
  /** First and last day of the range it may be held in; undefined where no day is set, or the calendar ends before. */
  readonly earliest: Day | undefined;
  readonly latest: Day | undefined;
  /** The day that people agreed, as logged. */
  readonly agreed: Day | undefined;
  /** First day on which holding it, and judging it, counts; undefined where that lies beyond the calendar. */
  readonly from: Day | undefined;
  readonly held: Day | undefined;
}

export interface CompiledReview {
  readonly name: string;
  readonly review: Review;
  /** Its rounds in the stay at its stage that a day lies in, oldest first; undefined where the pupil is not there. */
  readonly rounds: (timeline: Timeline, day: Day) => readonly Round[] | undefined;
  /** The stay at its stage last begun, up to the day that ended it; undefined where the pupil has not been there. */
  readonly lastStay: (timeline: Timeline) => Span | undefined;
  /** Its rounds over all days, whether or not the pupil was at its stage. */
  readonly everyRound: (timeline: Timeline, day: Day) => readonly Round[];
  /** Nobody ever logged that it was held: nothing came of it. */
  readonly neverHeld: (timeline: Timeline) => boolean;
  /** The last day, up to a day, on which it was held in the present stay. */
  readonly heldBy: (timeline: Timeline, day: Day) => Day | undefined;
  readonly cameTo: (outcome: string, timeline: Timeline, day: Day) => Three;
  /** The last day up to which it was surely last held when it was by a day, and in the same stay. */
  readonly lasts: (timeline: Timeline, day: Day) => Day;
  /** The last day up to which it surely came to the same, and up to which nothing that an outcome turns on happens. */
  readonly outcomesLast: (timeline: Timeline, day: Day) => Day;
  readonly outcomesQuiet: (timeline: Timeline, day: Day) => Day;
  readonly needs: (outcome: string, timeline: Timeline, day: Day) => readonly Need[];
  readonly pulses: (outcome: string, timeline: Timeline, day: Day) => boolean;
}

/** A review as a function of a day: when it opens, may be held, is due, was held, and what it came to. */
export function compileReview(context: CompileContext, review: Review): CompiledReview {
  const name = `${context.prefix}${review.name}`;
  const heldKey = actKey(name, 'held');
  const heldOn = (timeline: Timeline): readonly Day[] => (timeline.acts.get(heldKey) ?? []).map((act) => act.day);
  const rounds: CompiledReview['rounds'] = (timeline, day) => {
    const since = staySince(context, review, timeline, day);
    return since === undefined ? undefined : roundsIn(context, review, timeline, since, day);
  };
  const lastHeld = (timeline: Timeline, day: Day): Round | undefined =>
    timeline.acts.has(heldKey) ? rounds(timeline, day)?.findLast((each) => each.held !== undefined) : undefined;
  const lasts: CompiledReview['lasts'] = (timeline, day) => {
    if (!timeline.acts.has(heldKey)) return forever;
    const opens = typeof review.due === 'object' ? turningDays(context, review.due.event, timeline) : [];
    const turns = earlier(untilNext(heldOn(timeline), day), untilNext(opens, day));
    return earlier(turns, stayLasts(context, review, timeline, day));
  };
  const inside = insideReview(context, { on: (timeline, day) => lastHeld(timeline, day)?.from, lasts });
  const outcomes = new Map(
    review.outcomes.map((each): [string, CompiledCondition | undefined] => [
      each.name,
      each.condition && compileCondition(inside, each.condition),
    ]),
  );
  const conditions = [...outcomes.values()].flatMap((each) => (each ? [each] : []));
  return {
    name,
    review,
    rounds,
    lasts,
    outcomesLast: (timeline, day) => earlier(lasts(timeline, day), allLastTo(conditions, timeline, day)),
    outcomesQuiet: (timeline, day) => earlier(lasts(timeline, day), allQuietTo(conditions, timeline, day)),
    lastStay: (timeline) => lastStay(context, review, timeline),
    everyRound: (timeline, day) => roundsIn(context, review, timeline, timeline.joined, day),
    neverHeld: (timeline) => !timeline.acts.has(heldKey),
    heldBy: (timeline, day) => lastHeld(timeline, day)?.held,
    cameTo: (outcome, timeline, day) => {
      if (!lastHeld(timeline, day)) return NO;
      return outcomes.get(outcome)?.holds(timeline, day) ?? YES;
    },
    needs: (outcome, timeline, day) =>
      lastHeld(timeline, day) ? (outcomes.get(outcome)?.needs(timeline, day) ?? []) : [],
    pulses: (outcome, timeline, day) =>
      lastHeld(timeline, day)?.held === day || (outcomes.get(outcome)?.pulses(timeline, day) ?? false),
  };
}

/** Tests that the outcomes name are compiled anew, so that only judgements of the review's own time count in them. */
function insideReview(context: CompileContext, judgedFrom: NonNullable<CompileContext['judgedFrom']>): CompileContext {
  const made = new Map<string, CompiledCondition>();
  const inside: CompileContext = {
    ...context,
    judgedFrom,
    named: (name) => {
      const own = context.policy.thresholds.find((each) => `${context.prefix}${each.name}` === name);
      if (!own || made.has(name)) return made.get(name) ?? context.named(name);
      const condition = compileCondition(inside, own.condition);
      made.set(name, condition);
      return condition;
    },
  };
  return inside;
}

/** First day of the stay at the review's stage that a day belongs to: on the day of a move, the stay it ends. */
function staySince(context: CompileContext, review: Review, timeline: Timeline, day: Day): Day | undefined {
  const stage = stageOf(context, review);
  if (!stage) return timeline.joined;
  const track = stage.track(timeline, day);
  const offset = Math.min(day, timeline.asAt) - timeline.joined;
  const at = track.at[offset - 1] === stage.index ? offset - 1 : offset;
  if (at < 0 || at >= track.filled || track.at[at] !== stage.index) return undefined;
  return addDays(timeline.joined, firstOf(track, at));
}

/** The last day up to which the stay that a day belongs to is surely the same: on the day of a move, that day alone. */
function stayLasts(context: CompileContext, review: Review, timeline: Timeline, day: Day): Day {
  const stage = stageOf(context, review);
  if (!stage) return forever;
  const track = stage.track(timeline, day);
  const offset = day - timeline.joined;
  if (offset > 0 && offset < track.filled && track.at[offset - 1] !== track.at[offset]) return day;
  return standsTo(track, timeline, day);
}

function lastStay(context: CompileContext, review: Review, timeline: Timeline): Span | undefined {
  const stage = stageOf(context, review);
  if (!stage) return { from: timeline.joined, to: timeline.asAt };
  const track = stage.track(timeline, timeline.asAt);
  const last = track.at.lastIndexOf(stage.index);
  if (last < 0) return undefined;
  const to = addDays(timeline.joined, last + 1);
  return { from: addDays(timeline.joined, firstOf(track, last)), to: to < timeline.asAt ? to : timeline.asAt };
}

function stageOf(context: CompileContext, { stage }: Review) {
  if (!stage) return undefined;
  const track = context.track(fullName(context, stage.ladder));
  const ladder = context.policy.ladders.find((each) => each.name === stage.ladder);
  const index = ladder?.stages.findIndex((each) => each.name === stage.stage);
  return track && index !== undefined ? { track, index } : undefined;
}

function firstOf(track: LadderTrack, last: number): number {
  let at = last;
  while (at > 0 && track.at[at - 1] === track.at[last]) at--;
  return at;
}

const unset = { opened: undefined, earliest: undefined, latest: undefined, agreed: undefined };

/** Each event opens a round, and so does each holding of a review that comes again; a later event begins it anew. */
function roundsIn(context: CompileContext, review: Review, timeline: Timeline, since: Day, day: Day): readonly Round[] {
  const held = daysOf(timeline, actKey(fullName(context, review.name), 'held'), since, day);
  // A meeting is looked at on the day it is held.
  if (review.of === 'meeting') {
    return held.map((each) => ({
      opened: each,
      earliest: each,
      latest: each,
      agreed: undefined,
      from: each,
      held: each,
    }));
  }
  const { due } = review;
  const openings =
    typeof due === 'object'
      ? eventDays(context, due.event, timeline, day).filter((each) => each >= since)
      : agreedDays(context, review, timeline, since, day);
  // Held, without the event that it follows: it was held all the same.
  if (openings.length === 0) return held.map((each) => ({ ...unset, from: each, held: each }));
  const rounds: Round[] = [];
  const open = openings.map((day) => ({ day, reopened: false }));
  for (let opening = open.shift(); opening !== undefined; opening = open.shift()) {
    const { day: opened, reopened } = opening;
    const next = open[0]?.day;
    const round = roundFrom(context, review, timeline, opened, day);
    // What a holding reopens is held, and judged, later than that.
    const from = reopened && round.from === opened ? addDays(opened, 1) : round.from;
    const on = held.find((each) => from !== undefined && each >= from && (next === undefined || each < next));
    rounds.push({ ...round, from, held: on });
    if (on !== undefined && review.again) open.unshift({ day: on, reopened: true });
  }
  return rounds;
}

/** `as agreed`, of a stage: from the first day there. Of a paper: each day on which the paper, or a day to look at it again, is agreed. */
function agreedDays(context: CompileContext, { name, paper, stage }: Review, timeline: Timeline, since: Day, day: Day) {
  if (stage || paper === undefined) return [since];
  const agreed = daysOf(timeline, actKey(fullName(context, paper), 'agreed'), since, day);
  return agreed.length > 0 ? agreed : daysOf(timeline, actKey(fullName(context, name), 'agreed'), since, day);
}

/** `from 4 to 6 weeks after E`: it may be held, and is due, from the first of those days; overdue after the last. */
function roundFrom(context: CompileContext, review: Review, timeline: Timeline, opened: Day, day: Day): Round {
  const { due } = review;
  const agreed = (timeline.acts.get(actKey(fullName(context, review.name), 'agreed')) ?? []).findLast(
    (act) => act.about && opened <= act.day && act.day <= day,
  )?.about?.from;
  if (typeof due !== 'object') {
    return { opened, earliest: agreed, latest: agreed, agreed, from: opened, held: undefined };
  }
  const base = due.kind === 'from' ? addDays(opened, -1) : opened;
  const earliest = daysAfter(timeline.tables, base, due.least, due.unit);
  const latest = daysAfter(timeline.tables, base, due.most, due.unit);
  return { opened, earliest, latest, agreed, from: earliest, held: undefined };
}

function daysOf(timeline: Timeline, key: string, from: Day, to: Day): readonly Day[] {
  return (timeline.acts.get(key) ?? []).map((act) => act.day).filter((each) => from <= each && each <= to);
}
