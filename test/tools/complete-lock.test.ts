import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'att-lock-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Packages = Record<string, Record<string, unknown>>;

describe('the lock of this repository', () => {
  test('has an entry for the binaries of every platform, and names no registry', () => {
    expect(completeLock(join(root, 'package-lock.json'), '--check')).toEqual({ code: 0, errors: '' });
  });
});

describe('checking a lock', () => {
  test('an optional dependency without an entry is told', () => {
    const { code, errors } = check({
      'node_modules/press': { optionalDependencies: { 'press-linux-x64-musl': '1.2.3' } },
    });
    expect(code).toBe(1);
    expect(errors).toContain('node_modules/press-linux-x64-musl 1.2.3 has no entry');
    expect(errors).toContain('npm run lock');
  });

  test('an optional dependency with an entry beside its parent is found', () => {
    expect(
      check({
        'node_modules/press': { optionalDependencies: { 'press-darwin-arm64': '1.2.3' } },
        'node_modules/press-darwin-arm64': { version: '1.2.3' },
      }),
    ).toEqual({ code: 0, errors: '' });
  });

  test('an optional dependency nested below its parent, and one in an outer folder, are found', () => {
    expect(
      check({
        'node_modules/a/node_modules/@b/press': {
          optionalDependencies: { 'press-x64': '1.0.0', 'press-arm64': '1.0.0' },
        },
        'node_modules/a/node_modules/@b/press/node_modules/press-x64': { version: '1.0.0' },
        'node_modules/a/node_modules/press-arm64': { version: '1.0.0' },
      }),
    ).toEqual({ code: 0, errors: '' });
  });

  test('an entry in a sister folder does not count', () => {
    const { code } = check({
      'node_modules/a/node_modules/press': { optionalDependencies: { 'press-x64': '1.0.0' } },
      'node_modules/b/node_modules/press-x64': { version: '1.0.0' },
    });
    expect(code).toBe(1);
  });

  test('an optional dependency of a range of versions is left to npm', () => {
    expect(check({ 'node_modules/press': { optionalDependencies: { watcher: '^2.0.0' } } }).code).toBe(0);
  });

  test('an address of a registry is told', () => {
    const { code, errors } = check({ 'node_modules/press': { resolved: 'https://packages.example/press-1.0.0.tgz' } });
    expect(code).toBe(1);
    expect(errors).toContain('packages.example');
  });
});

describe('completing a lock', () => {
  test('the entry says system, processor, C library and whether it is for development, in the order of names', () => {
    const packages = completed({
      '': { name: 'school' },
      'node_modules/press': { dev: true, optionalDependencies: { '@ink/press-linux-arm64-musl': '1.2.3' } },
      'node_modules/zebra': { version: '1.0.0' },
    });
    expect(Object.keys(packages)).toEqual([
      '',
      'node_modules/@ink/press-linux-arm64-musl',
      'node_modules/press',
      'node_modules/zebra',
    ]);
    expect(packages['node_modules/@ink/press-linux-arm64-musl']).toEqual({
      version: '1.2.3',
      cpu: ['arm64'],
      dev: true,
      libc: ['musl'],
      optional: true,
      os: ['linux'],
    });
  });

  test('a binary of Windows has no C library to name', () => {
    const packages = completed({ 'node_modules/press': { optionalDependencies: { 'press-win32-x64-msvc': '1.0.0' } } });
    expect(packages['node_modules/press-win32-x64-msvc']).toEqual({
      version: '1.0.0',
      cpu: ['x64'],
      optional: true,
      os: ['win32'],
    });
  });

  test('addresses go and digests stay', () => {
    const packages = completed({
      'node_modules/press': {
        version: '1.0.0',
        resolved: 'https://packages.example/press-1.0.0.tgz',
        integrity: 'sha512-a',
      },
    });
    expect(packages['node_modules/press']).toEqual({ version: '1.0.0', integrity: 'sha512-a' });
  });

  test('a completed lock is complete', () => {
    completed({ 'node_modules/press': { optionalDependencies: { 'press-freebsd-x64': '1.0.0' } } });
    expect(completeLock(join(folder, 'package-lock.json'), '--check').code).toBe(0);
  });
});

function check(packages: Packages) {
  return completeLock(write(packages), '--check');
}

function completed(packages: Packages): Packages {
  const path = write(packages);
  expect(completeLock(path)).toEqual({ code: 0, errors: '' });
  return (JSON.parse(readFileSync(path, 'utf8')) as { packages: Packages }).packages;
}

function write(packages: Packages): string {
  const path = join(folder, 'package-lock.json');
  writeFileSync(path, JSON.stringify({ lockfileVersion: 3, packages }));
  return path;
}

function completeLock(...args: string[]) {
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'tools/complete-lock.mjs'), ...args], {
    encoding: 'utf8',
    timeout: 20_000,
  });
  return { code: status, errors: stderr };
}
