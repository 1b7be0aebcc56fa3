import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { fencedBlocks } from './support/fenced-blocks.ts';
import { gitFolder } from './support/git-folder.ts';
import { readTar } from './support/read-tar.ts';
import { oakSchool } from './support/oak-school.ts';

// What the README shows for other people’s CI is what there is: it is read, and run, from there.
const root = resolve(import.meta.dirname, '..');
const blocks = fencedBlocks(read('README.md'));

/** A file that the README shows, under the name it is to have. */
function shown(name: string): unknown {
  return parse(blocks.find(({ info }) => info === `yaml ${name}`)!.text);
}

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

const repository = gitFolder();
repository.write({ 'policies/oak.att': oakSchool('09:15') });
const base = repository.commit('as it was');
repository.write({ 'policies/oak.att': oakSchool('09:30') });
repository.commit('later');

describe('GitHub', () => {
  interface Workflow {
    readonly permissions: Readonly<Record<string, string>>;
    readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>>;
  }
  interface Step {
    readonly uses: string;
    readonly with?: Readonly<Record<string, unknown>>;
  }
  const action = parse(read('action.yml')) as { readonly inputs: object; readonly runs: { readonly main: string } };

  test('the workflow gives the action inputs that it has, and may write a comment', () => {
    const { permissions, jobs } = shown('.github/workflows/policy.yml') as Workflow;
    const steps = Object.values(jobs).flatMap((job) => job.steps);
    const ours = steps.find(({ uses }) => uses.startsWith('OWNER/att@'))!;
    expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(ours.with ?? {})));
    expect(permissions).toEqual({ contents: 'read', 'pull-requests': 'write' });
    expect(steps[0]).toMatchObject({
      uses: expect.stringContaining('actions/checkout') as string,
      with: { 'fetch-depth': 0 },
    });
  });

  test('every input that the text names is one', () => {
    const text = read('README.md').split('## In your own CI')[1]!.split('**GitLab**')[0]!;
    const named = Array.from(
      text
        .split('`with:` also takes')[1]!
        .split('[action.yml]')[0]!
        .matchAll(/`([a-z-]+)/g),
      ([, name]) => name,
    );
    expect(named.length).toBeGreaterThan(5);
    expect([...Object.keys(action.inputs), 'breaches']).toEqual(expect.arrayContaining(named));
  });
});

test('GitLab: the job runs in a repository of policies, and writes both reports', () => {
  interface Job {
    readonly variables: { readonly ATT: string };
    readonly before_script: readonly string[];
    readonly script: readonly string[];
    readonly artifacts: { readonly reports: { readonly codequality: string; readonly junit: string } };
  }
  const job = (shown('.gitlab-ci.yml') as { readonly 'attendance-policy': Job })['attendance-policy'];
  expect(job.before_script).toEqual([expect.stringMatching(/^git clone .* \.att-tool$/)]);
  symlinkSync(root, join(repository.folder, '.att-tool'));
  const ran = job.script.map((line) =>
    spawnSync('sh', ['-c', line.replace('$ATT', job.variables.ATT)], {
      cwd: repository.folder,
      encoding: 'utf8',
      env: { PATH: `${resolve(process.execPath, '..')}:${process.env['PATH']}`, CI_MERGE_REQUEST_DIFF_BASE_SHA: base },
    }),
  );
  expect(ran.map(({ status }) => status)).toEqual([0, 0, 0, 1]);
  expect(ran[2]!.stdout).toContain('looser for pupils and families  closes (time)');
  const report = (name: string): string => readFileSync(join(repository.folder, name), 'utf8');
  expect(JSON.parse(report(job.artifacts.reports.codequality))).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        fingerprint: expect.any(String) as string,
        location: expect.objectContaining({ path: 'policies/oak.att' }) as object,
      }),
    ]),
  );
  expect(report(job.artifacts.reports.junit)).toContain('<failure');
});

describe('before a commit', () => {
  interface Hook {
    readonly id: string;
    readonly entry: string;
    readonly language: string;
    readonly files: string;
  }
  const hooks = parse(read('.pre-commit-hooks.yaml')) as readonly Hook[];
  const folder = mkdtempSync(join(tmpdir(), 'att-packed-'));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test('the README names hooks that there are', () => {
    const { repos } = shown('.pre-commit-config.yaml') as {
      readonly repos: readonly [{ readonly hooks: readonly Hook[] }];
    };
    expect(repos[0].hooks.map(({ id }) => id)).toEqual(hooks.map(({ id }) => id));
  });

  test('as npm packs it, not built and without what it depends on, each runs on the files that are staged', () => {
    const packed = spawnSync('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(packed.stdout.trim()).toMatch(/^att-[\d.]+\.tgz$/);
    for (const { path, bytes } of readTar(gunzipSync(readFileSync(join(folder, packed.stdout.trim()))))) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), bytes);
    }
    rmSync(join(folder, 'package/dist'), { recursive: true, force: true });
    const { bin } = JSON.parse(readFileSync(join(folder, 'package/package.json'), 'utf8')) as {
      readonly bin: Readonly<Record<string, string>>;
    };
    repository.write({ 'policies/oak.att': oakSchool('09:15').replaceAll('  ', '   '), 'README.md': '# Oak\n' });
    repository.git('add', '--', 'policies', 'README.md');
    const staged = repository.git('diff', '--cached', '--name-only').split('\n');
    const came = hooks.map(({ entry, files, language }) => {
      expect(language).toBe('node');
      const wanted = staged.filter((name) => new RegExp(files).test(name));
      expect(wanted).toEqual(['policies/oak.att']);
      const [command, ...words] = entry.split(' ');
      const args = [join(folder, 'package', bin[command!]!), ...words, ...wanted];
      const { status, stdout } = spawnSync(process.execPath, args, { cwd: repository.folder, encoding: 'utf8' });
      return { status, stdout };
    });
    expect(came[0]).toEqual({
      status: 0,
      stdout: expect.stringContaining('1 policy checked: nothing wrong') as string,
    });
    expect(came[1]).toMatchObject({ status: 0 });
    expect(readFileSync(join(repository.folder, 'policies/oak.att'), 'utf8')).toContain('\n  school in "England"');
  });
});
