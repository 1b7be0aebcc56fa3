import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Answer } from '../../../bot/answers/answer.ts';
import type { PlaceKind } from '../../../bot/answers/actor.ts';
import { lead, tutor } from './people.ts';
import { widnes } from './widnes.ts';
import type { Widnes } from './widnes.ts';

let school: Widnes;
beforeAll(async () => {
  school = await widnes();
});
afterAll(() => school.store.close());

/** The kind and headline of an answer, and whatever of it is asked for: each text stands somewhere in the answer. */
async function check(question: string, kind: Answer['kind'], headline: string, ...texts: string[]): Promise<Answer> {
  const answer = await school.ask(question);
  expect([answer.kind, answer.headline]).toEqual([kind, headline]);
  for (const text of texts) expect(wordsOf(answer)).toContain(text);
  return answer;
}

function wordsOf({ headline, facts, lines, context, offers }: Answer): string {
  return [
    headline,
    ...facts.map(({ label, value }) => `${label}: ${value}`),
    ...lines,
    ...context,
    ...offers.map(({ label }) => `[${label}]`),
  ].join('\n');
}

test('a stage: since when, what was counted, how far to the next, the clause and how fresh the register is', () =>
  check(
    'stage for Amira Khan',
    'finding',
    'Amira Khan (5B): Serious concerns since 12 March 2024',
    'Days absent: 8.5',
    'Next: 1.5 more days absent bring High risk of Persistent Absence',
    '“Attendance Support Map, 7 days” (widnes.att, line ',
    'As at Thursday 28 March 2024 · Register to Thursday 28 March 2024 PM',
    '[Draft Stage 2 letter]',
  ));

test('a stage on an earlier day', () =>
  check(
    'stage for Amira Khan on 8 March 2024',
    'finding',
    'Amira Khan (5B): Concerning levels of child absence since 7 March 2024',
    'As at Friday 8 March 2024 · Register to Friday 8 March 2024 PM',
  ));

test('a date without a year is the last one before the day answers are for', () =>
  check(
    'stage for Amira Khan on 8 March',
    'finding',
    'Amira Khan (5B): Concerning levels of child absence since 7 March 2024',
  ));

test('a name not typed exactly is answered, and said', () =>
  check(
    'stage for Amria Kahn',
    'finding',
    'Amira Khan (5B): Serious concerns since 12 March 2024',
    'Nobody is called exactly that',
  ));

test('“why” is of whom was last asked, with the very sessions', async () => {
  await school.ask('stage for Amira Khan');
  const answer = await check(
    'why',
    'why',
    'Amira Khan (5B): Serious concerns since 12 March 2024',
    '8.5 days absent this school year.',
    '4–7 March 2024 I; 8 March 2024 R; 11–13 March 2024 O; 14 March 2024 PM O',
  );
  expect(answer.kind === 'why' && answer.reasons[0]?.sessions.length).toBe(17);
});

test('“why” before anyone was asked about', async () => {
  const answer = await school.ask('why', { place: { id: 'D9', kind: 'direct message' } });
  expect([answer.kind, answer.headline]).toEqual(['refused', 'Of whom? Nobody was asked about here yet.']);
});

test('“what next” puts together what waits for the same judgement', () =>
  check(
    'what next for Amira Khan',
    'what next',
    'Amira Khan (5B): 10 to do now, 7 waiting for an answer',
    'Send Stage 2 letter; Attendance Lead will hold Attendance Leader meeting',
    '1.5 more days absent bring High risk of Persistent Absence.',
    '[No: parents engage with support]',
  ));

test('attendance, by the register', () =>
  check(
    'attendance for Aoife O’Neill',
    'attendance',
    'Aoife O’Neill (4A): attendance 76.3% since 4 September 2023',
    'Missed: 9 sessions (4.5 days)',
  ));

test('two pupils of one name give a choice, and the choice an answer', async () => {
  const choice = await check(
    'stage for Emma Taylor',
    'choice',
    'Which pupil do you mean?',
    '[Emma Taylor (1A, year 1)]',
  );
  const answer = await school.press(choice, 'Emma Taylor (4B');
  expect(answer.headline).toBe('Emma Taylor (4B): Everyone since 4 March 2024');
});

test('nothing is written down about a pupil whose name was not typed exactly', () =>
  check('engaged no for Amria Khan', 'choice', 'Do you mean Amira Khan (5B, year 5)?'));

test('who is at a stage', () =>
  check(
    'who is at serious concerns',
    'list',
    '1 pupil at Serious concerns',
    'Amira Khan (5B): Serious concerns since 12 March 2024, 8.5 days absent',
  ));

test('a stage that the policy has not', () =>
  check('who is at the moon', 'not understood', 'The policy has no stage “moon”.', 'Serious concerns'));

test('letters due, and those that wait apart, under what they wait for', () =>
  check(
    'letters due',
    'due',
    'Letters due: 0; waiting for an answer: 2',
    'Stage 2 letter waits for the Attendance Lead’s judgements whether parents engage with support',
    '  Amira Khan (5B): since 12 March 2024',
  ));

test('what is due today, the most pressing first, a pupil a line; what has no day, a task a line', async () => {
  const answer = await school.ask('due today');
  expect(answer.headline).toMatch(/^To do for \d+ pupils: .*\d+ without a day; the school itself: 3 due$/);
  expect(answer.lines).toContainEqual(expect.stringMatching(/^ {2}Explore barriers.*: Amira Khan \(5B\)/));
});

test('rewards, so far on track', () =>
  check('rewards due', 'due', 'Rewards earned: 0; on track: 2', 'A whole academic year without absence'));

test('a policy without bands', () =>
  check('band for Amira Khan', 'refused', 'Widnes Academy Attendance Policy 2023-2024 has no bands of attendance.'));

test('when registers close', () =>
  check(
    'when do registers close',
    'policy',
    'Registers close: 09:30',
    'Afternoon: not stated',
    '“Punctuality” (widnes.att, line ',
  ));

test.each([
  ['08:55', 'Arriving at 08:55 (AM): present'],
  ['08:56', 'Arriving at 08:56 (AM): late, before registers close'],
  ['09:30', 'Arriving at 09:30 (AM): late, before registers close'],
  ['09:31', 'Arriving at 09:31 (AM): an unauthorised absence'],
  ['13:10', 'Arriving at 13:10 (PM): the policy does not say'],
])('the mark for an arrival at %s', async (time, headline) => {
  await check(`mark for an arrival at ${time}`, 'policy', headline);
});

test('the stages of the policy, with the letters they lead to', () =>
  check(
    'what are the stages',
    'policy',
    '10 stages',
    'Serious concerns (from 7 days absent this school year; Stage 2 letter)',
  ));

test.each([
  ['stge for Amira Khan', 'stage for Amira Khan'],
  ['atendance of', 'attendance for Amira Khan'],
  ['when is the registr', 'when do registers close'],
])('“%s” is not understood, and the nearest form is offered', async (question, form) => {
  const answer = await school.ask(question);
  expect(answer.kind).toBe('not understood');
  expect(answer.kind === 'not understood' && answer.nearest.map((each) => each.form)).toContain(form);
});

test('a day that does not exist', () =>
  check('stage for Amira Khan on 31 February 2024', 'not understood', 'There is no such day as “31 February 2024”.'));

test('outside the policy’s dates an answer says so', async () => {
  await check(
    'stage for Amira Khan on 10 October 2023',
    'finding',
    'Amira Khan (5B): Everyone since 4 September 2023',
    'this day lies outside its dates',
  );
});

test('a judgement asked for without its answer', () =>
  check('engaged for Amira Khan', 'refused', 'Yes or no? parents engage with support', 'engaged no for'));

test.each<PlaceKind>(['public', 'shared', 'unknown'])(
  'in a place that is %s, pupils are for the direct message',
  async (kind) => {
    const place = { id: 'C1', kind };
    const answers = await Promise.all(
      [
        'stage for Amira Khan',
        'stage for Nobody',
        'who is at serious concerns',
        'letters due',
        'engaged no for Amira Khan',
      ].map((question) => school.ask(question, { place })),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]?.kind).toBe('elsewhere');
    expect((await school.ask('when do registers close', { place })).kind).toBe('policy');
  },
);

test('a pupil outside the tutor’s group cannot be told from one who does not exist', async () => {
  for (const form of [
    'stage for',
    'why',
    'what next for',
    'attendance for',
    'letter stage 1 for',
    'engaged no for',
    '',
  ]) {
    const [other, nobody] = [`${form} Aoife O’Neill`, `${form} Nora Nobody`].map((question) =>
      school.ask(question, { actor: tutor }),
    );
    expect(JSON.stringify(await other)).toBe(JSON.stringify(await nobody));
  }
  const [other, nobody] = [await school.idOf('Aoife'), 'no-such-id'].map((about) =>
    school.ask('stage', { actor: tutor, about }),
  );
  expect(JSON.stringify(await other)).toBe(JSON.stringify(await nobody));
  const pressed = [await school.idOf('Aoife'), 'no-such-id'].map((pupil) =>
    school.act({ kind: 'draft letter', pupil, paper: 'stage-1-letter', asAt: '2024-03-28' }, { actor: tutor }),
  );
  expect(JSON.stringify(await pressed[0])).toBe(JSON.stringify(await pressed[1]));
  expect((await pressed[0])?.kind).toBe('not found');
});

test('a tutor’s list holds their group alone', async () => {
  const answer = await school.ask('who is at everyone', { actor: tutor });
  expect([answer.kind, answer.headline]).toEqual(['list', 'Nobody at Everyone']);
});

test('a tutor sees what a sensitive code counts as, and the lead sees the code', async () => {
  const [asTutor, asLead] = [
    await school.ask('why Amira Khan', { actor: tutor }),
    await school.ask('why Amira Khan', { actor: lead }),
  ];
  const codes = (answer: Answer) =>
    new Set(answer.kind === 'why' ? answer.reasons.flatMap((each) => each.sessions.map(({ code }) => code)) : []);
  expect([...codes(asTutor)]).toEqual(['authorised absence', 'O']);
  expect([...codes(asLead)]).toEqual(['I', 'R', 'O']);
  expect(JSON.stringify(asTutor)).not.toMatch(/"code":"[IR]"|\b[IR]\b;/);
});

test('a tutor may neither draft nor record', async () => {
  expect((await school.ask('letter stage 2 for Amira Khan', { actor: tutor })).headline).toBe(
    'Letters are drafted by the attendance lead.',
  );
  expect((await school.ask('engaged no for Amira Khan', { actor: tutor })).headline).toBe(
    'A judgement is recorded by the attendance lead.',
  );
  expect(JSON.stringify((await school.ask('stage for Amira Khan', { actor: tutor })).offers)).not.toContain('Draft');
});

test('every question is noted, with ids and without a name', async () => {
  const before = (await school.store.auditTrail()).length;
  const amira = await school.idOf('Amira');
  await school.ask('stage for Amira Khan');
  await school.ask('stage for Nobody Khan');
  await school.ask('letter stage 1 for Amira Khan because Amira’s mother, Mrs Khan, asked');
  const noted = (await school.store.auditTrail()).slice(before);
  expect(
    noted.map(({ actor, action, pupil, detail }) => [
      actor,
      action,
      pupil,
      (JSON.parse(detail) as { answer: string }).answer,
    ]),
  ).toEqual([
    ['attendance-lead', 'asked', amira, 'finding'],
    ['attendance-lead', 'asked', undefined, 'not found'],
    ['attendance-lead', 'drafted', amira, 'draft'],
  ]);
  expect(noted[2]?.detail).toContain('[name] mother, Mrs [name], asked');
  expect(JSON.stringify(await school.store.auditTrail())).not.toMatch(/Amira|Khan|Aoife|Neill|Emma|Taylor|Nobody/i);
});
