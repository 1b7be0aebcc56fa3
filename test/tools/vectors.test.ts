import { describe, expect, test } from 'vitest';
import { differences } from '../../tools/vectors/difference.ts';
import { readVectors } from '../../tools/vectors/vector.ts';

describe('an answer agrees', () => {
  test.each([
    ['it says more than was asked', { due: true }, { due: true, to: 'parents' }],
    ['a list is in another order', { by: ['a', 'b'] }, { by: ['b', 'a'] }],
    ['a list of one is that one', { by: 'a', to: ['b'] }, { by: ['a'], to: 'b' }],
    ['a number agrees to the decimals printed', { percent: 90.4 }, { percent: 90.3846 }],
    ['lists by name', { highest: { KS1: '2B' } }, { highest: { KS1: '2B' } }],
  ])('%s', (_case, expected, answer) => {
    expect(differences(expected, answer)).toEqual([]);
  });
});

describe('an answer differs', () => {
  test.each([
    ['a key is not answered', { due: false }, {}, ['due: expected false, answered nothing']],
    ['a number is off by what can be seen', { days: 5 }, { days: 5.5 }, ['days: expected 5, answered 5.5']],
    ['a list says too much', { by: ['a'] }, { by: ['a', 'b'] }, ['by: expected ["a"], answered ["a","b"]']],
    ['a list of two is neither', { by: 'a' }, { by: ['a', 'b'] }, ['by: expected "a", answered ["a","b"]']],
    [
      'a list says one thing twice',
      { by: ['a', 'b'] },
      { by: ['a', 'a'] },
      ['by: expected ["a","b"], answered ["a","a"]'],
    ],
    [
      'a list expects one thing twice',
      { by: ['a', 'a'] },
      { by: ['a', 'b'] },
      ['by: expected ["a","a"], answered ["a","b"]'],
    ],
    [
      'a list by name says too much',
      { highest: {} },
      { highest: { KS1: '2B' } },
      ['highest: expected {}, answered {"KS1":"2B"}'],
    ],
    ['nothing is not no', { letter: null }, { letter: undefined }, ['letter: expected null, answered nothing']],
  ])('%s', (_case, expected, answer, words) => {
    expect(differences(expected, answer)).toEqual(words);
  });
});

describe('a file of vectors', () => {
  const whole = { id: 'A-1', school: 'a', asOf: '2024-01-15', ask: { fn: 'mark' }, expected: { code: 'L' } };

  test('its first element may explain the form', () => {
    expect(readVectors(JSON.stringify([{ id: '_format' }, whole])).map(({ id }) => id)).toEqual(['A-1']);
  });

  test.each([
    ['is no list', '{}', 'a file of vectors is a list'],
    ['has an element without a question', JSON.stringify([{ ...whole, ask: {} }]), 'element 0 has no ask.fn'],
    ['expects nothing', JSON.stringify([{ ...whole, expected: {} }]), 'element 0 has no expected'],
  ])('%s', (_case, json, message) => {
    expect(() => readVectors(json)).toThrow(message);
  });
});
