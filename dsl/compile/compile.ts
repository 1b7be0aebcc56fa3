import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Policy, Rule, Service, Threshold } from '../resolve/policy.ts';
import type { CompiledCondition } from './compiled-condition.ts';
import type { CompiledLayer, CompiledPolicy, CompiledRule } from './compiled-policy.ts';
import type { CompiledPeriod } from './compiled-period.ts';
import type { CompileContext } from './context.ts';
import type { Need } from './needs.ts';
import { clauseOf } from './context.ts';
import type { CompiledLadder } from './ladder-track.ts';
import type { ClassTable } from './session-classes.ts';
import { compileCondition } from './compile-condition.ts';
import { compileMeasure } from './compile-measure.ts';
import type { CompiledPaper } from './compile-paper.ts';
import { compilePaper } from './compile-paper.ts';
import type { CompiledReview } from './compile-review.ts';
import { compileReview } from './compile-review.ts';
import { contradictionsBehind } from './rests-on.ts';
import { compilePeriod } from './compile-period.ts';
import { standsTo } from './ladder-stay.ts';
import { compileLadder } from './ladder-track.ts';
import { classTable } from './session-classes.ts';
import type { ClockTime } from '../../register/clock-time.ts';
import type { Day } from '../../register/day.ts';
import type { Timeline } from './timeline.ts';
import type { Three } from './truth.ts';
import { NO, three, UNKNOWN, YES } from './truth.ts';
import { earlier, forever, lastsTo, quietTo } from './lasting.ts';
import { withLayers } from '../resolve/layers.ts';

/** Compiles a policy with the layers above it. Deterministic, and without effects. */
export function compilePolicy(policy: Policy): CompiledPolicy {
  const classes = classTable();
  for (const name of ['possible', 'attended', 'authorised', 'unauthorised', 'late', 'absent'] as const)
    classes.slotOf({ class: name });
  const all = new Shared();
  const layers = withLayers(policy).map((each) => compileLayer(each, policy, classes, all));
  return { policy, digest: digestOf(layers.map((layer) => layer.policy)), classes, layers };
}

function digestOf(policies: readonly Policy[]): string {
  return bytesToHex(sha256(utf8ToBytes(policies.map((each) => `${each.id}\n${each.source.text}`).join('\u0000'))));
}

/** What every layer's conditions look each other up in. */
class Shared {
  readonly conditions = new Map<string, () => CompiledCondition>();
  readonly made = new Map<string, CompiledCondition>();
  readonly periods = new Map<string, CompiledPeriod>();
  readonly ladders = new Map<string, CompiledLadder>();
  readonly services = new Map<string, Service>();
  readonly papers = new Map<string, CompiledPaper>();
  readonly reviews = new Map<string, CompiledReview>();
  private readonly making = new Set<string>();

  named(name: string): CompiledCondition | undefined {
    const known = this.made.get(name);
    if (known || this.making.has(name)) return known;
    this.making.add(name);
    const found = this.conditions.get(name)?.();
    this.making.delete(name);
    if (found) this.made.set(name, found);
    return found;
  }
}

function compileLayer(policy: Policy, root: Policy, classes: ClassTable, all: Shared): CompiledLayer {
  const prefix = policy.id === root.id ? '' : `${policy.id}.`;
  const context: CompileContext = {
    policy,
    prefix,
    classes,
    declared: declaredNames(policy),
    hours: { from: timeNamed(root, 'day-starts'), until: timeNamed(root, 'day-ends') },
    named: (name) => all.named(name),
    period: (name) => all.periods.get(name),
    atStage: (ladder, stage) => atStage(all, ladder, stage),
    ladderNeeds: (ladder) => needsOf(all.ladders.get(ladder)),
    service: (name) => all.services.get(name),
    paper: (name) => all.papers.get(name),
    review: (name) => all.reviews.get(name),
    track: (ladder) => all.ladders.get(ladder)?.track,
  };
  for (const each of policy.thresholds) all.conditions.set(`${prefix}${each.name}`, () => inItsDates(context, each));
  for (const each of policy.periods) all.periods.set(`${prefix}${each.name}`, compilePeriod(context, each));
  for (const each of policy.services) all.services.set(`${prefix}${each.name}`, each);
  const papers = policy.papers.map((paper) => compilePaper(context, paper));
  for (const paper of papers) all.papers.set(paper.name, paper);
  const reviews = policy.reviews.map((review) => compileReview(context, review));
  for (const review of reviews) all.reviews.set(review.name, review);
  const ladders = policy.ladders.map((ladder) => compileLadder(context, ladder));
  for (const ladder of ladders) {
    all.ladders.set(ladder.name, ladder);
    for (const { stage } of ladder.stages) {
      all.conditions.set(`${ladder.name}.${stage.name}`, () => stageReached(ladder, stage.name));
    }
  }
  return {
    policy,
    prefix,
    context,
    thresholds: policy.thresholds.map((threshold) => {
      const name = `${prefix}${threshold.name}`;
      return { name, threshold, condition: all.named(name)! };
    }),
    ladders,
    papers,
    reviews,
    bands: policy.bands.map((bands) => ({
      name: `${prefix}${bands.name}`,
      bands,
      measure: compileMeasure(context, bands.measure),
      parts: (bands.measure.kind === 'ratio' ? [bands.measure.top, bands.measure.bottom] : []).map((each) =>
        compileMeasure(context, each),
      ),
    })),
    rewards: policy.rewards.map((reward) => ({
      name: `${prefix}${reward.name}`,
      reward,
      condition: 'condition' in reward.to ? compileCondition(context, reward.to.condition) : undefined,
    })),
    rules: policy.rules.map((rule) => compileRule(context, rule)),
    contradictions: policy.contradictions,
  };
}

/** The first that states it, the policy itself before the layers above. */
function timeNamed(root: Policy, name: string): ClockTime | undefined {
  const times = withLayers(root).flatMap((layer) => layer.times);
  return times.find((each) => each.name === name && each.time !== undefined)?.time;
}

/** A clause past its own dates says nothing: it is not stated since, and not yet before. */
function inItsDates(context: CompileContext, threshold: Threshold): CompiledCondition {
  const inside = compileCondition(context, threshold.condition);
  const { inForce } = threshold.place;
  if (!inForce) return inside;
  const holdsOn = (day: Day): boolean =>
    (inForce.from === undefined || inForce.from <= day) && (inForce.to === undefined || day <= inForce.to);
  const need: Need = { kind: 'not stated', what: threshold.title, clause: clauseOf(threshold.place, context.prefix) };
  return {
    words: inside.words,
    holds: (timeline, day) => (holdsOn(day) ? inside.holds(timeline, day) : UNKNOWN),
    needs: (timeline, day) => (holdsOn(day) ? inside.needs(timeline, day) : [need]),
    pulses: (timeline, day) => holdsOn(day) && inside.pulses(timeline, day),
    lasts: (timeline, day) => (holdsOn(day) ? earlier(inForce.to ?? forever, lastsTo(inside, timeline, day)) : day),
    quiet: (timeline, day) => quietTo(inside, timeline, day),
    get compares() {
      return inside.compares;
    },
  };
}

function compileRule(context: CompileContext, rule: Rule): CompiledRule {
  const paper = context.policy.papers.find((each) => each.name === rule.paper);
  const issuing = rule.act.kind === 'verb' && rule.paper !== undefined && rule.act.objects.includes(rule.paper);
  return {
    name: `${context.prefix}${rule.id}`,
    rule,
    blocks: rule.blocks.map((block) => ({ kind: block.kind, condition: compileCondition(context, block.condition) })),
    gate: rule.gate && compileCondition(context, rule.gate),
    guards: rule.guards.map((guard) => ({ kind: guard.kind, condition: compileCondition(context, guard.condition) })),
    needs: issuing ? (paper?.needs ?? []).map((need) => compileCondition(context, need)) : [],
    contradictions: contradictionsBehind(context.policy, rule),
  };
}

/** Names that the layer's own clauses use without a prefix. */
function declaredNames(policy: Policy): ReadonlySet<string> {
  return new Set(
    [
      policy.judgements,
      policy.facts,
      policy.thresholds,
      policy.periods,
      policy.papers,
      policy.reviews,
      policy.ladders,
      policy.roles,
      policy.services,
      policy.rewards,
      policy.bands,
    ]
      .flatMap((each) => each.map((declared) => declared.name))
      // A sentence is logged as done under its id.
      .concat(policy.rules.map((rule) => rule.id)),
  );
}

function needsOf(ladder: CompiledLadder | undefined): ReturnType<CompileContext['ladderNeeds']> {
  return ladder && ((timeline, day) => ladder.open(timeline, day).needs);
}

function atStage(all: Shared, name: string, stage: string): ReturnType<CompileContext['atStage']> {
  const ladder = all.ladders.get(name);
  if (!ladder) return undefined;
  const index = ladder.stages.findIndex((each) => each.stage.name === stage);
  return {
    holds: (timeline, day) => {
      const { surely, possibly } = standing(ladder, timeline, day);
      if (surely === possibly || index < surely || index > possibly) return three(surely === index);
      return UNKNOWN;
    },
    lasts: (timeline, day) => standingLasts(ladder, timeline, day),
  };
}

/** A stage named as a clause: reached, now or higher. */
function stageReached(ladder: CompiledLadder, stage: string): CompiledCondition {
  const index = ladder.stages.findIndex((each) => each.stage.name === stage);
  const holds = (timeline: Timeline, day: Day): Three => {
    const { surely, possibly } = standing(ladder, timeline, day);
    return surely >= index ? YES : possibly >= index ? UNKNOWN : NO;
  };
  return {
    words: ladder.stages[index]!.stage.title,
    compares: [],
    needs: (timeline, day) => (holds(timeline, day) === UNKNOWN ? ladder.open(timeline, day).needs : []),
    pulses: () => false,
    holds,
    lasts: (timeline, day) => standingLasts(ladder, timeline, day),
    quiet: () => forever,
  };
}

/**
 * The stage a pupil surely stands at on a day, and the highest that marks not taken leave possible; −1 for none. While
 * a ladder by steps is replayed, others see it as it stood at the end of the day before.
 */
function standing(
  ladder: CompiledLadder,
  timeline: Timeline,
  day: Day,
): { readonly surely: number; readonly possibly: number } {
  const offset = Math.min(day, timeline.asAt) - timeline.joined;
  if (offset < 0) return { surely: -1, possibly: -1 };
  const track = ladder.track(timeline, day);
  const surely = track.filled === 0 && offset === 0 ? -1 : track.at[Math.min(offset, Math.max(0, track.filled - 1))]!;
  if (ladder.ladder.by.kind === 'steps') return { surely, possibly: surely };
  return { surely, possibly: Math.max(surely, ladder.range(timeline, day).possibly) };
}

function standingLasts(ladder: CompiledLadder, timeline: Timeline, day: Day): Day {
  const stands = standsTo(ladder.track(timeline, day), timeline, day);
  return ladder.ladder.by.kind === 'steps' ? stands : earlier(stands, ladder.rangeLasts(timeline, day));
}
