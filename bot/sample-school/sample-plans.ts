import type { SamplePlan } from './sample-plan.ts';
import { widnesPlan } from './widnes-plan.ts';

/** Every sample, in the order in which they are made. */
export function samplePlans(): readonly SamplePlan[] {
  return [widnesPlan()];
}
