import type { Act } from '../../register/case-log.ts';
import type { Day } from '../../register/day.ts';
import type { Event, Paper, Policy } from '../resolve/policy.ts';
import { withLayers } from '../resolve/layers.ts';
import type { PaperKind } from '../resolve/policy.ts';
import type { CompileContext } from './context.ts';
import type { Timeline } from './timeline.ts';
import { absences } from './absences.ts';
import { begunBy } from './compiled-period.ts';
import { fullName } from './context.ts';
import { standingIssues } from './ledger.ts';
import { actKey } from './timeline.ts';

/**
 * The days on which something happened, in order, up to a day: as people logged it, or as absences and periods begin
 * and end. Of `this one`, what became of a leave or notice counts for the last one asked for or issued alone.
 */
export function eventDays(
  context: CompileContext,
  event: Event,
  timeline: Timeline,
  upTo: Day = timeline.asAt,
  of: 'any' | 'this one' = 'any',
): readonly Day[] {
  const known = happeningsOf(context, event, timeline);
  const turn = turnOf(known.turns, upTo);
  return (known[of][turn] ??= daysOf(context, event, timeline, upTo, of));
}

const named = new Map<string, Event>();

/** The event that an act is, where no clause names it: one and the same for a name and what became of it. */
export function eventNamed(name: string, done: string): Event {
  const key = actKey(name, done);
  let found = named.get(key);
  if (!found) named.set(key, (found = { name, done, words: '' }));
  return found;
}

/** The days on which `eventDays` may say something else than the day before, in order. */
export function turningDays(context: CompileContext, event: Event, timeline: Timeline): readonly Day[] {
  return happeningsOf(context, event, timeline).turns;
}

/** What is known of one event of a pupil: its turning days, and by how many of them are past, its days. */
interface Happenings {
  readonly turns: readonly Day[];
  readonly any: (readonly Day[])[];
  readonly 'this one': (readonly Day[])[];
}

function happeningsOf(context: CompileContext, event: Event, timeline: Timeline): Happenings {
  const known = ofLayer(timeline, context.policy);
  let found = known.get(event);
  if (!found) known.set(event, (found = { turns: turnsOf(context, event, timeline), any: [], 'this one': [] }));
  return found;
}

/** One event may have different names in two layers. */
function ofLayer({ memory }: Timeline, layer: Policy): Map<Event, Happenings> {
  let known = memory.get(layer) as Map<Event, Happenings> | undefined;
  if (!known) memory.set(layer, (known = new Map()));
  return known;
}

function turnOf(turns: readonly Day[], upTo: Day): number {
  let turn = 0;
  while (turn < turns.length && turns[turn]! <= upTo) turn++;
  return turn;
}

/** An absence is over on the next school day. What became of a paper may be about another one once that is opened. */
function turnsOf(context: CompileContext, { name, done, nth }: Event, timeline: Timeline): readonly Day[] {
  if (done === undefined) return [];
  if (name === 'absence' && (done === 'started' || done === 'ended')) {
    const { schoolDays } = timeline.calendar;
    return inOrder(
      absences(timeline).flatMap(({ from, to }) => [from, schoolDays[timeline.tables.schoolDaysUpTo(to)] ?? to]),
    );
  }
  const key = fullName(context, name);
  const period = context.period(key);
  if (period && (done === 'started' || done === 'ended')) return period.turns(timeline);
  const acts =
    nth !== undefined || paperNamed(context.policy, name)
      ? timeline.entries.filter((entry): entry is Act => entry.kind === 'act' && entry.name === key)
      : (timeline.acts.get(actKey(key, done)) ?? []);
  return inOrder(acts.flatMap(({ day, about }) => (about ? [day, about.from, about.to] : [day])));
}

function inOrder(days: readonly Day[]): readonly Day[] {
  return [...new Set(days)].sort((a, b) => a - b);
}

function daysOf(
  context: CompileContext,
  event: Event,
  timeline: Timeline,
  upTo: Day,
  of: 'any' | 'this one',
): readonly Day[] {
  const { name, done } = event;
  if (done === undefined) return [];
  if (name === 'absence' && (done === 'started' || done === 'ended')) return absenceDays(timeline, done, upTo);
  const period = context.period(fullName(context, name));
  if (period && (done === 'started' || done === 'ended')) {
    const spans = begunBy(period, timeline, upTo) ?? [];
    return spans.map((span) => (done === 'started' ? span.from : span.to)).filter((day) => day <= upTo);
  }
  const paper = paperNamed(context.policy, name);
  const key = fullName(context, name);
  if (event.nth !== undefined) return nthDays(timeline, key, event, upTo);
  if (done === 'incurred' && paper?.paper === 'notice') {
    return standingIssues(timeline, key, upTo).flatMap((act) => (act.about ? [act.about.to] : []));
  }
  const acts =
    of === 'this one' && paper
      ? ofThisOne(timeline, paper, key, done, upTo)
      : (timeline.acts.get(actKey(key, done)) ?? []);
  const days = acts.map((act) => (begins(done) ? (act.about?.from ?? act.day) : act.day));
  return inOrder(days).filter((day) => day <= upTo);
}

/** Of the nth notice issued: that day, or when it was paid, received and so on before the next one. */
function nthDays(timeline: Timeline, key: string, { done, nth }: Event, upTo: Day): readonly Day[] {
  const issues = standingIssues(timeline, key, upTo);
  const issued = issues[nth! - 1];
  if (!issued || done === undefined) return [];
  if (done === 'issued') return [issued.day];
  const next = issues[nth!]?.day ?? Number.MAX_SAFE_INTEGER;
  return (timeline.acts.get(actKey(key, done)) ?? [])
    .map((act) => act.day)
    .filter((day) => issued.day <= day && day < next && day <= upTo);
}

/** A paper of the policy itself, or of a layer above by `layer.name`. */
export function paperNamed(policy: Policy, name: string): Paper | undefined {
  const own = policy.papers.find((each) => each.name === name);
  if (own || !name.includes('.')) return own;
  const layer = withLayers(policy).find((each) => name.startsWith(`${each.id}.`));
  return layer?.papers.find((each) => `${layer.id}.${each.name}` === name);
}

/** The first day of the leave last asked for, whether or not it has come: what it is asked for says. */
export function plannedDay(context: CompileContext, event: Event, timeline: Timeline): Day | undefined {
  const paper = paperNamed(context.policy, event.name);
  if (paper?.paper === 'leave' && event.done === 'started') {
    const key = fullName(context, event.name);
    const opened = openings.leave!.flatMap((word) => timeline.acts.get(actKey(key, word)) ?? []);
    const planned = opened.toSorted((a, b) => a.day - b.day).at(-1)?.about?.from;
    if (planned !== undefined) return planned;
  }
  return eventDays(context, event, timeline, timeline.asAt, 'this one').at(-1);
}

/** `exclusion started`, `leave taken`: on the first day of what they are about, whenever they were written down. */
function begins(done: string): boolean {
  return done === 'started' || done === 'taken';
}

/** What opens one leave, or one notice: what becomes of it afterwards is about that one. */
const openings: Partial<Record<PaperKind, readonly string[]>> = {
  leave: ['asked', 'taken', 'started'],
  notice: ['issued'],
};

/** What became of the leave or notice in question on a day: the last one asked for, begun or issued. */
function ofThisOne(timeline: Timeline, paper: Paper, key: string, done: string, upTo: Day): readonly Act[] {
  // That a leave began is known from when it was taken.
  const words = done === 'started' ? ['started', 'taken'] : [done];
  const acts = (each: readonly string[]): readonly Act[] =>
    each.flatMap((word) => timeline.acts.get(actKey(key, word)) ?? []).filter((act) => act.day <= upTo);
  const opened = acts(openings[paper.paper] ?? []).toSorted((a, b) => a.day - b.day);
  const last = opened.at(-1);
  return acts(words).filter((act) => {
    const own = act.about ? act : (opened.findLast((each) => each.day <= act.day) ?? act);
    return !last || own === last || overlap(own, last);
  });
}

function overlap(a: Act, b: Act): boolean {
  return a.about !== undefined && b.about !== undefined && a.about.from <= b.about.to && b.about.from <= a.about.to;
}

function absenceDays(timeline: Timeline, done: 'started' | 'ended', upTo: Day): readonly Day[] {
  const last = timeline.tables.schoolDaysUpTo(upTo) - 1;
  return absences(timeline)
    .map((each) => (done === 'started' ? each.from : each.to))
    .filter((day) => day <= upTo && (done === 'started' || day < timeline.calendar.schoolDays[last]!));
}
