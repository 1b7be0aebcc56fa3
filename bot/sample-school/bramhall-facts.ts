import type { Random } from './random.ts';
import type { PupilSoFar } from './sample-plan.ts';
import type { SamplePupil } from './sample-school.ts';

/** What the school knows of a pupil, by the names of its own policy and of the authority's process. */
export function bramhallFacts(pupil: PupilSoFar, random: Random): SamplePupil['facts'] {
  const isEllie = pupil.forename === 'Ellie' && pupil.surname === 'Ridge';
  const hasSocialWorker = random.chance(0.03) || isEllie;
  const isUnwell = random.chance(0.05);
  return {
    'has-social-worker': hasSocialWorker,
    'in-care': hasSocialWorker && !isEllie && random.chance(0.3),
    'child-protection': isEllie,
    'tac-taf': !isEllie && random.chance(0.02),
    send: pupil.educationHealthCarePlan || random.chance(0.12),
    'health-need': isUnwell,
    'long-term-health': isUnwell && random.chance(0.3),
    'young-carer': random.chance(0.02),
    'year-11': pupil.yearGroup === '11',
    'several-numbers': !random.chance(0.08),
    'welfare-concern': isEllie,
  };
}
