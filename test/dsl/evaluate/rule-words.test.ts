import { expect, test } from 'vitest';
import { finding } from '../../support/evaluate-policy.ts';

test('a verb stays a verb beside a fact of the same name, and the fact is told by its title', () => {
  const policy = `fact send "special educational needs" for pupil
letter first-letter "First letter" { goes to parents }
when concern raised {
  school will send first-letter to parents if send
}`;
  const log = ['2023-11-20 concern raised'];
  const { duties } = finding(policy, { asAt: '2023-11-20', log, facts: { send: true } });
  expect(duties.map(({ words }) => words)).toEqual(['school will send First letter to parents']);
});

test('what is told as a clause stands without “about”', () => {
  const policy = `when concern raised { school will tell parents about "that it is so" }`;
  const { duties } = finding(policy, { asAt: '2023-11-20', log: ['2023-11-20 concern raised'] });
  expect(duties.map(({ words }) => words)).toEqual(['school will tell parents that it is so']);
});

test('a letter rests on the sessions counted in the sentence that brings it', () => {
  const policy = `letter lateness-warning { goes to parents }
when at least 2 sessions coded U this school year {
  will send lateness-warning to parents
}`;
  const { letters, reasons } = finding(policy, { asAt: '2023-11-24', marks: { '2023-11-20': 'U\\ /\\ U\\ II' } });
  const [letter] = letters;
  expect(letter).toMatchObject({ id: 'lateness-warning', state: 'due', since: '2023-11-22' });
  expect(reasons[letter!.reason!]).toMatchObject({
    kind: 'counted',
    sessions: [
      { date: '2023-11-20', session: 'AM', code: 'U' },
      { date: '2023-11-22', session: 'AM', code: 'U' },
    ],
  });
});

test('a letter of a stage by steps rests on what brought the stage, one of a measured ladder on the ladder’s count', () => {
  const steps = `letter warning { goes to parents }
ladder reviews by steps { stage one entered when attendance this school year below 90% { will send warning to parents } }`;
  const days = `letter warning { goes to parents }
ladder map by days absent this school year { stage one from 1 days absent { will send warning to parents } }`;
  const supposed = { asAt: '2023-09-08', marks: { '2023-09-04': 'OO' } };
  const [bySteps, byDays] = [finding(steps, supposed), finding(days, supposed)];
  const reason = bySteps.reasons[bySteps.letters[0]!.reason!];
  expect(reason?.sessions.map(({ code }) => code)).toEqual(['O', 'O']);
  expect(byDays.letters[0]).toMatchObject({ state: 'due', reason: null });
});
