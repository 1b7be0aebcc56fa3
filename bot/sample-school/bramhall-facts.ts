import { bramhallFamilies } from './bramhall-families.ts';
import type { Random } from './random.ts';
import type { PupilSoFar } from './sample-plan.ts';
import type { SamplePupil } from './sample-school.ts';

const known = new Set(bramhallFamilies.map(({ surname }) => surname));

/**
 * What the school knows of a pupil, by the names of its own policy and of the authority's process. Of those whom the sample
 * names nothing is left to chance.
 */
export function bramhallFacts(pupil: PupilSoFar, random: Random): SamplePupil['facts'] {
  const chance = (share: number) => random.chance(share) && !known.has(pupil.surname);
  const isEllie = pupil.forename === 'Ellie' && pupil.surname === 'Ridge';
  const hasSocialWorker = chance(0.03);
  const isUnwell = chance(0.05);
  return {
    'has-social-worker': hasSocialWorker || isEllie,
    'in-care': hasSocialWorker && chance(0.3),
    'child-protection': isEllie,
    'tac-taf': chance(0.02),
    send: chance(pupil.educationHealthCarePlan ? 1 : 0.12),
    'health-need': isUnwell,
    'long-term-health': isUnwell && chance(0.3),
    'young-carer': chance(0.02),
    'year-11': pupil.yearGroup === '11',
    'welfare-concern': isEllie,
  };
}
