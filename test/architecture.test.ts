import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importFaults, impurities, isPure } from './support/import-order.ts';

const root = resolve(import.meta.dirname, '..');
/** Not of the project: what is installed, built, stored or versioned. In a further work tree `.git` is a file with a path. */
const apart = ['node_modules', 'dist', '.git', '.att'];
const files = filesBelow(root).map((path) => relative(root, path));
const sources = files.filter((path) => /^(register|dsl|letters|bot|cli|editors)\/.*\.ts$/.test(path));

describe('the parts of the project', () => {
  test('import one another in order, and each library at its home', () => {
    expect(sources.flatMap((path) => importFaults(path, read(path)))).toEqual([]);
  });

  test('are pure where they say so: no clock, no chance, no disk, no network', () => {
    expect(sources.filter(isPure).flatMap((path) => impurities(path, read(path)))).toEqual([]);
  });

  test('make no code from text', () => {
    const faults = sources.filter((path) => /\bnew Function\(|\beval\(/.test(read(path)));
    expect(faults).toEqual([]);
  });
});

describe('the texts of the repository', () => {
  test('name no path of one machine, no package registry, no document that is not here', () => {
    expect(files.flatMap((path) => strayTexts(path, read(path)))).toEqual([]);
  });
});

describe('the order itself', () => {
  test.each([
    ['a phase that comes later', 'dsl/syntax/parse.ts', "import { check } from '../check/check.ts';"],
    ['dsl past its index', 'letters/letter.ts', "import type { Finding } from '../dsl/evaluate/finding.ts';"],
    ['a front door', 'register/day.ts', "export * from '../bot/store/store.ts';"],
    ['at a call', 'bot/slack/app.ts', "const store = await import('../store/store.ts');"],
    ['over several lines', 'bot/stand-in/a.ts', "import {\n  a,\n  b,\n} from '../answers/ask.ts';"],
    ['a library away from home', 'bot/answers/ask.ts', "import { Kysely } from 'kysely';"],
    ['a part of a library away from home', 'register/day.ts', "import { parse } from 'csv-parse/sync';"],
    ['a folder nobody knows', 'bot/attic/a.ts', "import './b.ts';"],
  ])('refuses %s', (_, path, text) => {
    expect(importFaults(path, text)).toHaveLength(1);
  });

  test.each([
    ['a phase that comes before', 'dsl/syntax/parse.ts', "import type { Source } from '../text/source.ts';"],
    ['dsl by its index', 'letters/letter.ts', "import type { Finding } from '../dsl/index.ts';"],
    ['the same part', 'bot/answers/answers/why.ts', "import { ask } from '../ask.ts';"],
    ['the register from the sample', 'bot/sample-school/a.ts', "import { isoDay } from '../../register/day.ts';"],
    ['any part of the bot from the command line', 'cli/commands/serve.ts', "import('../../bot/page/serve-page.ts');"],
    ['a library at home', 'dsl/syntax/lexer.ts', "import { Lexer } from 'chevrotain';"],
    ['words about an import', 'bot/slack/app.ts', "const help = 'import MARKS from a file';"],
  ])('allows %s', (_, path, text) => {
    expect(importFaults(path, text)).toEqual([]);
  });

  test.each([
    ['the clock', 'dsl/evaluate/evaluate.ts', 'const today = new Date();'],
    ['the disk', 'letters/letter.ts', "import { readFileSync } from 'node:fs';"],
    ['the disk by its old name', 'register/day.ts', "import { readFileSync } from 'fs';"],
  ])('keeps %s out of a pure folder', (_, path, text) => {
    expect(isPure(path)).toBe(true);
    expect(impurities(path, text)).toHaveLength(1);
  });

  test('lets the readers of files and the makers of PDF and DOCX use what they need', () => {
    const paths = ['register/import/import-marks.ts', 'letters/pdf/render-pdf.ts', 'letters/docx/render-docx.ts'];
    expect(paths.filter(isPure)).toEqual([]);
  });

  test.each([
    ['a path of one machine', ['see ', 'work', 'main/README.md'].join('/')],
    ['the home of root', ['"', 'root', 'main"'].join('/')],
    ['a registry', `https://${['registry', 'npmjs', 'org'].join('.')}/att`],
    ['a document that is not here', ['shared', 'design', 'style.md'].join('/')],
  ])('finds %s in a text', (_, text) => {
    expect(strayTexts('README.md', text)).toHaveLength(1);
  });

  test('finds nothing in other paths and addresses', () => {
    expect(strayTexts('README.md', 'docs/work/plan.md https://example.org/root/a https://nodejs.org')).toEqual([]);
  });
});

function strayTexts(path: string, text: string): string[] {
  // Written so that they do not find themselves.
  const patterns = [
    /(?<![\w./:-])\/(?:[w]ork|[r]oot)\//,
    /:\/\/[^\s/'"]*(?:[r]egistry|[v]erdaccio|[a]rtifactory)|\b[n]pmjs\.(?:org|com)/,
    /[s]hared\/(?:design|seeds|facts|vectors|anchors)|\b[d]esign\/[a-z-]+\.md/,
  ];
  return patterns.flatMap((pattern) => {
    const found = pattern.exec(text);
    return found ? [`${path}:${text.slice(0, found.index).split('\n').length} has ${found[0]}`] : [];
  });
}

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** Every text of the checkout. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (apart.includes(entry.name)) return [];
    if (entry.isDirectory()) return filesBelow(path);
    return entry.isFile() && !entry.name.startsWith('.env') && isText(path) ? [path] : [];
  });
}

function isText(path: string): boolean {
  return !/\.(png|jpe?g|pdf|docx|ttf|otf|woff2?|vsix|db|node|wasm)$/.test(path) && statSync(path).size < 5_000_000;
}
