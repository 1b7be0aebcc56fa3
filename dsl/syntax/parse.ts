import type { IToken } from 'chevrotain';
import type { Diagnostic } from '../text/diagnostic.ts';
import type { Source } from '../text/source.ts';
import type { Span } from '../text/span.ts';
import type { PolicyFile } from './tree.ts';
import type { SyntaxComplaint } from './grammar/recovery.ts';
import { diagnostic, replaceFix } from '../text/report.ts';
import { spanOf } from '../text/span.ts';
import { found } from './grammar-messages.ts';
import { indentAt, layoutOf, lineBefore, lineOf } from './grammar/layout.ts';
import { PolicyParser } from './grammar/policy-parser.ts';
import { tokenSpan } from './grammar/terminals.ts';
import { lex } from './lexer.ts';
import { writtenOtherwise } from './written-otherwise.ts';

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
  const { tokens, comments, diagnostics, unclosed } = lex(source);
  const { items, complaints, doubtfulNames, cutShort } = parser.parseTokens(tokens, unclosed, layoutOf(source.text));
  const told = complaints.map((complaint) => asDiagnostic(source, complaint));
  // What the lexer said of the very words that do not parse is no other mistake.
  const others = diagnostics.filter(({ span }) => !told.some((each) => within(span, each.span)));
  const all = [...others, ...told];
  all.sort((a, b) => a.span.start - b.span.start);
  return { file: { kind: 'file', source, items, doubtfulNames, cutShort }, diagnostics: all, comments, tokens };
}

function within(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function asDiagnostic(source: Source, { token, kind, expected = 'more', before }: SyntaxComplaint): Diagnostic {
  const span = tokenSpan(token);
  switch (kind) {
    case 'missing brace': {
      const margin = before ? lineBefore(source.text, before.startOffset) : '';
      const end = before ? before.startOffset - margin.length : source.text.length;
      const indent = indentAt(source.text, token.startOffset);
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
      return unexpected(source, token, expected);
  }
}

/** What cannot stand where it stands; where it is written as people write it elsewhere, how it is written here. */
function unexpected(source: Source, token: IToken, expected: string): Diagnostic {
  const span = tokenSpan(token);
  const line = lineOf(source.text, token.startOffset);
  const column = lineBefore(source.text, token.startOffset).length;
  const otherwise = writtenOtherwise(line.slice(column), expected);
  if (otherwise) {
    const { written, spelt } = otherwise;
    const whole = spanOf(span.start, span.start + written.length);
    const fixes = [replaceFix(`write “${spelt}”`, whole, spelt)];
    return diagnostic('written-otherwise', source, whole, [written, spelt], { fixes });
  }
  const from = / (from|below) $/.exec(line.slice(0, column))?.[1];
  if (from !== undefined && comparing.has(token.image)) {
    return diagnostic('from-compares', source, span, [from, from === 'from' ? 'at least' : 'less than', token.image]);
  }
  return diagnostic('unexpected-word', source, span, [found(token), expected]);
}

const comparing: ReadonlySet<string> = new Set(['at least', 'at most', 'more than', 'fewer than', 'above', 'exactly']);
