import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { formatPolicy } from '../../dsl/index.ts';
import type { Source } from '../../dsl/index.ts';
import { CommandFailure, printJson, whyOf } from '../context.ts';
import type { Context, ExitCode } from '../context.ts';
import { readPolicyFiles } from '../policy-files.ts';

/** Lays policies out in the one form. With --check nothing is written, and exit 1 says that a file is not in it. */
export async function fmt(
  context: Context,
  paths: readonly string[],
  { check = false }: { readonly check?: boolean },
): Promise<ExitCode> {
  const { asked } = readPolicyFiles(context, paths);
  const formatted = asked.map((source) => ({ source, text: formatPolicy(source) }));
  const changed = formatted.filter(({ source, text }) => text !== source.text);
  if (!check) for (const { source, text } of changed) write(context, source, text);
  if (context.format === 'json') {
    printJson(context, { kind: 'fmt', changed: changed.map(({ source }) => source.name), files: asked.length });
  } else {
    for (const { source } of changed) context.out(`${source.name}${check ? ' is not in the form' : ''}\n`);
    context.out(`${summary(asked.length, changed.length, check)}\n`);
  }
  return Promise.resolve(check && changed.length > 0 ? 1 : 0);
}

function write({ folder }: Context, { name }: Source, text: string): void {
  try {
    writeFileSync(resolve(folder, name), text);
  } catch (error) {
    throw new CommandFailure(3, `cannot write ${name}: ${whyOf(error)}`, error);
  }
}

function summary(files: number, changed: number, check: boolean): string {
  const all = files === 1 ? '1 policy' : `${files} policies`;
  if (changed === 0) return `${all}, all in the form`;
  return check
    ? `${changed} of ${all} not in the form: att fmt lays ${changed === 1 ? 'it' : 'them'} out`
    : `${changed} of ${all} laid out`;
}
