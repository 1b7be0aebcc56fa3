import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../../../bot/answers/answer.ts';
import { isoDay } from '../../../register/day.ts';
import { tutor } from './people.ts';
import { smallSchools } from './small-schools.ts';
import type { SmallSchools } from './small-schools.ts';

const policy = `policy north "North policy" in force from 1 September 2020
letter warning "Warning" { goes to parents }
ladder steps "Steps" by days absent this school year {
  stage early "Some absence" from 2 days absent
  stage much "Much absence" from 4 days absent { will send warning to parents }
}
threshold level "five unauthorised sessions" is at least 5 unauthorised sessions this school year
threshold holiday "holidays in term" is any session coded G this school year
`;
const present = '/\\ '.repeat(19);

let school: SmallSchools;
beforeAll(async () => {
  school = await smallSchools(
    [policy],
    [
      {
        id: 'north',
        policy: 'north',
        halfTerms: [
          { name: 'Spring 2', from: isoDay('2024-02-19'), to: isoDay('2024-03-28') },
          { name: 'Summer 1', from: isoDay('2024-04-15'), to: isoDay('2024-05-24') },
          { name: 'Summer 2', from: isoDay('2024-06-03'), to: isoDay('2024-07-19') },
        ],
        roll: [
          { forename: 'Amira', surname: 'Khan', group: '5B', marks: `OO /N N\\ II ${'/\\ '.repeat(15)}` },
          { forename: 'Zoë', surname: 'Hill', group: '5A', marks: present },
        ],
      },
    ],
  );
});
afterAll(() => school.close());

/** The answer as people read it: headline, `label: value`, lines. */
function told({ headline, facts, lines }: Answer): readonly string[] {
  return [headline, ...facts.map(({ label, value }) => `${label}: ${value}`), ...lines];
}

async function ask(question: string, over = {}): Promise<readonly string[]> {
  return told(await school.ask(question, over));
}

test('a stage reached whatever the code, and what depends on it apart', async () => {
  expect(await ask('what if Amira Khan misses Monday 15 April')).toEqual([
    'Amira Khan (5B): it would be Much absence (now Some absence)',
    'Supposed: absent: 15 April 2024 (2 sessions)',
    'Counted: 4 days absent (now 3 days absent)',
    'Attendance: 80% (now 84.2%)',
    'Which code it would be was not said: each is tried, and those that come to the same are told together.',
    'Whatever the code',
    '  Steps: Much absence (now Some absence)',
    '  Letter due: Warning',
    'If authorised',
    '  Nothing more would change',
    'If coded N, O or U',
    '  Met: five unauthorised sessions',
    'If coded G',
    '  Met: five unauthorised sessions',
    '  Met: holidays in term',
  ]);
});

test('with the code said there is one outcome, and nothing of it is stored', async () => {
  const lines = await ask('what if Amira Khan is absent on Monday 15 April with code O');
  expect(lines).toContain('Supposed: absent, coded O: 15 April 2024 (2 sessions)');
  expect(lines.slice(-4)).toEqual([
    'What would change',
    '  Steps: Much absence (now Some absence)',
    '  Met: five unauthorised sessions',
    '  Letter due: Warning',
  ]);
  expect((await school.ask('stage for Amira Khan')).headline).toBe('Amira Khan (5B): Some absence since 6 March 2024');
});

test.each([
  ['is absent on 15 April, unauthorised', 'If coded N, O or U'],
  ['is ill on 15 April', 'Supposed: absent, coded I: 15 April 2024 (2 sessions)'],
  ['misses 15 and 16 April as authorised', 'Supposed: absent: 15 April 2024, 16 April 2024 (4 sessions)'],
  ['misses the morning of 15 April', 'Supposed: absent: 15 April 2024 AM (1 session on 1 school day)'],
  ['misses 15 April in the morning coded O', 'Supposed: absent, coded O: 15 April 2024 AM (1 session on 1 school day)'],
  ['misses two more days coded I', 'Supposed: absent, coded I: 15 April 2024, 16 April 2024 (4 sessions)'],
  ['misses from 12 to 16 April coded I', 'Left out: 12 April 2024 (between terms); 13 to 14 April 2024 (a weekend)'],
  ['misses 16 April coded I', 'The sessions before then that have no mark yet, 2 of them, are taken as attended.'],
  [
    'misses 28 March coded I',
    '2 of these sessions have marks in the register already; what is supposed stands in its place.',
  ],
  ['attends until half term', 'Supposed: attended: 15 April to 24 May 2024 (60 sessions on 30 school days)'],
])('“what if Amira Khan %s”', async (says, line) => {
  expect(await ask(`what if Amira Khan ${says}`)).toContain(line);
});

describe('marks that become another', () => {
  test('what no longer holds once they do', async () => {
    expect(await ask('what if Amira Khan’s two N become I')).toEqual([
      'Amira Khan (5B): still Some absence, and nothing else would change',
      'Supposed: N becomes I: 5 March 2024 PM, 6 March 2024 AM (2 sessions on 2 school days)',
      'Counted: 3 days absent, as now',
      'Next: 1 more day absent brings Much absence',
      'Attendance: 84.2%, as now',
    ]);
  });

  test('of whom was last asked, and into the code that they become', async () => {
    await school.ask('stage for Amira Khan');
    expect((await ask('what if all the N become G')).slice(-2)).toEqual([
      'What would change',
      '  Met: holidays in term',
    ]);
  });

  test('a number that is not that of the register is told, with where they are', async () => {
    const answer = await school.ask('what if Amira Khan’s three N become I');
    expect([answer.kind, answer.headline]).toEqual([
      'refused',
      'The register has 2 N this school year, not 3: 2024-03-05 PM, 2024-03-06 AM.',
    ]);
  });

  test('whoever may not see a code learns nothing of it', async () => {
    const actor = { ...tutor, schools: ['north'] };
    const headline = async (question: string) => (await school.ask(question, { actor })).headline;
    expect(await headline('what if Amira Khan’s two I become O')).toBe(
      (await headline('what if Amira Khan’s two R become O')).replace('R', 'I'),
    );
  });
});

test.each([
  ['what if Amira Khan misses Saturday 30 March', 'The school is not open then: 2024-03-30 (a weekend).'],
  ['what if Amira Khan is absent', 'On which days?'],
  ['what if Amira Khan misses 31 April', 'There is no such day as “31 April” in the calendar of the school.'],
  ['what if Amira Khan misses Monday 15 April blue', '“blue” is neither a day nor a code of 2024-04-15.'],
  ['what if Amira Khan sings', 'I cannot tell what is to be supposed by “Amira Khan sings”.'],
])('“%s” is refused', async (question, headline) => {
  await school.ask('stage for Amira Khan');
  const answer = await school.ask(question);
  expect([answer.kind, answer.headline]).toEqual(['refused', headline]);
});

test('a pupil who is not theirs is not found', async () => {
  const actor = { ...tutor, schools: ['north'] };
  expect((await school.ask('what if Zoë Hill misses Monday', { actor })).kind).toBe('not found');
});
