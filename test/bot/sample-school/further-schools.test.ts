import { describe, expect, test } from 'vitest';
import { generateSchools } from '../../../bot/sample-school/generate.ts';
import type { SamplePlan } from '../../../bot/sample-school/sample-plan.ts';
import type { SampleSchool } from '../../../bot/sample-school/sample-school.ts';
import { ascensionPlan } from '../../../bot/sample-school/ascension-plan.ts';
import { bramhallPlan } from '../../../bot/sample-school/bramhall-plan.ts';
import { normantonPlan } from '../../../bot/sample-school/normanton-plan.ts';
import { uptonPlan } from '../../../bot/sample-school/upton-plan.ts';
import { writeFiles } from '../../../bot/sample-school/write-files.ts';
import { evaluate, policyEvents } from '../../../dsl/index.ts';
import type { Finding } from '../../../dsl/index.ts';
import { formatIsoDay } from '../../../register/day.ts';
import { codes } from '../../support/code-table.ts';
import { codeOn } from '../../../register/attendance-code.ts';
import { caseOf, compiledPolicy } from './pupil-case.ts';
import { digest, groupedBy } from './sample.ts';

const normanton = generateSchools(normantonPlan());
const upton = generateSchools(uptonPlan());
const staged = [...generateSchools(ascensionPlan()), ...generateSchools(bramhallPlan())];
const schools = [...normanton, ...upton, ...staged];

test.each([
  ['normanton', normantonPlan, '3ef0128f596f4c69'],
  ['upton', uptonPlan, '289df46943e5a13f 74ff0993ed20b050 48319ab79eccf7ab'],
  ['ascension', ascensionPlan, '9b995d4a5428ad53'],
  ['bramhall', bramhallPlan, '534ed45cb350a77f'],
])('%s: the same on every machine', (_, plan, expected) => {
  expect(filesOf(plan())).toBe(expected);
});

describe.each(schools.map((school) => [school.id, school] as const))('%s', (_, school) => {
  test('has marks up to its last day and none later, of codes in use on each day', () => {
    const { schoolDays, pupils } = school;
    expect(schoolDays.length).toBeLessThan(school.calendar.schoolDays.length);
    for (const pupil of pupils) {
      expect(pupil.codes).toHaveLength(schoolDays.length * 2);
      for (const [index, code] of pupil.codes.entries()) {
        if (code !== '')
          expect([code, codeOn(codes, code, schoolDays[index >> 1]!)]).toEqual([code, expect.anything()]);
      }
    }
  });

  test('keeps the case log by names that its policy turns on', () => {
    const events = policyEvents(compiledPolicy(school.policy));
    const known = new Set(events.map(({ name, done }) => `${name} ${done ?? 'judged'}`));
    const written = school.log.map(({ name, done }) => `${name} ${/^(yes|no)$/.test(done) ? 'judged' : done}`);
    expect([...new Set(written)].filter((each) => !known.has(each))).toEqual([]);
    expect(written.length).toBeGreaterThan(50);
  });

  test('writes its case log up to its last day, in order', () => {
    const days = school.log.map(({ day }) => day);
    expect(days).toEqual(days.toSorted((a, b) => a - b));
    expect(days.at(-1)! <= school.schoolDays.at(-1)!).toBe(true);
  });

  test('writes down nothing of this school year on a day without school', () => {
    const meets = new Set(school.calendar.schoolDays);
    const closed = school.log.filter(({ day }) => day >= school.schoolDays[0]! && !meets.has(day));
    expect(closed.map(({ day, name }) => `${formatIsoDay(day)} ${name}`)).toEqual([]);
  });
});

test('no pupil has the number of another school’s, and the schools of Widnes and elsewhere share no family', () => {
  const numbers = schools.flatMap(({ pupils }) => pupils.map(({ upn }) => upn));
  expect(new Set(numbers).size).toBe(numbers.length);
  for (const { upn } of normanton[0]!.pupils) expect(upn).toMatch(/^[A-HJ-NP-RT-Z]99991\d{7}$/);
  for (const { pupils } of upton) for (const { upn } of pupils) expect(upn).toMatch(/^[A-HJ-NP-RT-Z]99992\d{7}$/);
  for (const { pupils } of staged) for (const { upn } of pupils) expect(upn).toMatch(/^[A-HJ-NP-RT-Z]9999[34]\d{7}$/);
});

describe('the three schools of the cluster', () => {
  const byFamily = groupedBy(
    upton.flatMap(({ id, pupils }) => pupils.map((pupil) => ({ school: id, pupil }))),
    ({ pupil }) => pupil.family,
  );
  const schoolsOf = (family: string) => new Set(byFamily.get(family)!.map(({ school }) => school)).size;

  test('have 90 to 120 pupils each, of years that follow on one another', () => {
    for (const { pupils } of upton) expect(pupils.length >= 90 && pupils.length <= 120).toBe(true);
    expect(upton.map((school) => [...new Set(school.pupils.map(({ yearGroup }) => yearGroup))].join(' '))).toEqual([
      'R 1 2',
      '3 4 5 6',
      '7 8 9 10 11',
    ]);
  });

  test('share families: two schools for many, all three for some', () => {
    const counts = [...byFamily.keys()].map(schoolsOf);
    expect(counts.filter((count) => count === 2).length).toBeGreaterThan(20);
    expect(counts.filter((count) => count === 3).length).toBeGreaterThan(2);
  });

  test('know of each group a few pupils, and of a few pupils not everything', () => {
    const facts = upton.flatMap(({ pupils }) => pupils.map((pupil) => pupil.facts));
    const groups = ['disadvantaged', 'send', 'child-in-need', 'looked-after', 'young-carer', 'vulnerable'];
    for (const group of groups) expect(facts.filter((each) => each[group] === true).length).toBeGreaterThan(0);
    expect(facts.some((each) => each['vulnerable'] === undefined)).toBe(true);
  });

  test('decide one family’s leave in two ways', () => {
    const whitlocks = upton.map((school) => {
      const pupil = school.pupils.find(({ surname }) => surname === 'Whitlock')!;
      return school.log
        .filter(({ upn, done }) => upn === pupil.upn && /granted|refused/.test(done))
        .map(({ done }) => done);
    });
    expect(whitlocks).toEqual([['granted'], ['refused'], ['refused']]);
  });
});

test('Normanton: pupils at every stage of the ladder and in every band of colour, and letters of every kind to send', () => {
  const [school] = normanton;
  const compiled = compiledPolicy('normanton-common');
  const asAt = school!.schoolDays.at(-1)!;
  const findings = school!.pupils.map((pupil) => evaluate(compiled, caseOf(school!, pupil), asAt));
  const seen = (of: (finding: Finding) => readonly (string | undefined)[]) =>
    [...new Set(findings.flatMap(of))].filter((each) => each !== undefined).toSorted();
  expect(seen(({ ladders }) => ladders.map(({ stage }) => stage?.id))).toEqual(['stage-1', 'stage-2', 'stage-3']);
  expect(seen(({ bands }) => bands.map(({ band }) => band?.id))).toEqual(['amber', 'blue', 'green', 'red']);
  const due = ({ letters }: Finding) => letters.flatMap(({ id, state }) => (state === 'due' ? [id] : []));
  expect(seen(due)).toEqual(
    expect.arrayContaining(['lateness-warning', 'waterton.nearing-pa-letter', 'waterton.written-warning']),
  );
});

test('Normanton: five mornings after registration closed in one half term, the fifth on 30 March 2023', () => {
  const [school] = normanton;
  const callum = school!.pupils.find(({ forename, surname }) => `${forename} ${surname}` === 'Callum Rushworth')!;
  const late = school!.schoolDays.filter(
    (day, index) => callum.codes[index * 2] === 'U' && formatIsoDay(day) > '2023-02-20',
  );
  expect(late.map(formatIsoDay)).toEqual(['2023-02-21', '2023-02-28', '2023-03-07', '2023-03-16', '2023-03-30']);
  for (const pupil of school!.pupils) {
    for (const [index, minutes] of pupil.minutesLate) {
      // The day starts at 8.50: from 9.01 to 9.09 is L, after 9.10 U.
      const expected = minutes > 20 ? 'U' : 'L';
      expect([minutes, pupil.codes[index]]).toEqual([minutes, expected]);
      expect(minutes).toBeGreaterThan(10);
    }
  }
});

function filesOf(plan: SamplePlan): string {
  return generateSchools(plan)
    .map((school: SampleSchool) => digest(writeFiles(school)).slice(0, 16))
    .join(' ');
}
