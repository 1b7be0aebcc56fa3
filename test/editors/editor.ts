import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import type { Diagnostic, ProtocolConnection, PublishDiagnosticsParams, TextEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { build } from '../../tools/build.ts';

export const root = resolve(import.meta.dirname, '../..');

/** A folder that goes when the test file is done. */
export function scratch(): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'att-editor-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Builds what is run into a folder, so that the test drives what the sources say now. */
export async function buildInto(folder: string): Promise<void> {
  await build(root, folder);
}

/** An editor, as far as a server can tell: one server process over stdio, and what it was last told of each document. */
export interface Editor {
  readonly connection: ProtocolConnection;
  open(uri: string, text: string): Promise<readonly Diagnostic[]>;
  /** Changes a stretch of an open document, told as such, and waits for what is said of it then. */
  edit(uri: string, edits: readonly TextEdit[]): Promise<readonly Diagnostic[]>;
  text(uri: string): string;
  close(uri: string): Promise<void>;
  /** What the server says next of a document. */
  told(uri: string): Promise<PublishDiagnosticsParams>;
  /** Ends as the protocol says; gives the exit code. */
  quit(): Promise<number | null>;
  end(): void;
}

export async function startEditor(server: string): Promise<Editor> {
  const child = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const waiting = new Map<string, (params: PublishDiagnosticsParams) => void>();
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    waiting.get(params.uri)?.(params);
    waiting.delete(params.uri);
  });
  connection.listen();
  const documents = new Map<string, TextDocument>();
  const told = (uri: string): Promise<PublishDiagnosticsParams> =>
    new Promise((resolved) => waiting.set(uri, resolved));
  const notify = (method: string, params: object): Promise<void> => connection.sendNotification(method, params);
  return {
    connection,
    told,
    text: (uri) => documents.get(uri)!.getText(),
    open: async (uri, text) => {
      documents.set(uri, TextDocument.create(uri, 'att', 1, text));
      const answer = told(uri);
      await notify('textDocument/didOpen', { textDocument: { uri, languageId: 'att', version: 1, text } });
      return (await answer).diagnostics;
    },
    edit: async (uri, edits) => {
      const document = documents.get(uri)!;
      // Told from the last to the first, so that each place is still where it was.
      const changes = edits.toSorted((a, b) => b.range.start.line - a.range.start.line);
      const contentChanges = changes.map(({ range, newText }) => ({ range, text: newText }));
      const version = document.version + 1;
      documents.set(uri, TextDocument.update(document, contentChanges, version));
      const answer = told(uri);
      await notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
      const { diagnostics, version: about } = await answer;
      if (about !== version) throw new Error(`told of version ${about}, not ${version}`);
      return diagnostics;
    },
    close: (uri) => notify('textDocument/didClose', { textDocument: { uri } }),
    quit: async () => {
      const exited = once(child, 'exit');
      await connection.sendRequest('shutdown');
      await notify('exit', {});
      const [code] = (await exited) as [number | null];
      connection.dispose();
      return code;
    },
    end: () => {
      connection.dispose();
      child.kill();
    },
  };
}
