import { absenceLevels } from './absence-levels.ts';
import { datesOfBirth } from './dates-of-birth.ts';
import { stillAsked } from './earlier-marks.ts';
import { familyHabits } from './family-habits.ts';
import { groupMarks } from './group-marks.ts';
import type { LivedDays } from './group-marks.ts';
import { households } from './household.ts';
import { laidDownDays, laidDownMarks } from './laid-down-marks.ts';
import { pupilMarks } from './pupil-marks.ts';
import { seededRandom } from './random.ts';
import { enrol } from './roll.ts';
import type { EnrolledPupil } from './roll.ts';
import type { PlannedSchool, PupilSoFar, SamplePlan } from './sample-plan.ts';
import type { SampleFamily, SamplePupil, SampleSchool } from './sample-school.ts';
import { uniquePupilNumber } from './unique-pupil-number.ts';

/** The invented schools of a plan: the same plan and seed give the same schools. */
export function generateSchools(plan: SamplePlan, seed = plan.seed): SampleSchool[] {
  const { families, everyone } = population(plan, seed);
  const withFacts = seededRandom(seed + 1);
  const pupils = asBrought(plan, everyone, seed).map((pupil): SamplePupil => ({
    ...pupil,
    facts: plan.facts?.(pupil, withFacts) ?? {},
  }));
  return plan.schools.map((school) => schoolOf(plan, school, pupils, families));
}

/** Everyone of all the schools, in the order of the register. */
function population(
  plan: SamplePlan,
  seed: number,
): { readonly families: readonly SampleFamily[]; readonly everyone: readonly PupilSoFar[] } {
  const random = seededRandom(seed);
  const days = livedDays(plan, plan.schools[0]!);
  const { schoolDays } = days;
  const enrolled = enrol(plan.years, plan.families, random);
  const homes = households(enrolled, plan.area, random);
  const levels = absenceLevels(
    enrolled.map((family) => family.pupils.length),
    random,
  ).values();
  const alwaysTaken = daysLaidDown(enrolled.flatMap(({ pupils }) => pupils));
  const marksOfGroup = memoized(({ year, registrationGroup }: EnrolledPupil) =>
    groupMarks(days, plan.events, year, alwaysTaken(registrationGroup), random),
  );
  const nextSerial = counter();
  const familyId = (index: number) => `${plan.familyPrefix}${String(index + 1).padStart(4, '0')}`;

  const everyone = enrolled.flatMap((family, familyIndex): PupilSoFar[] => {
    const habits = familyHabits(family.keepsEid, schoolDays.length, random);
    const births = datesOfBirth(
      family.pupils.map((each) => each.year),
      plan.begins,
      random,
    );
    return family.pupils.map((pupil, index) => {
      const level = levels.next().value!;
      const group = marksOfGroup(pupil);
      const marks = pupil.marks
        ? laidDownMarks(pupil.marks, schoolDays, group)
        : pupilMarks(days, plan, group, { level, habits }, random);
      return {
        upn: uniquePupilNumber(plan.establishment, plan.begins - pupil.year, nextSerial(pupil.year)),
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
  const families = enrolled.map(({ surname }, index) => ({ id: familyId(index), surname, adults: homes[index]! }));
  return { families, everyone: everyone.sort(inRegisterOrder) };

  function daysLaidDown(pupils: readonly EnrolledPupil[]): (registrationGroup: string) => ReadonlySet<number> {
    return (registrationGroup) =>
      new Set(
        pupils.flatMap((pupil) =>
          pupil.marks && pupil.registrationGroup === registrationGroup ? laidDownDays(pupil.marks, schoolDays) : [],
        ),
      );
  }
}

/** Everyone, with what the earlier file says of sessions that were amended since. */
function asBrought(plan: SamplePlan, everyone: readonly PupilSoFar[], seed: number): readonly PupilSoFar[] {
  const { firstFileTo } = plan;
  if (firstFileTo === undefined) return everyone;
  const random = seededRandom(seed + 2);
  const { schoolDays } = livedDays(plan, plan.schools[0]!);
  return everyone.map((pupil) => ({ ...pupil, ...stillAsked(pupil, schoolDays, firstFileTo, random) }));
}

/** One of the schools, with its pupils, their families and what was recorded about them. */
function schoolOf(
  plan: SamplePlan,
  school: PlannedSchool,
  everyone: readonly SamplePupil[],
  families: readonly SampleFamily[],
): SampleSchool {
  const { calendar, schoolDays } = livedDays(plan, school);
  const { id, name, from, to, facts, details } = school;
  const pupils = everyone.filter((pupil) => yearOf(pupil) >= from && yearOf(pupil) <= to);
  const here = new Set(pupils.map(({ family }) => family));
  return {
    id,
    name,
    policy: plan.policy,
    facts,
    calendar,
    schoolDays,
    families: families.filter((family) => here.has(family.id)),
    pupils,
    log: plan.log?.({ id, pupils, schoolDays, calendar, firstFileTo: plan.firstFileTo }) ?? [],
    ...(plan.firstFileTo === undefined ? {} : { firstFileTo: plan.firstFileTo }),
    details,
  };
}

function livedDays({ calendar, registerTo }: SamplePlan, { id }: PlannedSchool): LivedDays {
  const whole = calendar(id);
  const schoolDays = whole.schoolDays.filter((day) => registerTo === undefined || day <= registerTo);
  return { calendar: whole, schoolDays };
}

function memoized<T>(make: (pupil: EnrolledPupil) => T): (pupil: EnrolledPupil) => T {
  const made = new Map<string, T>();
  return (pupil) => {
    const found = made.get(pupil.registrationGroup) ?? make(pupil);
    made.set(pupil.registrationGroup, found);
    return found;
  };
}

/** Counts from 1, for each key apart. */
function counter(): (key: number) => number {
  const counts = new Map<number, number>();
  return (key) => {
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count;
  };
}

function yearOf({ yearGroup }: Pick<SamplePupil, 'yearGroup'>): number {
  return yearGroup === 'R' ? 0 : Number(yearGroup);
}

/** By year group, then by code units, so that the order is the same on every machine. */
function inRegisterOrder(a: PupilSoFar, b: PupilSoFar): number {
  const [left, right] = [a, b].map(({ registrationGroup, surname, forename }) =>
    [registrationGroup, surname, forename].join('\u0000'),
  ) as [string, string];
  return yearOf(a) - yearOf(b) || (left < right ? -1 : left > right ? 1 : 0);
}
