import { describe, expect, test } from 'vitest';
import { mutantsOf } from './mutants.ts';
import { examplesTell, survivors } from './survivors.ts';

const head = 'policy example "Example of 2023, 8 pages" in force from 1 September 2023 {\n  school in "England"\n}\n';

/** What a policy's literals become, one at a time. */
function changes(clauses: string): readonly string[] {
  return mutantsOf({ name: 'example.att', text: `${head}${clauses}` })
    .filter(({ line }) => line > 3)
    .map(({ literal, becomes }) => `${literal} → ${becomes}`);
}

/** The changes that no example tells from the policy. */
function untold(clauses: string): readonly string[] {
  const source = { name: 'example.att', text: `${head}${clauses}` };
  const mutants = mutantsOf(source).filter(({ line }) => line > 3);
  return survivors(mutants, [source], [examplesTell]).map(({ literal, becomes }) => `${literal} → ${becomes}`);
}

describe('every literal is changed by one step to either side', () => {
  test.each([
    [
      'a number and its comparator',
      'threshold t is at least 10 late sessions this school year',
      ['at least → more than', '10 → 11', '10 → 9'],
    ],
    ['a percentage in its last place', 'measure m is 96.5%', ['96.5% → 96.6%', '96.5% → 96.4%']],
    [
      'a share below',
      'threshold t is attendance this school year below 90%',
      ['below → at most', 'below → above', '90% → 91%', '90% → 89%'],
    ],
    ['a time of day', 'school day { time shut "Shut at 9" 09:30 }', ['09:30 → 09:31', '09:30 → 09:29']],
    [
      'a date',
      'period p is 1 March 2024 to 2 March 2024',
      [
        '1 March 2024 → 2 March 2024',
        '1 March 2024 → 29 February 2024',
        '2 March 2024 → 3 March 2024',
        '2 March 2024 → 1 March 2024',
      ],
    ],
    [
      'money, and nought has no lower',
      'notice n { any fine £60 if paid within 0 calendar days of notice issued }',
      ['£60 → £61', '£60 → £59', '0 → 1'],
    ],
    [
      'nothing in an example, in quotes or in a remark',
      'note "10 days" // 10 days\nexample "9 days" { expect in force on 1 March 2024 }',
      [],
    ],
  ])('%s', (_case, clauses, expected) => {
    expect(changes(clauses)).toEqual(expected);
  });
});

const threshold = 'threshold t is at least 4 unauthorised sessions this school year\n';
const four = 'example "four" { suppose O from 18 September 2023 to 19 September 2023 expect t on 19 September 2023 }\n';
const three =
  'example "three" { suppose O on 18 September 2023 suppose O in the morning on 19 September 2023 expect not t on 19 September 2023 }\n';

describe('what no example tells', () => {
  test('nothing, with one on either side of the boundary', () => {
    expect(untold(threshold + four + three)).toEqual([]);
  });

  test('one on the upper side alone does not tell a lower boundary', () => {
    expect(untold(threshold + four)).toEqual(['4 → 3']);
  });

  test('one on the lower side alone does not tell a higher one', () => {
    expect(untold(threshold + three)).toEqual(['at least → more than', '4 → 5']);
  });
});
