import { spawnSync } from 'node:child_process';
import { CommandFailure } from '../context.ts';

/** A repository as `git` reads it from a folder of it. Nothing is checked out, and nothing written. */
export interface Repository {
  /** The folder that everything in it is below. */
  readonly top: string;
  /** The full id of a commit, or undefined where the words name none. */
  commit(words: string): string | undefined;
  /** The last commit that two have in common. Throws CommandFailure where there is none. */
  mergeBase(a: string, b: string): string;
  /** The texts of the files of a commit that end so, by their paths below the top. */
  files(commit: string, ending: string): ReadonlyMap<string, string>;
  /** Files that changed their path between a commit and another, or the files as they stand: new path → old path. */
  renames(from: string, to: string | undefined): ReadonlyMap<string, string>;
}

/** Throws CommandFailure (3) where there is no git, or the folder is in no repository. */
export function openRepository(folder: string): Repository {
  const top = git(folder, ['rev-parse', '--show-toplevel']).toString().replace(/\n$/, '');
  const run = (args: readonly string[], input?: string): Buffer => git(top, args, input);
  return {
    top,
    commit(words) {
      const found = tryGit(top, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${words}^{commit}`]);
      return found.status === 0 ? found.stdout.toString().trim() : undefined;
    },
    mergeBase: (a, b) => run(['merge-base', a, b]).toString().trim(),
    files(commit, ending) {
      const listed = run(['ls-tree', '-r', '-z', '--full-tree', commit]).toString().split('\0');
      const wanted = listed.flatMap((line) => {
        const [, mode, type, id, path] = /^(\d+) (\w+) (\w+)\t(.*)$/s.exec(line) ?? [];
        const isFile = type === 'blob' && mode?.startsWith('100') === true;
        return isFile && path!.endsWith(ending) ? [{ id: id!, path: path! }] : [];
      });
      const texts = blobs(run(['cat-file', '--batch'], wanted.map(({ id }) => `${id}\n`).join('')));
      return new Map(wanted.map(({ path }, index) => [path, texts[index]!]));
    },
    renames(from, to) {
      const words = [
        'diff',
        '--name-status',
        '-z',
        '--find-renames',
        '--diff-filter=R',
        from,
        ...(to ? [to] : []),
        '--',
      ];
      const fields = run(words).toString().split('\0');
      const found = new Map<string, string>();
      for (let at = 0; at + 2 < fields.length; at += 3) found.set(fields[at + 2]!, fields[at + 1]!);
      return found;
    },
  };
}

/** What `cat-file --batch` gives: a line with id, sort and size, so many bytes, a line feed, and so on. */
function blobs(given: Buffer): readonly string[] {
  const texts: string[] = [];
  for (let at = 0; at < given.length;) {
    const end = given.indexOf(10, at);
    const size = Number(given.subarray(at, end).toString().split(' ')[2]);
    if (!Number.isInteger(size)) throw new CommandFailure(3, `git has no ${given.subarray(at, end).toString()}`);
    texts.push(given.subarray(end + 1, end + 1 + size).toString('utf8'));
    at = end + 1 + size + 1;
  }
  return texts;
}

function git(folder: string, args: readonly string[], input?: string): Buffer {
  const { status, stdout, stderr } = tryGit(folder, args, input);
  if (status === 0) return stdout;
  throw new CommandFailure(
    3,
    `git ${args[0]} did not work here: ${stderr.toString().trim() || `it ended with ${status}`}`,
  );
}

function tryGit(folder: string, args: readonly string[], input = '') {
  const ran = spawnSync('git', args, { cwd: folder, input, maxBuffer: 2 ** 30, windowsHide: true });
  if (ran.error) throw new CommandFailure(3, `cannot run git: ${ran.error.message}`, ran.error);
  return ran;
}
