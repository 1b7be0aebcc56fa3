import type { Day } from '../../register/day.ts';
import type { Measure } from '../resolve/policy.ts';
import type { Span } from './calendar-tables.ts';
import type { ByDay } from './measured.ts';
import type { CompiledWindow } from './compile-window.ts';
import type { Timeline } from './timeline.ts';
import { addDays } from '../../register/day.ts';
import { sessionIn, wholeDayIn } from './day-classes.ts';
import { between, exactly } from './measured.ts';
import { remembered, rememberedByDay } from './remembered.ts';
import { sameDaysTo } from './running-sums.ts';

type WeeksMeasure = Measure & { readonly kind: 'weeks' };

/** Of some weeks, in how many it is surely, and perhaps, as the measure asks. */
interface Weeks {
  readonly surely: number;
  readonly perhaps: number;
}

/** School weeks in which some, every, or some but not every school day lies in a class. */
export function weeksIn(measure: WeeksMeasure, window: CompiledWindow): ByDay {
  const wholeWeeks = remembered((timeline) => sumsOfWeeks(measure, timeline));
  const on: ByDay['on'] = (timeline, day) => {
    const span = window.on(timeline, day);
    if (span === 'none') return exactly(0);
    if ('need' in span) return span;
    const first = weeksBegunBy(timeline.tables, addDays(span.from, -7));
    const last = weeksBegunBy(timeline.tables, span.to) - 1;
    const { weeks } = timeline.tables;
    const sums = wholeWeeks(timeline);
    // The weeks at the ends of the window may lie in it only in part.
    const cut = new Set<number>();
    if (first <= last && weeks[first]! < span.from) cut.add(first);
    if (first <= last && addDays(weeks[last]!, 6) > span.to) cut.add(last);
    const [begin, end] = [cut.has(first) ? first + 1 : first, cut.has(last) ? last : last + 1];
    let surely = end > begin ? sums[end]!.surely - sums[begin]!.surely : 0;
    let perhaps = end > begin ? sums[end]!.perhaps - sums[begin]!.perhaps : 0;
    for (const week of cut) {
      const found = weekIn(measure, timeline, weeks[week]!, span);
      surely += found.surely;
      perhaps += found.perhaps;
    }
    return between(surely, perhaps);
  };
  return { on, lasts: sameDaysTo(window) };
}

const weeksBegunBy = rememberedByDay(({ weeks }, day) => weeks.findLastIndex((monday) => monday <= day) + 1);

/** By how many whole weeks are past. */
function sumsOfWeeks(measure: WeeksMeasure, timeline: Timeline): readonly Weeks[] {
  const sums: Weeks[] = [{ surely: 0, perhaps: 0 }];
  for (const monday of timeline.tables.weeks) {
    const before = sums.at(-1)!;
    const found = weekIn(measure, timeline, monday, { from: monday, to: addDays(monday, 6) });
    sums.push({ surely: before.surely + found.surely, perhaps: before.perhaps + found.perhaps });
  }
  return sums;
}

function weekIn(measure: WeeksMeasure, timeline: Timeline, monday: Day, { from, to }: Span): Weeks {
  const { tables } = timeline;
  const sunday = addDays(monday, 6);
  const end = tables.schoolDaysUpTo(sunday > to ? to : sunday);
  const days = { in: 0, out: 0, perhaps: 0, 'not yet': 0 };
  for (let index = tables.schoolDaysUpTo(addDays(monday < from ? from : monday, -1)); index < end; index++) {
    if (measure.each === 'school days') days[wholeDayIn(timeline, index, measure.of)]++;
    else for (const half of [0, 1]) days[sessionIn(timeline, index * 2 + half, measure.of)]++;
  }
  const held = days.in + days.out + days.perhaps;
  let counting = 0;
  for (let more = 0; more <= days.perhaps; more++) {
    if (weekCounts(measure.quantifier, days.in + more, held)) counting++;
  }
  return { surely: counting === days.perhaps + 1 ? 1 : 0, perhaps: counting > 0 ? 1 : 0 };
}

function weekCounts(quantifier: WeeksMeasure['quantifier'], inside: number, held: number): boolean {
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
