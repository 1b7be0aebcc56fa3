import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build } from '../../tools/build.ts';

// The command as it is built and run: twice, with what it keeps in a folder of its own.
const repository = resolve(import.meta.dirname, '../..');
const root = mkdtempSync(join(tmpdir(), 'att-kept-build-'));
const reading = join(root, 'dist/commands/read-outcomes.js');

beforeAll(async () => {
  writeFileSync(join(root, 'package.json'), '{ "type": "module" }');
  await build(repository, join(root, 'dist'));
}, 120_000);
afterAll(() => rmSync(root, { recursive: true }));

/** What is printed, with the exit code. */
function check(...args: readonly string[]): string {
  return run({ NODE_COMPILE_CACHE: join(root, 'compiled') }, args);
}

function run(environment: Readonly<Record<string, string>>, args: readonly string[]): string {
  const given = [join(root, 'dist/att.js'), 'check', 'policies', ...args];
  const env = { PATH: process.env['PATH'], TMPDIR: root, ...environment };
  try {
    return `${execFileSync(process.execPath, given, { cwd: repository, env, encoding: 'utf8', maxBuffer: 2 ** 26 })}exit 0`;
  } catch (error) {
    const { stdout, status } = error as { readonly stdout: string; readonly status: number };
    return `${stdout}exit ${status}`;
  }
}

function keptNow(): number {
  const compiled = join(root, 'compiled');
  const [folder] = readdirSync(compiled).filter((name) => name.startsWith('att-checked-'));
  return folder === undefined ? 0 : readdirSync(join(compiled, folder)).length;
}

const policies = readdirSync(join(repository, 'policies')).filter((name) => name.endsWith('.att')).length;

test('with --fresh, with ATT_FRESH and where Node keeps nothing, nothing is kept', () => {
  const fresh = check('--fresh');
  expect(run({ NODE_COMPILE_CACHE: join(root, 'compiled'), ATT_FRESH: '1' }, [])).toBe(fresh);
  expect(run({ NODE_COMPILE_CACHE: join(root, 'compiled'), NODE_DISABLE_COMPILE_CACHE: '1' }, [])).toBe(fresh);
  expect(keptNow()).toBe(0);
});

test('the second check reads no policy, and prints the same', () => {
  const fresh = check('--fresh');
  expect(check()).toBe(fresh);
  expect(keptNow()).toBe(policies);
  expect(check()).toBe(fresh);
  expect(keptNow()).toBe(policies);
  // Formats that hold the whole table keep it, apart from what the others need.
  expect(check('--format', 'json')).toBe(check('--format', 'json', '--fresh'));
  expect(keptNow()).toBe(2 * policies);
  expect(check('--format', 'sarif')).toBe(check('--format', 'sarif', '--fresh'));
  expect(check('--format', 'gitlab')).toBe(check('--format', 'gitlab', '--fresh'));
  expect(keptNow()).toBe(2 * policies);
});

test.each([
  ['a letter’s template', 'that absence may not be authorised', 'that absence may not be  authorised'],
  ['the rulebook', 'Working together to improve school attendance', 'Working together to improve School attendance'],
])('one byte changed of %s, which the build holds: all is checked anew', (_, text, changed) => {
  check();
  const before = keptNow();
  const whole = readFileSync(reading, 'utf8');
  expect(whole).toContain(text);
  writeFileSync(reading, whole.replace(text, changed));
  expect(check()).toBe(check('--fresh'));
  expect(keptNow()).toBe(before + policies);
  writeFileSync(reading, whole);
});
