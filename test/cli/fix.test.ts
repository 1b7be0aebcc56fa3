import { chmodSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lineDiff } from '../../cli/line-diff.ts';
import { desk } from './att.ts';

const here = desk();
const policy = `policy school "A school" in force from 1 September 2024
notice penalty-notice "Penalty notice" {
  first fine £60 if paid within 21 calendar days from notice received, £160 if paid within 28 calendar days from notice received
}
example "sixty pounds" {
  suppose penalty-notice issued on 2 September 2024
  suppose penalty-notice received on 2 September 2024
  expect penalty-notice is £60 on 3 September 2024
}
`;
const read = (): string => readFileSync(join(here.folder, 'school.att'), 'utf8');

test('a dry run shows the edit and writes nothing', async () => {
  here.write('school.att', policy);
  const { out, exit } = await here.att('check', 'school.att', '--fix', '--dry-run');
  expect(read()).toBe(policy);
  expect(exit).toBe(0);
  expect(out.split('\n')).toEqual([
    '--- school.att',
    '+++ school.att',
    '@@ -1,6 +1,6 @@',
    ' policy school "A school" in force from 1 September 2024',
    ' notice penalty-notice "Penalty notice" {',
    '-  first fine £60 if paid within 21 calendar days from notice received, £160 if paid within 28 calendar days from notice received',
    '+  first fine £80 if paid within 21 calendar days from notice received, £160 if paid within 28 calendar days from notice received',
    ' }',
    ' example "sixty pounds" {',
    '   suppose penalty-notice issued on 2 September 2024',
    '',
    'would fix PN-AMT-1  change £60 to £80    school.att:3',
    'example no longer holds  “sixty pounds”    school.att:5',
    '',
    '1 would be put right, 1 example to look at',
    '',
  ]);
});

test('the file is written whole, as it was but for the edit, and done again nothing changes', async () => {
  here.write('school.att', policy);
  chmodSync(join(here.folder, 'school.att'), 0o640);
  expect(await here.att('check', 'school.att', '--fix')).toMatchObject({ exit: 0, err: '' });
  expect(read()).toBe(policy.replace('first fine £60', 'first fine £80'));
  expect(statSync(join(here.folder, 'school.att')).mode & 0o777).toBe(0o640);
  expect(readdirSync(here.folder)).toEqual(['school.att']);
  const again = await here.att('check', 'school.att', '--fix');
  expect(again).toMatchObject({ exit: 0, out: 'nothing to put right\n' });
});

describe('the law of a day', () => {
  test('--as-at names it', async () => {
    here.write('school.att', policy);
    await here.att('check', 'school.att', '--fix', '--as-at', '2024-08-18');
    expect(read()).toContain('£60 if paid within 21 calendar days from notice received, £120 if paid');
  });

  test.each([
    [['--fix', '--as-at', '2024-08-01..2024-09-01'], 'the law of one day'],
    [['--dry-run'], '--dry-run is of --fix'],
  ])('%j is wrong use', async (options, words) => {
    const { exit, err } = await here.att('check', 'school.att', ...options);
    expect(exit).toBe(2);
    expect(err).toContain(words);
  });
});

test('for a program', async () => {
  here.write(
    'school.att',
    'policy school in force from 1 September 2024\nthreshold pa is absence this school year above 10%\n',
  );
  const { out, exit } = await here.att('check', 'school.att', '--fix', '--format', 'json');
  const found = JSON.parse(out) as { readonly fixed: readonly unknown[]; readonly left: readonly unknown[] };
  expect([found.fixed.length, found.left.length, exit]).toEqual([1, 0, 0]);
});

describe('a difference of lines', () => {
  const lines = (from: number, to: number): string =>
    Array.from({ length: to - from + 1 }, (_, index) => `${from + index}\n`).join('');

  test('changes far apart have a hunk each', () => {
    const found = lineDiff('x', lines(1, 20), lines(1, 20).replace('\n2\n', '\ntwo\n').replace('\n18\n', '\n'));
    expect(found.match(/^@@.*@@$/gm)).toEqual(['@@ -1,5 +1,5 @@', '@@ -15,6 +15,5 @@']);
  });

  test('alike texts have none', () => {
    expect(lineDiff('x', 'a\n', 'a\n')).toBe('');
  });

  test('lines put in', () => {
    expect(lineDiff('x', 'a\nb\n', 'a\nnew\nb\n')).toBe('--- x\n+++ x\n@@ -1,2 +1,3 @@\n a\n+new\n b\n');
  });
});
