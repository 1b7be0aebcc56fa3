import type { AttendanceCode } from '../../register/attendance-code.ts';
import type { ComparatorName, Condition } from '../resolve/policy.ts';
import { CannotBeCompared } from './cannot-be-compared.ts';
import { allOf } from './join-terms.ts';
import type { Count } from './linear.ts';
import { lettersOf, linearIn } from './linear.ts';
import type { Literal, Part, Quantity, Term } from './literal.ts';

type Compare = Condition & { readonly kind: 'compare' };

/** When a measure surely compares so with a number, or surely does not. Throws CannotBeCompared. */
export function comparisonTerms(
  { measure, comparator, to, words }: Compare,
  codes: readonly AttendanceCode[],
  holds: boolean,
): readonly Term[] {
  for (const each of [measure, to])
    if (each.kind === 'not stated') throw new CannotBeCompared(`the document does not state “${each.what}”`);
  const unread: Literal = { kind: 'unread', key: keyOf({ measure, comparator, to }), words, holds };
  if (to.kind !== 'constant') return [[unread]];
  if (measure.kind === 'count' && measure.window.kind === 'in a row')
    return runTerms({ ...measure, window: measure.window }, comparator, to.value, codes, holds) ?? [[unread]];
  const linear = linearIn(measure, codes);
  if (!linear) return [[unread]];
  const { numerator, denominator } = to.value;
  // `top ÷ bottom` beside `numerator ÷ denominator`, or `top` alone beside it.
  const parts = linear.bottom
    ? [...times(linear.top, denominator), ...times([linear.bottom], -numerator)]
    : times(linear.top, denominator);
  const value = linear.bottom ? 0 : numerator * linear.per;
  const possible: Term = linear.bottom ? [{ kind: 'linear', parts: [linear.bottom], atLeast: 1 }] : [];
  return compared(parts, comparator, value, holds).map((term) => [...term, ...possible]);
}

/** When `Σ parts` compares so with a value, or does not. */
function compared(parts: readonly Part[], comparator: ComparatorName, value: number, holds: boolean): readonly Term[] {
  const atLeast = (bound: number): Literal => ({ kind: 'linear', parts, atLeast: bound });
  const atMost = (bound: number): Literal => ({ kind: 'linear', parts: times(parts, -1), atLeast: -bound });
  switch (comparator) {
    case 'at least':
      return holds ? [[atLeast(value)]] : [[atMost(value - 1)]];
    case 'at most':
      return holds ? [[atMost(value)]] : [[atLeast(value + 1)]];
    case 'more than':
    case 'above':
      return holds ? [[atLeast(value + 1)]] : [[atMost(value)]];
    case 'fewer than':
    case 'below':
      return holds ? [[atMost(value - 1)]] : [[atLeast(value)]];
    case 'exactly':
      return holds ? [[atLeast(value), atMost(value)]] : [[atMost(value - 1)], [atLeast(value + 1)]];
  }
}

/** The run that ends on the day is as long as a number where all of the last so many sessions (or days) count. */
function runTerms(
  measure: Count,
  comparator: ComparatorName,
  value: { readonly numerator: number; readonly denominator: number },
  codes: readonly AttendanceCode[],
  holds: boolean,
): readonly Term[] | undefined {
  const { unit, of, partDays, withExpected } = measure;
  if (withExpected || (unit !== 'sessions' && unit !== 'school days')) return undefined;
  const letters = lettersOf(of, codes);
  const isAtLeast = (length: number, yes: boolean): readonly Term[] => {
    if (length <= 0) return yes ? [[]] : [];
    const sessions = unit === 'sessions' ? length : 2 * length;
    const what = partDays && unit === 'school days' ? 'part days' : 'sessions';
    const quantity: Quantity = { what, codes: letters, reach: { kind: 'last sessions', number: sessions } };
    const full = what === 'sessions' ? sessions : length;
    return compared([{ quantity, times: 1 }], 'at least', full, yes);
  };
  const [down, up] = [Math.floor(value.numerator / value.denominator), Math.ceil(value.numerator / value.denominator)];
  switch (comparator) {
    case 'at least':
      return isAtLeast(up, holds);
    case 'more than':
    case 'above':
      return isAtLeast(down + 1, holds);
    case 'fewer than':
    case 'below':
      return isAtLeast(up, !holds);
    case 'at most':
      return isAtLeast(down + 1, !holds);
    case 'exactly':
      if (down !== up) return holds ? [] : [[]];
      return holds
        ? allOf([isAtLeast(up, true), isAtLeast(up + 1, false)])
        : [...isAtLeast(up, false), ...isAtLeast(up + 1, true)];
  }
}

function times(parts: readonly Part[], factor: number): readonly Part[] {
  return parts.map((part) => ({ ...part, times: part.times * factor }));
}

function keyOf(part: object): string {
  return JSON.stringify(part, (field, value: unknown) => (field === 'words' || field === 'place' ? undefined : value));
}
