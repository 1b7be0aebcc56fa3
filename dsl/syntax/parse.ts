import type { IToken } from 'chevrotain';
import type { Diagnostic } from '../text/diagnostic.ts';
import type { Source } from '../text/source.ts';
import type { PolicyFile } from './tree.ts';
import type { SyntaxComplaint } from './grammar/policy-parser.ts';
import { catalogue } from '../text/catalogue.ts';
import { diagnostic } from '../text/report.ts';
import { found } from './grammar-messages.ts';
import { PolicyParser } from './grammar/policy-parser.ts';
import { tokenSpan } from './grammar/terminals.ts';
import { lex } from './lexer.ts';

export interface Parsed {
  readonly file: PolicyFile;
  readonly diagnostics: readonly Diagnostic[];
  readonly comments: readonly IToken[];
  readonly tokens: readonly IToken[];
}

let parser: PolicyParser | undefined;

/** Parses a policy. There is always a tree, whatever the text, with diagnostics beside it in order of place. */
export function parse(source: Source): Parsed {
  const { tokens, comments, diagnostics } = lex(source);
  parser ??= new PolicyParser();
  const firstOnLine = (token: IToken): boolean => lineBefore(source.text, token.startOffset).trim() === '';
  const { items, complaints, doubtfulNames } = parser.parseTokens(tokens, firstOnLine);
  const all = [...diagnostics, ...complaints.map((complaint) => asDiagnostic(source, complaint))];
  all.sort((a, b) => a.span.start - b.span.start);
  return { file: { kind: 'file', source, items, doubtfulNames }, diagnostics: all, comments, tokens };
}

function lineBefore(text: string, offset: number): string {
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
}

function asDiagnostic(source: Source, complaint: SyntaxComplaint): Diagnostic {
  const span = tokenSpan(complaint.token);
  const words = found(complaint.token);
  if (complaint.kind === 'missing brace') return diagnostic('missing-brace', source, span, []);
  if (complaint.kind === 'extra brace') return diagnostic('extra-brace', source, span, []);
  if (complaint.kind === 'not a statement') return diagnostic('not-a-statement', source, span, [words]);
  if (complaint.message === undefined) return diagnostic('subject-not-first', source, span, [complaint.token.image]);
  return {
    code: 'unexpected-word',
    severity: catalogue['unexpected-word'].severity,
    message: complaint.message,
    source,
    span,
    related: [],
    fixes: [],
  };
}
