import type { PupilCase } from '../../../dsl/compile/timeline.ts';
import type { Condition, Measure, SessionSet, Window } from '../../../dsl/resolve/policy.ts';
import type { AttendanceCode } from '../../../register/attendance-code.ts';
import { isAbsent, isAttended, isPossible } from '../../../register/attendance-code.ts';
import type { Day } from '../../../register/day.ts';
import { mondayOf } from '../../../register/day.ts';
import type { SchoolCalendar } from '../../../register/school-calendar.ts';
import type { Plain } from '../plain/plain.ts';
import { windowOn } from '../plain/plain-windows.ts';

/**
 * What is asked of a theorem prover, in SMT-LIB: whether some register, as at a day of a calendar, has one condition surely
 * true and another surely false. Every letter has a whole number of sessions in each week, or in each day where days are
 * asked about; weeks are cut where a window begins or ends. It shares no code with the analysis that it is held against.
 */
export interface Question {
  readonly holds: Condition;
  readonly fails: Condition;
  readonly calendar: SchoolCalendar;
  readonly day: Day;
  readonly codes: readonly AttendanceCode[];
}

/** Where there is one with at most so many sessions marked with something that is counted; left out, however many. */
export function satisfiable(question: Question, atMost?: number): string {
  const { holds, fails, calendar, day, codes } = question;
  const pieces = piecesOf(question);
  const asked = { calendar, day, codes, pieces, counted: new Set<string>() };
  const [yes, no] = [truth(asked, holds).yes, truth(asked, fails).no];
  const all = pieces.flatMap(({ name }) => codes.map(({ code }) => variable(name, code, codes)));
  return [
    '(push)',
    '(declare-const tried Bool)',
    ...all.map((name) => `(declare-const ${name} Int)(assert (>= ${name} 0))`),
    ...pieces.map(
      ({ name, sessions }) => `(assert (<= ${sum(codes.map(({ code }) => variable(name, code, codes)))} ${sessions}))`,
    ),
    `(assert ${yes})(assert ${no})`,
    ...(atMost === undefined ? [] : [`(assert (<= ${sum([...asked.counted])} ${atMost}))`]),
    '(check-sat)',
    '(pop)',
  ].join('\n');
}

/** School days that are asked about together. */
interface Piece {
  readonly name: string;
  readonly days: readonly Day[];
  readonly sessions: number;
}

interface Asked {
  readonly calendar: SchoolCalendar;
  readonly day: Day;
  readonly codes: readonly AttendanceCode[];
  readonly pieces: readonly Piece[];
  /** The variables that something asked looks at. */
  readonly counted: Set<string>;
}

function piecesOf({ holds, fails, calendar, day }: Question): readonly Piece[] {
  const measures = [holds, fails].flatMap(measuresIn);
  const byDay = measures.some((measure) => measure.kind === 'count' && measure.unit === 'school days');
  const spans = measures.flatMap((measure) => {
    const span = 'window' in measure ? spanOf(calendar, day, measure.window) : 'unknown';
    return typeof span === 'string' ? [] : [span];
  });
  const keyOf = (each: Day): string =>
    byDay
      ? String(each)
      : `${mondayOf(each)} ${spans.map(({ from, to }) => (from <= each && each <= to ? 'in' : 'out')).join(' ')}`;
  const groups = [
    ...Map.groupBy(
      calendar.schoolDays.filter((each) => each <= day),
      keyOf,
    ).values(),
  ];
  return groups.map((days, index) => ({ name: `w${index}`, days, sessions: 2 * days.length }));
}

function spanOf(calendar: SchoolCalendar, day: Day, window: Window): ReturnType<typeof windowOn> {
  // Only the calendar of a pupil’s case is looked at for windows like these.
  const about = { register: { calendar } } as PupilCase;
  return windowOn({ about } as Plain, window, day);
}

function measuresIn(condition: Condition): readonly Measure[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.parts.flatMap(measuresIn);
    case 'not':
      return measuresIn(condition.part);
    case 'compare':
      return [condition.measure];
    default:
      return [];
  }
}

interface Truth {
  readonly yes: string;
  readonly no: string;
}

function truth(asked: Asked, condition: Condition): Truth {
  switch (condition.kind) {
    case 'all':
    case 'any': {
      const parts = condition.parts.map((part) => truth(asked, part));
      const [every, some] = condition.kind === 'all' ? ['and', 'or'] : ['or', 'and'];
      return {
        yes: `(${every} ${parts.map(({ yes }) => yes).join(' ')})`,
        no: `(${some} ${parts.map(({ no }) => no).join(' ')})`,
      };
    }
    case 'not': {
      const { yes, no } = truth(asked, condition.part);
      return { yes: no, no: yes };
    }
    case 'judged':
      return { yes: 'tried', no: '(not tried)' };
    case 'compare':
      return comparison(asked, condition);
    default:
      throw new Error(`the oracle does not read ${condition.kind}`);
  }
}

function comparison(asked: Asked, { measure, comparator, to }: Condition & { kind: 'compare' }): Truth {
  if (to.kind !== 'constant') throw new Error(`the oracle does not read ${to.kind}`);
  const { numerator, denominator } = to.value;
  const amount = amountOf(asked, measure);
  if (amount === 'unknown') return { yes: 'false', no: 'false' };
  const { top, bottom } = amount;
  const left = `(* ${denominator} ${top})`;
  const right = bottom === undefined ? integer(numerator) : `(* ${numerator} ${bottom})`;
  const test = `(${operators[comparator]} ${left} ${right})`;
  const known = bottom === undefined ? 'true' : `(> ${bottom} 0)`;
  return { yes: `(and ${known} ${test})`, no: `(and ${known} (not ${test}))` };
}

const operators = {
  'at least': '>=',
  'at most': '<=',
  'more than': '>',
  above: '>',
  'fewer than': '<',
  below: '<',
  exactly: '=',
} as const;

function amountOf(asked: Asked, measure: Measure): { readonly top: string; readonly bottom?: string } | 'unknown' {
  if (measure.kind === 'count' && measure.window.kind === 'in a row') return { top: runOf(asked, measure) };
  if (measure.kind !== 'count' && measure.kind !== 'rate') throw new Error(`the oracle does not read ${measure.kind}`);
  const span = spanOf(asked.calendar, asked.day, measure.window);
  if (span === 'unknown') return 'unknown';
  const pieces = span === 'none' ? [] : asked.pieces.filter(({ days }) => days[0]! >= span.from && days[0]! <= span.to);
  const sessions = (piece: Piece, set: SessionSet): string => sum(variablesIn(asked, piece, set));
  if (measure.kind === 'rate') {
    const of = { class: measure.of === 'absence' ? 'absent' : 'attended' } as const;
    return {
      top: sum(pieces.map((piece) => sessions(piece, of))),
      bottom: sum(pieces.map((piece) => sessions(piece, { class: 'possible' }))),
    };
  }
  if (measure.unit === 'sessions') return { top: sum(pieces.map((piece) => sessions(piece, measure.of))) };
  return { top: sum(pieces.map((piece) => `(ite (= ${sessions(piece, measure.of)} 2) 1 0)`)) };
}

/** How many school days up to the last are in the set, none between them out of it. */
function runOf(asked: Asked, { of, partDays }: Measure & { readonly kind: 'count' }): string {
  return asked.pieces.reduce((before, piece) => {
    const inside = `(>= ${sum(variablesIn(asked, piece, of))} ${partDays ? 1 : 2})`;
    return `(ite ${inside} (+ 1 ${before}) 0)`;
  }, '0');
}

function variablesIn({ codes, counted }: Asked, { name }: Piece, set: SessionSet): readonly string[] {
  const found = codes.filter((code) => isIn(code, set)).map(({ code }) => variable(name, code, codes));
  for (const each of found) counted.add(each);
  return found;
}

function isIn({ code, meaning, late }: AttendanceCode, set: SessionSet): boolean {
  if ('codes' in set) return set.codes.includes(code);
  switch (set.class) {
    case 'absent':
      return isAbsent(meaning);
    case 'attended':
      return isAttended(meaning);
    case 'possible':
      return isPossible(meaning);
    case 'authorised':
      return meaning === 'authorised absence';
    case 'unauthorised':
      return meaning === 'unauthorised absence';
    case 'present':
      return meaning === 'present';
    case 'late':
      return late;
  }
}

function variable(piece: string, letter: string, codes: readonly AttendanceCode[]): string {
  return `${piece}c${codes.findIndex(({ code }) => code === letter)}`;
}

function sum(terms: readonly string[]): string {
  return terms.length === 0 ? '0' : terms.length === 1 ? terms[0]! : `(+ ${terms.join(' ')})`;
}

function integer(value: number): string {
  return value < 0 ? `(- ${-value})` : String(value);
}
