import type { Day } from '../../register/day.ts';
import type { CompiledLayer, CompiledRule } from '../compile/compiled-policy.ts';
import type { Timeline } from '../compile/timeline.ts';
import { current } from '../compile/calendar-tables.ts';
import { eventDays } from '../compile/events.ts';

/** What a verb leaves behind in the case log. */
const participles: Readonly<Record<string, readonly string[]>> = {
  send: ['sent'],
  hold: ['held'],
  offer: ['offered'],
  issue: ['issued'],
  make: ['made'],
  agree: ['agreed'],
  decide: ['decided'],
  refer: ['made', 'accepted'],
  report: ['reported', 'made'],
  call: ['made'],
  visit: ['made'],
  tell: ['made', 'given'],
  ask: ['asked'],
  give: ['given'],
  record: ['recorded'],
  complete: ['completed', 'complete'],
  arrange: ['held'],
  monitor: ['recorded'],
};

/**
 * The day on which what a rule asks was done: an act logged since it arose. On a ladder by measure, an act of the same
 * school year satisfies it, so that a mark amended afterwards never sends a letter twice.
 */
export function doneOn(compiled: CompiledRule, layer: CompiledLayer, timeline: Timeline, arose: Day): Day | undefined {
  const { act, stage } = compiled.rule;
  if (act.kind !== 'verb') return undefined;
  const ladder = layer.ladders.find((each) => each.ladder.name === stage?.ladder);
  const year = current(timeline.tables, 'school years', timeline.asAt);
  const from = ladder?.ladder.by.kind === 'measure' && year ? Math.min(year.from, arose) : arose;
  const names = act.objects;
  const days = names.map((name) =>
    (participles[act.verb] ?? [])
      .flatMap((done) => eventDays(layer.context, { name, done, words: '' }, timeline))
      .filter((day) => day >= from),
  );
  const each = days.map((found) => (found.length === 0 ? undefined : Math.min(...found)));
  if (act.join === 'any') {
    const done = each.filter((day) => day !== undefined);
    return done.length === 0 ? undefined : (Math.min(...done) as Day);
  }
  return each.some((day) => day === undefined) || each.length === 0
    ? undefined
    : (Math.max(...(each as number[])) as Day);
}
