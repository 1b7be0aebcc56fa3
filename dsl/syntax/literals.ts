import type { Day } from '../../register/day.ts';
import type { DayOfYear } from './tree.ts';
import { dayOf, monthNames, parseIsoDay } from '../../register/day.ts';

// What the lexer has found to be a date by its pattern is read letter by letter: policies hold many.

/** `8 September 2025` or `2025-09-08`; undefined for a date that the calendar does not have. */
export function parseDate(text: string): Day | undefined {
  if (text.charCodeAt(4) === hyphen) return parseIsoDay(text);
  const { month, date, end } = dayAndMonth(text);
  return dayOf(Number(text.slice(end)), month, date);
}

/** Whether the calendar surely has a date, seen by its first and last letters: most are told so, and not read twice. */
export function isSurelyDate(text: string): boolean {
  const first = text.charCodeAt(0) - zero;
  const second = text.charCodeAt(1) - zero;
  const date = second >= 0 && second <= 9 ? 10 * first + second : first;
  return date >= 1 && date <= 28 && text.startsWith('20', text.length - 4);
}

/** `31 March`; undefined for a day that no year has. 29 February is one. */
export function parseDayOfYear(text: string): DayOfYear | undefined {
  const { month, date } = dayAndMonth(text);
  return dayOf(2000, month, date) === undefined ? undefined : { month, date };
}

/** `September 2026`: its first day. */
export function parseMonth(text: string): Day | undefined {
  const month = monthAt(text, 0);
  return month === 0 ? undefined : dayOf(Number(text.slice(monthNames[month - 1]!.length)), month, 1);
}

function dayAndMonth(text: string): { readonly month: number; readonly date: number; readonly end: number } {
  let at = 0;
  let date = 0;
  for (; isDigit(text.charCodeAt(at)); at++) date = date * 10 + text.charCodeAt(at) - zero;
  while (at < text.length && !isCapital(text.charCodeAt(at))) at++;
  const month = monthAt(text, at);
  return { month, date, end: month === 0 ? at : at + monthNames[month - 1]!.length };
}

/** The month whose name stands at an index, from 1; 0 where none does. The second and third letters tell months apart. */
function monthAt(text: string, at: number): number {
  const [second, third] = [text.charCodeAt(at + 1), text.charCodeAt(at + 2)];
  for (let index = 0; index < monthNames.length; index++) {
    const name = monthNames[index]!;
    if (name.charCodeAt(1) === second && name.charCodeAt(2) === third) return text.startsWith(name, at) ? index + 1 : 0;
  }
  return 0;
}

const hyphen = 0x2d;
const zero = 0x30;

function isDigit(letter: number): boolean {
  return letter >= zero && letter <= 0x39;
}

function isCapital(letter: number): boolean {
  return letter >= 0x41 && letter <= 0x5a;
}
