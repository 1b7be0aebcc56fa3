import { expect, test } from 'vitest';
import { compiled, finding, needs, state } from '../../support/evaluate-policy.ts';

const gated = compiled(`judgement engaged "parents engage" by attendance-lead
judgement doubted "the reason is doubted" by attendance-lead
role attendance-lead "Attendance Lead"
letter letter-one
ladder map by days absent this school year {
  actions apply if not engaged or doubted
  stage everyone from 0 days absent
  stage concern from 2 days absent {
    will send letter-one to parents
    school will "offer support" in every case
    may "visit"
    consider "a plan"
  }
}`);
const marks = { '2023-11-13': 'OO OO' };
const at = (log: readonly string[] = []) => finding(gated, { asAt: '2023-11-20', marks, log });

test('not judged: the letter waits, and the lead is asked', () => {
  const found = at();
  expect(state(found, 'letter-one')).toBe('waiting');
  expect(found.letters[0]!.needs).toEqual([
    { kind: 'judgement', what: 'parents engage', name: 'engaged', by: 'Attendance Lead' },
    { kind: 'judgement', what: 'the reason is doubted', name: 'doubted', by: 'Attendance Lead' },
  ]);
});

test('not judged: the duty is an open question, not due and not dropped', () => {
  const found = at();
  expect(found.duties.find((each) => each.id.endsWith('send-letter-one'))!.state).toBe('open question');
  expect(needs(found, 'map.concern.send-letter-one')).toHaveLength(2);
});

test('not judged: what is done in every case is due', () => {
  expect(at().duties.find((each) => each.words.includes('offer support'))!.state).toBe('due');
});

test('not judged: options and agenda items behind the gate stay shut', () => {
  expect(at().options).toEqual([]);
});

test('not engaged: the letter is due, options open', () => {
  const found = at(['2023-11-17 engaged is not true']);
  expect(state(found, 'letter-one')).toBe('due');
  expect(found.options.map((each) => each.strength)).toEqual(['may', 'consider']);
});

test('engaged, and nothing doubted: no letter at all', () => {
  expect(at(['2023-11-17 engaged is true', '2023-11-17 doubted is not true']).letters).toEqual([]);
});

test('engaged, and nobody has judged the reason: the letter waits for that alone', () => {
  const found = at(['2023-11-17 engaged is true']);
  expect(state(found, 'letter-one')).toBe('waiting');
  expect(found.letters[0]!.needs).toMatchObject([{ name: 'doubted' }]);
});

test('engaged, and the reason doubted: the letter is due', () => {
  expect(state(at(['2023-11-17 engaged is true', '2023-11-17 doubted is true']), 'letter-one')).toBe('due');
});

test('the judgement is revised: the later one stands', () => {
  const log = ['2023-11-15 engaged is not true', '2023-11-17 engaged is true', '2023-11-17 doubted is not true'];
  expect(at(log).letters).toEqual([]);
  expect(state(finding(gated, { asAt: '2023-11-16', marks, log }), 'letter-one')).toBe('due');
});

test('two judgements of one day: the one recorded last, timed before untimed', () => {
  expect(
    at(['2023-11-17 engaged is not true', '2023-11-17 09:00 engaged is true', '2023-11-17 doubted is not true'])
      .letters,
  ).toHaveLength(1);
});

test('one open part is not asked when another decides', () => {
  const found = at(['2023-11-17 doubted is true']);
  expect(state(found, 'letter-one')).toBe('due');
  expect(found.letters[0]!.needs).toEqual([]);
});
