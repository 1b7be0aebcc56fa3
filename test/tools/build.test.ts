import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { build } from '../../tools/build.ts';

const repository = resolve(import.meta.dirname, '../..');
const made: string[] = [];
afterAll(() => made.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

describe('building', () => {
  test('every part becomes the file that is run', async () => {
    const { written, missing } = await build(
      ...project({
        'cli/entry.ts': "await import('./main.ts');",
        'cli/main.ts': "export const main = () => import('./commands/check.ts');",
        'cli/commands/check.ts': 'export {};',
        'cli/commands/diff.ts': 'export {};',
        'cli/commands/fmt.ts': 'export {};',
        'cli/commands/test.ts': 'export {};',
        'cli/check/read-outcomes.ts': 'export {};',
        'editors/server/main.ts': 'export {};',
        'editors/vscode/extension.ts': "import 'vscode';",
        'bot/page/client/main.ts': "import './style.css';",
        'bot/page/client/style.css': 'body { color: black }',
      }),
    );
    expect(missing).toEqual([]);
    const names = ['check', 'diff', 'fmt', 'read-outcomes', 'test'];
    const commands = names.map((name) => `commands/${name}.js`);
    const others = ['extension.cjs', 'main.js', 'page/client.css', 'page/client.js', 'server.js'];
    expect(written).toEqual(['att.js', ...commands, ...others]);
  });

  test('a part that is not there is named and left out', async () => {
    const { written, missing } = await build(...project({ 'editors/server/main.ts': 'export {};' }));
    expect(written).toEqual(['server.js']);
    expect(missing).toContain('cli/main.ts');
  });

  test('a command stands in a chunk of its own, and the chunk of an earlier build goes', async () => {
    const [root, out] = project({
      'cli/main.ts': "export const main = () => import('./commands/ask.ts');",
      'cli/commands/ask.ts': 'export const said = "first";',
    });
    const first = chunkOf(await build(root, out));
    writeFileSync(join(root, 'cli/commands/ask.ts'), 'export const said = "second";');
    const second = chunkOf(await build(root, out));
    expect(first).not.toBe(second);
    expect([existsSync(join(out, first)), existsSync(join(out, second))]).toEqual([false, true]);
  });

  test('a light command that loads a heavy package at once is refused', async () => {
    const sources = {
      'cli/main.ts': "export const main = () => import('./commands/check.ts');",
      'cli/commands/check.ts': "export { read } from '../../bot/read.ts';",
      'bot/read.ts': "import { Client } from 'pg'; export const read = Client;",
    };
    await expect(build(...project(sources))).rejects.toThrow('cli/commands/check.ts loads pg at once');
  });

  test('a heavy package behind an import where it is used is not', async () => {
    const sources = {
      'cli/main.ts': "export const main = () => import('./commands/check.ts');",
      'cli/commands/check.ts': "export const read = () => import('pg');",
    };
    await expect(build(...project(sources))).resolves.toBeDefined();
  });

  test('a CommonJS package that asks for a module of Node runs inside the bundle', async () => {
    const [root, out] = project({
      'cli/entry.ts': readFileSync(join(repository, 'cli/entry.ts'), 'utf8'),
      'cli/main.ts':
        "import { sep } from 'old-manners'; export const main = async (args: string[]) => { console.log(sep); return args.length; };",
      'node_modules/old-manners/package.json': '{ "main": "index.js" }',
      'node_modules/old-manners/index.js': "exports.sep = require('path').posix.sep;",
    });
    await build(root, out);
    expect(run(join(out, 'att.js'))).toMatchObject({ stdout: '/\n', status: 0 });
  });
});

describe('the entry', () => {
  const [root, out] = project({
    'cli/main.ts':
      "export async function main(args: readonly string[]) { console.log('told', ...args); return args.length; }",
  });
  cpSync(join(repository, 'cli/entry.ts'), join(root, 'cli/entry.ts'));
  const built = build(root, out);
  const att = join(out, 'att.js');

  test('on Node 24 hands the arguments over and ends with the exit code', async () => {
    await built;
    expect(run(att, 'check', 'policies')).toEqual({ status: 2, stdout: 'told check policies\n', stderr: '' });
  });

  test.each(['18.20.4', '20.11.0', '23.11.1'])(
    'on Node %s says what to do, and loads nothing else',
    async (version) => {
      await built;
      const { status, stdout, stderr } = runAs(version, att, 'check');
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toContain(`this is Node ${version}`);
      expect(stderr).toContain('npm ci');
    },
  );

  test.each(['24.0.0', '26.1.0'])('on Node %s does not complain', async (version) => {
    await built;
    expect(runAs(version, att).stdout).toBe('told\n');
  });

  test('is small and begins with no import', async () => {
    await built;
    const text = readFileSync(att, 'utf8');
    expect(text.length).toBeLessThan(1500);
    expect(text).toMatch(/^#!\/usr\/bin\/env node\n/);
    expect(text).not.toMatch(/^\s*import\s/m);
    expect(text.match(/import\([^)]*\)/g)).toEqual(['import("./main.js")']);
  });
});

/** A project of these sources in a temporary folder, and where to build it. */
function project(sources: Readonly<Record<string, string>>): [root: string, out: string] {
  const root = mkdtempSync(join(tmpdir(), 'att-build-'));
  made.push(root);
  for (const [path, text] of Object.entries({ 'package.json': '{ "type": "module" }', ...sources })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return [root, join(root, 'dist')];
}

function chunkOf({ written }: { readonly written: readonly string[] }): string {
  return written.find((path) => path.startsWith('chunks/'))!;
}

function run(script: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    encoding: 'utf8',
    timeout: 20_000,
  });
  return { status, stdout, stderr };
}

/** Runs a script that is told it runs on another version of Node. */
function runAs(version: string, script: string, ...args: string[]) {
  const pretend = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } })`;
  const preload = `data:text/javascript,${encodeURIComponent(pretend)}`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', preload, script, ...args], {
    encoding: 'utf8',
    timeout: 20_000,
  });
  return { status, stdout, stderr };
}
