import { absenceLevels } from './absence-levels.ts';
import { amiraKhanDays, amiraKhanMarks } from './amira-khan.ts';
import { datesOfBirth } from './dates-of-birth.ts';
import { familyHabits } from './family-habits.ts';
import { groupMarks } from './group-marks.ts';
import { households } from './household.ts';
import { amiraKhan } from './known-families.ts';
import { pupilMarks } from './pupil-marks.ts';
import { seededRandom } from './random.ts';
import { enrol } from './roll.ts';
import type { EnrolledPupil } from './roll.ts';
import { sampleCalendar } from './sample-calendar.ts';
import type { SamplePupil, SampleSchool } from './sample-school.ts';
import { sampleStaff } from './sample-staff.ts';
import { uniquePupilNumber } from './unique-pupil-number.ts';

export interface SampleOptions {
  /** How many pupils; 420 unless told, 70 at least. Below some 400 a stage may be empty on a given day. */
  readonly pupils?: number;
}

/** The seed of the school that a newcomer is shown. */
export const sampleSeed = 20_240_328;

/** An invented primary school in its year 2023 to 2024: the same seed and options give the same school. */
export function generateSchool(seed: number, options: SampleOptions = {}): SampleSchool {
  const { pupils: pupilCount = 420 } = options;
  if (!Number.isInteger(pupilCount) || pupilCount < 70) {
    throw new RangeError(`a sample school has 70 pupils or more, not ${pupilCount}`);
  }
  const random = seededRandom(seed);
  const calendar = sampleCalendar('widnes');
  const enrolled = enrol(pupilCount, random);
  const homes = households(enrolled, random);
  const levels = absenceLevels(
    enrolled.map((family) => family.pupils.length),
    random,
  ).values();
  const marksOfGroup = memoized(({ year, registrationGroup }: EnrolledPupil) => {
    const alwaysTaken =
      registrationGroup === amiraKhan.registrationGroup ? amiraKhanDays(calendar.schoolDays) : nothing;
    return groupMarks(calendar, year, alwaysTaken, random);
  });
  const serials = new Map<number, number>();
  const nextSerial = (year: number) => {
    const serial = (serials.get(year) ?? 0) + 1;
    serials.set(year, serial);
    return serial;
  };

  const pupils = enrolled.flatMap((family, familyIndex): SamplePupil[] => {
    const habits = familyHabits(family.keepsEid, calendar.schoolDays.length, random);
    const births = datesOfBirth(
      family.pupils.map((each) => each.year),
      random,
    );
    return family.pupils.map((pupil, index) => {
      const level = levels.next().value!;
      const group = marksOfGroup(pupil);
      const marks = isAmiraKhan(pupil)
        ? amiraKhanMarks(calendar.schoolDays, group)
        : pupilMarks(calendar.schoolDays, group, level, habits, random);
      return {
        upn: uniquePupilNumber(2023 - pupil.year, nextSerial(pupil.year)),
        surname: pupil.surname,
        forename: pupil.forename,
        dateOfBirth: births[index]!,
        yearGroup: pupil.year === 0 ? 'R' : String(pupil.year),
        registrationGroup: pupil.registrationGroup,
        family: familyId(familyIndex),
        freeSchoolMeals: level.freeSchoolMeals,
        educationHealthCarePlan: level.educationHealthCarePlan,
        ...marks,
      };
    });
  });

  return {
    id: 'widnes',
    name: 'Widnes Academy (sample)',
    calendar,
    families: enrolled.map(({ surname }, index) => ({ id: familyId(index), surname, adults: homes[index]! })),
    pupils: pupils.sort(inRegisterOrder),
    staff: sampleStaff,
  };
}

const nothing: ReadonlySet<number> = new Set();

function isAmiraKhan({ forename, surname, registrationGroup }: EnrolledPupil): boolean {
  return (
    forename === amiraKhan.forename &&
    surname === amiraKhan.surname &&
    registrationGroup === amiraKhan.registrationGroup
  );
}

function memoized<T>(make: (pupil: EnrolledPupil) => T): (pupil: EnrolledPupil) => T {
  const made = new Map<string, T>();
  return (pupil) => {
    const found = made.get(pupil.registrationGroup) ?? make(pupil);
    made.set(pupil.registrationGroup, found);
    return found;
  };
}

function familyId(index: number): string {
  return `F${String(index + 1).padStart(4, '0')}`;
}

/** By code units, so that the order is the same on every machine. */
function inRegisterOrder(a: SamplePupil, b: SamplePupil): number {
  const [left, right] = [a, b].map(({ yearGroup, registrationGroup, surname, forename }) =>
    [yearGroup === 'R' ? '0' : yearGroup, registrationGroup, surname, forename].join('\u0000'),
  ) as [string, string];
  return left < right ? -1 : left > right ? 1 : 0;
}
