import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Answer } from '../../../bot/answers/answer.ts';
import { lead, officer, tutor } from './people.ts';
import { schoolLogOf, smallSchools, span } from './small-schools.ts';
import type { SmallSchools } from './small-schools.ts';

const cluster = `cluster partners "Partners’ statement" in force from 1 September 2020 { review due April 2024 }
role leads "attendance leads"
role ews "Education Welfare Service" outside school
for each school {
  meeting forum "Best Practice Forum" { also called "termly meeting of leads"  attended by leads }
  school will join forum each term
  leads will join forum each term
  school will "promote good attendance"
}
for the schools together {
  report trends "review of trends"
  school will make trends each term
  ews will offer "briefings" each school year
}
letter first-letter "First letter" { goes to parents }
when concern raised { school will send first-letter to parents }
`;
const own = `policy south "South policy" in force from 1 September 2020 { under partners }
school day { morning not stated  afternoon not stated }
meeting forum-meeting "Forum meeting" { attended by parents }
when worry noted { school will hold forum-meeting with parents }
for each school {
  meeting weekly "weekly meeting"
  school will hold weekly each school week
  school must "take the register" each school day
  school may "raise pupils"
}
`;
const terms = [span('Autumn', '2023-09-04', '2023-12-20'), span('Spring', '2024-01-08', '2024-04-12')];
const roll = [{ forename: 'Amira', surname: 'Khan', group: '5B', marks: '/\\' }];

let schools: SmallSchools;
beforeEach(async () => {
  schools = await smallSchools(
    [cluster, own],
    [
      { id: 'north', policy: 'partners', terms, roll },
      { id: 'south', policy: 'south', terms, roll: [{ ...roll[0]!, forename: 'Zoë' }] },
      { id: 'west', policy: 'partners' },
    ],
  );
});
afterEach(() => schools.close());

async function linesOf(question: string, actor = { ...lead, schools: ['south'] }): Promise<readonly string[]> {
  return (await schools.ask(question, { actor })).lines;
}

function section({ lines }: Pick<Answer, 'lines'>): readonly string[] {
  const from = lines.indexOf('The school itself');
  return from === -1 ? [] : lines.slice(from + 1).filter((line) => line.startsWith('  '));
}

describe('due today', () => {
  test('what the school owes by a day of this term, each with its day; the rest is counted', async () => {
    const answer = await schools.ask('due today at south');
    expect(answer.headline).toBe('Nothing is due today; the school itself: 3 due');
    expect(section(answer)).toEqual([
      '  Hold weekly meeting each school week (by 29 March 2024)',
      '  Join Best Practice Forum each term (by 12 April 2024)',
      '  Make review of trends each term (by 12 April 2024)',
      '  2 standing duties without a day',
    ]);
    expect(answer.offers.map(({ label }) => label)).toEqual(['All the school owes']);
    expect((await schools.press(answer, 'All the school owes')).kind).toBe('school duties');
  });

  test('before and after: a new term asks again, and a review is due in its month', async () => {
    expect(section(await schools.ask('due today on 15 April 2024 at north'))).toEqual([
      '  Overdue: Join Best Practice Forum each term (by 12 April 2024)',
      '  Overdue: Make review of trends each term (by 12 April 2024)',
      '  Review of Partners’ statement (April 2024)',
      '  1 standing duty without a day',
    ]);
  });

  test('without the dates of the terms it is told what is needed', async () => {
    expect(section(await schools.ask('due today at west'))).toEqual([
      '  Join Best Practice Forum each term (needed: the dates of the terms)',
      '  Make review of trends each term (needed: the dates of the terms)',
      '  1 standing duty without a day',
    ]);
  });

  test('whoever sees some groups alone sees their pupils alone', async () => {
    const actor = { ...tutor, schools: ['south'] };
    expect((await schools.ask('due today', { actor })).headline).toBe('Nothing is due today');
    expect((await schools.ask('what does the school owe', { actor })).kind).toBe('refused');
  });
});

test('all that the school owes, under a heading for each state', async () => {
  expect(await linesOf('what does the school owe')).toEqual([
    'Due (3)',
    '  Hold weekly meeting each school week (by 29 March 2024)',
    '  Join Best Practice Forum each term (by 12 April 2024)',
    '  Make review of trends each term (by 12 April 2024)',
    'Later (1)',
    '  Review of Partners’ statement (April 2024)',
    'Every school day (1)',
    '  Take the register each school day',
    'Standing, without a day (1)',
    '  Promote good attendance',
    'For others to do (1)',
    '  Education Welfare Service will offer briefings each school year (by 19 July 2024)',
    'Open to the school (1)',
    '  Raise pupils',
  ]);
});

describe('a sentence of what the school did', () => {
  test('is recorded, shown back with what it settles, undone by its button and recorded again', async () => {
    const answer = await schools.ask('joined the forum on 6 March', { actor: { ...lead, schools: ['north'] } });
    expect([answer.kind, answer.headline, answer.facts[0]?.value, ...answer.lines]).toEqual([
      'recorded',
      'Recorded for North School: Best Practice Forum joined',
      'Wednesday 6 March 2024',
      'Done: Join Best Practice Forum each term',
    ]);
    expect(section(await schools.ask('due today at north')).join()).not.toContain('Forum');
    const undone = await schools.press(answer, 'Undo');
    expect([undone.headline, ...undone.lines]).toEqual([
      'Undone for North School: Best Practice Forum joined',
      'To do again: Join Best Practice Forum each term',
    ]);
    await schools.press(undone, 'Record it again');
    expect(await schoolLogOf(schools.store, 'north')).toEqual([
      '2024-03-06 forum joined undone',
      '2024-03-06 forum joined',
    ]);
  });

  test.each([
    ['joined the termly meeting of leads yesterday', 'south', ['2024-03-27 partners.forum joined']],
    ['South: held the weekly meeting on 25 March, all came', 'south', ['2024-03-25 weekly held']],
    ['weekly meeting held at South School', 'south', ['2024-03-28 weekly held']],
    ['we made the review of trends', 'south', ['2024-03-28 partners.trends made']],
    ['reviewed the policy on 28 March 2024 at north', 'north', ['2024-03-28 policy reviewed']],
  ])('“%s”', async (sentence, school, log) => {
    const answer = await schools.ask(
      sentence,
      sentence.includes('outh') ? {} : { actor: { ...lead, schools: [school] } },
    );
    expect([answer.kind, await schoolLogOf(schools.store, school)]).toEqual(['recorded', log]);
  });

  test('at which of several schools is asked', async () => {
    const answer = await schools.ask('joined the forum');
    expect([answer.headline, answer.offers.map(({ label }) => label)]).toEqual([
      'Which school do you mean?',
      ['North School', 'South School', 'West School'],
    ]);
    await schools.press(answer, 'South');
    expect(await schoolLogOf(schools.store, 'south')).toEqual(['2024-03-28 partners.forum joined']);
  });

  test('what names a pupil is of the pupil', async () => {
    const actor = { ...lead, schools: ['south'] };
    expect((await schools.ask('forum meeting held for Zoë Khan', { actor })).headline).toBe(
      'Recorded for Zoë Khan (5B): Forum meeting held',
    );
    expect(await schoolLogOf(schools.store, 'south')).toEqual([]);
    expect((await schools.ask('joined the forum for Zoë Khan', { actor })).kind).not.toBe('recorded');
  });

  test('the same twice is recorded once', async () => {
    await schools.ask('joined the forum on 6 March at north');
    expect((await schools.ask('joined the forum on 6 March at north')).lines).toContain(
      'It stood already: nothing was added. To record another, add its time.',
    );
    expect(await schoolLogOf(schools.store, 'north')).toHaveLength(1);
  });

  test.each([
    [
      'joined the forum on 30 March 2024 at north',
      '30 March 2024 has not come yet: what was done by then is recorded then.',
    ],
    ['joined the forum on 31 February at north', 'There is no such day or time as “on 31 February”.'],
  ])('“%s” is refused', async (sentence, headline) => {
    const answer = await schools.ask(sentence);
    expect([answer.kind, answer.headline, await schoolLogOf(schools.store, 'north')]).toEqual([
      'refused',
      headline,
      [],
    ]);
  });
});

test('what one school does for all is done for all, whichever policy each follows', async () => {
  await schools.ask('review of trends made on 5 March at south');
  expect((await linesOf('what does the school owe', { ...lead, schools: ['north'] })).join('\n')).toContain(
    'Done (1)\n  Make review of trends each term (done on 5 March 2024)',
  );
  await schools.ask('joined the forum on 5 March at south');
  expect((await linesOf('what does the school owe', { ...lead, schools: ['north'] })).join('\n')).toContain('Done (1)');
});

test('“undo” means what this person recorded last, of the school or of a pupil', async () => {
  const actor = { ...lead, schools: ['north'] };
  await schools.ask('joined the forum on 6 March', { actor });
  await schools.ask('first letter sent for Amira Khan', { actor });
  expect((await schools.ask('undo', { actor })).headline).toBe('Undone for Amira Khan (5B): First letter sent');
  expect((await schools.ask('undo', { actor })).headline).toBe('Undone for North School: Best Practice Forum joined');
  expect((await schools.ask('joined the forum on 6 March', { actor: { ...officer, schools: ['north'] } })).kind).toBe(
    'recorded',
  );
  expect((await schools.ask('undo', { actor })).kind).toBe('refused');
});

test('the school’s log, newest first, with what was undone', async () => {
  const actor = { ...lead, schools: ['north'] };
  await schools.ask('joined the forum on 6 March', { actor });
  await schools.press(await schools.ask('reviewed the policy yesterday', { actor }), 'Undo', { actor });
  for (const question of ['school log', 'log for the school', 'what is the log of the school', 'school log at north']) {
    const answer = await schools.ask(question, { actor });
    expect([answer.headline, ...answer.lines]).toEqual([
      'North School: 1 entry recorded, 1 undone',
      '27 March 2024: Partners’ statement reviewed (attendance-lead; undone by attendance-lead on 28 March 2024)',
      '6 March 2024: Best Practice Forum joined (attendance-lead)',
    ]);
  }
});

describe('who may', () => {
  test('a tutor records nothing and reads no log', async () => {
    const actor = { ...tutor, schools: ['north'] };
    for (const sentence of ['joined the forum', 'school log']) {
      expect((await schools.ask(sentence, { actor })).kind).toBe('refused');
    }
    expect(await schoolLogOf(schools.store, 'north')).toEqual([]);
  });

  test('nobody records or undoes at a school that is not theirs', async () => {
    const { store } = schools;
    const recorded = await schools.ask('joined the forum at north');
    if (recorded.kind !== 'recorded') throw new Error(recorded.headline);
    const actor = { ...lead, schools: ['south'] };
    const again = {
      kind: 'record school act',
      school: 'north',
      name: 'forum',
      done: 'joined',
      asAt: '2024-03-05',
    } as const;
    expect((await schools.act(again, { actor })).kind).toBe('not found');
    const undo = { kind: 'undo school entry', school: 'north', entry: recorded.entry.id } as const;
    expect((await schools.act(undo, { actor })).kind).toBe('not found');
    expect((await schools.act({ ...undo, school: 'south' }, { actor })).kind).toBe('not found');
    expect(await schoolLogOf(store, 'north')).toEqual(['2024-03-28 forum joined']);
  });

  test('the audit holds the school, the kind of thing and no note', async () => {
    await schools.ask('North: joined the forum, Amira’s mother came');
    const last = (await schools.store.auditTrail()).at(-1)!;
    expect([last.action, last.school, last.pupil]).toEqual(['recorded', 'north', undefined]);
    expect(last.detail).not.toContain('mother');
  });
});
