import { randomUUID } from 'node:crypto';
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { CommandFailure, whyOf } from '../context.ts';
import type { Context } from '../context.ts';

/** Writes outputs of a step (GITHUB_OUTPUT). A value may hold lines: it ends where a mark of its own stands that no value has. */
export function writeOutputs(path: string | undefined, values: Readonly<Record<string, string | number>>): void {
  const lines = Object.entries(values).map(([name, value]) => {
    const end = `end-${randomUUID()}`;
    return `${name}<<${end}\n${value}\n${end}\n`;
  });
  append(path, lines.join(''));
}

/** Adds to a file of the workflow; without one, outside a workflow, nothing. */
export function append(path: string | undefined, text: string): void {
  if (path === undefined || path === '') return;
  try {
    appendFileSync(path, text);
  } catch (error) {
    throw new CommandFailure(3, `cannot write ${path}: ${whyOf(error)}`, error);
  }
}

/** Writes a report below the workspace, in folders that need not be there yet. */
export function writeReport({ folder }: Context, name: string, text: string): void {
  try {
    const file = resolve(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  } catch (error) {
    throw new CommandFailure(3, `cannot write ${name}: ${whyOf(error)}`, error);
  }
}
