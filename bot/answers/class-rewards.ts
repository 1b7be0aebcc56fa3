import { classRewardsAt } from '../../dsl/index.ts';
import type { DatedClassReward, PupilCase } from '../../dsl/index.ts';
import type { Pupil } from '../../register/pupil.ts';
import type { Asking } from './asking.ts';
import { rightsOf } from './may-see.ts';

/** The rewards to classes, for those who see the whole school: whoever sees a class alone cannot tell it from the others. */
export async function classRewardsOf(
  { services, school, policy, asAt, actor }: Asking,
  caseFor: (pupil: Pupil) => PupilCase,
): Promise<readonly DatedClassReward[]> {
  const toClasses = policy.compiled.layers.some((layer) => layer.policy.rewards.some(({ to }) => to.kind !== 'pupils'));
  if (!toClasses || rightsOf[actor.role].sees !== 'whole schools') return [];
  const pupils = await services.store.pupils(school.id);
  const cases = pupils.map((pupil) => ({ pupil, about: caseFor(pupil) }));
  const [first] = cases;
  if (!first) return [];
  const members = cases.map(({ pupil, about }) => ({
    class: pupil.registrationGroup,
    yearGroup: pupil.yearGroup,
    onRoll: pupil,
    register: about.register,
  }));
  const { register, registerTo } = first.about;
  return classRewardsAt(policy.compiled, { calendar: register.calendar, pupils: members, registerTo }, asAt);
}
