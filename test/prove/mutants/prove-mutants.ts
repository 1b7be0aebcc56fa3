import { readFileSync } from 'node:fs';
import type { Source } from '../../../dsl/text/source.ts';
import { readVectors } from '../../../tools/vectors/vector.ts';
import { mutantsOf } from './mutants.ts';
import { reasonFor } from './reasoned.ts';
import { examplesTell, survivors, vectorsTell } from './survivors.ts';

/**
 * Changes every literal of every policy by one step, and lists what no example (and no worked case, where files of them
 * are given) tells from the policy as it stands. False where one survives without a reason.
 */
export function proveMutants(sources: readonly Source[], vectorFiles: readonly string[]): boolean {
  const vectors = vectorFiles.flatMap((path) => readVectors(readFileSync(path, 'utf8')));
  const tellings = [examplesTell, ...(vectors.length > 0 ? [vectorsTell(vectors, sources)] : [])];
  const unexplained = sources.map((source) => proveOne(source, sources, tellings));
  return unexplained.every((count) => count === 0);
}

function proveOne(source: Source, sources: readonly Source[], tellings: Parameters<typeof survivors>[2]): number {
  const started = performance.now();
  const mutants = mutantsOf(source);
  const left = survivors(mutants, sources, tellings);
  const open = left.filter((mutant) => reasonFor(mutant) === undefined);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const more = `${left.length - open.length} more with a reason`;
  console.log(`${source.name}: ${mutants.length} mutants, ${open.length} survive, ${more} (${seconds} s)`);
  for (const { line, literal, becomes, text } of open) {
    console.log(`  ${source.name}:${line}: ${literal} → ${becomes}   ${text}`);
  }
  return open.length;
}
