import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { packagedPolicies } from '../../bot/packaged-policies.ts';
import { compilePolicy } from '../../dsl/index.ts';
import type { CompiledPolicy } from '../../dsl/index.ts';
import { readVectors } from '../../tools/vectors/vector.ts';
import { wrongWith } from '../../tools/vectors/wrong-with.ts';

// Worked cases of our own in the form that `npm run vectors` reads, one file a document.

const policies = (await packagedPolicies()).policies;
const compiled = new Map<string, CompiledPolicy>();
const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.json'));

describe.each(files)('%s', (file) => {
  const vectors = readVectors(readFileSync(join(import.meta.dirname, file), 'utf8'));

  test('names each case once', () => {
    expect(new Set(vectors.map(({ id }) => id)).size).toBe(vectors.length);
  });

  test.each(vectors)('$id', (vector) => {
    expect(wrongWith(vector, policyOf)).toEqual([]);
  });
});

function policyOf(id: string): CompiledPolicy {
  const known = compiled.get(id) ?? compilePolicy(policies.get(id)!);
  compiled.set(id, known);
  return known;
}
