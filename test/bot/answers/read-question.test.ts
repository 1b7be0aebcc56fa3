import { expect, test } from 'vitest';
import { readQuestion } from '../../../bot/answers/read-question.ts';

/** `kind: what` of a question, with `@ day` and `because …` where it has them. */
function check(typed: string, expected: string): void {
  const { asked, day, known, because } = readQuestion(typed);
  const { kind, ...rest } = asked;
  const parts = Object.values(rest).filter((value) => value !== undefined);
  const on = day === undefined ? '' : ` @ ${day.date}/${day.month}/${day.year ?? '–'}`;
  const then = known === undefined ? '' : ` known ${known.date}/${known.month}/${known.year ?? '–'}`;
  expect(`${[kind, ...parts].join(': ')}${on}${then}${because === undefined ? '' : ` because ${because}`}`).toBe(
    expected,
  );
}

test.each([
  ['stage for Amira Khan', 'stage: Amira Khan'],
  ['STAGE FOR AMIRA KHAN!!', 'stage: AMIRA KHAN'],
  ['stage of Amira Khan please', 'stage: Amira Khan'],
  ['please, stage for Khan, Amira', 'stage: Khan, Amira'],
  ['What stage is Amira Khan at?', 'stage: Amira Khan'],
  ['what is the stage of Amira Khan', 'stage: Amira Khan'],
  ['Amira Khan stage', 'stage: Amira Khan'],
  ['stage: Amira Khan', 'stage: Amira Khan'],
  ['where is Amira Khan', 'stage: Amira Khan'],
  ['How’s Amira doing?', 'stage: Amira'],
  ['“stage for Aoife O’Neill”', "stage: Aoife O'Neill"],
  ['<@U0ATT> stage for Łukasz', 'stage: Łukasz'],
  ['/attendance stage for Emma Taylor in 4B', 'stage: Emma Taylor in 4B'],
  ['what stage is she at', 'stage'],
  ['Amira Khan', 'bare: Amira Khan'],
  ['why', 'why'],
  ['Why?', 'why'],
  ['why Amira Khan', 'why: Amira Khan'],
  ['why is Amira Khan at serious concerns?', 'why: Amira Khan'],
  ['Amira Khan why', 'why: Amira Khan'],
  ['explain Amira Khan', 'why: Amira Khan'],
  ['what next for Amira Khan', 'what next: Amira Khan'],
  ['what’s next', 'what next'],
  ['next steps for Amira Khan', 'what next: Amira Khan'],
  ['what happens next for Amira?', 'what next: Amira'],
  ['attendance for Amira Khan', 'attendance: Amira Khan'],
  ["what is Amira Khan's attendance", "attendance: Amira Khan's"],
  ['how many days has Amira Khan missed this year?', 'attendance: Amira Khan'],
  ['letter stage 1 for Amira Khan', 'letter: stage 1: Amira Khan'],
  ['letter stage-1-letter for Amira Khan', 'letter: stage-1-letter: Amira Khan'],
  ['stage 1 letter for Amira Khan', 'letter: stage 1: Amira Khan'],
  ['draft the stage 2 letter to Amira Khan', 'letter: stage 2: Amira Khan'],
  ['letter', 'letter: '],
  ['letter for her', 'letter: '],
  [
    'letter stage 1 for Amira Khan because the meeting asked for it',
    'letter: stage 1: Amira Khan because the meeting asked for it',
  ],
  ['formal warning for Amira Khan', 'named: formal warning: Amira Khan'],
  ['engaged no for Amira Khan', 'named: engaged no: Amira Khan'],
  ['who is at serious concerns', 'list: serious concerns'],
  ['Who’s at High Risk?', 'list: High Risk'],
  ['list serious concerns', 'list: serious concerns'],
  ['letters due', 'letters due'],
  ['who is due a letter?', 'letters due'],
  ['due today', 'due today'],
  ['what is due today?', 'due today'],
  ['what’s outstanding', 'due today'],
  ['what is due for Amira Khan', 'what next: Amira Khan'],
  ['rewards due', 'rewards due'],
  ['who has earned a certificate?', 'rewards due'],
  ['band for Amira Khan', 'band: Amira Khan'],
  ['which band is Amira Khan in', 'band: Amira Khan'],
  ['Amira Khan band', 'band: Amira Khan'],
  ['log for Amira Khan', 'log: Amira Khan'],
  ['show the log', 'log'],
  ['undo', 'undo'],
  ['undo that', 'undo'],
  ['undo for Amira Khan', 'undo: Amira Khan'],
  ['when do registers close', 'register times'],
  ['At what time does the register close?', 'register times'],
  ['what are the stages', 'stages'],
  ['mark for an arrival at 09:10', 'arrival: 550'],
  ['what code if she arrives at 1.20pm', 'arrival: 800: PM'],
  ['threshold for Amira Khan', 'threshold: : Amira Khan'],
  ['threshold warning-level for Amira Khan', 'threshold: warning-level: Amira Khan'],
  ['is the 10 sessions threshold met for Amira Khan?', 'threshold: 10 sessions: Amira Khan'],
  ['notice for Amira Khan', 'notice: : Amira Khan'],
  ['may a penalty notice be considered for Amira Khan?', 'notice: penalty: Amira Khan'],
  ['notice to improve for her', 'notice: improve'],
  ['formal warning notice for Amira Khan', 'named: formal warning notice: Amira Khan'],
  ['what if Amira Khan misses Thursday and Friday', 'what if: Amira Khan: misses Thursday and Friday'],
  ['what happens if she is absent on 2 May 2024?', 'what if: is absent on 2 May 2024'],
  ['what if Amira’s three N become I', 'what if: Amira: three N become I'],
  ['what if the N on 4 March becomes I for Amira Khan', 'what if: Amira Khan: the N on 4 March become I'],
  ['what if Amira misses Monday as at 8 March 2024', 'what if: Amira: misses Monday @ 8/3/2024'],
  ['returns due', 'returns due'],
  ['what referrals are due in 5B?', 'returns due: 5B'],
  ['reviews due at stage 2', 'reviews due: stage 2'],
  ['overdue reviews', 'reviews due'],
  ['letters due in 5B', 'letters due: 5B'],
  ['stage for Amira Khan as known on 12 March', 'stage: Amira Khan known 12/3/–'],
  ['why Amira Khan as known on 12/3/2024 as at 8 March 2024', 'why: Amira Khan @ 8/3/2024 known 12/3/2024'],
  ['help', 'help'],
  ['', 'help'],
  ['what can I ask?', 'help'],
  // the day, at either end
  ['stage for Amira Khan on 28 March 2024', 'stage: Amira Khan @ 28/3/2024'],
  ['stage for Amira Khan on Thursday 28th of March 2024', 'stage: Amira Khan @ 28/3/2024'],
  ['as at 2024-03-28 stage for Amira Khan', 'stage: Amira Khan @ 28/3/2024'],
  ['who is at high risk on 1/3/2024', 'list: high risk @ 1/3/2024'],
  ['stage for May June on 5 May', 'stage: May June @ 5/5/–'],
  // words of the language are names after “for”
  ['stage for Mark Letter', 'stage: Mark Letter'],
  ['stage for Will Due', 'stage: Will Due'],
  ['stage for An Nguyen', 'stage: An Nguyen'],
  ['stage for Whyte', 'stage: Whyte'],
])('“%s” reads as %s', check);

test('a text longer than any question is not read', () => {
  check(`stage for ${'a'.repeat(600)}`, 'not understood');
});
