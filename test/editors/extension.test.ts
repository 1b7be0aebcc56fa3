import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packageExtension } from '../../tools/package-extension.ts';
import { readZip } from '../support/read-zip.ts';
import { buildInto, root, scratch, startEditor } from './editor.ts';

const place = scratch();
let files: ReadonlyMap<string, string>;

beforeAll(async () => {
  await buildInto(join(place.folder, 'dist'));
  const file = join(place.folder, 'att.vsix');
  await packageExtension(root, file, join(place.folder, 'dist'));
  files = readZip(readFileSync(file));
});
afterAll(() => place.remove());

test('the extension holds what it needs and nothing else', () => {
  expect([...files.keys()].sort()).toEqual([
    '[Content_Types].xml',
    'extension.vsixmanifest',
    'extension/LICENSE.txt',
    'extension/dist/extension.cjs',
    'extension/dist/server.js',
    'extension/editors/vscode/att.tmLanguage.json',
    'extension/editors/vscode/language-configuration.json',
    'extension/package.json',
    'extension/readme.md',
  ]);
});

test('every file that its manifest names is in it', () => {
  const manifest = JSON.parse(files.get('extension/package.json')!) as {
    main: string;
    contributes: { languages: { configuration: string }[]; grammars: { path: string }[] };
  };
  const { languages, grammars } = manifest.contributes;
  const named = [manifest.main, ...languages.map((each) => each.configuration), ...grammars.map((each) => each.path)];
  expect(named.filter((path) => !files.has(join('extension', path)))).toEqual([]);
});

test('the extension asks for nothing but the editor and Node itself', () => {
  const asked = [...files.get('extension/dist/extension.cjs')!.matchAll(/require\("([^"]+)"\)/g)].map(
    ([, name]) => name!,
  );
  expect(asked.filter((name) => name !== 'vscode' && !isBuiltin(name))).toEqual([]);
});

test('the server found in it starts', async () => {
  const unpacked = join(place.folder, 'unpacked');
  for (const path of ['extension/package.json', 'extension/dist/server.js']) {
    mkdirSync(dirname(join(unpacked, path)), { recursive: true });
    writeFileSync(join(unpacked, path), files.get(path)!);
  }
  const editor = await startEditor(join(unpacked, 'extension/dist/server.js'));
  await editor.connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
  expect(await editor.open('untitled:a', 'policy p "P" in force from 1 September 2024\nstge s "S"')).toMatchObject([
    { code: 'misspelt-word', range: { start: { line: 1, character: 0 }, end: { line: 1, character: 4 } } },
  ]);
  expect(await editor.quit()).toBe(0);
});
