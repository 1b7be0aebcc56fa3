import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';

/** A folder of its own with a repository of git in it, in which files are written and committed. */
export interface GitFolder {
  readonly folder: string;
  /** Writes files; undefined removes one. */
  readonly write: (files: Readonly<Record<string, string | undefined>>) => void;
  /** Commits everything as it stands; gives the commit’s id. */
  readonly commit: (message: string) => string;
  readonly git: (...args: string[]) => string;
}

export function gitFolder(): GitFolder {
  const folder = mkdtempSync(join(tmpdir(), 'att-git-'));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const git = (...args: string[]): string => {
    const who = ['-c', 'user.name=Tester', '-c', 'user.email=tester@school.example', '-c', 'commit.gpgsign=false'];
    const ran = spawnSync('git', [...who, ...args], { cwd: folder, encoding: 'utf8', env: bare() });
    if (ran.status !== 0) throw new Error(`git ${args.join(' ')}: ${ran.stderr}`);
    return ran.stdout.trim();
  };
  git('init', '--quiet', '--initial-branch=main');
  return {
    folder,
    git,
    write: (files) => {
      for (const [name, text] of Object.entries(files)) {
        const path = join(folder, name);
        mkdirSync(dirname(path), { recursive: true });
        if (text === undefined) rmSync(path);
        else writeFileSync(path, text);
      }
    },
    commit: (message) => {
      git('add', '--all');
      git('commit', '--quiet', '--message', message);
      return git('rev-parse', 'HEAD');
    },
  };
}

/** Nothing of a repository that the tests may themselves run in. */
function bare(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  return { ...Object.fromEntries(kept), GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
}
