import type { Day } from '../../register/day.ts';
import type { ClockTime } from '../../register/clock-time.ts';
import type { Event, Rule, RuleTiming } from '../resolve/policy.ts';
import type { CompiledLayer, CompiledRule } from '../compile/compiled-policy.ts';
import type { Timeline } from '../compile/timeline.ts';
import { absenceOn } from '../compile/absences.ts';
import { current } from '../compile/calendar-tables.ts';
import { fullName } from '../compile/context.ts';
import { eventDays, eventNamed } from '../compile/events.ts';
import { actKey } from '../compile/timeline.ts';

/** What a verb leaves behind in the case log, of the thing it acts on. */
const participles: Readonly<Record<string, readonly string[]>> = {
  send: ['sent'],
  hold: ['held'],
  offer: ['offered'],
  issue: ['issued'],
  make: ['made'],
  agree: ['agreed'],
  decide: ['decided', 'granted', 'refused'],
  grant: ['granted'],
  report: ['reported', 'made'],
  ask: ['asked'],
  give: ['given'],
  record: ['recorded'],
  complete: ['completed', 'complete'],
  arrange: ['held'],
  // Others than the family: a service, a social worker.
  call: ['consulted'],
  contact: ['consulted'],
  visit: ['consulted'],
  join: ['joined'],
};

/** Verbs that leave something of another name, where the family is meant: a call is contact made. */
const leftBehind: Readonly<Record<string, readonly Event[]>> = {
  call: [eventNamed('contact', 'made'), eventNamed('call', 'made')],
  contact: [eventNamed('contact', 'made')],
  visit: [eventNamed('home-visit', 'made')],
};

/**
 * The day, before `until`, on which what a rule asks was done: an act logged since it arose, or the rule itself logged as done. On a
 * ladder by measure an act of the same school year satisfies it, and what is asked once each half term (absence, …) is
 * satisfied by any such act of that half term, whatever brought it: an amended mark never sends a letter twice.
 */
export function doneOn(
  compiled: CompiledRule,
  layer: CompiledLayer,
  timeline: Timeline,
  arose: Day,
  until: Day = endless,
): Day | undefined {
  const from = since(compiled, layer, timeline, arose);
  const after = (days: readonly Day[]): Day | undefined => days.find((day) => day >= from && day < until);
  const told = after((timeline.acts.get(actKey(compiled.name, 'done')) ?? []).map((act) => act.day));
  const { act } = compiled.rule;
  if (told !== undefined || act.kind !== 'verb') return told;
  const left = act.family ? leftBehind[act.verb] : undefined;
  if (left) return earliest(left.map((each) => after(eventDays(layer.context, each, timeline))));
  const each = thingsDone(compiled.rule).map((name) =>
    earliest(
      (participles[act.verb] ?? []).map((done) => after(eventDays(layer.context, eventNamed(name, done), timeline))),
    ),
  );
  return act.join === 'any' ? earliest(each) : latest(each);
}

const endless = Number.MAX_SAFE_INTEGER as Day;

/** Any one of these, logged, settles what a rule asks of one of its objects; empty where only the rule itself can be logged as done. */
export function settlingEvents({ act, timing }: Pick<Rule, 'act' | 'timing'>): readonly Event[] {
  if (act.kind !== 'verb') return [];
  const left = act.family ? leftBehind[act.verb] : undefined;
  return (
    left ??
    thingsDone({ act, timing }).flatMap((name) => (participles[act.verb] ?? []).map((done) => eventNamed(name, done)))
  );
}

/** What an act leaves its mark on: what it acts on, and where someone is asked for something, that. */
function thingsDone({ act, timing }: Pick<Rule, 'act' | 'timing'>): readonly string[] {
  const wanted = timing.flatMap((each) => (each.kind === 'for whom' ? each.names : []));
  if (act.kind !== 'verb') return [];
  return act.verb === 'ask' && wanted.length > 0 ? wanted : act.objects;
}

/** The minute at which what a rule asks was done on a day, where it was logged with its time: the first. */
export function doneAt(
  { name, rule }: CompiledRule,
  layer: CompiledLayer,
  timeline: Timeline,
  day: Day,
): ClockTime | undefined {
  const events = settlingEvents(rule).map((each) => actKey(fullName(layer.context, each.name), each.done!));
  const times = [actKey(name, 'done'), ...events].flatMap((key) =>
    (timeline.acts.get(key) ?? []).flatMap((each) => (each.day === day && each.time !== undefined ? [each.time] : [])),
  );
  return times.length === 0 ? undefined : (Math.min(...times) as ClockTime);
}

/** Whether on a day what a rule asks was logged before something else of that day. */
export function doneJustBefore(
  { name, rule }: CompiledRule,
  layer: CompiledLayer,
  timeline: Timeline,
  day: Day,
  before: Event,
): boolean {
  const keyOf = (each: Event): string => actKey(fullName(layer.context, each.name), each.done ?? '');
  const settling = new Set([actKey(name, 'done'), ...settlingEvents(rule).map(keyOf)]);
  const on = timeline.entries.flatMap((entry) =>
    entry.kind === 'act' && entry.day === day ? [actKey(entry.name, entry.done)] : [],
  );
  const done = on.findIndex((key) => settling.has(key));
  return done >= 0 && done < on.indexOf(keyOf(before));
}

type Cadence = Extract<RuleTiming, { kind: 'once each' | 'each' }>;

/** The first day on which an act satisfies the rule. */
function since(compiled: CompiledRule, layer: CompiledLayer, timeline: Timeline, arose: Day): Day {
  const { stage, timing } = compiled.rule;
  const once = timing.find((each): each is Cadence => each.kind === 'once each');
  if (once?.name === 'absence') return absenceOn(timeline, arose)?.from ?? arose;
  if (once?.unit) return current(timeline.tables, once.unit, arose)?.from ?? arose;
  const ladder = layer.ladders.find((each) => each.ladder.name === stage?.ladder);
  if (ladder?.ladder.by.kind !== 'measure') return arose;
  const year = current(timeline.tables, 'school years', timeline.asAt);
  return year && year.from < arose ? year.from : arose;
}

function earliest(days: readonly (Day | undefined)[]): Day | undefined {
  return days.reduce((a, b) => (a === undefined || (b !== undefined && b < a) ? b : a), undefined);
}

/** All of them done, on the last of the days. */
function latest(days: readonly (Day | undefined)[]): Day | undefined {
  if (days.length === 0 || days.includes(undefined)) return undefined;
  return days.reduce((a, b) => (a === undefined || b! > a ? b : a), undefined);
}
