import { expect, test } from 'vitest';
import { isoDay } from '../../../register/day.ts';
import { readCalendar } from '../../../register/import/read-calendar.ts';
import { schoolCalendar } from '../../../register/school-calendar.ts';

const year = ['school: widnes', 'start: 2023-09-04', 'end: 2024-07-19'];

/** `line 4: what (cure)` of each problem, or the number of school days. */
function read(...lines: string[]): number | string[] {
  const reading = readCalendar([...year, ...lines].join('\n'));
  return reading.kind === 'read'
    ? schoolCalendar(reading.school, [reading.year]).schoolDays.length
    : reading.problems.map(({ line, found, cure }) => `line ${line}: ${found} (${cure})`);
}

test('terms, half terms and closures', () => {
  const text = [
    ...year,
    'terms:',
    '  - { name: Autumn term, from: 2023-09-04, to: 2023-12-20 }',
    'halfTerms: [{ name: Autumn 1, from: 2023-09-04, to: 2023-10-20 }]',
    'closures:',
    '  - from: 2023-09-04',
    '    to: 2023-09-05',
    '    why: Training',
  ].join('\n');
  expect(readCalendar(text)).toEqual({
    kind: 'read',
    school: 'widnes',
    year: {
      from: isoDay('2023-09-04'),
      to: isoDay('2024-07-19'),
      terms: [{ name: 'Autumn term', from: isoDay('2023-09-04'), to: isoDay('2023-12-20') }],
      halfTerms: [{ name: 'Autumn 1', from: isoDay('2023-09-04'), to: isoDay('2023-10-20') }],
      closures: [{ from: isoDay('2023-09-04'), to: isoDay('2023-09-05'), why: 'Training' }],
    },
  });
});

const cases: readonly [name: string, lines: readonly string[], told: number | readonly string[]][] = [
  ['neither terms nor closures', [], 230],
  ['an unknown key, with the nearest', ['closure: []'], ['line 4: `closure` is not known here (is `closures` meant?)']],
  [
    'an unknown key of a closure',
    ['closures:', '  - { from: 2023-09-04, until: 2023-09-05, to: 2023-09-05 }'],
    ['line 5: `until` is not known here (one of: from, to, why)'],
  ],
  ['a missing date', ['closures:', '  - { from: 2023-09-04 }'], ['line 5: `to` is missing (write `to: 2023-09-04`)']],
  [
    'a date written another way',
    ['closures: [{ from: 04/09/2023, to: 2023-09-04 }]'],
    ['line 4: 04/09/2023 is not a date (a date as 2023-09-04: year, month, day)'],
  ],
  [
    'a date that does not exist',
    ['closures: [{ from: 2024-02-30, to: 2024-03-01 }]'],
    ['line 4: 2024-02-30 does not exist (a date of the calendar)'],
  ],
  [
    'a term that ends before it begins',
    ['terms:', '  - { name: Autumn, from: 2023-12-20, to: 2023-09-04 }'],
    ['line 5: Autumn ends before it begins (the later day last)'],
  ],
  [
    'a term outside the year',
    ['terms: [{ name: Summer, from: 2024-04-08, to: 2024-07-26 }]'],
    ['line 4: Summer lies outside the school year (days from 4 September 2023 to 19 July 2024)'],
  ],
  [
    'terms that overlap',
    [
      'terms:',
      '  - { name: A, from: 2023-09-04, to: 2023-12-20 }',
      '  - { name: B, from: 2023-12-20, to: 2024-03-28 }',
    ],
    ['line 6: B overlaps A (it begins after 20 December 2023, or A ends before 20 December 2023)'],
  ],
  [
    'a break among the half terms of school',
    [
      'halfTerms:',
      '  - { name: Autumn 1, from: 2023-09-04, to: 2023-10-20 }',
      '  - { name: October, from: 2023-10-23, to: 2023-10-27 }',
    ],
    [
      'line 6: October has 5 days, and others in the list are weeks of school (a list of the weeks of school between two breaks, or of the breaks alone)',
    ],
  ],
];
for (const [name, lines, told] of cases) test(name, () => expect(read(...lines)).toEqual(told));

test('an end before the start', () => {
  expect(readCalendar('school: w\nstart: 2024-07-19\nend: 2023-09-04\n')).toMatchObject({
    problems: [{ line: 3, found: 'the end comes before the start' }],
  });
});

test('not YAML, not a calendar, nothing at all', () => {
  for (const text of ['school: [', '- a\n- b', '', '5']) expect(readCalendar(text).kind).toBe('refused');
});

test('half terms given as breaks are closures, and the weeks of school lie between them', () => {
  const text = [
    'school: widnes',
    'start: 2023-09-04',
    'end: 2024-07-19',
    'terms: [{ name: Autumn, from: 2023-09-04, to: 2023-12-20 }]',
    'halfTerms: [{ from: 2023-10-23, to: 2023-10-27 }]',
  ].join('\n');
  expect(readCalendar(text)).toMatchObject({
    kind: 'read',
    year: {
      closures: [{ from: isoDay('2023-10-23'), to: isoDay('2023-10-27'), why: 'Half term 1' }],
      halfTerms: [
        { name: 'Autumn 1', from: isoDay('2023-09-04'), to: isoDay('2023-10-22') },
        { name: 'Autumn 2', from: isoDay('2023-10-28'), to: isoDay('2023-12-20') },
      ],
    },
  });
});

test('the phases of a school, their year groups as the register writes them', () => {
  const text = [
    'school: widnes',
    'start: 2023-09-04',
    'end: 2024-07-19',
    'phases: [{ name: Infants, yearGroups: [R, 1, 2] }]',
  ].join('\n');
  expect(readCalendar(text)).toMatchObject({ year: { phases: [{ name: 'Infants', yearGroups: ['R', '1', '2'] }] } });
  expect(readCalendar(text.replace('2]', '2, Year 1]'))).toMatchObject({
    problems: [{ line: 4, found: 'year group Year 1 is in Infants already' }],
  });
  expect(readCalendar(text.replace('yearGroups', 'years'))).toMatchObject({ kind: 'refused' });
});
