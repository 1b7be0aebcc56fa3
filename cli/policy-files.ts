import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import type { Source } from '../dsl/index.ts';
import { CommandFailure, whyOf } from './context.ts';
import type { Context } from './context.ts';

/** Policy files that were asked about, and others beside them that hold the layers they are under. */
export interface PolicyFiles {
  readonly asked: readonly Source[];
  readonly beside: readonly Source[];
}

/**
 * Reads `.att` files: those named, and all in and below the folders named; without a path those of `policies` here.
 * Throws CommandFailure: 3 where something cannot be read, 2 where a path holds no policy.
 */
export function readPolicyFiles({ folder }: Context, paths: readonly string[]): PolicyFiles {
  const wanted = paths.length > 0 ? paths : [existsSync(join(folder, 'policies')) ? 'policies' : '.'];
  const asked = new Map<string, Source>();
  const beside = new Map<string, Source>();
  for (const path of wanted) {
    const at = resolve(folder, path);
    const files = isFolder(at, path) ? filesBelow(at) : [at];
    if (files.length === 0) throw new CommandFailure(2, `${path} holds no .att file.`);
    for (const file of files) asked.set(file, read(folder, file));
  }
  for (const file of asked.keys()) {
    for (const other of filesIn(dirname(file))) if (!asked.has(other)) beside.set(other, read(folder, other));
  }
  return { asked: [...asked.values()], beside: [...beside.values()] };
}

function isFolder(at: string, path: string): boolean {
  try {
    return statSync(at).isDirectory();
  } catch (error) {
    throw new CommandFailure(3, `cannot read ${path}: ${whyOf(error)}`, error);
  }
}

function filesIn(folder: string): readonly string[] {
  return entries(folder)
    .filter((entry) => entry.isFile() && entry.name.endsWith('.att'))
    .map((entry) => join(folder, entry.name));
}

function filesBelow(folder: string): readonly string[] {
  const folders = entries(folder).filter((entry) => entry.isDirectory() && !/^(?:node_modules$|\.)/.test(entry.name));
  return [...filesIn(folder), ...folders.flatMap((entry) => filesBelow(join(folder, entry.name)))];
}

function entries(folder: string) {
  return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
}

function read(from: string, file: string): Source {
  const name = relative(from, file);
  try {
    return { name, text: readFileSync(file, 'utf8') };
  } catch (error) {
    throw new CommandFailure(3, `cannot read ${name}: ${whyOf(error)}`, error);
  }
}
