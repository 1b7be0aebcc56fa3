import type { IToken } from 'chevrotain';
import type { Diagnostic } from '../text/diagnostic.ts';
import type { Source } from '../text/source.ts';
import type { PolicyFile } from './tree.ts';
import type { SyntaxComplaint } from './grammar/policy-parser.ts';
import { diagnostic, replaceFix } from '../text/report.ts';
import { spanOf } from '../text/span.ts';
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
  // The parser comes first: it numbers the types that the lexer's tokens bear.
  parser ??= new PolicyParser();
  const { tokens, comments, diagnostics } = lex(source);
  const layout = {
    indentOf: (token: IToken) => /^\s*/.exec(lineOf(source.text, token.startOffset))![0].length,
    beginsLine: (token: IToken) => lineBefore(source.text, token.startOffset).trim() === '',
  };
  const { items, complaints, doubtfulNames, cutShort } = parser.parseTokens(tokens, layout);
  const all = [...diagnostics, ...complaints.map((complaint) => asDiagnostic(source, complaint))];
  all.sort((a, b) => a.span.start - b.span.start);
  return { file: { kind: 'file', source, items, doubtfulNames, cutShort }, diagnostics: all, comments, tokens };
}

function lineBefore(text: string, offset: number): string {
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
}

function lineOf(text: string, offset: number): string {
  const end = text.indexOf('\n', offset);
  return lineBefore(text, offset) + text.slice(offset, end === -1 ? text.length : end);
}

function asDiagnostic(source: Source, { token, kind, expected = 'more', before }: SyntaxComplaint): Diagnostic {
  const span = tokenSpan(token);
  switch (kind) {
    case 'missing brace': {
      const margin = before ? lineBefore(source.text, before.startOffset) : '';
      const end = before ? before.startOffset - margin.length : source.text.length;
      const indent = /^\s*/.exec(lineOf(source.text, token.startOffset))![0];
      const line = `${end > 0 && source.text[end - 1] !== '\n' ? '\n' : ''}${indent}}\n`;
      const fixes = [replaceFix('close the block with a }', spanOf(end, end), line)];
      return diagnostic('missing-brace', source, span, [], { fixes });
    }
    case 'missing opening brace': {
      const fixes = [replaceFix('open the block with a {', spanOf(span.end, span.end), ' {')];
      return diagnostic('missing-opening-brace', source, span, [], { fixes });
    }
    case 'extra brace':
      return diagnostic('extra-brace', source, span, [], { fixes: [replaceFix('take the } out', span, '')] });
    case 'not a statement':
      return diagnostic('not-a-statement', source, span, [found(token)]);
    case 'subject not first':
      return diagnostic('subject-not-first', source, span, [token.image]);
    case 'unfinished':
      return diagnostic('unfinished-statement', source, span, [found(token), expected]);
    case 'unexpected':
      return diagnostic('unexpected-word', source, span, [found(token), expected]);
  }
}
