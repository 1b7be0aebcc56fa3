import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { england, headOf, readPolicies } from '../dsl/index.ts';
import type { PolicySet, Source } from '../dsl/index.ts';
import { packageRoot } from './package-root.ts';

/** The policies that come with the package, with what is wrong with them: read once, for they stay as they are while it runs. */
export async function packagedPolicies(): Promise<PolicySet> {
  return (read ??= namesOfAll()
    .then((names) => Promise.all(names.map(sourceOf)))
    .then(readTogether));
}
let read: Promise<PolicySet> | undefined;

/** Of the packaged policies those of these ids and the layers above them; all, where one of these is not among them. */
export async function policiesFollowed(ids: readonly string[]): Promise<PolicySet> {
  const names = new Set(await namesOfAll());
  const found = new Map<string, Source>();
  for (const wanted = [...ids]; wanted.length > 0;) {
    const name = `${wanted.pop()!}.att`;
    if (found.has(name)) continue;
    if (!names.has(name)) return packagedPolicies();
    const source = await sourceOf(name);
    found.set(name, source);
    wanted.push(...headOf(source).under);
  }
  return readTogether([...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1)));
}

const folder = join(packageRoot(), 'policies');

async function namesOfAll(): Promise<readonly string[]> {
  return (await readdir(folder)).filter((name) => name.endsWith('.att')).sort();
}

async function sourceOf(name: string): Promise<Source> {
  return { name, text: await readFile(join(folder, name), 'utf8') };
}

function readTogether(sources: readonly Source[]): PolicySet {
  return readPolicies(sources, { rulebook: england });
}
