import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { diagnose } from './support/check-policy.ts';
import { fencedBlocks } from './support/fenced-blocks.ts';

// The pages that teach the language are read as policies are: each block parses and means something. What a piece of a
// policy names need not stand in it.
const pages = ['dsl/LANGUAGE.md', 'policies/README.md'];

describe.each(pages)('%s', (page) => {
  const text = readFileSync(new URL(`../${page}`, import.meta.url), 'utf8');
  const blocks = fencedBlocks(text).filter(({ info }) => info === 'att');

  test('has pieces of policies', () => {
    expect(blocks.length).toBeGreaterThan(2);
  });

  test.each(blocks)('the piece at line $line', ({ text: piece }) => {
    const whole = /^(?:policy|trust|framework|cluster) /m.test(piece) ? piece : `${head}\n${piece}`;
    const wrong = diagnose(whole).filter(({ severity, code }) => severity === 'error' && !elsewhere.has(code));
    expect(wrong.map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
  });
});

const head = 'policy example "Example" in force from 1 September 2025';

/** What is said of names that are declared elsewhere. */
const elsewhere: ReadonlySet<string> = new Set(['unknown-name', 'unknown-layer', 'wrong-kind', 'example-fails']);
