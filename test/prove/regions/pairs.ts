import type { Arbitrary } from 'fast-check';
import { array, boolean, constant, constantFrom, integer, oneof, record, tuple } from 'fast-check';
import type { SchoolCalendar } from '../../../register/school-calendar.ts';
import { schoolCalendar } from '../../../register/school-calendar.ts';
import type { Day } from '../../../register/day.ts';
import { addDays, isoDay } from '../../../register/day.ts';

/** Two tests in the words of the language, a calendar, and some days of it on which both are asked. */
export interface Pair {
  readonly left: string;
  readonly right: string;
  /** In weeks: what lies before a holiday, the holiday, and what lies after it; and whether another year follows. */
  readonly shape: Shape;
  /** Days from the first. */
  readonly days: readonly number[];
}

interface Shape {
  readonly before: number;
  readonly holiday: number;
  readonly after: number;
  readonly newYear: boolean;
}

const sets = constantFrom(
  ...(['unauthorised sessions', 'absent sessions', 'authorised sessions', 'late sessions'] as const),
  ...(['sessions coded G, O', 'sessions coded G, N, O', 'sessions coded O, I'] as const),
);
const daySets = constantFrom('unauthorised school days', 'absent school days', 'school days coded G');
const windows = oneof(
  constantFrom('this school year', 'this term', 'this half term', 'last half term'),
  tuple(integer({ min: 1, max: 6 }), constantFrom('school weeks', 'calendar weeks')).map(
    ([number, unit]) => `in a rolling ${number} ${unit}`,
  ),
  integer({ min: 1, max: 12 }).map((number) => `in a rolling ${number} school days`),
);
const comparators = constantFrom('at least', 'at least', 'more than', 'fewer than', 'at most', 'exactly');
const counts = tuple(comparators, integer({ min: 1, max: 11 }), sets, windows).map((parts) => parts.join(' '));
const rates = tuple(
  constantFrom('attendance', 'absence'),
  windows,
  constantFrom('at least', 'at most', 'below', 'above'),
  constantFrom(90, 10, 85, 50, 95, 12.5),
).map(([of, window, comparator, percent]) => `${of} ${window} ${comparator} ${percent}%`);
const wholeDays = tuple(
  comparators,
  integer({ min: 1, max: 4 }),
  constantFrom('unauthorised school days'),
  windows,
).map((parts) => parts.join(' '));
const runs = oneof(
  tuple(integer({ min: 1, max: 4 }), daySets).map(([number, of]) => `at least ${number} ${of} in a row`),
  integer({ min: 1, max: 4 }).map(
    (number) => `at least ${number} school days in a row in which some session is unauthorised`,
  ),
);
const atoms = oneof(
  { weight: 6, arbitrary: counts },
  { weight: 3, arbitrary: rates },
  { weight: 1, arbitrary: wholeDays },
  { weight: 1, arbitrary: runs },
  { weight: 1, arbitrary: constant('tried') },
);
const tests: Arbitrary<string> = oneof(
  { weight: 3, arbitrary: atoms },
  { weight: 2, arbitrary: tuple(atoms, constantFrom('and', 'or'), atoms).map((parts) => joined(parts)) },
  { weight: 1, arbitrary: atoms.map((atom) => `not (${atom})`) },
  {
    weight: 1,
    arbitrary: tuple(atoms, constantFrom('and', 'or'), atoms, constantFrom('and', 'or'), atoms).map(
      ([a, join, b, outer, c]) => joined([joined([a, join, b]), outer, c]),
    ),
  },
);

function joined([one, join, other]: readonly [string, string, string]): string {
  return `(${one}) ${join} (${other})`;
}

/** Beside a test stands another, or the same with one number, window or code exchanged: those are the close calls. */
const sides: Arbitrary<readonly [string, string]> = oneof(
  { weight: 1, arbitrary: tuple(tests, tests) },
  {
    weight: 2,
    arbitrary: tuple(tests, integer({ min: 0, max: 5 }), boolean()).map(([test, way, turned]): [string, string] => {
      const other = altered(test, way);
      return turned ? [other, test] : [test, other];
    }),
  },
);

function altered(test: string, way: number): string {
  const first = (pattern: RegExp, by: (found: string) => string): string => test.replace(pattern, by);
  switch (way) {
    case 0:
      return first(/\b\d+(?= (?:unauth|absent|auth|late|sess))/, (number) => String(Number(number) + 1));
    case 1:
      return first(/school weeks|calendar weeks/, (unit) =>
        unit === 'school weeks' ? 'calendar weeks' : 'school weeks',
      );
    case 2:
      return first(/this half term|this term|this school year/, () => 'in a rolling 3 school weeks');
    case 3:
      return first(/coded G, N, O|unauthorised sessions/, (of) =>
        of.startsWith('coded') ? 'coded G, O' : 'sessions coded G, N, O',
      );
    case 4:
      return first(/at least|more than|at most|below/, (word) => (word === 'at least' ? 'more than' : 'at least'));
    default:
      return `(${test}) and (attendance this school year below 90%)`;
  }
}

export const pairs: Arbitrary<Pair> = record({
  sides,
  shape: record({
    before: integer({ min: 1, max: 5 }),
    holiday: integer({ min: 0, max: 3 }),
    after: integer({ min: 1, max: 4 }),
    newYear: boolean(),
  }),
  days: oneof(
    { weight: 3, arbitrary: array(integer({ min: 0, max: 80 }), { minLength: 1, maxLength: 1 }) },
    { weight: 1, arbitrary: array(integer({ min: 0, max: 80 }), { minLength: 2, maxLength: 2 }) },
  ),
}).map(({ sides: [left, right], shape, days }) => ({ left, right, shape: small(`${left} ${right}`, shape), days }));

/** Where single days are told apart, a prover has to be asked of each: of no more than two weeks. */
function small(text: string, shape: Shape): Shape {
  return /\bschool days? (?:in|this|last|coded)\b/.test(text.replaceAll(/rolling \d+ school days/g, ''))
    ? { ...shape, before: 1, after: 1 }
    : shape;
}

const monday = isoDay('2024-09-02');

export function calendarOf({ before, holiday, after, newYear }: Shape): SchoolCalendar {
  const end = (from: Day, weeks: number): Day => addDays(from, 7 * weeks - 3);
  const second = addDays(monday, 7 * (before + holiday));
  const first = { name: 'First', from: monday, to: end(monday, before) };
  const next = { name: 'Second', from: second, to: end(second, after) };
  const year = (parts: readonly (typeof first)[]) => ({
    from: parts[0]!.from,
    to: parts.at(-1)!.to,
    terms: [{ name: 'Term', from: parts[0]!.from, to: parts.at(-1)!.to }],
    halfTerms: parts,
    closures: [],
  });
  return schoolCalendar('made-up', newYear ? [year([first]), year([next])] : [year([first, next])]);
}

export function daysOf({ shape, days }: Pair): readonly Day[] {
  const { years } = calendarOf(shape);
  const length = years.at(-1)!.to - monday + 1;
  return [...new Set(days.map((day) => addDays(monday, day % length)))];
}

export function pairText({ left, right, shape, days }: Pair): string {
  return `left  ${left}\nright ${right}\nover  ${JSON.stringify(shape)}, on days ${days.join(', ')} from the first`;
}
