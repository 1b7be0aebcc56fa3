import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { england, readPolicies } from '../dsl/index.ts';
import type { PolicySet, Source } from '../dsl/index.ts';
import { packageRoot } from './package-root.ts';

/** The policies that come with the package, with what is wrong with them: read once, for they stay as they are while it runs. */
export async function packagedPolicies(): Promise<PolicySet> {
  return (read ??= sources().then((all) => readPolicies(all, { rulebook: england })));
}
let read: Promise<PolicySet> | undefined;

async function sources(): Promise<readonly Source[]> {
  const folder = join(packageRoot(), 'policies');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.att')).sort();
  return Promise.all(names.map(async (name) => ({ name, text: await readFile(join(folder, name), 'utf8') })));
}
