import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { explain } from '../../../dsl/evaluate/explain.ts';
import { evaluate } from '../../../dsl/evaluate/evaluate.ts';
import type { FindingPart } from '../../../dsl/evaluate/evaluate.ts';
import { isoDay } from '../../../register/day.ts';
import { compiled, finding, pupilCase } from '../../support/evaluate-policy.ts';

const policyText = (name: string): string =>
  readFileSync(new URL(`../../../policies/${name}`, import.meta.url), 'utf8');
const widnes = compiled(policyText('widnes.att'), policyText('halton.att'));
const marks = { '2023-11-13': 'OO I\\ NN /U', '2024-01-08': 'OO OO OO OO OO' };
const log = ['2024-01-12 engaged is not true', '2024-01-15 home-visit made', '2024-01-15 reason-doubted is not true'];

test('the same policy, register, case log and day give the same finding, byte for byte', () => {
  const again = compiled(policyText('widnes.att'), policyText('halton.att'));
  const supposed = { asAt: '2024-01-19', marks, log };
  expect(JSON.stringify(finding(again, supposed))).toBe(JSON.stringify(finding(widnes, supposed)));
});

test('the order in which entries of different days were recorded does not matter', () => {
  const turned = finding(widnes, { asAt: '2024-01-19', marks, log: log.toReversed() });
  expect(turned).toEqual(finding(widnes, { asAt: '2024-01-19', marks, log }));
});

test('what comes after the day asked about does not matter', () => {
  const later = [...log, '2024-02-01 engaged is true', '2024-02-02 stage-1-letter sent'];
  expect(finding(widnes, { asAt: '2024-01-19', marks, log: later })).toEqual(
    finding(widnes, { asAt: '2024-01-19', marks, log }),
  );
});

test('every list is there, empty where there is nothing', () => {
  const found = finding('note "nothing"', { asAt: '2023-11-13' });
  const lists = Object.values(found).filter((value) => Array.isArray(value));
  expect(lists).toHaveLength(15);
  expect(lists.flat()).toEqual([]);
});

test('one part alone is as in the whole', () => {
  const whole = finding(widnes, { asAt: '2024-01-19', marks, log });
  const part = (only: FindingPart) =>
    evaluate(widnes, pupilCase({ asAt: '2024-01-19', marks, log }), isoDay('2024-01-19'), undefined, only);
  expect(part('ladders').ladders.map(withoutPlace)).toEqual(whole.ladders.map(withoutPlace));
  expect(part('rewards').rewards).toEqual(whole.rewards);
  const { duties, options, reviews, letters } = part('duties');
  expect([duties, options, reviews]).toEqual([whole.duties, whole.options, whole.reviews]);
  expect(letters.map(withoutPlace)).toEqual(whole.letters.map(withoutPlace));
  expect(whole.duties.length * whole.letters.length * whole.rewards.length).toBeGreaterThan(0);
});

/** Without its index into the reasons: those of a part are fewer. */
function withoutPlace<T extends { readonly reason: number | null }>(each: T): Omit<T, 'reason'> {
  return { ...each, reason: undefined };
}

test('it survives JSON', () => {
  const found = finding(widnes, { asAt: '2024-01-19', marks, log });
  expect(JSON.parse(JSON.stringify(found))).toEqual(found);
});

test('a day before the policy is in force, and one after, say so', () => {
  const policy = compiled(
    'policy example "Example" in force from 1 November 2023 to 30 November 2023\nthreshold t is any late session this school year',
  );
  const covers = (asAt: string) => finding(policy, { asAt }).policy.covers;
  expect(['2023-10-31', '2023-11-01', '2023-11-30', '2023-12-01'].map(covers)).toEqual([false, true, true, false]);
  expect(explain(finding(policy, { asAt: '2023-12-01' })).paragraphs.join()).toContain('outside the policy’s dates');
});

test('reasons are pointed to by the answers that rest on them', () => {
  const found = finding(widnes, { asAt: '2024-01-19', marks, log });
  const rests = [...found.ladders, ...found.thresholds].filter((each) => each.reason !== null);
  expect(rests.length).toBeGreaterThan(3);
  for (const each of rests) expect(found.reasons[each.reason!]!.clause.id.startsWith(each.clause.id)).toBe(true);
});

test('the explanation of a ladder gives stage, day, count, sessions and what comes next', () => {
  const { sentence, paragraphs } = explain(finding(widnes, { asAt: '2024-01-19', marks, log }));
  expect(sentence).toBe('Serious concerns since 11 January 2024: 8 days absent.');
  expect(paragraphs).toContain('2 more days absent bring High risk of Persistent Absence.');
  expect(paragraphs[1]).toContain('including 2 coded N and still open');
  expect(paragraphs[1]).toContain('8–12 January 2024 O');
});

test('as at a day before joining there is nothing to say', () => {
  const found = finding(widnes, { asAt: '2023-11-13', onRoll: { from: '2024-01-08' } });
  expect(found.tally).toMatchObject({ possible: 0, attendance: null });
  expect(found.duties).toEqual([]);
});
