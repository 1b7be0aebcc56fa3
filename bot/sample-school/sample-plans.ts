import { ascensionPlan } from './ascension-plan.ts';
import { bramhallPlan } from './bramhall-plan.ts';
import { normantonPlan } from './normanton-plan.ts';
import type { SamplePlan } from './sample-plan.ts';
import { uptonPlan } from './upton-plan.ts';
import { widnesPlan } from './widnes-plan.ts';

/** Every sample, in the order in which they are made. */
export function samplePlans(): readonly SamplePlan[] {
  return [widnesPlan(), normantonPlan(), uptonPlan(), ascensionPlan(), bramhallPlan()];
}
