import { Lexer } from 'chevrotain';
import type { IToken } from 'chevrotain';
import type { Diagnostic } from '../text/diagnostic.ts';
import type { Source } from '../text/source.ts';
import { diagnostic, replaceFix } from '../text/report.ts';
import { didYouMean } from '../text/did-you-mean.ts';
import { spanOf } from '../text/span.ts';
import { parseClockTime } from '../../register/clock-time.ts';
import { parseDate } from './literals.ts';
import { joinPhrases, phraseWords } from './phrases.ts';
import { builtInNames, vocabulary } from './vocabulary.ts';
import * as t from './tokens.ts';

export interface Lexed {
  readonly tokens: readonly IToken[];
  readonly comments: readonly IToken[];
  readonly diagnostics: readonly Diagnostic[];
}

// Every token says which characters it begins with, so that nothing is worked out when the lexer is made.
const lexer = new Lexer([...t.lexed], {
  positionTracking: 'onlyOffset',
  ensureOptimizations: true,
  skipValidations: true,
});

/** Text → tokens, phrases joined, with the comments apart. Characters that mean nothing are told and left out. */
export function lex(source: Source): Lexed {
  const result = lexer.tokenize(source.text);
  const diagnostics: Diagnostic[] = [];
  const words: IToken[] = [];
  for (const { offset, length } of result.errors) {
    const span = spanOf(offset, offset + length);
    diagnostics.push(diagnostic('unexpected-character', source, span, [source.text.slice(span.start, span.end)]));
  }
  for (const token of result.tokens) {
    if (token.tokenType === t.UnclosedText) {
      const span = spanOf(token.startOffset, token.startOffset + token.image.trimEnd().length);
      const fix = replaceFix('close the text', spanOf(span.end, span.end), '"');
      diagnostics.push(diagnostic('unclosed-text', source, span, [], { fixes: [fix] }));
    }
    diagnostics.push(...impossible(source, token));
    words.push(token);
  }
  const corrected = correctWords(source, words, diagnostics);
  return { tokens: joinPhrases(corrected), comments: result.groups['comments'] ?? [], diagnostics };
}

/** A date or a time of day that no calendar and no clock has: the clause is read, and the mistake told. */
function impossible(source: Source, token: IToken): readonly Diagnostic[] {
  if (token.tokenType !== t.DateLiteral && token.tokenType !== t.ClockLiteral) return [];
  const span = spanOf(token.startOffset, token.startOffset + token.image.length);
  if (token.tokenType === t.DateLiteral && !parseDate(token.image)) {
    return [diagnostic('no-such-date', source, span, [token.image])];
  }
  if (token.tokenType === t.ClockLiteral && parseClockTime(token.image) === undefined) {
    return [diagnostic('no-such-time', source, span, [token.image])];
  }
  return [];
}

/**
 * A plain word that is declared nowhere in the text and stands within a letter or two of a word of the language is read
 * as that word, with one message and a fix: a slip of the finger costs one message, not a clause.
 */
function correctWords(source: Source, tokens: readonly IToken[], diagnostics: Diagnostic[]): readonly IToken[] {
  const declared = declaredNames(tokens);
  return tokens.map((token, index) => {
    if (token.tokenType !== t.Word) return token;
    const word = token.image;
    if (word.length < 4 || phraseWords.has(word) || declared.has(word) || builtInNames.has(word)) return token;
    if (/[-.]/.test(word) || /^[A-Z]\d?$/.test(word)) return token;
    // `notices` is more than one notice.
    if (headWords.has(word.replace(/s$/, ''))) return token;
    const meant = nearestWord(word);
    if (meant === undefined || !plausible(tokens, index, meant)) return token;
    const span = spanOf(token.startOffset, token.startOffset + word.length);
    diagnostics.push(
      diagnostic('misspelt-word', source, span, [word, meant], {
        fixes: [replaceFix(`write “${meant}”`, span, meant)],
      }),
    );
    return { ...token, image: meant, payload: { written: word } };
  });
}

const nearestCache = new Map<string, string | undefined>();

function nearestWord(word: string): string | undefined {
  if (!nearestCache.has(word)) {
    if (nearestCache.size > 5000) nearestCache.clear();
    const lower = word.toLowerCase();
    nearestCache.set(word, phraseWords.has(lower) ? lower : didYouMean(lower, phraseWords, 1)[0]);
  }
  return nearestCache.get(word);
}

/** Whether a word may be a slip for another where it stands. */
function plausible(tokens: readonly IToken[], index: number, meant: string): boolean {
  if (participles.has(meant) && standsAlone(tokens[index - 1])) return false;
  const next = tokens[index + 1];
  // `xyz must …`, `xyz sent`: a subject or a thing, which the resolver will name.
  if (next?.tokenType === t.Word && subjectFollowers.has(next.image) && !subjectFollowers.has(meant)) return false;
  return true;
}

/** Participles stand only after the name of a thing: `if evidence given` is no slip for `if evidenced given`. */
function standsAlone(before: IToken | undefined): boolean {
  return before?.tokenType !== t.Word || (hardWords.has(before.image) && before.image !== 'not');
}

const participles = new Set(vocabulary.filter((each) => each.role === 'participle').flatMap((each) => each.forms));
const hardWords = new Set(
  vocabulary.filter((each) => !each.soft).flatMap((each) => each.forms.flatMap((form) => form.split(' '))),
);

const subjectFollowers = new Set(['will', 'must', 'should', 'may', 'cannot', 'consider']);

/** Words that a name follows: the heads of declarations, but for those that take a text or a condition. */
const headWords: ReadonlySet<string> = new Set(
  vocabulary
    .filter((phrase) => phrase.role === 'head' && !['Note', 'Example', 'Suppose', 'Expect'].includes(phrase.token))
    .map((phrase) => phrase.forms[0]),
);

/** Words that stand after a head, before a title, or in a list of layers: names, however they are spelt. */
function declaredNames(tokens: readonly IToken[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (let index = 1; index < tokens.length; index++) {
    const token = tokens[index]!;
    if (token.tokenType !== t.Word) continue;
    const before = tokens[index - 1]!;
    const after = tokens[index + 1];
    const afterHead = before.tokenType === t.Word && headWords.has(before.image);
    const beforeTitle = after?.tokenType === t.Text && before.tokenType === t.Word && !phraseWords.has(token.image);
    if (afterHead || (beforeTitle && !phraseWords.has(before.image))) names.add(token.image);
  }
  return names;
}
