import { describe, expect, test } from 'vitest';
import type { StandingRow } from '../../dsl/index.ts';
import { checkCompliance, england, readPolicies } from '../../dsl/index.ts';
import { printStandingRow } from '../../cli/standing-row.ts';
import { isoDay } from '../../register/day.ts';
import { readSchoolPolicies } from '../support/school-policies.ts';

const morning = `policy school "A school" in force from 1 September 2024
school day {
  morning from 08:45 {
    arriving by 09:20    is late
    arriving after 09:20 is unauthorised
  }
  afternoon from 13:00 { arriving after 13:30 is U }
}
`;
const departs =
  'departs from REG-OPEN-30 because "the bus" approved by "governors" on 1 September 2024, until 31 August 2025\n';

function rowOf(text: string, provision: string, day = '2024-09-01'): StandingRow {
  const { policies } = readPolicies([{ name: 'school.att', text }], { rulebook: england });
  return checkCompliance(policies.get('school')!, england, isoDay(day)).find((row) => row.provision === provision)!;
}

function printed(row: StandingRow, columns: number): readonly string[] {
  return printStandingRow({ colour: false, columns }, row).split('\n');
}

describe('a breach', () => {
  test('at 120 columns', () => {
    expect(printed(rowOf(morning, 'REG-OPEN-30'), 120)).toEqual([
      'error REG-OPEN-30  The morning register can be marked L until 35 minutes after the session begins; the guidance allows',
      '     30 minutes    school.att:5:20',
      '5 │     arriving after 09:20 is unauthorised',
      '  │                    ───── 09:15 would do',
      'law  at most 30 minutes since 19 August 2024: Working together to improve school attendance (August 2024), about ¶290',
      '     (statutory guidance; confirmed second-hand)',
      'fix  1 change 09:20 to 09:15    2 record a reasoned departure    3 see att help REG-OPEN-30',
    ]);
  });

  test('at 80 columns', () => {
    expect(printed(rowOf(morning, 'REG-OPEN-30'), 80).slice(0, 5)).toEqual([
      'error REG-OPEN-30  The morning register can be marked L until 35 minutes after',
      '     the session begins; the guidance allows 30 minutes    school.att:5:20',
      '5 │     arriving after 09:20 is unauthorised',
      '  │                    ───── 09:15 would do',
      expect.stringMatching(/^law /),
    ]);
  });

  test('in colour the weight and the mark alone', () => {
    const lines = printStandingRow({ colour: true, columns: 120 }, rowOf(morning, 'REG-OPEN-30')).split('\n');
    const painted = lines.filter((line) => line.includes('\u001b'));
    expect(painted.map((line) => line.slice(0, 30))).toEqual([
      '\u001b[31merror REG-OPEN-30\u001b[39m  T',
      `  │ \u001b[31m${' '.repeat(19)}──`,
    ]);
  });
});

describe('a departure', () => {
  test('that holds', () => {
    const lines = printed(rowOf(morning + departs, 'REG-OPEN-30'), 120);
    expect(lines[0]).toMatch(/^departure REG-OPEN-30 {2}/);
    expect(lines).toContain(
      'but  the school departs from it: “the bus”, approved by governors on 1 September 2024, until 31 August 2025 (line 9)',
    );
  });

  test('that has lapsed', () => {
    const lines = printed(rowOf(morning + departs, 'REG-OPEN-30', '2025-09-01'), 140);
    expect(lines[0]).toMatch(/^error REG-OPEN-30 {2}/);
    expect(lines.join('\n')).toContain('on 1 September 2024, lapsed after 31 August 2025 (line 9)');
  });
});

test('a value that stands already is no change', () => {
  const text = `policy school "A school" in force from 1 September 2024
threshold warn is more than 10 unauthorised sessions in a rolling 10 school weeks
notice penalty-notice "Penalty notice" { goes to parents }
school may issue penalty-notice if warn
`;
  expect(printed(rowOf(text, 'PN-THRESH'), 120).join('\n')).toMatch(
    /fix {2}1 change more than 10 to at least 10 {4}2 /,
  );
});

test('what is asked for is told in words, and not by the name of a field', () => {
  const row = rowOf(morning, 'REG-OPEN-EQUAL');
  expect(row.value).toBe('the same at every session');
  expect(rowOf('policy school "A school" in force from 1 September 2024', 'PN-SCHOOLS').value).toBe(
    'forbids penalty notices at independent schools',
  );
});

test('clauses that contradict each other are both shown', () => {
  const text = `policy school "A school" in force from 1 September 2024
threshold pa "persistent absence" is absence this school year at least 10%
threshold pa-too "persistently absent" is attendance this school year below 90%
`;
  const lines = printed(rowOf(text, 'PA-10'), 120);
  expect(lines.slice(0, 3)).toEqual([
    'warning PA-10  two clauses contradict each other, and one of them breaches this    school.att:3:71',
    '3 │ threshold pa-too "persistently absent" is attendance this school year below 90%',
    '  │                                                                       ───────── at most 90% would do',
  ]);
  expect(lines.filter((line) => /^(?:here|also)/.test(line)).map((line) => line.slice(0, 40))).toEqual([
    'here By this clause a pupil is persisten',
    'also line 2  threshold pa "persistent ab',
  ]);
});

describe.each([80, 120])('the policies of the repository at %i columns', (columns) => {
  const rows = [...readSchoolPolicies().policies.values()].flatMap((policy) =>
    checkCompliance(policy, england, isoDay('2026-11-22')),
  );

  test('no line is wider than the terminal, and none is empty or ends in a space', () => {
    const lines = rows.flatMap((row) => printed(row, columns));
    // A word alone on its line may be longer: an address, a place.
    const wide = lines.filter((line) => line.length > columns && line.trim().includes(' '));
    expect(wide).toEqual([]);
    expect(lines.filter((line) => line !== line.trimEnd() || line === '')).toEqual([]);
  });
});
