import type { PupilCase } from '../../dsl/index.ts';
import type { Pupil } from '../../register/pupil.ts';
import { isOnRoll } from '../../register/pupil-register.ts';
import type { School } from '../store/store.ts';
import type { Asking } from './asking.ts';

type FamilyCase = Pick<PupilCase, 'family' | 'memberSchools'>;

/**
 * A pupil's family over the schools of their cluster. The members of a cluster are the schools that follow its statement, or
 * a policy under it: no document lists them. Under no cluster, and for a pupil of no known family, nothing is looked up.
 */
export async function familyOf(asking: Asking, pupil: Pupil): Promise<FamilyCase> {
  const members = await membersOf(asking);
  if (!members) return {};
  const memberSchools = members.map(({ id }) => id);
  const { family } = pupil;
  if (family === undefined) return { memberSchools };
  const { store } = asking.services;
  const found = await Promise.all(memberSchools.map((school) => store.pupilsOfFamily(school, family)));
  return { memberSchools, family: childrenOf(asking, pupil, found.flat()) };
}

/** The same for many pupils of one school, each school's pupils read once. */
export async function familiesOf(asking: Asking): Promise<(pupil: Pupil) => FamilyCase> {
  const members = await membersOf(asking);
  if (!members) return () => ({});
  const memberSchools = members.map(({ id }) => id);
  const all = (await Promise.all(memberSchools.map((school) => asking.services.store.pupils(school)))).flat();
  const byFamily = Map.groupBy(all, (pupil) => pupil.family);
  return (pupil) =>
    pupil.family === undefined
      ? { memberSchools }
      : { memberSchools, family: childrenOf(asking, pupil, byFamily.get(pupil.family) ?? []) };
}

/** The pupil first, then the others on roll on the day asked about. */
function childrenOf({ asAt }: Asking, pupil: Pupil, all: readonly Pupil[]): NonNullable<FamilyCase['family']> {
  const others = all.filter((each) => each.id !== pupil.id && isOnRoll(each, asAt));
  return [pupil, ...others].map((each) => ({ pupil: each.id, school: each.school }));
}

/** The schools of the cluster that the school's policy stands under; undefined where it stands under none. */
export async function membersOf({
  services,
  policy,
}: Pick<Asking, 'services' | 'policy'>): Promise<readonly School[] | undefined> {
  const cluster = policy.compiled.layers.find((layer) => layer.policy.level === 'cluster')?.policy.id;
  if (cluster === undefined) return undefined;
  const follows = (id: string): boolean =>
    services.policies.get(id)?.compiled.layers.some((layer) => layer.policy.id === cluster) ?? false;
  return (await services.store.schools()).filter((school) => follows(school.policy));
}
