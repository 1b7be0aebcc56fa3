import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageRoot } from '../bot/package-root.ts';
import { england, readPolicies } from '../dsl/index.ts';
import type { Policy } from '../dsl/index.ts';

/** The policies that come with the package, by id. */
export async function readPackagedPolicies(): Promise<ReadonlyMap<string, Policy>> {
  const folder = join(packageRoot(), 'policies');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.att')).sort();
  const sources = await Promise.all(
    names.map(async (name) => ({ name, text: await readFile(join(folder, name), 'utf8') })),
  );
  return readPolicies(sources, { rulebook: england }).policies;
}
