import { addDays, weekdayOf } from '../../register/day.ts';
import type { Day } from '../../register/day.ts';
import type { Session } from '../../register/session.ts';

export interface TestMark {
  readonly session: Session;
  readonly code: string;
}

/**
 * Marks as the office prints a register: a pair of codes to a school day, morning then afternoon, `.` where none was
 * taken, `C1` and its like set apart from the other by a comma: `marks(isoDay('2023-09-04'), '/\\ OO L\\ C1,\\')`.
 * Days run Monday to Friday from the first.
 */
export function marks(first: Day, text: string): TestMark[] {
  const result: TestMark[] = [];
  let day = schoolDayFrom(first);
  for (const pair of text.split(/\s+/).filter((part) => part !== '')) {
    const [morning, afternoon, ...more] = pair.includes(',') ? pair.split(',') : pair;
    if (morning === undefined || afternoon === undefined || more.length > 0) {
      throw new Error(`not a pair of codes: ${pair}`);
    }
    if (morning !== '.') result.push({ session: { day, half: 'AM' }, code: morning });
    if (afternoon !== '.') result.push({ session: { day, half: 'PM' }, code: afternoon });
    day = schoolDayFrom(addDays(day, 1));
  }
  return result;
}

function schoolDayFrom(day: Day): Day {
  const weekday = weekdayOf(day);
  return weekday > 5 ? addDays(day, 8 - weekday) : day;
}
