import { expect, test } from 'vitest';
import type { Day } from '../../register/day.ts';
import { formatIsoDay, isoDay } from '../../register/day.ts';
import type { Policy, StandingRow } from '../../dsl/index.ts';
import { checkCompliance, england } from '../../dsl/index.ts';
import { readSchoolPolicies } from '../support/school-policies.ts';
import { desk } from './att.ts';

const here = desk();
const days = ['2024-09-01', '2026-11-22'].map(isoDay);
/** What registers show. */
const provisions = ['PN-THRESH', 'PN-WINDOW', 'PN-CODES', 'PA-10', 'SA-50'];

const breaches = [...readSchoolPolicies().policies.values()].flatMap((policy) =>
  daysOf(policy).flatMap((day) =>
    checkCompliance(policy, england, day)
      .filter(({ provision, standing }) => standing === 'breaches' && provisions.includes(provision))
      .map((row) => ({ row, name: `${policy.id} ${row.provision} ${formatIsoDay(day)}` })),
  ),
);

/** Each policy’s own first day, and two that are asked of all. */
function daysOf({ inForce: { from } }: Policy): readonly Day[] {
  return from === undefined ? days : [from, ...days];
}

interface Shown {
  readonly id: string;
  readonly asked: readonly { readonly provision: string; readonly byPolicy: string; readonly byProvision: string }[];
}

test('every breach that registers show has a pupil, of whom the policy says one thing and the law another', async () => {
  here.write('cases.json', JSON.stringify(breaches.map(({ row }) => row.witness?.case)));
  const { exit, out, err } = await here.att('explain', '--case', 'cases.json', '--format', 'json');
  expect([exit, err]).toEqual([0, '']);
  const shown = JSON.parse(out) as readonly Shown[];
  expect(breaches.map(({ name }, index) => ({ name, answers: answersIn(shown[index]) }))).toEqual(
    breaches.map(({ name, row }) => ({ name, answers: answersToldBy(row) })),
  );
  expect(breaches.length).toBeGreaterThan(5);
});

/** Of a clause with readings one at least parts ways, and all are known. */
function answersIn(shown: Shown | undefined): readonly string[] {
  const answers = shown?.asked.map((each) => `${each.provision}: ${each.byProvision}, policy: ${each.byPolicy}`) ?? [];
  const apart = answers.filter((answer) => /: yes, policy: no$|: no, policy: yes$/.test(answer));
  return answers.some((answer) => answer.includes('undetermined')) ? answers : apart.slice(0, 1);
}

function answersToldBy({ provision, witness }: StandingRow): readonly string[] {
  const byClause = witness?.words.includes('this clause counts such a pupil in') === true;
  return [`${provision}: ${byClause ? 'no, policy: yes' : 'yes, policy: no'}`];
}

test('it is told in words as well', async () => {
  const widnes = breaches.find(({ name }) => name === 'widnes PN-THRESH 2024-09-01')!;
  here.write('case.json', JSON.stringify(widnes.row.witness!.case));
  const { out } = await here.att('explain', '--case', 'case.json');
  expect(out).toContain('By the policy: no. threshold limb-sessions');
  expect(out).toContain('By PN-THRESH: yes. A penalty notice must be considered at 10 sessions');
});

test('a policy that is not among the packaged ones is read from its file', async () => {
  const widnes = breaches.find(({ name }) => name === 'widnes PN-THRESH 2024-09-01')!;
  here.write(
    'case.json',
    JSON.stringify({ ...widnes.row.witness!.case, asks: { provision: 'PN-THRESH', clause: 'own' } }),
  );
  here.write(
    'own.att',
    `policy own "Own" in force from 1 September 2024
threshold own "ten sessions" is at least 10 unauthorised sessions in a rolling 10 school weeks
notice penalty-notice "Penalty notice" { goes to parents }
school may issue penalty-notice if own
`,
  );
  const { out } = await here.att('explain', '--case', 'case.json', '--policy', 'own.att');
  expect(out).toContain('By the policy: yes. threshold own');
});

test('a policy of this folder is found by the id that the case gives', async () => {
  here.write(
    'short.att',
    `policy short "Short" in force from 1 September 2024
threshold few "ten sessions in a term" is at least 10 unauthorised sessions this term
notice penalty-notice "Penalty notice" { goes to parents }
school may issue penalty-notice if few
`,
  );
  const checked = await here.att('check', 'short.att', '--as-at', '2024-09-01', '--format', 'json');
  const { standings } = JSON.parse(checked.out) as { readonly standings: readonly StandingRow[] };
  const { witness } = standings.find(({ provision }) => provision === 'PN-WINDOW')!;
  here.write('short.json', JSON.stringify(witness!.case));
  const { exit, out } = await here.att('explain', '--case', 'short.json');
  expect(exit).toBe(0);
  expect(out).toContain('By the policy: no. threshold few');
  expect(out).toContain('By PN-WINDOW: yes.');
});

test('a file without a case is told', async () => {
  here.write('none.json', '[]');
  expect(await here.att('explain', '--case', 'none.json')).toMatchObject({
    exit: 1,
    err: 'none.json holds no case.\n',
  });
});
