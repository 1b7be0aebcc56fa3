import { readdirSync, readFileSync } from 'node:fs';
import type { PolicySet } from '../../dsl/index.ts';
import { england, readPolicies } from '../../dsl/index.ts';
import type { Source } from '../../dsl/index.ts';

const folder = new URL('../../policies/', import.meta.url);

/** The texts of the repository’s own policies. */
export const schoolPolicies: readonly Source[] = readdirSync(folder)
  .filter((name) => name.endsWith('.att'))
  .map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }));

let read: PolicySet | undefined;

/** The same as they read together, with all that is told of them; read once. */
export function readSchoolPolicies(): PolicySet {
  read ??= readPolicies(schoolPolicies, { rulebook: england });
  return read;
}
