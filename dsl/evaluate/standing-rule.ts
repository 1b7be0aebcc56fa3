import type { Day } from '../../register/day.ts';
import type { CompiledLayer, CompiledRule } from '../compile/compiled-policy.ts';
import type { Condition } from '../resolve/policy.ts';
import type { CompiledCondition } from '../compile/compiled-condition.ts';
import type { Timeline } from '../compile/timeline.ts';
import type { Need } from './finding.ts';
import { addDays } from '../../register/day.ts';
import { comesTrue } from '../compile/ladder-steps.ts';
import { eventDays } from '../compile/events.ts';
import { distinct } from '../compile/needs.ts';
import { lastsTo, restTo } from '../compile/lasting.ts';
import { NO, UNKNOWN, YES } from '../compile/truth.ts';
import { anchorOf, undatedCadence } from './anchors.ts';
import { partedBehind } from './contradictions.ts';
import { reachedSince, stageIndex, stageSince } from './ladders.ts';

/**
 * How a rule stands for a pupil on the day: it does not apply; it applies since a day; what brought it has been
 * overtaken by a higher stage; or it cannot be told, and what would tell it.
 */
export type RuleStanding =
  | { readonly kind: 'not applicable' }
  | { readonly kind: 'overtaken'; readonly arose: Day }
  | {
      readonly kind: 'applies';
      readonly arose: Day;
      /** Exceptions that nobody has ruled out. */
      readonly open: readonly Need[];
    }
  | { readonly kind: 'undetermined'; readonly arose: Day; readonly needs: readonly Need[] };

const notApplicable: RuleStanding = { kind: 'not applicable' };

export function standingOf(compiled: CompiledRule, layer: CompiledLayer, timeline: Timeline): RuleStanding {
  if (!inItsDates(compiled, timeline.asAt) || joinsLater(timeline)) return notApplicable;
  const arising = whenArose(compiled, layer, timeline);
  if (arising === undefined) return notApplicable;
  if ('overtaken' in arising) return { kind: 'overtaken', arose: arising.overtaken };
  const settled = settle(compiled, timeline);
  if (settled.kind === 'no') return notApplicable;
  const needs = distinct([...arising.needs, ...settled.needs, ...partedBehind(compiled, layer, timeline)]);
  if (needs.length > 0 || settled.kind === 'open') return { kind: 'undetermined', arose: arising.day, needs };
  return { kind: 'applies', arose: arising.day, open: settled.exceptions };
}

function joinsLater({ about, asAt }: Timeline): boolean {
  const { onRollFrom } = about.onRoll;
  return onRollFrom !== undefined && asAt < onRollFrom;
}

function inItsDates(compiled: CompiledRule, day: Day): boolean {
  const { from, to } = compiled.rule.place.inForce ?? {};
  return (from === undefined || from <= day) && (to === undefined || day <= to);
}

/** Since when, and what would tell whether it arose at all. */
type Arising = { readonly day: Day; readonly needs: readonly Need[] } | { readonly overtaken: Day } | undefined;

/** Stage, then blocks from the outermost, then what the sentence's own times hang on. */
function whenArose(compiled: CompiledRule, layer: CompiledLayer, timeline: Timeline): Arising {
  let from = timeline.joined;
  let upTo = timeline.asAt;
  let bound = false;
  const needs: Need[] = [];
  const review = layer.reviews.find((each) => each.review.name === compiled.rule.review);
  if (review) {
    // What a review brings stands although it has moved the pupil on.
    const stay = review.lastStay(timeline);
    if (!stay) return undefined;
    ({ from, to: upTo } = stay);
  } else if (compiled.rule.stage) {
    const stage = stageArising(compiled, layer, timeline);
    if (!stage || 'overtaken' in stage) return stage;
    from = stage.day;
    bound = true;
  }
  for (const block of compiled.blocks) {
    if (block.condition.never?.(timeline) === true) return undefined;
    if (block.kind === 'where') continue;
    const day =
      block.kind === 'when'
        ? lastEdge(block.condition, timeline, from, upTo)
        : runSince(block.condition, timeline, from);
    bound = true;
    if (day !== undefined) from = day;
    else if (block.condition.holds(timeline, upTo) === UNKNOWN) {
      from = upTo;
      needs.push(...block.condition.needs(timeline, upTo));
    } else return undefined;
  }
  const undated = undatedCadence(compiled, timeline);
  if (undated) return { day: from, needs: [...needs, undated] };
  const hung = anchorOf(compiled, layer, timeline);
  if (hung === 'none') {
    if (bound || standsAlways(compiled)) return { day: from, needs };
    const brought = broughtByGuards(compiled, timeline, from) ?? beforeWhatCame(compiled, layer, timeline, from);
    return brought === undefined ? undefined : { day: brought, needs };
  }
  return hung === undefined ? undefined : { day: hung > from ? hung : from, needs };
}

/** `must record "why" if contract refused`: what happened brings the duty, since when all its conditions are proved. */
function broughtByGuards({ rule, guards }: CompiledRule, timeline: Timeline, from: Day): Day | undefined {
  const conditions = guards.flatMap(({ kind, condition }, index) =>
    kind === 'if' && tellsOfHappening(rule.guards[index]!.condition) ? [condition] : [],
  );
  if (conditions.length === 0 || conditions.some((each) => each.never?.(timeline) === true)) return undefined;
  const days = conditions.map((each) => runSince(each, timeline, from));
  return days.includes(undefined) ? undefined : (Math.max(...(days as readonly Day[])) as Day);
}

/** `must make check before notice issued`: once it is issued the check should have been made, since the one before it. */
function beforeWhatCame({ rule }: CompiledRule, layer: CompiledLayer, timeline: Timeline, from: Day): Day | undefined {
  const before = rule.timing.find((timing) => timing.kind === 'before event');
  if (before?.kind !== 'before event' || rule.mode !== 'duty') return undefined;
  const days = eventDays(layer.context, before.event, timeline);
  return days.length === 0 ? undefined : (days.at(-2) ?? from);
}

function tellsOfHappening(condition: Condition): boolean {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.parts.some(tellsOfHappening);
    case 'not':
      return condition.part.kind === 'judged';
    default:
      return ['happened', 'judged', 'today', 'arriving', 'outcome', 'complete'].includes(condition.kind);
  }
}

/** Options and bars at the top of a policy, or in a paper other than leave, and what is asked of schools stand without anything to bring them. */
function standsAlways({ rule }: CompiledRule): boolean {
  return rule.of !== 'pupil' || (rule.mode !== 'duty' && rule.mode !== 'agenda');
}

function stageArising(compiled: CompiledRule, layer: CompiledLayer, timeline: Timeline): Arising {
  const { stage } = compiled.rule;
  const ladder = layer.ladders.find((each) => each.ladder.name === stage!.ladder);
  if (!ladder) return undefined;
  const wanted = ladder.stages.findIndex((each) => each.stage.name === stage!.stage);
  if (stageIndex(ladder, timeline, timeline.asAt) === wanted) return { day: stageSince(ladder, timeline), needs: [] };
  const passed = reachedSince(ladder, timeline, wanted);
  return passed === undefined ? undefined : { overtaken: passed };
}

function lastEdge(condition: CompiledCondition, timeline: Timeline, from: Day, upTo: Day): Day | undefined {
  let edge: Day | undefined;
  for (let day = from; day <= upTo;) {
    if (comesTrue([condition], timeline, day)) edge = day;
    day = addDays(restTo([condition], timeline, day), 1);
  }
  return edge;
}

function runSince(condition: CompiledCondition, timeline: Timeline, from: Day): Day | undefined {
  const { asAt } = timeline;
  if (condition.holds(timeline, asAt) !== YES) return undefined;
  let since: Day | undefined;
  for (let day = from; day <= asAt;) {
    if (condition.holds(timeline, day) === YES) since ??= day;
    else since = undefined;
    day = addDays(lastsTo(condition, timeline, day), 1);
  }
  return since ?? asAt;
}

type Settled =
  | { readonly kind: 'yes'; readonly exceptions: readonly Need[]; readonly needs: readonly Need[] }
  | { readonly kind: 'no' }
  | { readonly kind: 'open'; readonly needs: readonly Need[] };

/** `if` must be proved; `unless` holds unless its condition is proved, and an open exception is named. A bar with an exception stays, to say that it is lifted. */
function settle(compiled: CompiledRule, timeline: Timeline): Settled {
  const { asAt } = timeline;
  const needs: Need[] = [];
  const exceptions: Need[] = [];
  const wheres = compiled.blocks.filter((block) => block.kind === 'where').map((block) => block.condition);
  const proved = [...wheres, ...(compiled.gate ? [compiled.gate] : []), ...compiled.needs];
  const bar = compiled.rule.mode === 'bar' || compiled.rule.mode === 'presumption';
  for (const guard of compiled.guards) {
    if (guard.kind === 'if') proved.push(guard.condition);
    else {
      const excepted = guard.condition.holds(timeline, asAt);
      if (excepted === YES && !bar) return { kind: 'no' };
      if (excepted === UNKNOWN) exceptions.push(...guard.condition.needs(timeline, asAt));
    }
  }
  let open = false;
  for (const condition of proved) {
    const holds = condition.holds(timeline, asAt);
    if (holds === NO) return { kind: 'no' };
    if (holds !== UNKNOWN) continue;
    open = true;
    needs.push(...condition.needs(timeline, asAt));
  }
  return open ? { kind: 'open', needs: distinct(needs) } : { kind: 'yes', exceptions: distinct(exceptions), needs: [] };
}
