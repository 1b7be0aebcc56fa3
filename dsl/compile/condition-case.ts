import type { Act } from '../../register/case-log.ts';
import type { Day } from '../../register/day.ts';
import { formatDay } from '../../register/day.ts';
import type { ClockTime } from '../../register/clock-time.ts';
import type { Condition, Event, Paper, TimeBound } from '../resolve/policy.ts';
import type { RecordedTimes } from '../resolve/arrival-times.ts';
import { withinBounds } from '../resolve/arrival-times.ts';
import type { CompiledCondition } from './compiled-condition.ts';
import type { CompileContext } from './context.ts';
import type { Need } from './needs.ts';
import type { Timeline } from './timeline.ts';
import { byTheDay } from './by-the-day.ts';
import { compared } from './condition-comparison.ts';
import { happenedForSession } from './condition-marking.ts';
import { compileWindow } from './compile-window.ts';
import { fullName } from './context.ts';
import { eventDays, paperNamed, turningDays } from './events.ts';
import { earlier, earliestOf, forever, lastsTo, quietTo, untilNext } from './lasting.ts';
import { adultViews, countIssues, isLedgerEvent, standingIssues } from './ledger.ts';
import { distinct } from './needs.ts';
import { actKey } from './timeline.ts';
import type { Three } from './truth.ts';
import { NO, three, UNKNOWN, YES } from './truth.ts';

/**
 * A judgement stands until judged again; inside a review only one of its own time counts. One of each time that something
 * happens is of the last time before it, whenever it is made. Not judged yet is unknown, and names who judges.
 */
export function judged(context: CompileContext, condition: Condition & { kind: 'judged' }): CompiledCondition {
  const name = fullName(context, condition.name);
  const { judgedFrom } = context;
  const latest = (timeline: Timeline, day: Day) => {
    // A session is marked by what is judged of its absence, whenever that is.
    const upTo = context.marking === true ? timeline.asAt : day;
    const all = timeline.judgements.get(name);
    if (condition.each) {
      const times = eventDays(context, condition.each, timeline);
      const of = times.findLast((each) => each <= day);
      const next = times.find((each) => each > day) ?? Number.POSITIVE_INFINITY;
      return of === undefined ? undefined : all?.findLast((each) => of <= each.day && each.day < next);
    }
    const found = all?.findLast((each) => each.day <= upTo);
    if (!found || !judgedFrom) return found;
    const from = judgedFrom.on(timeline, day);
    return from !== undefined && from <= found.day ? found : undefined;
  };
  const need: Need = { kind: 'judgement', what: condition.title, name, by: condition.by ?? null };
  return {
    words: condition.words,
    compares: [],
    pulses: (timeline, day) => latest(timeline, day)?.day === day,
    lasts: (timeline, day) => {
      const found = timeline.judgements.get(name);
      if (found && condition.each) return untilNext(eventDays(context, condition.each, timeline), day);
      if (!found) return forever;
      const judgedAgain = untilNext(
        found.map((each) => each.day),
        day,
      );
      return judgedFrom ? earlier(judgedAgain, judgedFrom.lasts(timeline, day)) : judgedAgain;
    },
    quiet: (timeline, day) =>
      untilNext(
        (timeline.judgements.get(name) ?? []).map((each) => each.day),
        day,
      ),
    holds: (timeline, day) => {
      const found = latest(timeline, day);
      return found ? three(found.holds) : UNKNOWN;
    },
    needs: (timeline, day) => (latest(timeline, day) ? [] : [need]),
  };
}

/** Facts come with the pupil's data or the school's settings. Not given: unknown. */
export function fact(context: CompileContext, condition: Condition & { kind: 'fact' }): CompiledCondition {
  const name = fullName(context, condition.name);
  const short = name.slice(name.lastIndexOf('.') + 1);
  const value = (timeline: Timeline): boolean | undefined => {
    const facts = condition.of === 'school' ? timeline.about.schoolFacts : timeline.about.pupilFacts;
    return facts[name] ?? facts[short];
  };
  return {
    words: condition.words,
    compares: [],
    pulses: () => false,
    lasts: () => forever,
    quiet: () => forever,
    holds: (timeline) => {
      const found = value(timeline);
      return found === undefined ? UNKNOWN : three(found);
    },
    needs: (timeline) => (value(timeline) === undefined ? [{ kind: 'data', what: condition.title }] : []),
  };
}

/** An arrival of the day, logged with its time. A register holds marks, not times: one not logged is not known of. */
export function arriving(context: CompileContext, words: string, bounds: readonly TimeBound[]): CompiledCondition {
  const on = (timeline: Timeline, day: Day): readonly ClockTime[] =>
    (timeline.acts.get(actKey('arrival', 'recorded')) ?? []).flatMap(({ day: at, time }) =>
      at === day && time !== undefined ? [time] : [],
    );
  const named = bounds.flatMap((bound) => (bound.time === undefined && bound.named ? [bound.named.name] : []));
  const recorded = (timeline: Timeline, day: Day): RecordedTimes =>
    new Map(
      named.flatMap((name) =>
        (timeline.acts.get(actKey(fullName(context, name), 'recorded')) ?? []).flatMap((act) =>
          act.day === day && act.time !== undefined ? [[name, act.time] as const] : [],
        ),
      ),
    );
  const holds = (timeline: Timeline, day: Day): Three => {
    const found = on(timeline, day).map((time) => withinBounds(bounds, time, recorded(timeline, day)));
    return found.includes('yes') ? YES : found.includes('perhaps') ? UNKNOWN : NO;
  };
  const arrivalDays = (timeline: Timeline): readonly Day[] =>
    (timeline.acts.get(actKey('arrival', 'recorded')) ?? []).map((act) => act.day);
  const need: Need = { kind: 'reading', what: words, readings: bounds.map((bound) => bound.words) };
  return {
    words,
    compares: [],
    holds,
    pulses: (timeline, day) => holds(timeline, day) === YES,
    lasts: (timeline, day) => (on(timeline, day).length > 0 ? day : untilNext(arrivalDays(timeline), day)),
    quiet: (timeline, day) => untilNext(arrivalDays(timeline), day),
    needs: (timeline, day) => (holds(timeline, day) === UNKNOWN ? [need] : []),
  };
}

/** Acts in the case log. Acts not logged did not happen. */
export function happened(context: CompileContext, condition: Condition & { kind: 'happened' }): CompiledCondition {
  if (context.marking === true && !condition.window) return happenedForSession(context, condition);
  const paper = paperNamed(context.policy, condition.event.name);
  const inside = happenedTo(context, condition);
  if (paper?.perParent === true) return ofEachParent(inside);
  const { name, done } = condition.event;
  const period = context.policy.periods.some((each) => each.name === name) || name.includes('.');
  return period && (done === 'started' || done === 'ended') ? ofPeriod(context, condition, inside) : inside;
}

/** Of notices counted for each parent apart: what is so of all of them, or of the one asked of. */
function ofEachParent(inside: CompiledCondition): CompiledCondition {
  const which: Need = { kind: 'data', what: 'which parent is meant' };
  const answers = (timeline: Timeline, day: Day): readonly Three[] =>
    adultViews(timeline).map((view) => inside.holds(view.timeline, day));
  const holds = (timeline: Timeline, day: Day): Three => {
    const [first, ...others] = answers(timeline, day);
    return others.every((other) => other === first) ? first! : UNKNOWN;
  };
  return {
    ...inside,
    holds,
    pulses: (timeline, day) => adultViews(timeline).some((view) => inside.pulses(view.timeline, day)),
    lasts: (timeline, day) => earliestOf(adultViews(timeline), (view) => lastsTo(inside, view.timeline, day), day),
    quiet: (timeline, day) => earliestOf(adultViews(timeline), (view) => quietTo(inside, view.timeline, day), day),
    needs: (timeline, day) => {
      if (holds(timeline, day) !== UNKNOWN) return [];
      const all = adultViews(timeline);
      const differ = new Set(answers(timeline, day)).size > 1;
      return [...(differ ? [which] : []), ...distinct(all.flatMap((view) => inside.needs(view.timeline, day)))];
    },
  };
}

/** When a period whose readings part starts or ends cannot be told before the last of them has. */
function ofPeriod(
  context: CompileContext,
  { event, comparator, number, window }: Condition & { kind: 'happened' },
  inside: CompiledCondition,
): CompiledCondition {
  const name = fullName(context, event.name);
  const days = window && window.kind !== 'ever' ? compileWindow(context, window) : undefined;
  const parted = (timeline: Timeline, day: Day): readonly (readonly Day[])[] | undefined => {
    const readings = context.period(name)?.readings(timeline, day);
    const each = readings?.map((spans) =>
      spans.map((span) => (event.done === 'started' ? span.from : span.to)).filter((on) => on <= day),
    );
    return each && new Set(each.map((on) => on.join())).size > 1 ? each : undefined;
  };
  const holds = (timeline: Timeline, day: Day): Three => {
    const each = parted(timeline, day);
    const span = days?.on(timeline, day);
    if (!each || span === 'none' || (span && 'need' in span)) return inside.holds(timeline, day);
    const truths = each.map((on) => {
      const times = on.filter((at) => !span || (span.from <= at && at <= span.to)).length;
      return compared(comparator, times - number, times - number);
    });
    return truths.every((truth) => truth === truths[0]) ? truths[0]! : UNKNOWN;
  };
  const never = (timeline: Timeline): boolean =>
    context
      .period(name)
      ?.readings(timeline, timeline.asAt)
      ?.every((spans) => spans.length === 0) ?? false;
  return {
    ...inside,
    holds,
    ...(comparator === 'at least' && number > 0 ? { never } : {}),
    pulses: (timeline, day) => {
      const each = parted(timeline, day);
      return each
        ? each.every((on) => on.length > 0) && each.some((on) => on.at(-1) === day)
        : inside.pulses(timeline, day);
    },
    needs: (timeline, day) => {
      if (holds(timeline, day) !== UNKNOWN) return [];
      return parted(timeline, day) ? [context.period(name)!.need(timeline)] : inside.needs(timeline, day);
    },
  };
}

function happenedTo(context: CompileContext, condition: Condition & { kind: 'happened' }): CompiledCondition {
  const window =
    condition.window && condition.window.kind !== 'ever' ? compileWindow(context, condition.window) : undefined;
  const { comparator, number, event } = condition;
  const several = number > 1 || comparator === 'more than';
  // `at least 2 notices issued`, or any issued in a window, counts them all; `notice paid` is said of the one in question.
  const of = several || (condition.window && condition.window.kind !== 'since') ? 'any' : 'this one';
  const daysOf = (timeline: Timeline, day: Day): readonly Day[] =>
    never(timeline) ? [] : eventDays(context, event, timeline, day, of);
  const atAll = comparator === 'at least' && number > 0;
  const never = neverLogged(context, event);
  // Of a thing that the policy does not declare, each time is counted: two telephone numbers are recorded on one day.
  const everyTime = several ? !context.declared.has(event.name) : false;
  const timesLogged = (timeline: Timeline): readonly Day[] =>
    (timeline.acts.get(actKey(event.name, event.done ?? '')) ?? []).map((act) => act.day);
  const paper = paperNamed(context.policy, event.name);
  const ledger = of === 'any' && event.nth === undefined && isLedgerEvent(paper, event);
  const key = fullName(context, event.name);
  const count = (timeline: Timeline, day: Day): Times | readonly Need[] => {
    const span = window?.on(timeline, day);
    if (span === 'none') return none;
    if (span && 'need' in span) return [span.need];
    const [from, to] = span ? [span.from, span.to] : [Number.NEGATIVE_INFINITY, day];
    if (ledger) return countIssues(standingIssues(timeline, key, day), event.done!, { from, to });
    const inside = (each: Day): boolean => each >= from && each <= to;
    const days = everyTime ? timesLogged(timeline).filter((on) => on <= day) : daysOf(timeline, day);
    const times = days.filter(inside).length;
    return { least: times, most: times, undated: [] };
  };
  const enough = (timeline: Timeline, day: Day): Three => {
    const found = count(timeline, day);
    return 'least' in found ? compared(comparator, found.least - number, found.most - number) : UNKNOWN;
  };
  const turns = (timeline: Timeline): readonly Day[] => (never(timeline) ? [] : turningDays(context, event, timeline));
  const quiet = (timeline: Timeline, day: Day): Day => untilNext(turns(timeline), day);
  const unchanged = (timeline: Timeline, day: Day): Day => {
    const [first = forever] = turns(timeline);
    // What has not happened yet is in no rolling window, wherever that begins.
    if (!window || (condition.window?.kind === 'rolling' && day < first)) return quiet(timeline, day);
    return earlier(quiet(timeline, day), window.lasts(timeline, day));
  };
  const { holds, lasts } = window ? byTheDay(enough, unchanged) : { holds: enough, lasts: unchanged };
  return {
    words: condition.words,
    compares: [],
    ...(atAll ? { never } : {}),
    pulses: (timeline, day) => daysOf(timeline, day).includes(day),
    lasts,
    quiet,
    holds,
    needs: (timeline, day) => {
      const found = count(timeline, day);
      if (!('least' in found)) return found;
      if (holds(timeline, day) !== UNKNOWN) return [];
      if (found.undated.length === 0) return [{ kind: 'reading', what: condition.words, readings: absencesAcross }];
      return found.undated.map((act) => absencesMissing(paper!, act));
    },
  };
}

type Times = ReturnType<typeof countIssues>;
const none: Times = { least: 0, most: 0, undated: [] };
const absencesAcross = ['by the first day of absence', 'by the last day of absence'];

/** The days of absence that a notice is for come with its issue: `issued … about D to D`. */
export function absencesMissing({ title }: Paper, act: Act): Need {
  return { kind: 'data', what: `the days of absence that the ${title} issued on ${formatDay(act.day)} is for` };
}

/** Whether nobody ever logged an event; absences, periods and what begins with another act are not for the log alone to tell. */
function neverLogged(context: CompileContext, { name, done }: Event): (timeline: Timeline) => boolean {
  const full = fullName(context, name);
  const key = actKey(full, done ?? '');
  if (name === 'absence' || done === 'started' || done === 'incurred') return () => false;
  return (timeline) => !timeline.acts.has(key) && (done !== 'ended' || !context.period(full));
}
