import { randomUUID } from 'node:crypto';
import { realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { CommandFailure, whyOf } from './context.ts';
import type { Context } from './context.ts';

/** Writes a file whole or not at all: under another name beside it, then in its place. Throws CommandFailure 3. */
export function writeWhole({ folder }: Pick<Context, 'folder'>, name: string, text: string): void {
  let passing: string | undefined;
  try {
    const file = realpathSync(resolve(folder, name));
    passing = join(dirname(file), `.${randomUUID()}.new`);
    writeFileSync(passing, text, { mode: statSync(file).mode, flag: 'wx' });
    renameSync(passing, file);
  } catch (error) {
    if (passing !== undefined) rmSync(passing, { force: true });
    throw new CommandFailure(3, `cannot write ${name}: ${whyOf(error)}`, error);
  }
}
