import { describe, expect, test } from 'vitest';
import type { CuredPolicies, Source } from '../../../dsl/index.ts';
import { curePolicies, england, formatPolicy } from '../../../dsl/index.ts';
import { isoDay } from '../../../register/day.ts';
import { codes } from '../../support/code-table.ts';

function cured(sources: readonly Source[], asked = sources.map(({ name }) => name)): CuredPolicies {
  const day = isoDay('2024-09-01');
  return curePolicies(sources, { rulebook: england, codes, asked: new Set(asked), dayOf: () => day });
}

const school = (body: string, above = ''): Source => ({
  name: 'school.att',
  text: `policy school "A school" in force from 1 September 2024${above}\n${body}`,
});

const lateRegister = `school day {
  morning from 08:45 {
    arriving by 08:55                 is present
    arriving after 08:55 but by 09:30 is late
    arriving after 09:30              is unauthorised
  }
  afternoon from 13:00 {
    arriving by 13:45    is late
    arriving after 13:45 is unauthorised
  }
}
`;
const notice = `notice penalty-notice "Penalty notice" {
  first fine £60 if paid within 21 calendar days from notice received, £120 if paid within 28 calendar days from notice received
}
`;

describe('what one edit puts right', () => {
  test('several breaches, each by its own edit, and the file stays laid out', () => {
    const source = school(lateRegister + notice);
    expect(formatPolicy(source)).toBe(source.text);
    const found = cured([source]);
    expect(found.cures.map(({ provision, title, line }) => [provision, title, line])).toEqual([
      ['REG-OPEN-30', 'change 09:30 to 09:15, change 13:45 to 13:30', 6],
      ['PN-AMT-1', 'change £60 to £80, change £120 to £160', 14],
    ]);
    expect(found.left).toEqual([]);
    const [after] = found.sources;
    expect(after!.text).toBe(
      source.text
        .replaceAll('09:30', '09:15')
        .replaceAll('13:45', '13:30')
        .replace('£60', '£80')
        .replace('£120', '£160'),
    );
    expect(formatPolicy(after!)).toBe(after!.text);
  });

  test('done over again it changes nothing', () => {
    const once = cured([school(lateRegister + notice)]);
    const again = cured(once.sources);
    expect(again).toEqual({ sources: once.sources, cures: [], left: [], brokenExamples: [] });
  });

  test('a file that was not laid out is not', () => {
    const source = school(notice.replace('first fine', 'first  fine'));
    expect(cured([source]).sources[0]!.text).toBe(source.text.replace('£60', '£80').replace('£120', '£160'));
  });

  test('an example that the edit breaks is told, one that did not hold before is not', () => {
    const found = cured([
      school(`${lateRegister}
example "half past nine is late" { expect arriving at 09:30 is late }
example "nine is late" { expect arriving at 09:00 is late }
example "never held" { expect arriving at 09:40 is late }
`),
    ]);
    expect(found.brokenExamples).toEqual([{ file: 'school.att', line: 14, title: 'half past nine is late' }]);
  });
});

describe('what is left to a person', () => {
  test('a clause that breaches for more than a value', () => {
    const found = cured([
      school(`threshold level is at least 10 unauthorised sessions in a rolling 10 school weeks and attendance this school year below 90%
notice penalty-notice "Penalty notice" { goes to parents }
local-authority may issue penalty-notice if level
`),
    ]);
    expect(found.cures).toEqual([]);
    expect(found.left).toEqual([
      { file: 'school.att', line: 2, policy: 'school', provision: 'PN-THRESH', why: 'no single edit puts it right' },
    ]);
  });

  test('a clause of a layer above; the layer itself is put right where it is asked about', () => {
    const layer = { name: 'council.att', text: `framework council in force from 1 September 2024\n${notice}` };
    const below = school('', ' { under council }');
    expect(cured([below, layer], ['school.att'])).toMatchObject({
      cures: [],
      left: [{ file: 'council.att', provision: 'PN-AMT-1', why: 'the clause is council’s' }],
    });
    const both = cured([below, layer]);
    expect(both.cures.map(({ policy, file }) => [policy, file])).toEqual([['council', 'council.att']]);
    expect(both.left).toEqual([]);
  });

  test('a departure that holds is no breach to cure', () => {
    const departs = `departs from REG-OPEN-30 because "buses" approved by "governors" on 1 September 2024, until 31 August 2025\n`;
    expect(cured([school(lateRegister + departs)])).toMatchObject({ cures: [], left: [] });
  });

  test('what is silent after the edit says so', () => {
    const found = cured([school(lateRegister.replace(/afternoon[^}]*}/, 'afternoon not stated'))]);
    expect(found.cures).toMatchObject([
      { provision: 'REG-OPEN-30', unsaid: 'The policy does not say when the afternoon register closes.' },
    ]);
  });
});
