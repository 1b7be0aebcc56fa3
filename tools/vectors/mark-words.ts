import type { ArrivalMark } from '../../dsl/index.ts';
import type { AttendanceCode } from '../../register/attendance-code.ts';
import type { Day } from '../../register/day.ts';
import type { HalfDay } from '../../register/session.ts';
import { codeTableOf, england } from '../../dsl/index.ts';
import { codeOn, inForce, isAbsent } from '../../register/attendance-code.ts';

const codes = codeTableOf(england);

/** A mark in the words of the vectors: its class, its code where one is printed or only one can be meant, and whether it is authorised. Empty where it cannot be told. */
export function markWords(
  mark: ArrivalMark | undefined,
  day: Day,
  half: HalfDay,
): { readonly mark?: string; readonly code?: string; readonly authorised?: boolean } {
  if (mark?.kind === 'class') {
    const { class: name } = mark;
    if (name === 'present') return { mark: name, ...presentCode(day, half) };
    if (name === 'late') return { mark: name };
    return { mark: `${name} absence`, authorised: name === 'authorised' };
  }
  const found = mark?.kind === 'code' ? codeOn(codes, mark.code, day) : undefined;
  if (!found) return {};
  const authorised = isAbsent(found.meaning) ? { authorised: found.meaning === 'authorised absence' } : {};
  return { mark: found.late ? 'late' : found.meaning, code: found.code, ...authorised };
}

/** The rulebook has one code for a punctual morning and one for a punctual afternoon. */
function presentCode(day: Day, half: HalfDay): { readonly code?: string } {
  const word = half === 'AM' ? 'morning' : 'afternoon';
  const fits = (each: AttendanceCode): boolean => each.meaning === 'present' && each.title.includes(word);
  const found = codes.codes.find((each) => inForce(each, day) && fits(each));
  return found ? { code: found.code } : {};
}
