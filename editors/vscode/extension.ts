import { join } from 'node:path';
import { workspace } from 'vscode';
import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';

let client: LanguageClient | undefined;

/** Starts the language server that lies beside this file, for policies. */
export async function activate(context: ExtensionContext): Promise<void> {
  const module = context.asAbsolutePath(join('dist', 'server.js'));
  client = new LanguageClient(
    'att',
    'Att attendance policies',
    { module, transport: TransportKind.stdio },
    {
      documentSelector: [{ language: 'att' }],
      synchronize: { fileEvents: workspace.createFileSystemWatcher('**/*.att') },
    },
  );
  await client.start();
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}
