import { isoDay } from '../../register/day.ts';
import type { Random } from './random.ts';
import type { PupilSoFar } from './sample-plan.ts';
import type { SamplePupil } from './sample-school.ts';

/** What the schools know of a pupil, by the names of the statement; for a few, not everything is known. */
export function uptonFacts(pupil: PupilSoFar, random: Random): SamplePupil['facts'] {
  const asked = !random.chance(0.03);
  const inNeed = random.chance(0.03);
  const lookedAfter = random.chance(0.02);
  const before = random.chance(0.015);
  const otherwise = random.chance(0.02);
  const carer = random.chance(0.03);
  const barriers = random.chance(0.05);
  return {
    'compulsory-school-age': isOfCompulsorySchoolAge(pupil),
    disadvantaged: pupil.freeSchoolMeals,
    send: pupil.educationHealthCarePlan || random.chance(0.12),
    'child-in-need': inNeed,
    'looked-after': lookedAfter,
    'previously-looked-after': before && !lookedAfter,
    'social-care': otherwise,
    'young-carer': asked ? carer : undefined,
    'protected-characteristic': asked ? false : undefined,
    vulnerable: asked ? barriers : undefined,
  };
}

/** On the last day with marks, 27 March 2026: those who were five by the 31 December before it (Education Act 1996 s. 8). */
function isOfCompulsorySchoolAge({ dateOfBirth }: PupilSoFar): boolean {
  return dateOfBirth <= isoDay('2020-12-31');
}
