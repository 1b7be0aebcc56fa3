import { expect, test } from 'vitest';
import { compiled, finding, needs, state } from '../../support/evaluate-policy.ts';

const policy = (actsOn: string) =>
  compiled(`letter first-letter
letter second-letter
threshold by-rate "by rate" is attendance this school year at most 90%
threshold by-days "by days" is at least 2 days absent this school year
group either "either" is by-days or concern raised
contradiction between by-rate, by-days "printed twice" ${actsOn}
when by-days { school will send first-letter to parents }
when concern raised { school will send second-letter to parents if either }
when by-days { school will "keep watch" }`);
// 4 of 104 sessions absent: two days, and nowhere near 90%.
const parted = { asAt: '2023-11-14', marks: { '2023-11-13': 'OO OO' }, log: ['2023-11-14 concern raised'] };

test('letters that rest on a part wait while the parts part, and say which readings there are', () => {
  const found = finding(policy(''), parted);
  expect(found.contradictions).toHaveLength(1);
  expect([state(found, 'first-letter'), state(found, 'second-letter')]).toEqual(['waiting', 'waiting']);
  expect(needs(found, 'send-first-letter')).toEqual(['reading: printed twice']);
});

test('what is no letter goes on', () => {
  expect(state(finding(policy(''), parted), 'keep-watch')).toBe('due');
});

test('where the parts agree letters are due', () => {
  const agreed = {
    ...parted,
    asAt: '2023-09-05',
    marks: { '2023-09-04': 'OO OO' },
    log: ['2023-09-05 concern raised'],
  };
  const found = finding(policy(''), agreed);
  expect(found.contradictions).toEqual([]);
  expect([state(found, 'first-letter'), state(found, 'second-letter')]).toEqual(['due', 'due']);
});

test('with a part to act on they are due', () => {
  expect(state(finding(policy('acts on by-days'), parted), 'first-letter')).toBe('due');
});
