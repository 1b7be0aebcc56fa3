import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ascensionPlan } from '../../../bot/sample-school/ascension-plan.ts';
import { bramhallPlan } from '../../../bot/sample-school/bramhall-plan.ts';
import { normantonPlan } from '../../../bot/sample-school/normanton-plan.ts';
import { uptonPlan } from '../../../bot/sample-school/upton-plan.ts';
import { widnesPlan } from '../../../bot/sample-school/widnes-plan.ts';
import { withSlackUsers, workspaceOf } from '../../../bot/serve-workspace.ts';
import { startDoor, type Door } from './door.ts';

let door: Door;
beforeAll(async () => {
  door = await startDoor('socket', {
    plans: [widnesPlan(70), normantonPlan(), uptonPlan(), ascensionPlan(), bramhallPlan()],
    asAt: 'last',
    workspace: (staff) => workspaceOf('7 schools', withSlackUsers(staff)),
  });
}, 60_000);
afterAll(() => door.stop());

const [widnes, normanton, ewo] = ['U0ATTLEAD', 'U0NORMANTON', 'U0TRUSTEWO'] as const;
const [champion, office, teacher] = ['U0ASCENSION', 'U0ASCOFFICE', 'U0ASCTEACHER'] as const;
const [leader, headOfYear10, stockportEwo] = ['U0BRAMHALL', 'U0BRAYEAR10', 'U0STOCKPORT'] as const;
const [infants, juniors, high, cluster] = ['U0INFANTS', 'U0JUNIORS', 'U0BROOKFOLD', 'U0CLUSTER'] as const;

/** Who asks what of which school, and what the answer says. */
const questions: readonly (readonly [who: string, question: string, says: RegExp])[] = [
  [widnes, 'stage for Amira Khan', /Amira Khan \(5B\): Serious concerns[^]*as at Friday 19 July 2024/i],
  [widnes, 'why', /9\.5 days absent/],
  [widnes, 'what next', /1\.5|0\.5|more days absent/],
  [widnes, 'band for Amira Khan', /has no bands/],
  [widnes, 'rewards due', /Rewards earned: \d+/],
  [widnes, 'due today', /(Due today|To do) for \d+ pupils|Nothing is due/],
  [widnes, 'letters due', /Letters due: \d+; waiting for an answer: [1-9]/],
  [widnes, 'threshold for Amira Khan', /\d of \d+ thresholds met[^]*Counted: 24 November 2023 O; 15 January 2024 AM U/],
  [
    widnes,
    'notice for Amira Khan',
    /Penalty Notice may be considered[^]*Local Authority in conjunction with the School[^]*£60/,
  ],
  [widnes, 'what if all the O become I', /as at Friday 19 July 2024/i],
  [widnes, 'stage for Amira Khan as known on 28 March 2024', /As known on 28 March 2024: Amira Khan \(5B\)[^]*came in/],
  [widnes, 'reviews due in 5B', /Reviews in 5B: \d+ overdue/],
  [widnes, 'returns due', /Returns and referrals: \d+ overdue, \d+ due/],

  [
    normanton,
    'stage for Kian Fairburn',
    /Kian Fairburn \(5A\): Stage 1 Persistent Absence Review Meeting since 31 March 2023/,
  ],
  [normanton, 'why', /Because on 31 March 2023[^]*attendance below 90% \(89\.\d%\)/],
  [normanton, 'what next', /Written warning[^]*Stage 1 Persistent Absence Review Meeting/],
  [normanton, 'band for Ella Tomlin', /Ella Tomlin \(4A\): (Serious Concerns|Cause for Concern)[^]*%/],
  [normanton, 'rewards due', /Rewards earned: [1-9]\d*[^]*Best class[^]*Full term/],
  [normanton, 'due today', /pupils: [^]*overdue[^]*Alfie Cockcroft\* \(6A\)[^]*visit home/i],
  [normanton, 'letters due', /Letters due: [1-9][^]*Kian Fairburn[^]*Callum Rushworth/],
  [
    normanton,
    'what if Kian Fairburn misses 17 to 21 April 2023',
    /what else changes depends on the code[^]*If authorised, or coded N[^]*If coded G or O[^]*10 sessions of unauthorised absence/,
  ],
  [normanton, 'threshold penalty-level for Kian Fairburn', /in a rolling 12 school weeks, not met: 0 sessions/],
  [normanton, 'notice for Kian Fairburn', /Penalty Notice: what it needs is not shown[^]*21 calendar days/],
  [normanton, 'reviews due', /Reviews: \d+ overdue, \d+ due, [1-9]\d* to come[^]*on 18 April 2023/],
  [ewo, 'stage for Callum Rushworth', /Warning letter: lateness is due since 30 March 2023/],

  [infants, 'stage for Freya Whitlock', /Freya Whitlock \(2A\): (PREVENTION|EARLY INTERVENTION|TARGETED)/],
  [infants, 'why', /a family with children in several EiP schools/],
  [infants, 'what next', /Freya Whitlock/],
  [infants, 'band for Freya Whitlock', /has no bands/],
  [infants, 'rewards due', /Rewards earned: 0/],
  [infants, 'due today', /for \d+ pupils/],
  [infants, 'letters due', /Letters due: 0/],

  [juniors, 'stage for Tyler Ferris', /Tyler Ferris \(4A\): TARGETED[^]*FORMALISE SUPPORT since 16 March 2026/],
  [juniors, 'why', /10% or more|11%|14|28 sessions/],
  [juniors, 'what next', /explain the consequences clearly and consistently[^]*joint parenting contract/],
  [juniors, 'band for Tyler Ferris', /has no bands/],
  [juniors, 'rewards due', /Rewards earned: 0/],
  [juniors, 'due today', /for \d+ pupils/],
  [juniors, 'letters due', /Letters due: 0/],

  [high, 'stage for Bethany Ferris', /Bethany Ferris \(8A\): TARGETED[^]*FACILITATE/],
  [high, 'why', /TARGETED/],
  [high, 'what next', /additional targeted support/],
  [high, 'band for Bethany Ferris', /has no bands/],
  [high, 'rewards due', /Rewards earned: 0/],
  [high, 'due today', /for \d+ pupils/],
  [high, 'letters due', /Letters due: 0/],

  [champion, 'stage for Ivy Cartledge', /Ivy Cartledge \(5A\): formally monitored since 9 February 2026/],
  [champion, 'why', /initial letter sent and not attendance has improved and not there is a legitimate reason/],
  [champion, 'what next', /call parents about the absence each school day[^]*by 27 March 2026/i],
  [champion, 'band for Ivy Cartledge', /has no bands/],
  [champion, 'rewards due', /Half-termly celebration: 100% attendance[^]*Termly certificate: over 96%/],
  [champion, 'due today', /overdue[^]*Elsie Round[^]*Record the correct attendance code within 5 working days/],
  [champion, 'letters due', /Poppy Hadley[^]*Bobby Hodgetts/],
  [champion, 'why Albie Foley', /persistent absence: misses 10% or more of school: yes[^]*below 90%[^]*: no/],
  [champion, 'mark for an arrival at 09:20', /the policy does not say/],
  [champion, 'why Jenson Grosvenor', /national threshold[^]*20 unauthorised sessions/],
  [office, 'due today', /Contact parents about progress and any concerns, via email or phone call each school week/],
  [teacher, 'what next for Ruby Perrins', /penalty notice/],

  [leader, 'stage for Alisha Bowdon', /Alisha Bowdon \(9B\): Stage 2: Getting Help since 23 January 2026/],
  [
    leader,
    'why',
    /parts with itself[^]*10 week period: yes; more than 10[^]*: no; at least 10 unauthorised absences in 10 school weeks: yes/,
  ],
  [leader, 'what next for Callum Leigh', /plan review[^]*23 March 2026/i],
  [leader, 'band for Phoebe Grange', /possible concern/],
  [leader, 'rewards due', /Rewards earned: 0/],
  [leader, 'due today', /overdue[^]*Callum Leigh\* \(9A\)\nHold plan review \(by 23 March 2026\)/],
  [leader, 'letters due', /Stage 1 letter[^]*Maya Standish/],
  [leader, 'mark for an arrival at 08:40', /registers close/],
  [headOfYear10, 'stage for Jake Heald', /Jake Heald \(10A\): Stage 3: Referral to LA/],
  [stockportEwo, 'stage for Kayla Romiley', /Kayla Romiley \(11A\): Stage 3A: Notice to Improve since 2 March 2026/],
  [stockportEwo, 'what next for Kayla Romiley', /Education Welfare Service will decide Education Penalty Notice/],
  [stockportEwo, 'what next for Sean Bosden', /legal planning meeting|prosecution route/],
  [stockportEwo, 'what next for Kyle Norbury', /Attendance Return[^]*missing from school referral/],
  [stockportEwo, 'what next for Amelia Ladybrook', /Sickness Return/],

  [cluster, 'stage for Jonah Whitlock', /Jonah Whitlock \(5A\)/],
  [cluster, 'due today at Larkrise Junior', /for \d+ pupils/],
];

describe('every question is answered at each of seven schools', () => {
  test.each(questions)('%s asks: %s', async (who, question, says) => {
    expect(await door.ask(question, who)).toMatch(says);
  });
});

describe('each school’s first letter', () => {
  test.each([
    [widnes, 'letter stage 1 for Amira Khan because the family asked for it', /Draft: Stage 1 letter/],
    [normanton, 'letter nearing for Ella Tomlin', /Dear Mrs Tomlin[^]*close to persistent absence/],
    [normanton, 'letter written warning for Kian Fairburn', /This letter is a written warning/],
    [normanton, 'letter lateness for Callum Rushworth', /5.sessions[^]*Penalty Notice/],
    [champion, 'letter initial for Poppy Hadley', /Poppy[^]*concern/],
    [champion, 'letter follow up for Bobby Hodgetts', /Bobby[^]*formally monitored/],
    [leader, 'letter stage 1 for Maya Standish', /Stage 1|attendance/],
    [juniors, 'letter joint parenting contract for Tyler Ferris', /joint parenting contract/],
  ])('%s: %s', async (who, question, says) => {
    expect(await door.ask(question, who)).toMatch(says);
  });
});

test('leave that one family’s schools decided differently is told to whoever may see both pupils, and to nobody else', async () => {
  const told = await door.ask('what next for Jonah Whitlock', cluster);
  expect(told).toContain(
    'Flag: requests for leave during term-time decided differently at Larkrise Infant School (sample): ' +
      'granted for Freya Whitlock, refused here (20 to 24 April 2026, a family wedding)',
  );
  expect(await door.ask('stage for Jonah Whitlock', cluster)).toContain('Flag: ');
  expect(await door.ask('why', cluster)).toContain('Flag: ');
  expect(await door.ask('why Dara Oyelaran', cluster)).not.toContain('Flag: ');
  for (const [who, name] of [
    [juniors, 'Jonah'],
    [infants, 'Freya'],
    [high, 'Imogen'],
  ] as const) {
    for (const question of ['stage for', 'why', 'what next for']) {
      expect(await door.ask(`${question} ${name} Whitlock`, who)).not.toMatch(/flag|differently|alike/i);
    }
  }
});

test('what the school itself owes stands in “due today”; done, it is recorded by a button and undone', async () => {
  expect(await door.ask('due today', juniors)).toMatch(
    /The school itself[^]*Join EiP Attendance Best Practice Forum each term \(by 27 March 2026\)/,
  );
  expect(await door.press('All the school owes', juniors)).toMatch(/Standing, without a day \(11\)/);
  expect(await door.press('Done: EiP Attendance Best Practice Forum joined', juniors)).toContain(
    'Recorded for Larkrise Junior School (sample): EiP Attendance Best Practice Forum joined',
  );
  expect(await door.press('Undo', juniors)).toContain('To do again: Join EiP');
  expect(await door.ask('joined the forum on 8 October', juniors)).toMatch(
    /Recorded for Larkrise Junior[^]*8 October 2025/,
  );
  expect(await door.ask('undo', juniors)).toContain('Undone for Larkrise Junior School');
});

test('nobody sees a pupil of a school that is not theirs', async () => {
  expect(await door.ask('stage for Kian Fairburn', widnes)).not.toContain('Stage 1');
  expect(await door.ask('stage for Amira Khan', ewo)).not.toContain('Serious');
  expect(await door.ask('stage for Tyler Ferris', infants)).not.toContain('TARGETED');
  expect(await door.ask('stage for Kayla Romiley', champion)).not.toContain('Stage 3A');
  expect(await door.ask('stage for Kayla Romiley', headOfYear10)).not.toContain('Stage 3A');
  expect(await door.ask('stage for Leo Bytheway', teacher)).not.toContain('agencies');
});
