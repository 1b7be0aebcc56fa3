import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Answer } from '../../../bot/answers/answer.ts';
import { officer, tutor } from './people.ts';
import { widnes } from './widnes.ts';
import type { Widnes } from './widnes.ts';

let school: Widnes;
beforeEach(async () => {
  school = await widnes();
});
afterEach(() => school.store.close());

/** The answer as one text: kind, headline, facts, lines, buttons. */
function words({ kind, headline, facts, lines, offers }: Answer): string {
  const shown = facts.map(({ label, value }) => `${label}: ${value}`);
  return [`${kind}: ${headline}`, ...shown, ...lines, ...offers.map(({ label }) => `[${label}]`)].join('\n');
}

/** What stands in a pupil's log, an entry a line. */
async function log(forename = 'Amira'): Promise<readonly string[]> {
  const answer = await school.ask(`log for ${forename} Khan`);
  if (answer.kind !== 'log') throw new Error(`no log: ${answer.headline}`);
  return answer.entries.map(({ words: said, day, time, half, about, note, undone }) =>
    [day, half ?? '', time ?? '', said, about ? `${about.from}..${about.to}` : '', note, undone ? 'undone' : '']
      .filter((part) => part !== '')
      .join(' '),
  );
}

test.each([
  ["called Amira Khan's parents today at 9.20, no answer", '2024-03-28 09:20 call made no answer'],
  ['Rang Amira Khan’s mother this morning', '2024-03-28 call made mother'],
  ['absence reported for Amira Khan this morning', '2024-03-28 AM absence reported'],
  ['visited Amira Khan yesterday', '2024-03-27 home visit made'],
  ['Amira Khan Attendance Leader meeting held on 4 March', '2024-03-04 Attendance Leader meeting held'],
  ['Amira Khan is engaged: no', '2024-03-28 parents engage with support: no'],
  [
    'engaged no for Amira Khan because they did not come',
    '2024-03-28 parents engage with support: no they did not come',
  ],
  [
    'record leave asked for Amira Khan from 7 to 10 May',
    '2024-03-28 Leave during term time asked 2024-05-07..2024-05-10',
  ],
  ['Head of School refused leave for Amira Khan', '–'],
  ['leave refused for Amira Khan on 2024-03-20', '2024-03-20 Leave during term time refused'],
  ['sent the stage 2 letter to Amira Khan’s parents on 1 March', '2024-03-01 Stage 2 letter sent'],
  ['Stage 2 letter sent for Amira Khan', '2024-03-28 Stage 2 letter sent'],
  ['offered early help to Amira Khan', '2024-03-28 early help offered'],
  ['penalty notice issued to Amira Khan’s parents', '2024-03-28 Penalty Notice issued'],
  ['note reason given for Khan, Amira', '2024-03-28 reason given'],
])('“%s”', async (sentence, entry) => {
  const answer = await school.ask(sentence);
  if (entry === '–') expect(answer.kind).not.toBe('recorded');
  else expect([answer.kind, await log()]).toEqual(['recorded', [entry]]);
});

test.each([
  'stage for Amira Khan',
  'has the stage 2 letter been sent for Amira Khan?',
  'letter stage 2 for Amira Khan',
  'stage 2 letter for Amira Khan',
  'when was Amira Khan visited',
  'Amira Khan',
  'stage 2 letter not sent for Amira Khan',
  'called the police',
])('“%s” records nothing', async (sentence) => {
  const answer = await school.ask(sentence);
  expect(answer.kind).not.toBe('recorded');
  expect(await log()).toEqual([]);
});

test('it is shown back in full, with what follows and a button to undo it', async () => {
  const answer = await school.ask('Amira Khan Attendance Leader meeting held on 27 March at 2.30, both parents came');
  expect(words(answer)).toContain(
    [
      'recorded: Recorded for Amira Khan (5B): Attendance Leader meeting held',
      'On: Wednesday 27 March 2024 at 14:30',
      'Note: both parents came',
      'By: Attendance lead',
    ].join('\n'),
  );
  expect(words(answer)).toContain('[Undo]');
});

test('a duty that it settles is told', async () => {
  await school.ask('engaged no for Amira Khan');
  expect(words(await school.ask('stage 2 letter sent for Amira Khan'))).toContain(
    'Done: will send Stage 2 letter to parents',
  );
});

test('what is to be done has a button that records it', async () => {
  const next = await school.ask('what next for Amira Khan');
  const done = await school.press(next, 'Done: school will review or offer early help support');
  expect(words(done)).toContain('Done: school will review or offer early help support');
  expect(words(await school.ask('what next for Amira Khan'))).not.toContain('review or offer early help support');
});

describe('undo', () => {
  test('by the button: the log keeps both, and answers take no account of it', async () => {
    const recorded = await school.ask('engaged no for Amira Khan');
    expect(words(recorded)).toContain('Stage 2 letter is due');
    const undone = await school.press(recorded, 'Undo');
    expect(words(undone)).toContain('undone: Undone for Amira Khan (5B): parents engage with support: no');
    expect(words(undone)).toContain('Stage 2 letter waits');
    expect(await log()).toEqual(['2024-03-28 parents engage with support: no undone']);
    expect(words(await school.press(recorded, 'Undo'))).toContain('It was undone before: nothing was changed.');
    expect((await school.press(undone, 'Record it again')).kind).toBe('recorded');
    expect(await log()).toEqual([
      '2024-03-28 parents engage with support: no',
      '2024-03-28 parents engage with support: no undone',
    ]);
  });

  test('typed: the last that this person recorded today about the pupil', async () => {
    await school.ask('visited Amira Khan yesterday');
    await school.ask('called Amira Khan’s parents');
    expect((await school.ask('undo')).headline).toBe('Undone for Amira Khan (5B): call made');
    expect(await log()).toEqual(['2024-03-28 call made undone', '2024-03-27 home visit made']);
  });

  test('of an entry of somebody else: a choice, and nothing is done', async () => {
    await school.ask('visited Amira Khan yesterday', { actor: officer });
    const answer = await school.ask('undo for Amira Khan');
    expect([answer.kind, answer.headline]).toEqual(['refused', 'Which entry for Amira Khan (5B) is to be undone?']);
    expect(await log()).toEqual(['2024-03-27 home visit made']);
    expect((await school.press(answer, '27 March 2024')).kind).toBe('undone');
  });

  test('where nothing is recorded', async () => {
    expect((await school.ask('undo for Amira Khan')).headline).toContain('Nothing is recorded for Amira Khan (5B)');
  });

  test('an entry of another pupil is not found', async () => {
    const recorded = await school.ask('visited Amira Khan');
    if (recorded.kind !== 'recorded') throw new Error(recorded.headline);
    const pupil = await school.idOf('Yusuf');
    const answer = await school.act({ kind: 'undo entry', pupil, entry: recorded.entry.id });
    expect([answer.kind, await log()]).toEqual(['not found', ['2024-03-28 home visit made']]);
  });
});

describe('nothing is guessed', () => {
  test('a name not typed exactly', async () => {
    const answer = await school.ask('visited Amria Kahn yesterday');
    expect([answer.kind, answer.headline, await log()]).toEqual(['choice', 'Do you mean Amira Khan (5B, year 5)?', []]);
    await school.press(answer, 'Amira Khan');
    expect(await log()).toEqual(['2024-03-27 home visit made']);
  });

  test('two pupils', async () => {
    const answer = await school.ask('visited Khan');
    expect([answer.kind, answer.offers.length]).toEqual(['choice', 2]);
    await school.press(answer, 'Yusuf Khan');
    expect([await log('Amira'), await log('Yusuf')]).toEqual([[], ['2024-03-28 home visit made']]);
  });

  test('several things that the words may mean', async () => {
    const answer = await school.ask('letter sent for Amira Khan on 4 March');
    expect([answer.kind, answer.headline]).toEqual(['choice', 'What is to be recorded for Amira Khan (5B, year 5)?']);
    await school.press(answer, 'Stage 2 letter');
    expect(await log()).toEqual(['2024-03-04 Stage 2 letter sent']);
  });

  test('whether a call reached anyone is asked where the policy turns on it, and is never taken for granted', async () => {
    const answer = await school.ask('called Amira Khan’s parents');
    expect(words(answer)).toContain('[They were reached]');
    expect(await log()).toEqual(['2024-03-28 call made']);
  });

  test('a judgement said in part only', async () => {
    const answer = await school.ask('Amira Khan not in school');
    expect(answer.kind).not.toBe('recorded');
    expect((await school.ask('Amira Khan support yes')).kind).toBe('choice');
    expect(await log()).toEqual([]);
  });

  test.each([
    ['engaged for Amira Khan', 'Yes or no? parents engage with support'],
    ['leave asked for Amira Khan', 'From when to when? Leave during term time asked.'],
    ['visited Amira Khan on 31 February', 'There is no such day or time as “on 31 February”.'],
    ['visited Amira Khan on 29 March 2024', '29 March 2024 has not come yet: what was done by then is recorded then.'],
  ])('“%s”', async (sentence, headline) => {
    const answer = await school.ask(sentence);
    expect([answer.kind, answer.headline, await log()]).toEqual(['refused', headline, []]);
  });

  test('of nobody', async () => {
    const answer = await school.ask('visited yesterday', { place: { id: 'D9', kind: 'direct message' } });
    expect(answer.headline).toBe('Of whom? Nobody was asked about here yet.');
  });
});

test('two pupils and several things: first the one, then the other, and nothing is lost on the way', async () => {
  const who = await school.ask('letter sent for Khan on 4 March because the office did');
  expect([who.kind, who.headline]).toEqual(['choice', 'Which pupil do you mean?']);
  const what = await school.press(who, 'Amira Khan');
  expect(what.headline).toBe('What is to be recorded for Amira Khan (5B, year 5)?');
  await school.press(what, 'Stage 1 letter');
  expect(await log()).toEqual(['2024-03-04 Stage 1 letter sent the office did']);
});

test('something that the policy does not know: what comes nearest is told', async () => {
  const answer = await school.ask('record stage 2 leter posted for Amira Khan');
  expect([answer.kind, answer.headline]).toEqual([
    'not understood',
    'The policy knows nothing of that name to record.',
  ]);
  expect(answer.lines[0]).toContain('“stage 2 letter sent”');
});

test('a deed that the policy does not know, of a pupil whom it does', async () => {
  const answer = await school.ask('visited the swimming pool with Amira Khan');
  expect([answer.kind, answer.headline]).toEqual([
    'not understood',
    'The policy knows nothing of that name to record.',
  ]);
});

test('nobody of that name', async () => {
  expect((await school.ask('visited Nobody Ofthisname yesterday')).kind).toBe('not found');
});

test('it is of the pupil asked about last where nobody is named', async () => {
  await school.ask('stage for Amira Khan');
  expect((await school.ask('called her mother at 9.20')).headline).toBe('Recorded for Amira Khan (5B): call made');
  expect(await log()).toEqual(['2024-03-28 09:20 call made mother']);
});

test('the same twice is recorded once', async () => {
  await school.ask('visited Amira Khan yesterday');
  const again = await school.ask('visited Amira Khan yesterday');
  expect(words(again)).toContain('It stood already: nothing was added.');
  expect(await log()).toEqual(['2024-03-27 home visit made']);
});

describe('who may', () => {
  test('an attendance officer records acts, and no judgement', async () => {
    expect((await school.ask('visited Amira Khan', { actor: officer })).kind).toBe('recorded');
    expect((await school.ask('engaged no for Amira Khan', { actor: officer })).headline).toBe(
      'A judgement is recorded by the attendance lead.',
    );
  });

  test('a tutor records nothing and reads no log', async () => {
    for (const sentence of ['visited Amira Khan', 'log for Amira Khan', 'engaged no for Amira Khan']) {
      expect((await school.ask(sentence, { actor: tutor })).kind).toBe('refused');
    }
    expect(await log()).toEqual([]);
  });

  test('a pupil of another group and one who does not exist are alike', async () => {
    const answers = await Promise.all(
      ['visited Yusuf Khan', 'visited Nobody Ofthisname'].map((sentence) => school.ask(sentence, { actor: tutor })),
    );
    expect(JSON.stringify(answers[0])).toBe(JSON.stringify(answers[1]));
  });

  test.each(['public', 'shared', 'unknown'] as const)('nothing is recorded from a place that is %s', async (kind) => {
    const answer = await school.ask('visited Amira Khan', { place: { id: 'C1', kind } });
    expect([answer.kind, await log()]).toEqual(['elsewhere', []]);
  });
});

test('the audit holds who recorded what kind of thing, and no name', async () => {
  await school.ask("called Amira Khan's parents, Amira's aunt answered");
  const last = (await school.store.auditTrail()).at(-1)!;
  expect([last.action, JSON.parse(last.detail)]).toMatchObject(['recorded', { event: 'call made' }]);
  expect(last.detail).not.toContain('Amira');
});
