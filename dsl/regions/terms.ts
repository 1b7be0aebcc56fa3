import type { AttendanceCode } from '../../register/attendance-code.ts';
import { belongs } from '../compile/session-classes.ts';
import { sessionsIn } from '../compile/units.ts';
import type { ComparatorName, Measure, SessionSet, Window } from '../resolve/policy.ts';
import { CannotBeCompared } from './cannot-be-compared.ts';
import { givenIn } from './given.ts';
import type { Literal, Part, Quantity, Reach, Term } from './literal.ts';
import type { Plain } from './variants.ts';

/**
 * When a condition is surely true (or surely false), as alternatives each of which is enough. It may be neither: a rate
 * where no session was possible says nothing. Throws CannotBeCompared.
 */
export function termsOf(condition: Plain, codes: readonly AttendanceCode[], holds: boolean): readonly Term[] {
  return terms({ codes, known: new Map() }, condition, holds);
}

interface Reading {
  readonly codes: readonly AttendanceCode[];
  /** What was worked out already: a test named in many places is one. */
  readonly known: Map<Plain, { yes?: readonly Term[]; no?: readonly Term[] }>;
}

function terms(reading: Reading, condition: Plain, holds: boolean): readonly Term[] {
  let known = reading.known.get(condition);
  if (!known) reading.known.set(condition, (known = {}));
  return (known[holds ? 'yes' : 'no'] ??= simpler(workedOut(reading, condition, holds)));
}

function workedOut(reading: Reading, condition: Plain, holds: boolean): readonly Term[] {
  switch (condition.kind) {
    case 'not':
      return terms(reading, condition.part, !holds);
    case 'all':
    case 'any': {
      const parts = condition.parts.map((part) => terms(reading, part, holds));
      return (condition.kind === 'all') === holds ? allOf(parts) : parts.flat();
    }
    case 'leaf': {
      const { condition: leaf, layer } = condition;
      if (leaf.kind === 'everyone') return holds ? [[]] : [];
      if (leaf.kind === 'not stated') throw new CannotBeCompared(`the document does not state “${leaf.what}”`);
      if (leaf.kind === 'compare') return comparisonTerms(leaf, reading.codes, holds);
      return [[{ ...givenIn(leaf, layer), holds }]];
    }
  }
}

const mostTerms = 400;

/** Each alternative once, and each of its parts. */
function simpler(found: readonly Term[]): readonly Term[] {
  const kept = new Map<string, Term>();
  for (const term of found) {
    const parts = [...new Set(term)];
    kept.set(
      parts
        .map(numberOf)
        .sort((a, b) => a - b)
        .join(' '),
      parts,
    );
  }
  if (kept.size > mostTerms) throw new CannotBeCompared('it joins too many tests');
  return [...kept.values()];
}

const numbers = new WeakMap<Literal, number>();
let lastNumber = 0;

function numberOf(literal: Literal): number {
  let number = numbers.get(literal);
  if (number === undefined) numbers.set(literal, (number = ++lastNumber));
  return number;
}

/** All of several conditions: one alternative of each. */
function allOf(parts: readonly (readonly Term[])[]): readonly Term[] {
  let rows: readonly Term[] = [[]];
  for (const part of parts) rows = simpler(rows.flatMap((row) => part.map((term) => [...row, ...term])));
  return rows;
}

type Leaf = Extract<Plain, { readonly kind: 'leaf' }>['condition'];
type Compare = Leaf & { readonly kind: 'compare' };

function comparisonTerms(
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

interface Linear {
  readonly top: readonly Part[];
  readonly bottom: Part | undefined;
  /** By how much a printed number is multiplied: a day absent is two sessions. */
  readonly per: number;
}

function linearIn(measure: Measure, codes: readonly AttendanceCode[]): Linear | undefined {
  switch (measure.kind) {
    case 'count': {
      const quantity = quantityIn(measure, codes);
      return quantity && { top: [{ quantity, times: 1 }], bottom: undefined, per: sessionsIn(measure.unit) };
    }
    case 'rate': {
      const reach = reachOf(measure.window);
      const part = (set: SessionSet): Part => ({
        quantity: { what: 'sessions', codes: lettersOf(set, codes), reach },
        times: 1,
      });
      const of = part({ class: measure.of === 'attendance' ? 'attended' : 'absent' });
      return { top: [of], bottom: part({ class: 'possible' }), per: 1 };
    }
    case 'ratio': {
      const [top, bottom] = [measure.top, measure.bottom].map((each) =>
        each.kind === 'count' && each.window.kind !== 'in a row' ? each : undefined,
      );
      const [above, below] = [top && quantityIn(top, codes), bottom && quantityIn(bottom, codes)];
      if (!top || !bottom || !above || !below) return undefined;
      return {
        top: [{ quantity: above, times: sessionsIn(bottom.unit) }],
        bottom: { quantity: below, times: sessionsIn(top.unit) },
        per: 1,
      };
    }
    default:
      return undefined;
  }
}

type Count = Measure & { readonly kind: 'count' };

const unitsRead: readonly Count['unit'][] = ['sessions', 'days absent', 'days attended', 'school days'];

/** Undefined where what is counted turns on more than marks. */
function quantityIn(measure: Count, codes: readonly AttendanceCode[]): Quantity | undefined {
  const { unit, of, partDays, window, withExpected } = measure;
  if (withExpected || !unitsRead.includes(unit)) return undefined;
  const what = unit !== 'school days' ? 'sessions' : partDays ? 'part days' : 'whole days';
  return { what, codes: lettersOf(of, codes), reach: reachOf(window) };
}

function reachOf(window: Window): Reach {
  return window.kind === 'during' || window.kind === 'since' ? { kind: 'logged', window } : window;
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

function lettersOf(set: SessionSet, codes: readonly AttendanceCode[]): readonly string[] {
  return [...new Set(codes.filter((code) => belongs(code, set)).map(({ code }) => code))].toSorted();
}

function times(parts: readonly Part[], factor: number): readonly Part[] {
  return parts.map((part) => ({ ...part, times: part.times * factor }));
}

function keyOf(part: object): string {
  return JSON.stringify(part, (field, value: unknown) => (field === 'words' || field === 'place' ? undefined : value));
}
