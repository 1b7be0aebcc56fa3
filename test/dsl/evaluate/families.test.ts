import { expect, test } from 'vitest';
import type { PupilCase } from '../../../dsl/compile/timeline.ts';
import { evaluate } from '../../../dsl/evaluate/evaluate.ts';
import { isoDay } from '../../../register/day.ts';
import { compiled, pupilCase } from '../../support/evaluate-policy.ts';

const policy = compiled(
  'group shared is family in at least 2 member-schools\ngroup anywhere is family in at least 2 schools',
);

/** A pupil of school A whose brothers and sisters are in these schools. */
function found(more: Pick<PupilCase, 'memberSchools'> & { readonly siblings?: readonly string[] }) {
  const { siblings, ...rest } = more;
  const family = siblings && ['A', ...siblings].map((school, index) => ({ pupil: `child ${index}`, school }));
  const about = { ...pupilCase({ asAt: '2023-11-13' }), school: 'A', ...rest, ...(family && { family }) };
  const { thresholds, family: told, undetermined } = evaluate(policy, about, isoDay('2023-11-13'));
  const met = Object.fromEntries(thresholds.map((each) => [each.id, each.met]));
  return { ...met, told, needs: undetermined.flatMap((each) => each.needs.map((need) => 'what' in need && need.what)) };
}

test('two distinct member schools are several, however many children', () => {
  const memberSchools = ['A', 'B', 'C'];
  expect(found({ memberSchools, siblings: ['B'] })).toMatchObject({ shared: 'yes', anywhere: 'yes' });
  expect(found({ memberSchools, siblings: ['A'] })).toMatchObject({ shared: 'no', anywhere: 'no' });
  expect(found({ memberSchools, siblings: ['A', 'B'] })).toMatchObject({
    shared: 'yes',
    told: { schools: ['A', 'B'], memberSchools: ['A', 'B'] },
  });
});

test('a school that is no member does not make two', () => {
  expect(found({ memberSchools: ['A', 'B'], siblings: ['D'] })).toMatchObject({
    shared: 'no',
    anywhere: 'yes',
    told: { schools: ['A', 'D'], memberSchools: ['A'] },
  });
});

test('an unknown family is undetermined, and the finding says what would tell', () => {
  expect(found({ memberSchools: ['A', 'B'] })).toEqual({
    shared: 'undetermined',
    anywhere: 'undetermined',
    told: null,
    needs: ['the children of the family and their schools', 'the children of the family and their schools'],
  });
});

test('unknown membership is undetermined where it could make the difference', () => {
  expect(found({ siblings: ['B'] })).toMatchObject({ shared: 'undetermined', needs: ['which schools are members'] });
  expect(found({ siblings: ['A'] })).toMatchObject({ shared: 'no', needs: [] });
});
