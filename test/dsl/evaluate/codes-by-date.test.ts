import { expect, test } from 'vitest';
import { calendarOf, counted, finding, pupilCase, year } from '../../support/evaluate-policy.ts';

// The codes changed on 19 August 2024 (SI 2024/208): each mark counts as its own day's table says.
const calendar = calendarOf(year('2024-07-01', '2024-07-26'), year('2024-08-12', '2024-12-20'));
const span = 'in a rolling 2 years';

interface Case {
  readonly marks: Readonly<Record<string, string>>;
  readonly measure: string;
  readonly counts: string;
}

const cases: Record<string, Case> = {
  'J before was attended elsewhere, J1 after is an authorised absence': {
    marks: { '2024-08-16': 'JJ', '2024-08-19': 'J1,J1' },
    measure: `authorised sessions ${span}`,
    counts: '2',
  },
  'J after it was taken away is no code, and not counted': {
    marks: { '2024-08-19': 'JJ' },
    measure: `possible sessions ${span}`,
    counts: '52',
  },
  'H, agreed holiday, was an authorised absence': {
    marks: { '2024-08-16': 'HH' },
    measure: `authorised sessions ${span}`,
    counts: '2',
  },
  'Y before was no possible attendance': {
    marks: { '2024-08-16': 'YY' },
    measure: `possible sessions ${span}`,
    counts: '52',
  },
  'Y1 after is none either': {
    marks: { '2024-08-19': 'Y1,Y1' },
    measure: `possible sessions ${span}`,
    counts: '52',
  },
  'one window across the day adds both sides': {
    marks: { '2024-08-15': 'OO OO OO OO' },
    measure: `unauthorised sessions ${span}`,
    counts: '8',
  },
};

test.each(Object.entries(cases))('%s', (_name, { marks, measure, counts }) => {
  expect(counted(measure, { asAt: '2024-08-20', calendar, marks })).toBe(counts);
});

test('a code that its day does not know is kept and told', () => {
  const about = pupilCase({ asAt: '2024-08-20', calendar, marks: { '2024-08-19': 'JJ' } });
  expect(about.register.uncounted.map((each) => each.why)).toEqual(['unknown code', 'unknown code']);
});

test('and leaves its session not taken', () => {
  const policy = 'threshold t is any absent session this school year';
  expect(finding(policy, { asAt: '2024-08-20', calendar, marks: { '2024-08-19': 'JJ' } }).tally.notTaken).toBe(2);
});
