import { classRewardsAt } from '../../dsl/index.ts';
import type { DatedClassReward } from '../../dsl/index.ts';
import { pupilRegister } from '../../register/pupil-register.ts';
import type { Asking } from './asking.ts';
import { rightsOf } from './may-see.ts';

/** The rewards to classes, for those who see the whole school: whoever sees a class alone cannot tell it from the others. */
export async function classRewardsOf(asking: Asking): Promise<readonly DatedClassReward[]> {
  const { services, school, policy, asAt, actor } = asking;
  const toClasses = policy.compiled.layers.some((layer) => layer.policy.rewards.some(({ to }) => to.kind !== 'pupils'));
  if (!toClasses || rightsOf[actor.role].sees !== 'whole schools') return [];
  const { store, codes } = services;
  const [calendar, pupils, marks, registerTo] = await Promise.all([
    store.calendar(school.id),
    store.pupils(school.id),
    store.marksOfSchool(school.id),
    store.registerTo(school.id, asAt),
  ]);
  if (!calendar) return [];
  const members = pupils.map((pupil) => ({
    class: pupil.registrationGroup,
    yearGroup: pupil.yearGroup,
    onRoll: pupil,
    register: pupilRegister(calendar, codes, pupil, marks.get(pupil.id) ?? []),
  }));
  return classRewardsAt(policy.compiled, { calendar, pupils: members, registerTo: registerTo.session }, asAt);
}
