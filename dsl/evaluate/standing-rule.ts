import type { Day } from '../../register/day.ts';
import type { CompiledLayer, CompiledRule } from '../compile/compiled-policy.ts';
import type { CompiledLadder } from '../compile/ladder-track.ts';
import type { Timeline } from '../compile/timeline.ts';
import type { Need } from './finding.ts';
import { addDays } from '../../register/day.ts';
import { distinct } from '../compile/compile-condition.ts';
import { eventDays } from '../compile/events.ts';
import { comesTrue } from '../compile/ladder-track.ts';
import { NO, UNKNOWN, YES } from '../compile/truth.ts';
import { stageIndex, stageReachedOn, stageSince } from './ladders.ts';
import { absenceDay } from './absence-day.ts';

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
      /** An exception that nobody has ruled out. */ readonly open: readonly Need[];
    }
  | { readonly kind: 'undetermined'; readonly arose: Day; readonly needs: readonly Need[] };

const notApplicable: RuleStanding = { kind: 'not applicable' };

export function standingOf(compiled: CompiledRule, layer: CompiledLayer, timeline: Timeline): RuleStanding {
  const arose = whenArose(compiled, layer, timeline);
  if (arose === undefined) return notApplicable;
  if ('overtaken' in arose) return { kind: 'overtaken', arose: arose.overtaken };
  const settled = settle(compiled, timeline);
  if (settled.kind === 'no') return notApplicable;
  if (settled.kind === 'open') return { kind: 'undetermined', arose: arose.day, needs: settled.needs };
  return { kind: 'applies', arose: arose.day, open: settled.exceptions };
}

type Arising = { readonly day: Day } | { readonly overtaken: Day } | undefined;

/** Stage, then blocks from the outermost, then what the sentence's own times hang on. */
function whenArose(compiled: CompiledRule, layer: CompiledLayer, timeline: Timeline): Arising {
  const { rule } = compiled;
  let from = timeline.joined;
  let bound = false;
  if (rule.stage) {
    const stage = stageArising(compiled, layer, timeline);
    if (!stage || 'overtaken' in stage) return stage;
    from = stage.day;
    bound = true;
  }
  for (const block of compiled.blocks) {
    if (block.kind === 'where') continue;
    const day =
      block.kind === 'when' ? lastEdge(block.condition, timeline, from) : runSince(block.condition, timeline, from);
    if (day === undefined) return undefined;
    from = day;
    bound = true;
  }
  const hung = ownAnchor(compiled, layer, timeline);
  if (hung === 'none') return bound || standsAlways(compiled) ? { day: from } : undefined;
  return hung === undefined ? undefined : { day: hung > from ? hung : from };
}

/** Options and bars at the top of a policy, or in a paper other than leave, stand without anything to bring them. */
function standsAlways(compiled: CompiledRule): boolean {
  return compiled.rule.mode !== 'duty' && compiled.rule.mode !== 'agenda';
}

function stageArising(compiled: CompiledRule, layer: CompiledLayer, timeline: Timeline): Arising {
  const { stage } = compiled.rule;
  const ladder = layer.ladders.find((each) => each.ladder.name === stage!.ladder);
  if (!ladder) return undefined;
  const wanted = ladder.stages.findIndex((each) => each.stage.name === stage!.stage);
  const at = stageIndex(ladder, timeline, timeline.asAt);
  if (at === wanted) return { day: stageSince(ladder, timeline) };
  if (at < wanted) return undefined;
  const passed = passedOn(ladder, timeline, wanted);
  return passed === undefined ? undefined : { overtaken: passed };
}

function passedOn(ladder: CompiledLadder, timeline: Timeline, wanted: number): Day | undefined {
  if (ladder.ladder.by.kind !== 'measure') return undefined;
  return stageReachedOn(ladder, timeline, wanted, timeline.joined);
}

function lastEdge(
  condition: CompiledRule['guards'][number]['condition'],
  timeline: Timeline,
  from: Day,
): Day | undefined {
  for (let day = timeline.asAt; day >= from; day = addDays(day, -1)) {
    if (comesTrue([condition], timeline, day, day === timeline.joined)) return day;
  }
  return undefined;
}

function runSince(
  condition: CompiledRule['guards'][number]['condition'],
  timeline: Timeline,
  from: Day,
): Day | undefined {
  let day = timeline.asAt;
  if (condition.holds(timeline, day) !== YES) return undefined;
  while (day > from && condition.holds(timeline, addDays(day, -1)) === YES) day = addDays(day, -1);
  return day;
}

/** The event a sentence's times hang on: `within 10 school days of leave asked`, `on absence day 1`, or its paper's own beginning. */
function ownAnchor(compiled: CompiledRule, layer: CompiledLayer, timeline: Timeline): Day | undefined | 'none' {
  const { rule } = compiled;
  for (const timing of rule.timing) {
    if (timing.kind === 'absence day') {
      const running = absenceDay(timeline, timeline.asAt);
      return running && timing.numbers.includes(running.number) ? timeline.asAt : undefined;
    }
    if (timing.kind === 'within' && timing.of) return eventDays(layer.context, timing.of, timeline).at(-1);
    if (timing.kind === 'after event' && rule.mode === 'duty')
      return eventDays(layer.context, timing.event, timeline).at(-1);
  }
  const paper = layer.policy.papers.find((each) => each.name === rule.paper);
  if (paper?.paper === 'leave')
    return eventDays(layer.context, { name: paper.name, done: 'asked', words: '' }, timeline).at(-1);
  return 'none';
}

type Settled =
  | { readonly kind: 'yes'; readonly exceptions: readonly Need[] }
  | { readonly kind: 'no' }
  | { readonly kind: 'open'; readonly needs: readonly Need[] };

/** `if` must be proved; `unless` holds unless its condition is proved, and an open exception is named. */
function settle(compiled: CompiledRule, timeline: Timeline): Settled {
  const { asAt } = timeline;
  const needs: Need[] = [];
  const exceptions: Need[] = [];
  const wheres = compiled.blocks.filter((block) => block.kind === 'where').map((block) => block.condition);
  const proved = [...wheres, ...(compiled.gate ? [compiled.gate] : []), ...compiled.needs];
  for (const guard of compiled.guards) {
    if (guard.kind === 'if') proved.push(guard.condition);
    else {
      const excepted = guard.condition.holds(timeline, asAt);
      if (excepted === YES) return { kind: 'no' };
      if (excepted === UNKNOWN) exceptions.push(...guard.condition.needs(timeline, asAt));
    }
  }
  for (const condition of proved) {
    const holds = condition.holds(timeline, asAt);
    if (holds === NO) return { kind: 'no' };
    if (holds === UNKNOWN) needs.push(...condition.needs(timeline, asAt));
  }
  return needs.length > 0
    ? { kind: 'open', needs: distinct(needs) }
    : { kind: 'yes', exceptions: distinct(exceptions) };
}
