import type { Act } from '../../../register/case-log.ts';
import type { Day } from '../../../register/day.ts';
import type * as p from '../../../dsl/resolve/policy.ts';
import { addDays } from '../../../register/day.ts';
import type { Plain } from './plain.ts';
import { inSpan } from './plain.ts';
import { spansOf } from './plain-calendar.ts';
import type { PlainSpan } from './plain-days.ts';
import { sessionStands } from './plain-days.ts';
import { periodReadings } from './plain-windows.ts';

/** Sessions, or days, still to come that the pupil was by a day expected to miss. */
export function expectedAfter(plain: Plain, measure: p.Measure & { kind: 'count' }, day: Day): number {
  const acts = plain.entries.filter((entry): entry is Act => entry.kind === 'act' && entry.day <= day);
  const said = acts.findLast(
    ({ name, done, about }) => done === 'expected' && about && (name === 'absence' || name === 'return'),
  );
  if (!said) return 0;
  const about = said.about!;
  const span = said.name === 'absence' ? about : { from: said.day, to: addDays(about.from, -1) };
  if (acts.slice(acts.indexOf(said)).some(({ name, done }) => name === 'pupil' && done === 'returned')) return 0;
  const since = said.day >= span.from ? addDays(said.day, 1) : span.from;
  const back = plain.sessions.some(
    (each) => since <= each.day && each.day <= day && sessionStands(each, { class: 'attended' }) === 'in',
  );
  if (back || span.to < day) return 0;
  const missed = plain.sessions.filter(
    (each) => inSpan(span, each.day) && each.day <= endOf(plain, measure.window, day),
  );
  const today = missed.filter((each) => each.day === day && day === plain.asAt && each.code === 'not yet').length;
  const after = missed.filter((each) => each.day > day).length;
  return measure.unit === 'school days' ? after / 2 + Math.floor(today / 2) : after + today;
}

function endOf(plain: Plain, window: p.Window, day: Day): Day {
  const last = (spans: readonly PlainSpan[] = []): Day => spans.filter(({ from }) => from <= day).at(-1)?.to ?? day;
  if (window.kind === 'this') return last(spansOf(plain.about, window.unit));
  return window.kind === 'during' ? last(periodReadings(plain, window.period)?.[0]) : (Number.MAX_SAFE_INTEGER as Day);
}
