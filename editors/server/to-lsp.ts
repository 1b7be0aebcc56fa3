import { DiagnosticSeverity, MarkupKind, SymbolKind } from 'vscode-languageserver';
import type { CodeAction, Diagnostic, DocumentSymbol, Hover, Range, TextEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type * as att from '../../dsl/index.ts';

/** Offsets to positions: what the service says, as the protocol wants it. */

function toRange(document: TextDocument, span: att.Span): Range {
  return { start: document.positionAt(span.start), end: document.positionAt(span.end) };
}

export function toDiagnostic(document: TextDocument, diagnostic: att.Diagnostic): Diagnostic {
  const related = diagnostic.related.map(({ message, source, span }) => ({
    message,
    location: { uri: source.name, range: toRange(documentOf(source), span) },
  }));
  return {
    range: toRange(document, diagnostic.span),
    severity: severities[diagnostic.severity],
    code: diagnostic.code,
    source: 'att',
    message: diagnostic.message,
    ...(related.length > 0 && { relatedInformation: related }),
  };
}

export function toCodeAction(document: TextDocument, diagnostic: att.Diagnostic, fix: att.Fix): CodeAction {
  const edits = fix.edits.map(({ span, text }) => ({ range: toRange(document, span), newText: text }));
  return {
    title: fix.title,
    kind: 'quickfix',
    diagnostics: [toDiagnostic(document, diagnostic)],
    edit: { changes: { [document.uri]: edits } },
  };
}

/** A breach, its code the id of the provision, with a link to what it cites. */
export function toStandingDiagnostic(document: TextDocument, standing: att.StandingDiagnostic): Diagnostic {
  return {
    range: toRange(document, standing.span),
    severity: severities[standing.severity],
    code: standing.provision,
    ...(standing.link !== null && { codeDescription: { href: standing.link } }),
    source: 'att',
    message: standing.message,
  };
}

/** A fix of a breach, under the id by which the command calls it too. One that edits nothing shows what it cites. */
export function toStandingAction(
  document: TextDocument,
  standing: att.StandingDiagnostic,
  fix: att.StandingFix,
  documentNamed: (uri: string) => TextDocument | undefined,
): CodeAction {
  const { provision } = standing;
  const action = {
    title: fix.title,
    kind: 'quickfix',
    diagnostics: [toStandingDiagnostic(document, standing)],
    data: { provision, id: fix.id },
  };
  if (fix.edits.length === 0) {
    return { ...action, command: { title: fix.title, command: helpCommand, arguments: [provision] } };
  }
  const changes: Record<string, TextEdit[]> = {};
  for (const { file, span, text } of fix.edits) {
    const within = documentNamed(file);
    if (within) (changes[file] ??= []).push({ range: toRange(within, span), newText: text });
  }
  return { ...action, isPreferred: fix.safe, edit: { changes } };
}

/** What an editor asks of the server to have a provision shown. */
export const helpCommand = 'att.help';

export function toSymbol(document: TextDocument, entry: att.OutlineEntry): DocumentSymbol {
  return {
    name: entry.name,
    detail: entry.detail === undefined ? entry.kind : `${entry.kind} – ${entry.detail}`,
    kind: symbolKinds[entry.kind] ?? SymbolKind.Object,
    range: toRange(document, entry.span),
    selectionRange: toRange(document, entry.nameSpan),
    children: entry.children.map((child) => toSymbol(document, child)),
  };
}

export function toHover(document: TextDocument, { span, title, paragraphs }: att.Hover): Hover {
  const value = [`**${plain(title)}**`, ...paragraphs.map(plain)].join('\n\n');
  return { contents: { kind: MarkupKind.Markdown, value }, range: toRange(document, span) };
}

/** The edit from one text to another: the lines that differ, those alike at both ends left out. */
export function toEdits(document: TextDocument, formatted: string): TextEdit[] {
  const given = document.getText();
  if (given === formatted) return [];
  const [before, after] = [linesOf(given), linesOf(formatted)];
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  const length = (lines: readonly string[]): number => lines.join('').length;
  const from = length(before.slice(0, start));
  const span = { start: from, end: given.length - length(before.slice(before.length - end)) };
  return [{ range: toRange(document, span), newText: after.slice(start, after.length - end).join('') }];
}

/** A source that is not open, as a document: to find positions in it. */
export function documentOf(source: att.Source): TextDocument {
  return TextDocument.create(source.name, 'att', 0, source.text);
}

function linesOf(text: string): readonly string[] {
  return text.split(/(?<=\n)/);
}

/** Text for Markdown: characters that would mean something there are taken as they are. */
function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&');
}

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
} as const;

const symbolKinds: Readonly<Record<string, SymbolKind>> = {
  policy: SymbolKind.Module,
  trust: SymbolKind.Module,
  framework: SymbolKind.Module,
  cluster: SymbolKind.Module,
  ladder: SymbolKind.Enum,
  stage: SymbolKind.EnumMember,
  bands: SymbolKind.Enum,
  band: SymbolKind.EnumMember,
  threshold: SymbolKind.Boolean,
  group: SymbolKind.Boolean,
  judgement: SymbolKind.Boolean,
  fact: SymbolKind.Boolean,
  measure: SymbolKind.Number,
  role: SymbolKind.Interface,
  service: SymbolKind.Interface,
  time: SymbolKind.Constant,
  period: SymbolKind.Constant,
  rule: SymbolKind.Function,
  when: SymbolKind.Event,
  while: SymbolKind.Event,
  where: SymbolKind.Event,
  review: SymbolKind.Event,
  outcome: SymbolKind.EnumMember,
  note: SymbolKind.String,
  example: SymbolKind.Method,
};
