import type { Measure } from '../resolve/policy.ts';
import type { CompiledMeasure } from './compile-measure.ts';
import type { CompiledWindow } from './compile-window.ts';
import { addDays } from '../../register/day.ts';
import { fraction } from '../../register/fraction.ts';
import { sessionIn, wholeDayIn } from './day-classes.ts';

/** School weeks in which some, every, or some but not every school day lies in a class. */
export function weeksIn(measure: Measure & { kind: 'weeks' }, window: CompiledWindow): CompiledMeasure['on'] {
  return (timeline, day) => {
    const span = window.on(timeline, day);
    if (span === 'none') return { least: fraction(0), most: fraction(0) };
    if ('need' in span) return span;
    let surely = 0;
    let perhaps = 0;
    for (const monday of timeline.tables.weeks) {
      if (addDays(monday, 6) < span.from || monday > span.to) continue;
      const first = timeline.tables.schoolDaysUpTo(addDays(monday < span.from ? span.from : monday, -1));
      const sunday = addDays(monday, 6);
      const end = timeline.tables.schoolDaysUpTo(sunday > span.to ? span.to : sunday);
      const days = { in: 0, out: 0, perhaps: 0, 'not yet': 0 };
      for (let index = first; index < end; index++) {
        if (measure.each === 'school days') days[wholeDayIn(timeline, index, measure.of)]++;
        else for (const half of [0, 1]) days[sessionIn(timeline, index * 2 + half, measure.of)]++;
      }
      const held = days.in + days.out + days.perhaps;
      const each = Array.from({ length: days.perhaps + 1 }, (_, more) =>
        weekCounts(measure.quantifier, days.in + more, held),
      );
      if (each.every(Boolean)) surely++;
      if (each.some(Boolean)) perhaps++;
    }
    return { least: fraction(surely), most: fraction(perhaps) };
  };
}

function weekCounts(quantifier: (Measure & { kind: 'weeks' })['quantifier'], inside: number, held: number): boolean {
  if (held === 0) return false;
  switch (quantifier) {
    case 'any':
      return true;
    case 'every':
      return inside === held;
    case 'some':
      return inside > 0;
    case 'some but not every':
      return inside > 0 && inside < held;
  }
}
