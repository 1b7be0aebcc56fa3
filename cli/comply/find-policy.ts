import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { packageRoot } from '../../bot/package-root.ts';
import { didYouMean, headOf } from '../../dsl/index.ts';
import type { Source } from '../../dsl/index.ts';
import { CommandFailure } from '../context.ts';
import type { Context } from '../context.ts';
import { readPolicyFiles } from '../policy-files.ts';
import type { PolicyFiles } from '../policy-files.ts';

/**
 * The one policy that is meant, with the files beside it: a file, or an id among the policies here, then among those that
 * come with Att. Throws CommandFailure: 2 where there is none, 3 where it cannot be read.
 */
export function findPolicy(context: Pick<Context, 'folder'>, named: string): PolicyFiles {
  const file = resolve(context.folder, named);
  if (named.endsWith('.att') || (existsSync(file) && statSync(file).isFile())) return readOne(context.folder, named);
  const known: string[] = [];
  for (const folder of [join(context.folder, 'policies'), context.folder, join(packageRoot(), 'policies')]) {
    for (const { path, source } of policiesIn(folder)) {
      const { id } = headOf(source);
      if (id === named) return readOne(context.folder, path);
      known.push(id);
    }
  }
  const near = didYouMean(named, known)[0];
  const hint = near === undefined ? '' : ` Did you mean ${near}?`;
  throw new CommandFailure(
    2,
    `no file and no policy is called “${named}”.${hint} There are: ${[...new Set(known)].sort().join(', ')}.`,
  );
}

function readOne(folder: string, path: string): PolicyFiles {
  return readPolicyFiles({ folder } as Context, [path]);
}

function policiesIn(folder: string): readonly { readonly path: string; readonly source: Source }[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith('.att'));
  return names.sort().map((name) => {
    const path = join(folder, name);
    return { path, source: { name: basename(path), text: readFileSync(path, 'utf8') } };
  });
}
