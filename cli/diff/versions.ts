import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { headOf } from '../../dsl/index.ts';
import type { Source } from '../../dsl/index.ts';
import { CommandFailure } from '../context.ts';
import type { Context } from '../context.ts';
import { readPolicyFiles } from '../policy-files.ts';
import type { PolicyFiles } from '../policy-files.ts';
import type { Repository } from './git.ts';
import { openRepository } from './git.ts';

/** Two versions of policies, each with the files beside it that hold its layers, and what people call them. */
export interface Versions {
  readonly was: PolicyFiles;
  readonly is: PolicyFiles;
  readonly names: { readonly was: string; readonly is: string };
  /** Of a policy that has another id now: found by the path of its file. */
  readonly pairs: readonly { readonly was: string; readonly is: string }[];
}

/**
 * Reads what is compared: two files or folders; or two revisions, `A B`, `A..B`, `A...B` (from where B left A), or `A` alone
 * beside the files as they stand; of revisions whatever paths follow, or the policies of this folder. Throws CommandFailure: 2
 * where neither is named, 3 where something cannot be read.
 */
export function readVersions(context: Context, operands: readonly string[]): Versions {
  const [first, second, ...rest] = operands;
  if (first === undefined) throw new CommandFailure(2, usage);
  const isHere = (path: string): boolean => existsSync(resolve(context.folder, path));
  if (isHere(first) && second !== undefined && rest.length === 0 && isHere(second))
    return twoPaths(context, first, second);
  if (first.endsWith('.att'))
    throw oneFile(
      first,
      [first, second].filter((path) => path?.endsWith('.att') && !isHere(path)),
    );
  const repository = openRepository(context.folder);
  const { from, to, paths } = revisionsNamed(repository, operands);
  return to === undefined
    ? besideTheFiles(context, repository, from, paths)
    : beside(context, repository, from, to, paths);
}

/** A revision, and the files as they stand. */
export function besideTheFiles(
  context: Context,
  repository: Repository,
  from: Revision,
  paths: readonly string[],
): Versions {
  return beside(context, repository, from, undefined, paths);
}

function beside(
  context: Context,
  repository: Repository,
  from: Revision,
  to: Revision | undefined,
  paths: readonly string[],
): Versions {
  const is = to === undefined ? standing(context, repository, paths) : atRevision(context, repository, to, paths);
  const was = atRevision(context, repository, from, paths.length > 0 ? paths : is.paths);
  if (was.files.asked.length + is.files.asked.length === 0)
    throw new CommandFailure(2, `${paths.join(', ') || 'This folder'} holds no .att file, in neither version.`);
  return {
    was: was.files,
    is: is.files,
    names: { was: from.name, is: to?.name ?? 'the files as they stand' },
    pairs: renamedPolicies(context, repository, { from: from.commit, to: to?.commit }, was.files, is.files),
  };
}

const usage = `What is compared with what? Two files, or revisions of git:
  att diff OLD.att NEW.att
  att diff main HEAD, att diff main..HEAD, att diff main (with the files as they stand); then -- PATH… for some of them`;

/** A file is compared with another one: what was named instead. */
function oneFile(first: string, [missing]: readonly (string | undefined)[]): CommandFailure {
  if (missing !== undefined) return new CommandFailure(3, `cannot read ${missing}: there is no such file or folder`);
  return new CommandFailure(2, `${first} is a file, and is compared with one other file or folder.\n${usage}`);
}

function twoPaths(context: Context, first: string, second: string): Versions {
  const [was, is] = [first, second].map((path) => readPolicyFiles(context, [path]));
  const [old, now] = [was!.asked, is!.asked];
  const pair = old.length === 1 && now.length === 1 ? [{ was: headOf(old[0]!).id, is: headOf(now[0]!).id }] : [];
  return {
    was: withLayers(was!, is!),
    is: withLayers(is!, was!),
    names: { was: first, is: second },
    pairs: pair,
  };
}

/** A file beside another is its other version, and no layer; a layer that is not beside one version is taken from beside the other. */
function withLayers({ asked, beside }: PolicyFiles, other: PolicyFiles): PolicyFiles {
  const versions = new Set(other.asked.map(({ name }) => name));
  const own = beside.filter(({ name }) => !versions.has(name));
  const known = new Set([...asked, ...own].map((source) => headOf(source).id));
  return { asked, beside: [...own, ...other.beside.filter((source) => !known.has(headOf(source).id))] };
}

/** A commit by its full id, and what people call it. */
interface Revision {
  readonly commit: string;
  readonly name: string;
}

function revisionsNamed(
  repository: Repository,
  [first = '', ...others]: readonly string[],
): { readonly from: Revision; readonly to: Revision | undefined; readonly paths: readonly string[] } {
  const named = (words: string): Revision => {
    const commit = repository.commit(words);
    if (commit === undefined)
      throw new CommandFailure(2, `${words} is neither a file here nor a revision that git knows.\n${usage}`);
    return { commit, name: words };
  };
  const range = /^(.*?)(\.\.\.?)(.*)$/.exec(first);
  if (range && repository.commit(first) === undefined) {
    const [from, to] = [named(range[1] || 'HEAD'), named(range[3] || 'HEAD')];
    const base = range[2] === '...' ? repository.mergeBase(from.commit, to.commit) : from.commit;
    return { from: { ...from, commit: base }, to, paths: others };
  }
  const from = named(first);
  const [second, ...rest] = others;
  const commit = second === undefined ? undefined : repository.commit(second);
  return commit === undefined
    ? { from, to: undefined, paths: others }
    : { from, to: { commit, name: second! }, paths: rest };
}

interface Read {
  readonly files: PolicyFiles;
  /** The paths that were looked at, where none were named. */
  readonly paths: readonly string[];
}

/** The files as they stand; of paths that are there no more the other version knows. */
function standing(context: Context, repository: Repository, paths: readonly string[]): Read {
  const there = paths.filter((path) => existsSync(resolve(context.folder, path)));
  if (paths.length > 0 && there.length === 0) return { files: { asked: [], beside: [] }, paths };
  const wanted = there.length > 0 ? there : usual(existsSync(join(context.folder, 'policies')));
  return { files: readOrNone(context, wanted, repository), paths: wanted };
}

function readOrNone(context: Context, paths: readonly string[], repository: Repository): PolicyFiles {
  const outside = paths.find((path) => relative(repository.top, resolve(context.folder, path)).startsWith('..'));
  if (outside !== undefined) throw new CommandFailure(2, `${outside} lies outside the repository.`);
  try {
    return readPolicyFiles(context, paths);
  } catch (error) {
    // A folder that holds no policy now may have held some before.
    if (error instanceof CommandFailure && error.exitCode === 2) return { asked: [], beside: [] };
    throw error;
  }
}

function usual(hasPolicies: boolean): readonly string[] {
  return [hasPolicies ? 'policies' : '.'];
}

function atRevision({ folder }: Context, repository: Repository, { commit }: Revision, named: readonly string[]): Read {
  const sources = [...repository.files(commit, '.att')].map(([path, text]): Source => ({
    name: relative(folder, join(repository.top, path)),
    text,
  }));
  const paths = named.length > 0 ? named : usual(sources.some(({ name }) => name.startsWith('policies/')));
  const wanted = paths.map((path) => relative(folder, resolve(folder, path)));
  const isAsked = ({ name }: Source): boolean => wanted.some((path) => isBelow(name, path));
  const asked = sources.filter(isAsked);
  const folders = new Set(asked.map(({ name }) => dirname(name)));
  const beside = sources.filter((source) => !isAsked(source) && folders.has(dirname(source.name)));
  return { files: { asked, beside }, paths };
}

function isBelow(name: string, path: string): boolean {
  const from = relative(path, name);
  return (
    from === '' ||
    (!from.startsWith('..') && !isAbsolute(from) && !/(?:^|[/\\])(?:node_modules|\.[^/\\]*)[/\\]/.test(from))
  );
}

function renamedPolicies(
  { folder }: Context,
  repository: Repository,
  { from, to }: { readonly from: string; readonly to: string | undefined },
  was: PolicyFiles,
  is: PolicyFiles,
): Versions['pairs'] {
  const renames = repository.renames(from, to);
  const name = (path: string): string => relative(folder, join(repository.top, path));
  const old = new Map([...renames].map(([now, before]) => [name(now), name(before)]));
  const before = new Map([...was.asked, ...was.beside].map((source) => [source.name, source]));
  return [...is.asked, ...is.beside].flatMap((source) => {
    const found = before.get(old.get(source.name) ?? source.name);
    if (!found) return [];
    const [oldId, id] = [headOf(found).id, headOf(source).id];
    return oldId === id ? [] : [{ was: oldId, is: id }];
  });
}
