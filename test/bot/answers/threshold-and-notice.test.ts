import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../../../bot/answers/answer.ts';
import { schoolPolicies } from '../../support/school-policies.ts';
import { tutor } from './people.ts';
import { smallSchools } from './small-schools.ts';
import type { SmallSchools } from './small-schools.ts';

const policy = `policy north "North policy" in force from 1 September 2020
role head "Headteacher"
judgement last-resort "other steps have been tried" by head
judgement engaged "parents engage" by head
threshold at-least "at least ten" is at least 10 unauthorised sessions in a rolling 2 school weeks   cite "Warning"
threshold more-than "more than ten" is more than 10 unauthorised sessions in a rolling 2 school weeks   cite "Stage 3"
threshold ill "any illness" is any session coded I this school year
threshold holiday "holidays in term" is any session coded G this school year
contradiction between at-least, more-than "two wordings: they part at exactly ten"
referral penalty-referral "referral for a penalty notice" { goes to local-authority }
school should not make penalty-referral unless last-resort   cite "15"
notice penalty-notice "Penalty notice" {
  counted per parent, pupil
  local-authority may issue penalty-notice if at-least and not engaged   cite "14"
  first fine £80 if paid within 21 calendar days of notice received, £160 if paid within 28 calendar days of notice received
  second fine £160 if paid within 28 calendar days of notice received
}
`;
let school: SmallSchools;
beforeAll(async () => {
  school = await smallSchools(
    [policy],
    [
      {
        id: 'north',
        policy: 'north',
        roll: [
          { forename: 'Amira', surname: 'Khan', group: '5B', marks: `${'/\\ '.repeat(12)}II OO OO OO OO OO /\\` },
          { forename: 'Zoë', surname: 'Hill', group: '5A', marks: '/\\ '.repeat(19) },
        ],
      },
    ],
  );
});
afterAll(() => school.close());

function told({ headline, lines }: Answer): readonly string[] {
  return [headline, ...lines];
}

describe('thresholds', () => {
  test('at exactly ten: met by one wording and not by the other, with the sessions and when they leave', async () => {
    const answer = await school.ask('threshold for Amira Khan');
    expect(told(answer)).toEqual([
      'Amira Khan (5B): 2 of 4 thresholds met',
      'At least ten: met since 27 March 2024',
      '  At least 10 unauthorised sessions in a rolling 2 school weeks: 10 unauthorised sessions (18 March 2024 to 28 March 2024)',
      '  Counted: 21–22 March 2024 O; 25–27 March 2024 O',
      '  Leaving the window: 4 on 1 April 2024 (6 left); 6 on 8 April 2024 (none left)',
      '  No longer met from 1 April 2024, if every session from here is attended and nothing more is counted',
      '  The document contradicts itself (two wordings: they part at exactly ten): at least ten: met; more than ten: not met',
      '  “Warning” (north.att, line 5)',
      'Any illness: met since 20 March 2024',
      '  Any session coded I this school year: 2 sessions coded I (4 September 2023 to 28 March 2024)',
      '  Counted: 20 March 2024 I',
      '  Still met at the end of the school year, if every session from here is attended',
      '  north.att, line 7',
      'More than ten: not met',
      '  More than 10 unauthorised sessions in a rolling 2 school weeks: 10 unauthorised sessions (18 March 2024 to 28 March 2024)',
      '  Leaving the window: 4 on 1 April 2024 (6 left); 6 on 8 April 2024 (none left)',
      '  The document contradicts itself here too, as told above',
      '  “Stage 3” (north.att, line 6)',
      'Nothing counts towards',
      '  Holidays in term',
    ]);
    expect(answer.kind === 'threshold' && answer.details.map(({ id, met }) => `${id} ${met}`)).toEqual([
      'at-least yes',
      'more-than no',
      'ill yes',
      'holiday no',
    ]);
  });

  test('one by its name or by words of its title', async () => {
    expect((await school.ask('threshold at-least for Amira Khan')).headline).toBe(
      'Amira Khan (5B): at least ten: met since 27 March 2024',
    );
    expect((await school.ask('threshold holidays for Amria Kahn')).lines[0]).toBe(
      'Nobody is called exactly that; this is Amira Khan (5B).',
    );
    const none = await school.ask('threshold blue for Amira Khan');
    expect([none.kind, none.headline]).toEqual([
      'not understood',
      'The policy has no threshold “blue” that counts anything.',
    ]);
  });

  test('a code that a tutor may not see is told by what it counts as', async () => {
    const { lines } = await school.ask('threshold any illness for Amira Khan', {
      actor: { ...tutor, schools: ['north'] },
    });
    expect(lines).toContain('  Counted: 20 March 2024 authorised absence');
  });
});

describe('notices', () => {
  test('by whom, what must be shown with its state, what may not be done, and what it would cost', async () => {
    const answer = await school.ask('notice for Amira Khan');
    expect(told(answer)).toEqual([
      'Amira Khan (5B): Penalty notice: it cannot be said yet, and one thing stands against it',
      'For local authority to decide',
      '  Local authority may issue Penalty notice: cannot be said yet',
      '  – shown: at least ten (10 unauthorised sessions)',
      '  – not known yet: not parents engage; needed: the Headteacher’s judgement whether parents engage',
      'What stands against it',
      '  School should not make referral for a penalty notice, unless other steps have been tried (not known yet, needed: the Headteacher’s judgement whether other steps have been tried) · “15” (north.att, line 11)',
      'What it would cost, if it were issued and received on this day',
      '  It would be the first that counts (none issued before)',
      '  £80, for each parent and pupil if paid within 21 calendar days of Penalty notice received: by 18 April 2024',
      '  £160, for each parent and pupil if paid within 28 calendar days of Penalty notice received: by 25 April 2024',
    ]);
    expect(answer.offers.map(({ label }) => label)).toEqual([
      'Thresholds',
      'Yes: parents engage',
      'No: parents engage',
    ]);
  });

  test('once it is shown it may be considered, and a second one costs otherwise', async () => {
    await school.ask('engaged no for Amira Khan');
    await school.ask('penalty notice issued for Amira Khan on 5 March 2024');
    const { headline, lines } = await school.ask('may a penalty notice be considered for Amira Khan');
    expect(headline).toBe(
      'Amira Khan (5B): Penalty notice may be considered by local authority, and one thing stands against it',
    );
    expect(lines.slice(-2)).toEqual([
      '  It would be the second that counts (issued before on 5 March 2024)',
      '  £160, for each parent and pupil if paid within 28 calendar days of Penalty notice received: by 25 April 2024',
    ]);
  });

  test('not shown for one who attends', async () => {
    expect((await school.ask('notice for Zoë Hill')).headline).toBe(
      'Zoë Hill (5A): Penalty notice: what it needs is not shown, and one thing stands against it',
    );
  });

  test('a pupil of another group is not found', async () => {
    const actor = { ...tutor, schools: ['north'] };
    expect([
      (await school.ask('notice for Zoë Hill', { actor })).kind,
      (await school.ask('threshold for Zoë Hill', { actor })).kind,
    ]).toEqual(['not found', 'not found']);
  });
});

test('Bramhall at exactly ten: one threshold worded three ways, two of them met', async () => {
  const bramhall = await smallSchools(
    schoolPolicies.map(({ text }) => text),
    [
      {
        id: 'bramhall-school',
        policy: 'bramhall',
        roll: [{ forename: 'Amira', surname: 'Khan', group: '8B', marks: `${'/\\ '.repeat(13)}OO OO OO OO OO /\\` }],
      },
    ],
  );
  const answer = await bramhall.ask('threshold warning-level for Amira Khan');
  expect(answer.lines.filter((line) => line.includes('worded three ways'))).toEqual([
    expect.stringMatching(
      /10 week period: met; more than 10 sessions [^;]*: not met; at least 10 unauthorised absences [^;]*: met$/,
    ),
  ]);
  const notice = await bramhall.ask('notice to improve for Amira Khan');
  expect(notice.headline).toMatch(/Notice to Improve may be considered by local authority/);
  await bramhall.close();
});
