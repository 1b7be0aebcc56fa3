import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { marker } from '../../../cli/action/comment.ts';
import { gitFolder } from '../../support/git-folder.ts';
import { commentsApi } from './github.ts';
import { oakSchool } from '../../support/oak-school.ts';

// The file that GitHub runs, as it lies in the repository, started as GitHub starts it.
const root = join(import.meta.dirname, '../../..');
const action = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly outputs: Readonly<Record<string, unknown>>;
  readonly runs: { readonly using: string; readonly main: string };
};
const entry = join(root, action.runs.main);
const token = 'a-token-of-this-test';
const api = await commentsApi(token);
const aside = mkdtempSync(join(tmpdir(), 'att-action-'));
afterAll(() => {
  rmSync(aside, { recursive: true, force: true });
});

const school = (closes: string, days: number): string =>
  oakSchool(closes, {
    more: `ladder map "Support Map" by days absent this school year {
  stage everyone "Everyone" from 0 days absent
  stage concern  "Concern"  from ${days} days absent
}
`,
  });

const repository = gitFolder();
repository.write({ 'policies/oak.att': school('09:15', 5) });
const base = repository.commit('as it was');
repository.write({ 'policies/oak.att': school('09:30', 4) });
const head = repository.commit('as it is to be');

interface Step {
  readonly exit: number;
  readonly printed: string;
  readonly annotations: readonly string[];
  readonly summary: string;
  readonly outputs: Readonly<Record<string, string>>;
}

/** Runs the step as GitHub does: inputs, the event’s file, and two files to write to, by environment variables. */
async function step(
  event: unknown,
  inputs: Readonly<Record<string, string>> = {},
  environment: Readonly<Record<string, string>> = {},
): Promise<Step> {
  const path = (name: string): string => join(aside, name);
  writeFileSync(path('event.json'), JSON.stringify(event));
  writeFileSync(path('summary.md'), '');
  writeFileSync(path('output.txt'), '');
  const given = Object.entries({ ...defaults(), ...inputs }).map(([name, value]) => [
    `INPUT_${name.toUpperCase()}`,
    value,
  ]);
  const env = {
    PATH: process.env['PATH'],
    HOME: aside,
    NODE_COMPILE_CACHE: join(aside, 'compiled'),
    GITHUB_ACTIONS: 'true',
    GITHUB_API_URL: api.url,
    GITHUB_SERVER_URL: 'https://github.example',
    GITHUB_REPOSITORY: 'oak/policies',
    GITHUB_SHA: head,
    GITHUB_EVENT_PATH: path('event.json'),
    GITHUB_STEP_SUMMARY: path('summary.md'),
    GITHUB_OUTPUT: path('output.txt'),
    ...(Object.fromEntries(given) as Record<string, string>),
    ...environment,
  };
  return new Promise((resolve) => {
    execFile(process.execPath, [entry], { cwd: repository.folder, env }, (error, printed, wrong) => {
      resolve({
        exit: typeof error?.code === 'number' ? error.code : error ? -1 : 0,
        printed: printed + wrong,
        annotations: printed.split('\n').filter((line) => /^::(?:error|warning|notice) /.test(line)),
        summary: readFileSync(path('summary.md'), 'utf8'),
        outputs: outputsIn(readFileSync(path('output.txt'), 'utf8')),
      });
    });
  });
}

function defaults(): Readonly<Record<string, string>> {
  const inputs = Object.entries(action.inputs).map(([name, input]) => [name, input.default]);
  return { ...(Object.fromEntries(inputs) as Record<string, string>), token };
}

function outputsIn(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Array.from(text.matchAll(/^(\S+?)<<(\S+)\n([^]*?)\n\2$/gm), ([, name, , value]) => [name!, value!]),
  );
}

const pullRequest = { pull_request: { number: 7, base: { sha: base, ref: 'main' }, head: { sha: head } } };

beforeEach(() => {
  api.comments.length = 0;
  api.asked.length = 0;
  api.refuseWriting(false);
});

describe('on a pull request', () => {
  test('annotations, a summary, outputs and a comment say what is wrong and what the change means', async () => {
    const { exit, annotations, summary, outputs } = await step(pullRequest);
    expect(exit).toBe(1);
    const breach = annotations.find((line) => line.includes('title=breaches REG-OPEN-30'));
    expect(breach).toMatch(/^::error title=[^,]+,file=policies\/oak\.att,line=\d+,endLine=\d+,col=\d+,endColumn=\d+::/);
    expect(summary).toContain('comparing this pull request with main.');
    expect(summary).toContain(
      '| **looser** for pupils and families | Registers close (line 5) | It is 09:30, not 09:15. |',
    );
    expect(summary).toContain('**tighter** for pupils and families | Concern (line 15)');
    expect(summary).toMatch(/For example: a pupil with \d+ sessions/);
    expect(summary).toContain('REG-OPEN-30');
    expect(summary).toContain(`https://github.example/oak/policies/blob/${head}/policies/oak.att#L`);
    expect(outputs).toMatchObject({
      result: 'failed',
      breaches: expect.stringMatching(/^[1-9]\d*$/) as string,
      compared: 'true',
      changes: '3',
      tighter: '1',
      looser: '2',
      'newly-breached': '1',
      comment: 'created',
      'comment-url': `${api.url}/c/1000`,
    });
    expect(Object.keys(outputs).toSorted()).toEqual(Object.keys(action.outputs).toSorted());
    expect(api.comments.map(({ body }) => body)).toEqual([`${marker}\n${summary}`]);
  });

  test('a second run writes the same comment anew, wherever it stands among others', async () => {
    await step(pullRequest);
    const others = Array.from({ length: 230 }, (_, index) => ({ id: index, body: `> ${marker}\nI say so too` }));
    api.comments.unshift(...others);
    api.comments.at(-1)!.body = `${marker}\nold words`;
    api.asked.length = 0;
    const { outputs, summary } = await step(pullRequest);
    expect(outputs['comment']).toBe('updated');
    expect(api.comments).toHaveLength(231);
    expect(api.comments.at(-1)!.body).toBe(`${marker}\n${summary}`);
    expect(api.asked).toEqual([
      ...[1, 2, 3].map((page) => `GET /repos/oak/policies/issues/7/comments?per_page=100&page=${page}`),
      'PATCH /repos/oak/policies/issues/comments/1000',
    ]);
  });

  test('a fork whose token may not write is told, and does not fail for it', async () => {
    api.refuseWriting(true);
    const { exit, annotations, summary, outputs } = await step(pullRequest, { 'fail-on': 'never' });
    expect(exit).toBe(0);
    expect(outputs['comment']).toBe('refused');
    expect(annotations.join('\n')).toContain('could not be written on the pull request (POST');
    expect(summary).toContain('Registers close');
  });

  test.each<[string, Readonly<Record<string, string>>]>([
    ['without a token', { token: '' }],
    ['where none is wanted', { comment: 'false' }],
  ])('no comment %s', async (_, inputs) => {
    const { outputs } = await step(pullRequest, inputs);
    expect(outputs['comment']).toBe('none');
    expect(api.asked).toEqual([]);
  });

  test('that changes no policy and breaks nothing makes no comment', async () => {
    const same = { pull_request: { number: 7, base: { sha: head, ref: 'main' }, head: { sha: head } } };
    const { summary, outputs } = await step(same, { 'fail-on': 'never' });
    expect(summary).toContain('**No change of meaning**');
    expect(outputs).toMatchObject({ result: 'passed', changes: '0', comment: 'none' });
    expect(api.comments).toEqual([]);
  });

  test('whose base is not in the checkout says so, and checks all the same', async () => {
    const shallow = { pull_request: { number: 7, base: { sha: 'a'.repeat(40), ref: 'main' }, head: { sha: head } } };
    const { exit, summary, outputs } = await step(shallow);
    expect(exit).toBe(1);
    expect(outputs['compared']).toBe('false');
    expect(summary).toContain('fetch-depth: 0');
  });
});

test('a push is compared with what stood before it, and has no comment', async () => {
  const { summary, outputs } = await step({ before: base, after: head });
  expect(summary).toContain(`comparing this commit with ${base.slice(0, 7)}.`);
  expect(outputs['comment']).toBe('none');
  expect(api.asked).toEqual([]);
});

test.each<[string, unknown]>([
  ['a new branch', { before: '0'.repeat(40) }],
  ['a run by hand', {}],
])('%s is checked, and compared with nothing', async (_, event) => {
  const { exit, summary, outputs } = await step(event);
  expect(exit).toBe(1);
  expect(outputs['compared']).toBe('false');
  expect(summary).toContain('What is wrong');
  expect(summary).not.toContain('comparing');
});

test('what the change does may fail it, and reports are written', async () => {
  const inputs = {
    'fail-on': 'never',
    'fail-on-change': 'looser',
    sarif: 'reports/att.sarif',
    junit: 'att.xml',
    'as-at': '2024-09-01',
  };
  const { exit, outputs } = await step(pullRequest, inputs);
  expect(exit).toBe(1);
  expect(outputs).toMatchObject({ sarif: 'reports/att.sarif', junit: 'att.xml', result: 'failed' });
  expect(JSON.parse(readFileSync(join(repository.folder, 'reports/att.sarif'), 'utf8'))).toMatchObject({
    version: '2.1.0',
  });
  expect(readFileSync(join(repository.folder, 'att.xml'), 'utf8')).toContain('<testsuites');
});

test.each<[string, Readonly<Record<string, string>>, number, string]>([
  ['an input that is none', { 'fail-on': 'everything' }, 2, 'There are: error, warning, information, never'],
  ['a path that is not there', { files: 'nowhere' }, 3, 'cannot read nowhere'],
])('%s is an annotation', async (_, inputs, exit, words) => {
  const ran = await step(pullRequest, inputs);
  expect(ran.exit).toBe(exit);
  expect(ran.annotations.join('\n')).toContain(words);
});

test('the file is run by the Node that it is made for, and stays small', () => {
  expect(action.runs.using).toBe('node24');
  expect(readFileSync(entry).length).toBeLessThan(1_200_000);
});
