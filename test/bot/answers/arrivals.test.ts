import { afterAll, beforeAll, expect, test } from 'vitest';
import { schoolPolicies } from '../../support/school-policies.ts';
import type { SmallSchools } from './small-schools.ts';
import { smallSchools } from './small-schools.ts';

// Arrivals at a school whose document does not say when registers close.

let schools: SmallSchools;
beforeAll(async () => {
  const texts = schoolPolicies.filter(({ name }) => ['bramhall.att', 'stockport.att'].includes(name));
  schools = await smallSchools(
    texts.map(({ text }) => text),
    [{ id: 'bramhall', policy: 'bramhall' }],
  );
});
afterAll(() => schools.close());

test.each([
  ['08:20', 'Arriving at 08:20 (AM): present', []],
  [
    '08:40',
    'Arriving at 08:40 (AM): the policy does not say',
    [
      'the policy does not state the time at which morning registers close',
      'school will record late mark',
      'school will give break detention on the same school day',
    ],
  ],
  [
    '09:01',
    'Arriving at 09:01 (AM): the policy does not say',
    [
      'the policy does not state the time at which morning registers close',
      'school will record late mark',
      'school will give break detention on the same school day',
      'pupil must sign in via main reception',
    ],
  ],
])('at %s', async (time, headline, lines) => {
  const answer = await schools.ask(`mark for an arrival at ${time}`, { school: 'bramhall' });
  expect([answer.headline, answer.lines]).toEqual([headline, lines]);
});
