// The long proofs: `npm run prove`. Exits 1 where one fails.
//   --only NAME      that proof alone: mutants, or the name of a property
//   --seed N         the seed of the generated policies and registers; otherwise a new one, which is printed
//   --runs N         how many of each are tried; 10,000 unless told
//   --vectors FILE…  worked cases that may tell a mutant, beside the policies' own examples
import { parseArgs } from 'node:util';
import { schoolPolicies } from '../dsl/format/policy-texts.ts';
import { proveMutants } from './mutants/prove-mutants.ts';

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

let proved = true;
if (wanted('mutants')) proved = proveMutants(schoolPolicies, [...values.vectors, ...positionals]) && proved;
if (!proved) process.exitCode = 1;
