import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Source } from '../../../dsl/text/source.ts';
import { readPolicies } from '../../../dsl/check/read-policies.ts';
import { england } from '../../../dsl/rulebook/england.generated.ts';
import { parse } from '../../../dsl/syntax/parse.ts';
import { endOf } from '../../../dsl/syntax/tokens.ts';

const policy = (name: string): Source => ({
  name,
  text: readFileSync(new URL(`../../../policies/${name}`, import.meta.url), 'utf8'),
});
const widnes = policy('widnes.att');
const halton = policy('halton.att');

/** Errors and warnings about a changed widnes.att, under Halton. */
function messages(text: string): number {
  const source = { name: widnes.name, text };
  const { diagnostics } = readPolicies([source, halton], { rulebook: england });
  return diagnostics.filter((each) => each.source === source && each.severity !== 'information').length;
}

/** The policy is long, and reading it anew for each of its tokens would take minutes. */
const every = 12;

test('one token in twelve lost in turn: one message or two, never more than three', () => {
  const before = messages(widnes.text);
  const counts = new Map<number, number>();
  const lost = parse(widnes).tokens.filter((_token, index) => index % every === 0);
  for (const token of lost) {
    const found = messages(widnes.text.slice(0, token.startOffset) + widnes.text.slice(endOf(token))) - before;
    counts.set(found, (counts.get(found) ?? 0) + 1);
  }
  const times = (number: number): number => counts.get(number) ?? 0;
  const told = [...counts].filter(([number]) => number > 0).reduce((sum, [, count]) => sum + count, 0);
  console.log(
    `${times(0) + told} tokens lost: ${times(0)} leave a policy, ${times(1)} give one message, ${times(2)} two, ${told - times(1) - times(2)} more`,
  );
  expect(Math.max(...counts.keys())).toBeLessThanOrEqual(3);
  expect((times(1) + times(2)) / told).toBeGreaterThanOrEqual(0.95);
});
