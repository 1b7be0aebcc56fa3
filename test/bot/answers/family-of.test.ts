import { expect, test } from 'vitest';
import { examine, examineAll } from '../../../bot/answers/examine.ts';
import { familiesOf, familyOf } from '../../../bot/answers/family-of.ts';
import type { Asking } from '../../../bot/answers/asking.ts';
import { makeServices } from '../../../bot/answers/make-services.ts';
import { openStore } from '../../../bot/store/open-database.ts';
import { packagedPolicies } from '../../../bot/packaged-policies.ts';
import { isoDay } from '../../../register/day.ts';
import { directMessage, lead } from './people.ts';

const asAt = isoDay('2025-11-03');
const policies = (await packagedPolicies()).policies;

/** Two schools of the cluster and one of another policy; a family in all three, one in a single school, a pupil of none. */
async function cluster(school: string) {
  const store = await openStore({ path: ':memory:' });
  const schools = { first: 'upton', second: 'upton', other: 'widnes' };
  for (const [id, policy] of Object.entries(schools)) {
    await store.saveSchool({ id, name: id, policy, facts: {} });
    const [from, to] = [isoDay('2025-09-01'), isoDay('2026-07-17')];
    await store.saveSchoolYear(id, { from, to, terms: [], halfTerms: [], closures: [] });
  }
  const pupil = (at: string, upn: string, family: string | undefined, onRollTo?: string) =>
    store.savePupil({
      school: at,
      upn,
      surname: upn,
      forename: upn,
      dateOfBirth: undefined,
      yearGroup: '',
      registrationGroup: '',
      onRollFrom: undefined,
      onRollTo: onRollTo === undefined ? undefined : isoDay(onRollTo),
      family,
      facts: {},
    });
  const a = await pupil('first', 'A', 'one');
  const b = await pupil('second', 'B', 'one');
  await pupil('second', 'Left', 'two', '2025-10-01');
  await pupil('other', 'C', 'one');
  const d = await pupil('first', 'D', 'two');
  const e = await pupil('first', 'E', undefined);
  const services = makeServices({ store, policies: policies.values(), schoolDetails: new Map(), now: () => '' });
  const asked = (await store.school(school))!;
  const policy = services.policies.get(asked.policy)!;
  const asking: Asking = { services, actor: lead, place: directMessage, school: asked, policy, asAt, today: asAt };
  return { asking, a, b, d, e };
}

test('a family is looked up over the schools of the cluster, and no others', async () => {
  const { asking, a, b } = await cluster('first');
  const family = [
    { pupil: a.id, school: 'first' },
    { pupil: b.id, school: 'second' },
  ];
  expect(await familyOf(asking, a)).toEqual({ memberSchools: ['first', 'second'], family });
  expect((await familiesOf(asking))(a)).toEqual({ memberSchools: ['first', 'second'], family });
});

test('a child who has left is of the family no more, and an unknown family stays unknown', async () => {
  const { asking, d, e } = await cluster('first');
  expect((await familyOf(asking, d)).family).toEqual([{ pupil: d.id, school: 'first' }]);
  expect(await familyOf(asking, e)).toEqual({ memberSchools: ['first', 'second'] });
});

test('under no cluster nothing is looked up', async () => {
  const { asking, a } = await cluster('other');
  expect(await familyOf(asking, a)).toEqual({});
});

test('a finding tells of the family, one at a time or for the whole school', async () => {
  const { asking, a, e } = await cluster('first');
  const shared = ({ whole }: Awaited<ReturnType<typeof examine>>) =>
    whole.thresholds.find(({ id }) => id === 'shared-family')?.met;
  expect(shared(await examine(asking, a))).toBe('yes');
  expect((await examineAll(asking, [a, e])).map(shared)).toEqual(['yes', 'undetermined']);
});
