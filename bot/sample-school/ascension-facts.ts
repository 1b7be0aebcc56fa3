import { isoDay } from '../../register/day.ts';
import type { Random } from './random.ts';
import type { PupilSoFar } from './sample-plan.ts';
import type { SamplePupil } from './sample-school.ts';

/** What the school knows of a pupil, by the names of the trust's policy. */
export function ascensionFacts(pupil: PupilSoFar, random: Random): SamplePupil['facts'] {
  const isScarlett = pupil.forename === 'Scarlett' && pupil.surname === 'Nock';
  return {
    'compulsory-school-age': isOfCompulsorySchoolAge(pupil),
    send: pupil.educationHealthCarePlan || random.chance(0.12) || isScarlett,
    'medical-condition': random.chance(0.04),
    'ehc-plan': pupil.educationHealthCarePlan || isScarlett,
    'has-yot-officer': false,
    'pupil-premium': pupil.freeSchoolMeals || random.chance(0.03),
    'free-school-meals': pupil.freeSchoolMeals,
    'social-worker': random.chance(0.03) || isScarlett,
    'low-background': random.chance(0.02),
    vulnerable: random.chance(0.03) || isScarlett,
  };
}

/** On the last day with marks, 27 March 2026: those who were five by the 31 December before it (Education Act 1996 s. 8). */
function isOfCompulsorySchoolAge({ dateOfBirth }: PupilSoFar): boolean {
  return dateOfBirth <= isoDay('2020-12-31');
}
