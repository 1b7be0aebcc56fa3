import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { statSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { keptFolder } from '../../cli/check/kept-folder.ts';
import { keptIn } from '../../cli/check/kept-outcomes.ts';

const made: string[] = [];
afterAll(() => made.forEach((path) => rmSync(path, { recursive: true })));

/** Where Node would keep compiled code, in a folder of its own. */
function compiled(): string {
  const path = mkdtempSync(join(tmpdir(), 'att-compiled-'));
  made.push(path);
  return join(path, 'v24');
}

describe('the folder', () => {
  test('stands beside the compiled code, for this user alone', () => {
    const path = compiled();
    const folder = keptFolder(path);
    expect(dirname(folder!)).toBe(dirname(path));
    expect(statSync(folder!).mode & 0o777).toBe(0o700);
    expect(keptFolder(path)).toBe(folder);
  });

  test('there is none where Node keeps nothing', () => {
    expect(keptFolder(undefined)).toBeUndefined();
  });

  test.each([0o750, 0o702, 0o777])('one with the rights %o, which others may use, is left alone', (mode) => {
    const path = compiled();
    chmodSync(keptFolder(path)!, mode);
    expect(keptFolder(path)).toBeUndefined();
  });

  test('a link to another folder is left alone', () => {
    const path = compiled();
    const folder = keptFolder(path)!;
    rmSync(folder, { recursive: true });
    mkdirSync(join(path, 'another'), { recursive: true, mode: 0o700 });
    symlinkSync(join(path, 'another'), folder);
    expect(keptFolder(path)).toBeUndefined();
  });

  test('a file in its place is left alone', () => {
    const path = compiled();
    writeFileSync(keptFolder(join(dirname(path), 'a', 'v24'))!.replace('/a/', '/'), '');
    expect(keptFolder(path)).toBeUndefined();
  });
});

const source = { name: 'a.att', text: 'policy a "A"' };
const outcome = { head: { id: 'a', under: [] }, diagnostics: [], policy: undefined };
const kept = { restsOn: 'these', outcome };

describe('an outcome', () => {
  const folder = keptFolder(compiled())!;
  const outcomes = keptIn(folder, 'a build', '');
  outcomes.keep(source, kept);
  const [name] = readdirSync(folder);
  const path = join(folder, name!);
  const whole = readFileSync(path);

  test('is found as it was kept, and is this user’s alone', () => {
    expect(outcomes.find(source)).toEqual(kept);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual([name]);
  });

  test('is not another file’s, another text’s, another build’s or another day’s', () => {
    expect(outcomes.find({ ...source, name: 'b.att' })).toBeUndefined();
    expect(outcomes.find({ ...source, text: `${source.text} ` })).toBeUndefined();
    expect(keptIn(folder, 'a builD', '').find(source)).toBeUndefined();
    expect(keptIn(folder, 'a build', '2026-01-05').find(source)).toBeUndefined();
  });

  test('with any byte changed is as good as none', () => {
    for (let at = 0; at < whole.length; at += 7) {
      const damaged = Buffer.from(whole);
      damaged[at]! ^= 1;
      writeFileSync(path, damaged);
      expect(outcomes.find(source)).toBeUndefined();
    }
  });

  test.each([0, 10, 80])('cut off after %i bytes is as good as none', (length) => {
    writeFileSync(path, whole);
    truncateSync(path, length);
    expect(outcomes.find(source)).toBeUndefined();
  });

  test('under another’s name is as good as none', () => {
    writeFileSync(path, whole);
    const other = { ...source, text: 'policy b "B"' };
    outcomes.keep(other, kept);
    const theirs = readdirSync(folder).find((each) => each !== name)!;
    copyFileSync(path, join(folder, theirs));
    expect(outcomes.find(other)).toBeUndefined();
    expect(outcomes.find(source)).toEqual(kept);
  });

  test('that is a link is as good as none', () => {
    rmSync(path);
    writeFileSync(`${path}.aside`, whole);
    symlinkSync(`${path}.aside`, path);
    expect(outcomes.find(source)).toBeUndefined();
  });
});

test('where nothing can be written nothing is kept, and nothing fails', () => {
  const outcomes = keptIn(join(compiled(), 'nowhere'), 'a build', '');
  outcomes.keep(source, kept);
  outcomes.sweep();
  expect(outcomes.find(source)).toBeUndefined();
});

test('when there are more than a thousand, the older half goes', () => {
  const folder = keptFolder(compiled())!;
  const outcomes = keptIn(folder, 'a build', '');
  for (let number = 0; number < 1000; number++) outcomes.keep({ ...source, name: `${number}.att` }, kept);
  outcomes.sweep();
  expect(readdirSync(folder)).toHaveLength(1000);
  outcomes.keep(source, kept);
  outcomes.sweep();
  expect(readdirSync(folder)).toHaveLength(500);
  expect(outcomes.find(source)).toEqual(kept);
});
