import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tutor } from './people.ts';
import { smallSchools } from './small-schools.ts';
import type { SmallSchools } from './small-schools.ts';

const policy = `policy north "North policy" in force from 1 September 2020
role ewo "Education Welfare Officer"
judgement improved "attendance has improved" by ewo
meeting talk "Talk"
return attendance-return "Attendance Return" { goes to local-authority }
referral ews-referral "Referral to the service" { goes to ewo }
ladder steps "Steps" by steps {
  stage one "One" entered when talk held {
    review one-review "First review" due from 5 to 10 school days after talk held by ewo {
      outcome better if improved { leaves }
      outcome worse if not improved { stays here }
    }
  }
}
when at least 3 unauthorised school days in a row {
  school will make attendance-return to local-authority within 2 school days of absence started
}
school may make ews-referral if talk held
`;
let school: SmallSchools;
beforeAll(async () => {
  const absent = `${'/\\ '.repeat(13)} OO OO OO OO OO OO`;
  school = await smallSchools(
    [policy],
    [
      {
        id: 'north',
        policy: 'north',
        roll: [
          { forename: 'Amira', surname: 'Khan', group: '5B', marks: absent },
          { forename: 'Ben', surname: 'Moss', group: '5B', marks: '/\\ '.repeat(19) },
          { forename: 'Cara', surname: 'Penn', group: '4A', marks: '/\\ '.repeat(19) },
          { forename: 'Dan', surname: 'Rook', group: '4A', marks: '/\\ '.repeat(19) },
        ],
      },
    ],
  );
  await school.ask('talk held with Amira Khan on 4 March 2024');
  await school.ask('talk held with Ben Moss on 19 March 2024');
  await school.ask('talk held with Cara Penn on 27 March 2024');
  await school.ask('talk held with Dan Rook on 4 March 2024');
  await school.ask('first review held for Dan Rook on 13 March 2024');
});
afterAll(() => school.close());

async function ask(question: string, over = {}): Promise<readonly string[]> {
  const { headline, lines } = await school.ask(question, over);
  return [headline, ...lines];
}

describe('reviews', () => {
  test('the most pressing first, each with its days', async () => {
    expect(await ask('reviews due')).toEqual([
      'Reviews: 1 overdue, 1 due, 1 to come',
      'Overdue (1)',
      '  Amira Khan (5B): First review: from 11 to 18 March 2024; overdue by 10 days',
      'Due (1)',
      '  Ben Moss (5B): First review: from 26 March to 2 April 2024',
      'Held, and what it came to not yet judged (1)',
      '  Dan Rook (4A): First review: held on 13 March 2024',
      'To come (1)',
      '  Cara Penn (4A): First review: from 3 to 10 April 2024',
    ]);
  });

  test.each([
    ['reviews due in 5B', 'Reviews in 5B: 1 overdue, 1 due, 0 to come'],
    ['reviews due in year 4', 'Reviews in year 4: 0 overdue, 0 due, 1 to come'],
    ['overdue reviews at stage One', 'Reviews at One: 1 overdue, 1 due, 1 to come'],
    ['reviews due for Amira Khan', 'Reviews for Amira Khan: 1 overdue, 0 due, 0 to come'],
    ['reviews due in 9Z', 'There is no group, year, stage or pupil “9Z” here that you may ask about.'],
  ])('“%s”', async (question, headline) => {
    expect((await ask(question))[0]).toBe(headline);
  });

  test('a tutor is told of their own group', async () => {
    const actor = { ...tutor, schools: ['north'] };
    expect((await ask('reviews due', { actor }))[0]).toBe('Reviews: 1 overdue, 1 due, 0 to come');
    expect((await ask('reviews due in 4A', { actor }))[0]).toContain('There is no group');
  });
});

describe('returns', () => {
  test('what is owed to the authority with its days, and what may be made', async () => {
    expect(await ask('returns due')).toEqual([
      'Returns and referrals: 1 overdue, 0 due',
      'Overdue: School will make Attendance Return to local authority within 2 school days of absence started (1)',
      '  Amira Khan (5B): by 25 March 2024, overdue by 3 days',
      'Open to the school: School may make Referral to the service (4)',
      '  Amira Khan (5B)',
      '  Ben Moss (5B)',
      '  Cara Penn (4A)',
      '  Dan Rook (4A)',
    ]);
  });

  test('once it is made it is done', async () => {
    await school.ask('attendance return made for Amira Khan');
    expect((await ask('returns due in 5B'))[0]).toBe('Returns and referrals in 5B: 0 overdue, 0 due');
  });
});

test.each([
  ['who is at one in 5B', '2 pupils in 5B at One'],
  ['who is at one in year 4', '2 pupils in year 4 at One'],
  ['who is at one', '4 pupils at One'],
  ['who is at one in 9Z', 'There is no group, year, stage or pupil “9Z” here that you may ask about.'],
])('“%s”', async (question, headline) => expect((await ask(question))[0]).toBe(headline));

test.each(['letters due in 5B', 'rewards due in 5B', 'due today in 5B'])(
  '“%s” is of that group alone',
  async (question) => {
    const answer = await school.ask(question);
    expect(answer.headline).toMatch(/ in 5B/);
    expect(answer.lines.join()).not.toMatch(/Penn|Rook|The school itself/);
  },
);
