import type { Day } from '../../register/day.ts';
import type { AbsenceLevel } from './absence-levels.ts';
import { absenceSpell, longSpell } from './absence-spells.ts';
import type { AbsenceSpell, Temperament } from './absence-spells.ts';
import type { FamilyHabits } from './family-habits.ts';
import type { LivedDays } from './group-marks.ts';
import type { Random } from './random.ts';
import type { Lateness, SamplePlan } from './sample-plan.ts';
import type { SamplePupil } from './sample-school.ts';

/** Codes of the set in use that year, one a session, and the minutes late of L and U. */
export type Marks = Pick<SamplePupil, 'codes' | 'minutesLate' | 'earlierCodes'>;

/**
 * The days of one pupil over the marks of the registration group: first what the family does together, then spells
 * of absence until the pupil's level is reached to the half day, then late mornings and what the office left open.
 */
export function pupilMarks(
  { calendar, schoolDays }: LivedDays,
  { events, lateness }: Pick<SamplePlan, 'events' | 'lateness'>,
  group: readonly string[],
  { level, habits }: { readonly level: AbsenceLevel; readonly habits: FamilyHabits },
  random: Random,
): Marks {
  const codes = [...group];
  const absent = new Set<number>();
  const joined = random.chance(0.015) ? random.between(20, 110) * 2 : 0;
  codes.fill('Z', 0, joined);
  const onDay = (day: Day) => schoolDays.indexOf(day) * 2;
  const { storm, festival } = events;
  if (habits.cutOff && storm) {
    codes.fill(storm.code, Math.max(joined, onDay(storm.day)), Math.max(joined, onDay(storm.day) + 2));
  }

  const yearSoFar = schoolDays.length / calendar.schoolDays.length;
  const target = Math.round(level.daysAbsent * yearSoFar * 2 * (1 - joined / codes.length));
  const left = () => target - absent.size;
  const add = ({ code, first, sessions }: AbsenceSpell) => {
    for (let index = first; index < first + sessions && left() > 0; index++) {
      if (absent.has(index) || !isOpen(codes[index])) continue;
      codes[index] = code;
      absent.add(index);
    }
  };
  if (habits.keepsEid && festival) add({ code: 'R', first: onDay(festival), sessions: 2 });
  for (const [away, code] of [[habits.travels, 'T'] as const, [habits.holiday, 'G'] as const]) {
    if (away && left() >= away.days * 2) add({ code, first: away.firstDay * 2, sessions: away.days * 2 });
  }
  const refuses = random.chance(0.6) ? 'I' : 'O';
  while (left() > 120) add(longSpell(schoolDays, refuses, random));
  const temperament = temperamentOf(level, random);
  while (left() > 0) add(absenceSpell(schoolDays, temperament, random));

  leaveOpen(codes, random);
  return { codes, minutesLate: comeLate(codes, habits.lateness, lateness, random) };
}

/** Sessions in which a pupil can be absent. */
function isOpen(code: string | undefined): boolean {
  return code === '/' || code === '\\' || code === 'V' || code === 'B';
}

function temperamentOf({ daysAbsent, freeSchoolMeals }: AbsenceLevel, random: Random): Temperament {
  const well = random.next() * (daysAbsent > 18 || freeSchoolMeals ? 0.8 : 1);
  if (daysAbsent > 10 && well < 0.05) return 'in trouble';
  return well < 0.25 ? 'kept at home' : well < 0.35 ? 'late' : 'unwell';
}

/** Reasons not established yet in the last week, and a few that nobody followed up; here and there no mark at all. */
function leaveOpen(codes: string[], random: Random): void {
  for (let morning = 0; morning < codes.length; morning += 2) {
    const stillNew = morning >= codes.length - 10;
    const open = random.next() < (stillNew ? 0.5 : 0.03);
    for (const index of [morning, morning + 1]) {
      if (open && (codes[index] === 'O' || (stillNew && codes[index] === 'I'))) codes[index] = 'N';
    }
  }
  const forgotten = random.between(0, codes.length - 1);
  if (random.chance(0.06) && isOpen(codes[forgotten])) codes[forgotten] = '';
}

function comeLate(
  codes: string[],
  often: number,
  { late, afterClosing }: Lateness,
  random: Random,
): Map<number, number> {
  const minutesLate = new Map<number, number>();
  for (const [index, code] of codes.entries()) {
    if (code === 'U') minutesLate.set(index, random.between(...afterClosing));
    const rate = code === '/' ? often : code === '\\' ? often / 20 : 0;
    if (rate === 0 || !random.chance(rate)) continue;
    const part = random.next();
    codes[index] = 'L';
    minutesLate.set(index, late(part));
  }
  return minutesLate;
}
