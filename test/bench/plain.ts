import type { CodeTable } from '../../register/attendance-code.ts';
import type { SchoolCalendar } from '../../register/school-calendar.ts';
import { mondayOf } from '../../register/day.ts';

/**
 * The ten measures of ten-measures.att written by hand: one pass over the sessions, one table look-up for each, no short
 * cuts. What the compiled policy is raced against and must agree with.
 */
export interface PlainAnswers {
  possible: number;
  attended: number;
  absent: number;
  unauthorisedNow: number;
  unauthorisedHighest: number;
  late: number;
  longestRun: number;
  brokenWeeks: number;
  stage: number;
  band: number;
  ten: boolean;
}

const ATTENDED = 1;
const ABSENT = 2;
const UNAUTHORISED = 4;
const LATE = 8;

export function plainEvaluator(calendar: SchoolCalendar, codes: CodeTable, halfTermFrom: number, days: number) {
  const flags = new Uint8Array(256);
  codes.codes.forEach((code, index) => {
    let flag = 0;
    if (code.meaning === 'present' || code.meaning === 'approved educational activity') flag |= ATTENDED;
    if (code.meaning === 'authorised absence') flag |= ABSENT;
    if (code.meaning === 'unauthorised absence') flag |= ABSENT | UNAUTHORISED;
    if (code.late) flag |= LATE;
    flags[index + 1] = flag;
  });
  const weekOf = new Int32Array(days);
  let weeks = -1;
  let monday = Number.NaN;
  for (let day = 0; day < days; day++) {
    const week = mondayOf(calendar.schoolDays[day]!);
    if (week !== monday) weeks++;
    monday = week;
    weekOf[day] = weeks;
  }
  const unauthorisedByWeek = new Int32Array(weeks + 1);

  return (marks: Uint8Array, from: number, answers: PlainAnswers): void => {
    unauthorisedByWeek.fill(0);
    let attended = 0;
    let absent = 0;
    let late = 0;
    let rolling = 0;
    let highest = 0;
    let run = 0;
    let longest = 0;
    let broken = 0;
    let week = -1;
    let held = 0;
    let whole = 0;
    for (let day = 0; day < days; day++) {
      if (weekOf[day] !== week) {
        if (whole > 0 && whole < held) broken++;
        held = 0;
        whole = 0;
        week = weekOf[day]!;
        if (week >= 10) rolling -= unauthorisedByWeek[week - 10]!;
      }
      let marked = 0;
      let missed = 0;
      for (let half = 0; half < 2; half++) {
        const byte = marks[from + day * 2 + half]!;
        const flag = flags[byte]!;
        if (byte !== 0) marked++;
        if ((flag & ATTENDED) !== 0) attended++;
        if ((flag & ABSENT) !== 0) {
          absent++;
          missed++;
        }
        if ((flag & UNAUTHORISED) !== 0) {
          rolling++;
          unauthorisedByWeek[week]!++;
        }
        if ((flag & LATE) !== 0 && day >= halfTermFrom) late++;
      }
      if (rolling > highest) highest = rolling;
      if (marked > 0) {
        held++;
        if (missed === marked) {
          whole++;
          run++;
          if (run > longest) longest = run;
        } else run = 0;
      } else run = 0;
    }
    if (whole > 0 && whole < held) broken++;
    answers.possible = attended + absent;
    answers.attended = attended;
    answers.absent = absent;
    answers.unauthorisedNow = rolling;
    answers.unauthorisedHighest = highest;
    answers.late = late;
    answers.longestRun = longest;
    answers.brokenWeeks = broken;
    answers.stage = absent >= 38 ? 5 : absent >= 26 ? 4 : absent >= 20 ? 3 : absent >= 14 ? 2 : absent >= 8 ? 1 : 0;
    const possible = attended + absent;
    answers.band =
      possible === 0
        ? -1
        : 100 * attended >= 98 * possible
          ? 0
          : 100 * attended >= 95 * possible
            ? 1
            : 100 * attended >= 90 * possible
              ? 2
              : 3;
    answers.ten = rolling >= 10;
  };
}
