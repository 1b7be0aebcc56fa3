import { isoDay } from '../../register/day.ts';
import { ascensionFamilies } from './ascension-families.ts';
import type { Random } from './random.ts';
import type { PupilSoFar } from './sample-plan.ts';
import type { SamplePupil } from './sample-school.ts';

const known = new Set(ascensionFamilies.map(({ surname }) => surname));

/** What the school knows of a pupil, by the names of the trust's policy. Of those whom the sample names nothing is left to chance. */
export function ascensionFacts(pupil: PupilSoFar, random: Random): SamplePupil['facts'] {
  const chance = (share: number) => random.chance(share) && !known.has(pupil.surname);
  const isScarlett = pupil.forename === 'Scarlett' && pupil.surname === 'Nock';
  const hasPlan = chance(pupil.educationHealthCarePlan ? 1 : 0) || isScarlett;
  return {
    'compulsory-school-age': isOfCompulsorySchoolAge(pupil),
    send: chance(0.12) || hasPlan,
    'medical-condition': chance(0.04),
    'ehc-plan': hasPlan,
    'has-yot-officer': false,
    'pupil-premium': pupil.freeSchoolMeals || chance(0.03),
    'free-school-meals': pupil.freeSchoolMeals,
    'social-worker': chance(0.03) || isScarlett,
    'low-background': chance(0.02),
    vulnerable: chance(0.03) || isScarlett,
  };
}

/** On the last day with marks, 27 March 2026: those who were five by the 31 December before it (Education Act 1996 s. 8). */
function isOfCompulsorySchoolAge({ dateOfBirth }: PupilSoFar): boolean {
  return dateOfBirth <= isoDay('2020-12-31');
}
