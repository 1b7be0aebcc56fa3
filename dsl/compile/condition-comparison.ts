import type { Day } from '../../register/day.ts';
import type { ComparatorName } from '../resolve/policy.ts';
import type { Condition } from '../resolve/policy.ts';
import type { CompiledCondition } from './compiled-condition.ts';
import type { CompileContext } from './context.ts';
import type { CompiledMeasure } from './compile-measure.ts';
import type { Timeline } from './timeline.ts';
import type { Three } from './truth.ts';
import { compareFractions } from '../../register/fraction.ts';
import { compileMeasure } from './compile-measure.ts';
import { byTheDay } from './by-the-day.ts';
import { earlier, forever } from './lasting.ts';
import { missingMarks } from './missing-marks.ts';
import { three, UNKNOWN } from './truth.ts';

/** A measure compared with another, exactly: a rate is a fraction, and what is shown rounded is never compared. */
export function comparison(context: CompileContext, condition: Condition & { kind: 'compare' }): CompiledCondition {
  const measure = compileMeasure(context, condition.measure);
  const to = compileMeasure(context, condition.to);
  const { comparator, words } = condition;
  const compare = (timeline: Timeline, day: Day): Three => {
    const left = measure.on(timeline, day);
    if ('need' in left) return UNKNOWN;
    const right = to.on(timeline, day);
    if ('need' in right) return UNKNOWN;
    return compared(comparator, compareFractions(left.least, right.most), compareFractions(left.most, right.least));
  };
  const reading = readingWords(words, measure);
  const value = condition.to.kind === 'constant' ? condition.to.value : undefined;
  const { holds, lasts } = byTheDay(compare, (timeline, day) => {
    if (value && measure.besideTo) return measure.besideTo(timeline, day, value);
    const unchanged = measure.lasts?.(timeline, day) ?? day;
    return unchanged === day ? day : earlier(unchanged, to.lasts?.(timeline, day) ?? day);
  });
  return {
    words: reading,
    holds,
    lasts,
    quiet: () => forever,
    needs: (timeline, day) => {
      if (holds(timeline, day) !== UNKNOWN) return [];
      const lacking = [measure, to].flatMap((each) => {
        const value = each.on(timeline, day);
        return 'need' in value ? [value.need] : [];
      });
      if (lacking.length > 0) return lacking;
      return [measure, to].map((each) => missingMarks(timeline, each, day)).filter((need) => need.sessions.length > 0);
    },
    pulses: () => false,
    compares: [{ words: reading, holds, measure, comparator, to }],
  };
}

/** One reading in words: the windows of the others left out, its own put in. */
function readingWords(words: string, measure: CompiledMeasure): string {
  const several = / or perhaps /.test(words);
  return several && measure.window ? `${words.replace(/ in a rolling .*$/, '')} ${measure.window.words}` : words;
}

/** A comparison of an interval, given how its two ends compare: sure where both agree. */
export function compared(comparator: ComparatorName, low: number, high: number): Three {
  if (comparator === 'exactly' && low < 0 && high > 0) return UNKNOWN;
  const [first, second] = [holdsInOrder(comparator, low), holdsInOrder(comparator, high)];
  return first === second ? three(first) : UNKNOWN;
}

/** Whether a comparator holds of two values, given their order: negative, zero or positive. */
export function holdsInOrder(comparator: ComparatorName, order: number): boolean {
  switch (comparator) {
    case 'at least':
      return order >= 0;
    case 'at most':
      return order <= 0;
    case 'more than':
    case 'above':
      return order > 0;
    case 'fewer than':
    case 'below':
      return order < 0;
    case 'exactly':
      return order === 0;
  }
}
