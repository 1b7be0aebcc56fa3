// The long proofs: `npm run prove`. Exits 1 where one fails.
//   --only NAME      that proof alone: mutants, rulebook, kills, or the name of a property
//   --seed N         the seed of the generated policies and registers; otherwise a new one, which is printed
//   --runs N         how many of each are tried; 10,000 unless told
//   --vectors FILE…  worked cases that may tell a mutant, beside the policies' own examples
import { parseArgs } from 'node:util';
import { schoolPolicies } from '../support/school-policies.ts';
import { proveMutants } from './mutants/prove-mutants.ts';
import { proveKills } from './prove-kills.ts';
import { ofPupils, ofTexts, ofThresholds } from './properties/index.ts';
import { proveRulebook } from './rulebook/prove-rulebook.ts';

const { values, positionals } = parseArgs({
  options: {
    only: { type: 'string' },
    seed: { type: 'string' },
    runs: { type: 'string', default: '10000' },
    vectors: { type: 'string', multiple: true, default: [] },
  },
  allowPositionals: true,
});
const wanted = (name: string): boolean => values.only === undefined || values.only === name;
const seed = values.seed === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(values.seed);
const numRuns = Number(values.runs);

let proved = true;
for (const { name, holds, prove } of [...ofTexts, ...ofPupils, ...ofThresholds].filter((property) =>
  wanted(property.name),
)) {
  const started = performance.now();
  try {
    await prove({ numRuns, seed });
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    console.log(`${name}: ${holds} (${numRuns} tried, seed ${seed}, ${seconds} s)`);
  } catch (error) {
    proved = false;
    const found = error instanceof Error ? `${error.message}\n${causeOf(error)}` : String(error);
    console.error(
      `${name}: it does not hold that ${holds}\n${found}\nAgain: npm run prove -- --only ${name} --seed ${seed}`,
    );
  }
}
if (wanted('mutants')) proved = proveMutants(schoolPolicies, [...values.vectors, ...positionals]) && proved;
if (wanted('rulebook')) proved = proveRulebook() && proved;
if (wanted('kills')) proved = proveKills(200) && proved;
if (!proved) process.exitCode = 1;

function causeOf({ cause }: Error): string {
  return cause instanceof Error ? cause.message : '';
}
