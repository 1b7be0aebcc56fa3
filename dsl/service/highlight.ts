import type { Item } from '../syntax/tree.ts';
import type { Phrase } from '../syntax/vocabulary.ts';
import type { Source } from '../text/source.ts';
import type { Span } from '../text/span.ts';
import type { TokenType } from '../syntax/tokens.ts';
import { parse } from '../syntax/parse.ts';
import * as t from '../syntax/tokens.ts';

export type HighlightKind =
  Phrase['role'] | 'name' | 'code' | 'text' | 'date' | 'time' | 'number' | 'punctuation' | 'comment';

export interface Highlight {
  readonly kind: HighlightKind;
  readonly span: Span;
}

/** The kind of each word and comment. A word that may be a name or a word of the language is told by where it stands. */
export function highlight(source: Source): readonly Highlight[] {
  const { file, tokens, comments } = parse(source);
  const heads = new Set(headsOf(file.items));
  const found = tokens.map((token, index): Highlight => {
    const { tokenType, startOffset } = token;
    const span = { start: startOffset, end: t.endOf(token) };
    const before = tokens[index - 1]?.tokenType;
    return { kind: kindOf(tokenType, before, heads.has(startOffset)), span };
  });
  for (const { startOffset, image } of comments) {
    found.push({ kind: 'comment', span: { start: startOffset, end: startOffset + image.trimEnd().length } });
  }
  return found.toSorted((a, b) => a.span.start - b.span.start);
}

/** Where statements begin with a word of the language rather than with their subject. */
function headsOf(items: readonly Item[]): readonly number[] {
  return items.flatMap((item) => [
    ...(item.kind === 'sentence' && item.subject ? [] : [item.span.start]),
    ...('body' in item ? headsOf(item.body) : []),
  ]);
}

function kindOf(type: TokenType, before: TokenType | undefined, beginsStatement: boolean): HighlightKind {
  const phrase = t.phraseOf.get(type);
  if (!phrase) return literals.get(type) ?? 'name';
  if (!phrase.soft) return phrase.role;
  if (isIn(type, t.Verb) && before && isIn(before, t.Strength)) return 'verb';
  if (phrase.role === 'participle') return before && mayBecome(before) ? 'participle' : 'name';
  return beginsStatement ? phrase.role : 'name';
}

function mayBecome(before: TokenType): boolean {
  return isIn(before, t.Name) || before === t.Word || thingsThatHappen.has(before);
}

const thingsThatHappen: ReadonlySet<TokenType> = new Set(['Absence', 'Sessions', 'Not'].map((name) => t.phrase(name)));

const literals: ReadonlyMap<TokenType, HighlightKind> = new Map<TokenType, HighlightKind>([
  [t.Word, 'name'],
  [t.Code, 'code'],
  [t.Text, 'text'],
  [t.UnclosedText, 'text'],
  [t.DateLiteral, 'date'],
  [t.MonthLiteral, 'date'],
  [t.DayOfYear, 'date'],
  [t.ClockLiteral, 'time'],
  [t.Percent, 'number'],
  [t.Money, 'number'],
  [t.NumberLiteral, 'number'],
  [t.OpenBrace, 'punctuation'],
  [t.CloseBrace, 'punctuation'],
  [t.OpenBracket, 'punctuation'],
  [t.CloseBracket, 'punctuation'],
  [t.Comma, 'punctuation'],
]);

function isIn(type: TokenType, category: TokenType): boolean {
  return type.CATEGORIES?.includes(category) === true;
}
