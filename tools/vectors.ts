// Puts worked cases to the evaluator: `node tools/vectors.ts FILE…`. For each id it prints pass or the difference, then
// counts by school and by question. Exits 1 on any difference, 3 where a file does not read.
import { readFileSync } from 'node:fs';
import { packagedPolicies } from '../bot/packaged-policies.ts';
import { compilePolicy } from '../dsl/index.ts';
import type { CompiledPolicy } from '../dsl/index.ts';
import type { Vector } from './vectors/vector.ts';
import { readVectors } from './vectors/vector.ts';
import { wrongWith } from './vectors/wrong-with.ts';

const paths = process.argv.slice(2);
const policies = (await packagedPolicies()).policies;
const compiled = new Map<string, CompiledPolicy>();
const results = paths.flatMap(vectorsIn).map((vector) => ({ vector, wrong: wrongWith(vector, policyOf) }));
for (const { vector, wrong } of results) {
  console.log(wrong.length === 0 ? `pass ${vector.id}` : `FAIL ${vector.id} ${vector.ask.fn}: ${wrong.join(' · ')}`);
}
console.log(`\n${counts('school', ({ school }) => school)}\n\n${counts('question', ({ ask }) => ask.fn)}`);
const failed = results.filter(({ wrong }) => wrong.length > 0).length;
console.log(`\n${results.length - failed} of ${results.length} pass`);
if (paths.length === 0) console.error('which file? node tools/vectors.ts FILE…');
if (failed > 0) process.exitCode = 1;
else if (results.length === 0) process.exitCode = 2;

function vectorsIn(path: string): readonly Vector[] {
  try {
    return readVectors(readFileSync(path, 'utf8'));
  } catch (error) {
    console.error(`${path} does not read: ${error instanceof Error ? error.message : String(error)}`);
    process.exit(3);
  }
}

function policyOf(id: string): CompiledPolicy {
  const policy = policies.get(id);
  if (!policy) throw new Error(`there is no policy “${id}”`);
  const known = compiled.get(id) ?? compilePolicy(policy);
  compiled.set(id, known);
  return known;
}

function counts(title: string, of: (vector: Vector) => string): string {
  const names = [...new Set(results.map(({ vector }) => of(vector)))].toSorted();
  const lines = names.map((name) => {
    const each = results.filter(({ vector }) => of(vector) === name);
    return `  ${name.padEnd(30)} ${each.filter(({ wrong }) => wrong.length === 0).length} of ${each.length}`;
  });
  return [`By ${title}`, ...lines].join('\n');
}
