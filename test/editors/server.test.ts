import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type {
  CodeAction,
  Diagnostic,
  DocumentSymbol,
  Hover,
  InitializeResult,
  TextEdit,
} from 'vscode-languageserver/node';
import type { Editor } from './editor.ts';
import { formatPolicy } from '../../dsl/index.ts';
import { buildInto, root, scratch, startEditor } from './editor.ts';

const place = scratch();
const widnesFile = join(place.folder, 'widnes.att');
const haltonFile = join(place.folder, 'halton.att');
const widnes = pathToFileURL(widnesFile).href;
const halton = pathToFileURL(haltonFile).href;
const original = readFileSync(join(root, 'policies/widnes.att'), 'utf8');
let editor: Editor;
let initialized: InitializeResult;

beforeAll(async () => {
  cpSync(join(root, 'policies/widnes.att'), widnesFile);
  cpSync(join(root, 'policies/halton.att'), haltonFile);
  await buildInto(join(place.folder, 'dist'));
  editor = await startEditor(join(place.folder, 'dist/server.js'));
  initialized = await editor.connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
  await editor.connection.sendNotification('initialized', {});
});

afterAll(() => {
  editor.end();
  place.remove();
});

/** Mistakes of the text have codes in small letters; breaches go by the provision. */
function isProvision(code: Diagnostic['code']): boolean {
  return typeof code === 'string' && code === code.toUpperCase();
}

function serious(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics
    .filter(({ severity, code }) => severity !== 3 && !isProvision(code))
    .map(
      ({ range, code }) => `${range.start.line + 1}:${range.start.character + 1}–${range.end.character + 1} ${code}`,
    );
}

/** Line and character of the first place where a text stands, and of a word in it. */
function at(text: string, near: string, word = near): { readonly line: number; readonly character: number } {
  const offset = text.indexOf(near) + near.indexOf(word);
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1)!.length };
}

test('it advertises what these tests ask for, and no more', () => {
  expect(initialized.capabilities).toEqual({
    textDocumentSync: { openClose: true, change: 2 },
    documentSymbolProvider: true,
    hoverProvider: true,
    documentFormattingProvider: true,
    codeActionProvider: { codeActionKinds: ['quickfix'] },
    executeCommandProvider: { commands: ['att.help'] },
  });
});

test('a broken policy: each mistake at its place, its layer found on disk', async () => {
  const broken = original
    .replace('ladder support-map', 'lader support-map')
    .replace('actions apply if not engaged', 'actions apply if not engagd');
  const [ladder, engaged] = [at(original, 'ladder support-map'), at(original, 'if not engaged', 'engaged')];
  expect(serious(await editor.open(widnes, broken))).toEqual([
    `${ladder.line + 1}:1–6 misspelt-word`,
    `${engaged.line + 1}:${engaged.character + 1}–${engaged.character + 7} unknown-name`,
  ]);
});

test('the outline of the broken policy', async () => {
  const symbols: DocumentSymbol[] = await editor.connection.sendRequest('textDocument/documentSymbol', {
    textDocument: { uri: widnes },
  });
  expect(symbols[0]).toMatchObject({ name: 'widnes', detail: 'policy – Widnes Academy Attendance Policy 2023-2024' });
  const ladder = symbols.find(({ name }) => name === 'support-map')!;
  expect(ladder.detail).toBe('ladder – Attendance Support Map');
  expect(ladder.children?.map(({ name }) => name)).toEqual([
    'everyone',
    'concern',
    'serious',
    'high-risk',
    'serious-risk',
    'enforce',
    'pa',
  ]);
  const { range, selectionRange } = ladder.children![2]!;
  expect(range.start).toEqual(at(editor.text(widnes), 'stage serious '));
  expect(selectionRange.start).toEqual(at(editor.text(widnes), 'stage serious ', 'serious'));
  expect(ladder.children![2]!.children?.map(({ name }) => name)).toContain('will send stage-2-letter to parents');
});

test('what a name means, with its citation, and what a code means, with its regulation', async () => {
  const hover = async (near: string, word: string): Promise<string> => {
    const position = at(editor.text(widnes), near, word);
    const found: Hover = await editor.connection.sendRequest('textDocument/hover', {
      textDocument: { uri: widnes },
      position,
    });
    expect(found.range?.start).toEqual(position);
    return (found.contents as { value: string }).value;
  };
  const judgement = await hover('(not support-working', 'support-working');
  expect(judgement).toContain('**support is working**\n\nJudgement.\n\nJudged by Attendance Lead');
  expect(judgement).toContain('Cited: Attendance Support Map, 16 days.');
  expect(await hover('any session coded U', 'U')).toContain(
    'counts as unauthorised absence, from 19 August 2024 (SI 2024/208',
  );
  expect(await hover('  under halton', 'halton')).toContain('**Halton Attendance Framework 2023–2026**');
});

test('a fix cures its mistake, told as a change of a stretch', async () => {
  const asked = async (near: string, word: string): Promise<CodeAction[]> => {
    const start = at(editor.text(widnes), near, word);
    const params = { textDocument: { uri: widnes }, range: { start, end: start }, context: { diagnostics: [] } };
    return editor.connection.sendRequest('textDocument/codeAction', params);
  };
  const [name] = await asked('if not engagd', 'engagd');
  expect(name).toMatchObject({ title: 'write “engaged”', kind: 'quickfix', diagnostics: [{ code: 'unknown-name' }] });
  expect(serious(await editor.edit(widnes, name!.edit!.changes![widnes]!))).toHaveLength(1);
  const [word] = await asked('lader support-map', 'lader');
  expect(serious(await editor.edit(widnes, word!.edit!.changes![widnes]!))).toEqual([]);
  expect(editor.text(widnes)).toBe(original);
});

test('laying out: the edits lead to the formatted text, and touch no line that is right', async () => {
  const line = at(original, 'role head-of-school').line;
  const range = { start: { line, character: 0 }, end: { line: line + 1, character: 0 } };
  await editor.edit(widnes, [{ range, newText: '   role   head-of-school     "Head of School"\n\n\n\n' }]);
  const untidy = editor.text(widnes);
  const options = { textDocument: { uri: widnes }, options: { tabSize: 2, insertSpaces: true } };
  const edits: TextEdit[] = await editor.connection.sendRequest('textDocument/formatting', options);
  expect(edits.every(({ range: { start } }) => start.line >= line)).toBe(true);
  await editor.edit(widnes, edits);
  expect(editor.text(widnes)).toBe(formatPolicy({ name: 'widnes.att', text: untidy }));
  expect(await editor.connection.sendRequest('textDocument/formatting', options)).toEqual([]);
  await editor.edit(widnes, [
    { range: { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } }, newText: original },
  ]);
});

test('a change in an open layer is told in the policy under it, and ends with it', async () => {
  const text = readFileSync(haltonFile, 'utf8');
  await editor.open(halton, text);
  const renamed = editor.told(widnes);
  const start = at(text, 'framework halton', 'halton');
  await editor.edit(halton, [
    { range: { start, end: { ...start, character: start.character + 6 } }, newText: 'merton' },
  ]);
  expect(serious((await renamed).diagnostics)).toEqual([expect.stringMatching(/unknown-layer$/)]);
  const closed = editor.told(widnes);
  const cleared = editor.told(halton);
  await editor.close(halton);
  expect((await cleared).diagnostics).toEqual([]);
  expect(serious((await closed).diagnostics)).toEqual([]);
});

test('a layer changed on disk', async () => {
  writeFileSync(haltonFile, readFileSync(haltonFile, 'utf8').replace('framework halton', 'framework runcorn'));
  const told = editor.told(widnes);
  await editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: halton, type: 2 }] });
  expect(serious((await told).diagnostics)).toEqual([expect.stringMatching(/unknown-layer$/)]);
});

test('a document that has no file, and one that was never opened', async () => {
  const [only] = await editor.open('untitled:Untitled-1', 'note "a"\nladder l by steps {}');
  expect(only).toMatchObject({ code: 'no-policy' });
  const nowhere = { textDocument: { uri: 'file:///nowhere.att' } };
  expect(await editor.connection.sendRequest('textDocument/documentSymbol', nowhere)).toEqual([]);
  expect(
    await editor.connection.sendRequest('textDocument/hover', { ...nowhere, position: { line: 0, character: 0 } }),
  ).toBe(null);
});

test('a breach stands at its value, with the fixes that the command offers, by the same ids', async () => {
  const uri = pathToFileURL(join(place.folder, 'ferry-lane.att')).href;
  const text = `policy ferry-lane "Ferry Lane" in force from 1 September 2024 to 31 August 2025
school day {
  morning from 08:45 {
    arriving by 09:30    is late
    arriving after 09:30 is unauthorised
  }
  afternoon from 13:00 {
    arriving by 13:30    is late
    arriving after 13:30 is unauthorised
  }
}
`;
  const told = (await editor.open(uri, text)).filter(({ code }) => code === 'REG-OPEN-30');
  const start = at(text, 'after 09:30', '09:30');
  expect(told).toEqual([
    expect.objectContaining({
      code: 'REG-OPEN-30',
      severity: 1,
      codeDescription: { href: expect.stringContaining('https://') as string },
      message: expect.stringMatching(
        /^The morning register can be marked L until 45 minutes .*\nREG-OPEN-30, statutory guidance: at most 30 minutes\./,
      ) as string,
    }),
  ]);
  const { range } = told[0]!;
  const actions: CodeAction[] = await editor.connection.sendRequest('textDocument/codeAction', {
    textDocument: { uri },
    range,
    context: { diagnostics: [] },
  });
  const own = actions.filter(({ data }) => (data as { provision: string }).provision === 'REG-OPEN-30');
  expect(own.map(({ title, data }) => [title, data as unknown])).toEqual([
    ['change 09:30 to 09:15', { provision: 'REG-OPEN-30', id: 'change-value' }],
    ['record a reasoned departure', { provision: 'REG-OPEN-30', id: 'record-departure' }],
    ['see att help REG-OPEN-30', { provision: 'REG-OPEN-30', id: 'see-help' }],
  ]);
  expect([range.start.line, own[0]!.isPreferred]).toEqual([start.line, true]);
  const shown = new Promise<string>((resolve) =>
    editor.connection.onNotification('window/showMessage', ({ message }: { message: string }) => resolve(message)),
  );
  await editor.connection.sendRequest('workspace/executeCommand', own[2]!.command!);
  const codes = (found: readonly Diagnostic[]): readonly unknown[] => found.map(({ code }) => code);
  const after = await editor.edit(uri, own[0]!.edit!.changes![uri]!);
  expect(codes(after)).not.toContain('REG-OPEN-30');
  expect(editor.text(uri)).toBe(text.replaceAll('09:30', '09:15'));
  expect(await shown).toMatch(/^REG-OPEN-30  The register closes no more than 30 minutes/);
});

test('at every keystroke of a word, within a moment', async () => {
  const uri = 'untitled:Untitled-2';
  await editor.open(uri, original);
  const { line } = at(original, 'reward full-year');
  const times: number[] = [];
  for (const [index, letter] of Array.from('note "a certificate for all"').entries()) {
    const range = { start: { line: line - 1, character: index }, end: { line: line - 1, character: index } };
    const before = performance.now();
    await editor.edit(uri, [{ range, newText: letter }]);
    times.push(performance.now() - before);
  }
  const middle = times.sort((a, b) => a - b)[times.length >> 1]!;
  console.log(
    `a key to its diagnostics: ${middle.toFixed(1)} ms in the middle, ${times.at(-1)!.toFixed(1)} ms at most`,
  );
  expect(middle).toBeLessThan(100);
});

test('it ends when asked to', async () => {
  expect(await editor.quit()).toBe(0);
});
