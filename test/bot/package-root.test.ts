import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { packageRoot } from '../../bot/package-root.ts';

const folder = mkdtempSync(join(tmpdir(), 'att-root-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('from the source it is the folder of the repository', () => {
  expect(packageRoot()).toBe(resolve(import.meta.dirname, '../..'));
});

test('from a bundle it is the folder above, however deep the chunk lies', () => {
  mkdirSync(join(folder, 'dist/chunks'), { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{}');
  expect(packageRoot(join(folder, 'dist/chunks'))).toBe(folder);
});

test('outside any package it is an error that says so', () => {
  expect(() => packageRoot('/')).toThrow('no package.json above /');
});
