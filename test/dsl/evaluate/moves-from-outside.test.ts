import { expect, test } from 'vitest';
import { compiled, finding, needs, stage, state } from '../../support/evaluate-policy.ts';

const stages = compiled(`judgement met by school
ladder stages by steps {
  stage one entered when concern raised
  stage two entered when two-letter sent
  stage three entered when ews-referral accepted
}
letter two-letter
referral ews-referral
meeting apm "planning meeting" at most 2 each ews-referral {
  when apm missed and no explanation given since apm missed { will "go ahead in their absence" }
  outcome new-information if new-information revealed since apm held {
    moves stages to two
    school will "cease the investigation"
  }
  outcome legal if not met { consider "proceedings" }
}
when return agreed { moves stages to one }`);
const accepted = ['2023-10-02 concern raised', '2023-10-09 two-letter sent', '2023-11-06 ews-referral accepted'];

test('a meeting brings the pupil back to a lower stage', () => {
  const log = [...accepted, '2023-11-20 apm held', '2023-11-20 new-information revealed'];
  expect(stage(stages, { asAt: '2023-11-19', log })).toBe('three');
  const found = finding(stages, { asAt: '2023-12-11', log });
  expect(found.ladders[0]).toMatchObject({ stage: { id: 'two' }, since: '2023-11-20' });
  expect(state(found, 'cease-the-investigation')).toBe('due');
  expect(found.reviews[0]).toMatchObject({ id: 'apm', state: 'held', held: '2023-11-20' });
});

test('what was revealed before the meeting does not move anyone', () => {
  const log = [...accepted, '2023-11-13 new-information revealed', '2023-11-20 apm held'];
  expect(stage(stages, { asAt: '2023-12-11', log })).toBe('three');
});

test('a pupil who is not on the ladder is not brought to it', () => {
  const log = ['2023-11-20 apm held', '2023-11-20 new-information revealed'];
  expect(stage(stages, { asAt: '2023-12-11', log })).toBeNull();
});

test('a second referral brings the higher stage again', () => {
  const log = [...accepted, '2023-11-20 apm held', '2023-11-20 new-information revealed'];
  expect(stage(stages, { asAt: '2024-01-15', log: [...log, '2024-01-15 ews-referral accepted'] })).toBe('three');
});

test('an outcome of a meeting waits for a judgement from the meeting on', () => {
  const before = finding(stages, {
    asAt: '2023-11-20',
    log: [...accepted, '2023-11-13 met is not true', '2023-11-20 apm held'],
  });
  expect(needs(before, 'apm')).toEqual(['judgement: met']);
  const after = finding(stages, {
    asAt: '2023-11-20',
    log: [...accepted, '2023-11-20 apm held', '2023-11-20 met is not true'],
  });
  expect(state(after, 'apm.proceedings')).toBe('open');
});

test('missed without an explanation', () => {
  const missed = [...accepted, '2023-11-20 apm missed'];
  expect(state(finding(stages, { asAt: '2023-11-20', log: missed }), 'go-ahead-in-their-absence')).toBe('due');
  const explained = [...missed, '2023-11-20 explanation given'];
  expect(state(finding(stages, { asAt: '2023-11-20', log: explained }), 'go-ahead-in-their-absence')).toBe('none');
});

test('a block moves as well', () => {
  const log = [...accepted, '2023-11-20 return agreed'];
  expect(stage(stages, { asAt: '2023-11-20', log })).toBe('one');
});

test('at most two for each referral: the third is barred, and a new referral begins anew', () => {
  const bar = (asAt: string, ...log: readonly string[]) =>
    finding(stages, { asAt, log: [...accepted, ...log] }).bars.find((each) => each.id === 'apm.at-most');
  expect(bar('2023-11-20', '2023-11-20 apm held')).toMatchObject({ state: 'lifted', count: { done: 1, most: 2 } });
  const two = ['2023-11-20 apm held', '2024-01-15 apm held'];
  expect(bar('2024-01-15', ...two)).toMatchObject({ state: 'barred', count: { done: 2, most: 2 } });
  expect(bar('2024-03-04', ...two, '2024-03-04 ews-referral accepted')).toMatchObject({ state: 'lifted' });
});
