import { MessageType, ShowMessageNotification, TextDocuments, TextDocumentSyncKind } from 'vscode-languageserver';
import type { Connection } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Diagnostic, Source, StandingDiagnostic } from '../../dsl/index.ts';
import { createLanguageService, england, provisionHelp } from '../../dsl/index.ts';
import { dayInEngland } from '../../register/day-in-england.ts';
import type { Day } from '../../register/day.ts';
import {
  documentOf,
  helpCommand,
  toCodeAction,
  toDiagnostic,
  toEdits,
  toHover,
  toStandingAction,
  toStandingDiagnostic,
  toSymbol,
} from './to-lsp.ts';

/**
 * Answers a connection's requests from the language service, and tells its diagnostics at every change, at once.
 * Open documents count as they are open; `beside` gives the other policies of a document's folder.
 */
export function serve(
  connection: Connection,
  beside: (uri: string) => readonly Source[],
  today: () => Day = () => dayInEngland(Date.now()),
): void {
  const service = createLanguageService({ rulebook: england });
  const documents = new TextDocuments(TextDocument);
  const open = openSources();

  /** The policies of a document's folder, its own among them. */
  const folderOf = (uri: string): readonly Source[] => {
    const here = documents.all().filter((each) => folder(each.uri) === folder(uri));
    const names = new Set(here.map((each) => sameAddress(each.uri)));
    const others = beside(uri).filter(({ name }) => !names.has(sameAddress(name)));
    return [...here.map(open), ...others];
  };

  const diagnosticsOf = (document: TextDocument): readonly Diagnostic[] => {
    const source = open(document);
    return service.diagnostics(folderOf(document.uri)).filter((each) => each.source === source);
  };

  const standingsOf = (document: TextDocument): readonly StandingDiagnostic[] =>
    service.standings(open(document), folderOf(document.uri), today());

  /** A change in one policy may be an error in another that is under it: all that are open in the folder are told. */
  const tell = (uri: string): void => {
    for (const document of documents.all().filter((each) => folder(each.uri) === folder(uri))) {
      const diagnostics = [
        ...diagnosticsOf(document).map((each) => toDiagnostic(document, each)),
        ...standingsOf(document).map((each) => toStandingDiagnostic(document, each)),
      ];
      void connection.sendDiagnostics({ uri: document.uri, version: document.version, diagnostics });
    }
  };

  connection.onInitialize(() => ({
    capabilities: {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      documentSymbolProvider: true,
      hoverProvider: true,
      documentFormattingProvider: true,
      codeActionProvider: { codeActionKinds: ['quickfix'] },
      executeCommandProvider: { commands: [helpCommand] },
    },
    serverInfo: { name: 'att' },
  }));

  documents.onDidChangeContent(({ document }) => tell(document.uri));
  documents.onDidClose(({ document }) => {
    void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
    tell(document.uri);
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const uri of new Set(changes.map((change) => change.uri))) tell(uri);
  });

  connection.onDocumentSymbol(({ textDocument }) => {
    const document = documents.get(textDocument.uri);
    return document ? service.outline(open(document)).map((entry) => toSymbol(document, entry)) : [];
  });

  connection.onHover(({ textDocument, position }) => {
    const document = documents.get(textDocument.uri);
    if (!document) return null;
    const found = service.hover(open(document), document.offsetAt(position), folderOf(document.uri));
    return found ? toHover(document, found) : null;
  });

  connection.onDocumentFormatting(({ textDocument }) => {
    const document = documents.get(textDocument.uri);
    return document ? toEdits(document, service.format(open(document))) : [];
  });

  connection.onCodeAction(({ textDocument, range }) => {
    const document = documents.get(textDocument.uri);
    if (!document) return [];
    const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
    const isAsked = ({ span }: Pick<Diagnostic, 'span'>): boolean => span.start <= end && start <= span.end;
    const named = (uri: string): TextDocument | undefined => {
      const source = folderOf(document.uri).find(({ name }) => name === uri);
      return documents.get(uri) ?? (source && documentOf(source));
    };
    return [
      ...diagnosticsOf(document)
        .filter(isAsked)
        .flatMap((each) => service.fixes(each).map((fix) => toCodeAction(document, each, fix))),
      ...standingsOf(document)
        .filter(isAsked)
        .flatMap((each) => each.fixes.map((fix) => toStandingAction(document, each, fix, named))),
    ];
  });

  connection.onExecuteCommand(({ command, arguments: [about] = [] }) => {
    if (command !== helpCommand || typeof about !== 'string') return;
    const message = provisionHelp(england, about)?.join('\n') ?? `no provision is called ${about}`;
    void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message });
  });

  documents.listen(connection);
  connection.listen();
}

/** A document as a source, the same one as long as its text is the same: the service remembers what it read. */
function openSources(): (document: TextDocument) => Source {
  const known = new WeakMap<TextDocument, { readonly version: number; readonly source: Source }>();
  return (document) => {
    const before = known.get(document);
    if (before?.version === document.version) return before.source;
    const source = { name: document.uri, text: document.getText() };
    known.set(document, { version: document.version, source });
    return source;
  };
}

function folder(uri: string): string {
  return uri.slice(0, uri.lastIndexOf('/'));
}

/** Editors escape addresses differently: `file:///c%3A/…` is `file:///C:/…`. */
function sameAddress(uri: string): string {
  try {
    return decodeURIComponent(uri).replace(/^file:\/\/\/[a-z]:/i, (drive) => drive.toLowerCase());
  } catch {
    return uri;
  }
}
