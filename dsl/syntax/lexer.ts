import type { IToken } from 'chevrotain';
import type { Diagnostic } from '../text/diagnostic.ts';
import type { Source } from '../text/source.ts';
import { diagnostic, replaceFix } from '../text/report.ts';
import { didYouMean } from '../text/did-you-mean.ts';
import { spanOf } from '../text/span.ts';
import { parseClockTime } from '../../register/clock-time.ts';
import { parseDate, parseDayOfYear } from './literals.ts';
import type { PhraseWord } from './phrases.ts';
import { joinPhrases, longestPhraseWord, phraseWord, phraseWords } from './phrases.ts';
import { scan } from './scan.ts';
import { builtInNames, vocabulary } from './vocabulary.ts';
import * as t from './tokens.ts';

export interface Lexed {
  readonly tokens: readonly IToken[];
  readonly comments: readonly IToken[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Text → tokens, phrases joined, with the comments apart. Characters that mean nothing are told and left out. */
export function lex(source: Source): Lexed {
  const { tokens, comments, unknown } = scan(source.text);
  const diagnostics = unknown.map((span) =>
    diagnostic('unexpected-character', source, span, [source.text.slice(span.start, span.end)]),
  );
  const words: (PhraseWord | undefined)[] = [];
  for (const token of tokens) {
    const { tokenType } = token;
    words.push(tokenType === t.Word ? phraseWord(token.image) : undefined);
    if (tokenType === t.DateLiteral || tokenType === t.DayOfYear || tokenType === t.ClockLiteral)
      checkPossible(source, token, diagnostics);
    else if (tokenType === t.UnclosedText) {
      const span = spanOf(token.startOffset, token.startOffset + token.image.trimEnd().length);
      const fix = replaceFix('close the text', spanOf(span.end, span.end), '"');
      diagnostics.push(diagnostic('unclosed-text', source, span, [], { fixes: [fix] }));
    }
  }
  correctWords(source, tokens, words, diagnostics);
  return { tokens: joinPhrases(tokens, words), comments, diagnostics };
}

/** A date or a time of day that no calendar and no clock has: the clause is read, and the mistake told. */
function checkPossible(source: Source, { tokenType, image, startOffset }: IToken, diagnostics: Diagnostic[]): void {
  const isDate = tokenType !== t.ClockLiteral;
  const read = isDate ? (tokenType === t.DayOfYear ? parseDayOfYear : parseDate) : parseClockTime;
  if (read(image) !== undefined) return;
  const span = spanOf(startOffset, startOffset + image.length);
  diagnostics.push(diagnostic(isDate ? 'no-such-date' : 'no-such-time', source, span, [image]));
}

/**
 * A plain word that is declared nowhere in the text and stands within a letter or two of a word of the language is read
 * as that word, with one message and a fix: a slip of the finger costs one message, not a clause.
 */
function correctWords(
  source: Source,
  tokens: readonly IToken[],
  words: (PhraseWord | undefined)[],
  diagnostics: Diagnostic[],
): void {
  const declared = new Set<string>();
  const doubtful: number[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const { tokenType, image } = tokens[index]!;
    if (words[index] !== undefined || tokenType !== t.Word || !mayBeSlip(image)) continue;
    if (isDeclared(tokens, words, index)) declared.add(image);
    else doubtful.push(index);
  }
  const slips = doubtful.flatMap((index) => {
    const { image } = tokens[index]!;
    const meant = declared.has(image) ? undefined : meantBy(image);
    return meant !== undefined && plausible(tokens, index, meant) ? [{ index, meant }] : [];
  });
  for (const { index, meant } of slips) {
    const token = tokens[index]!;
    const written = token.image;
    const span = spanOf(token.startOffset, token.startOffset + written.length);
    const fixes = [replaceFix(`write “${meant}”`, span, meant)];
    diagnostics.push(diagnostic('misspelt-word', source, span, [written, meant], { fixes }));
    token.image = meant;
    token.payload = { written };
    words[index] = phraseWord(meant);
  }
}

/** A word after a head, before a title, or in a list of layers: a name, however it is spelt. */
function isDeclared(tokens: readonly IToken[], words: readonly (PhraseWord | undefined)[], index: number): boolean {
  const before = tokens[index - 1];
  if (before?.tokenType !== t.Word) return false;
  const known = words[index - 1];
  return known ? headWords.has(known.image) : tokens[index + 1]?.tokenType === t.Text;
}

/** Whether a word has the looks of the language's words: told by its length, before anything is looked up. */
function mayBeSlip(word: string): boolean {
  return word.length >= 4 && word.length <= longestPhraseWord + 2 && !word.includes('-') && !word.includes('.');
}

const meanings = new Map<string, string | undefined>();

/** The word of the language that a word is near enough to be a slip for. */
function meantBy(word: string): string | undefined {
  if (!meanings.has(word)) {
    if (meanings.size > 5000) meanings.clear();
    meanings.set(word, nearestWord(word));
  }
  return meanings.get(word);
}

function nearestWord(word: string): string | undefined {
  // `notices` is more than one notice.
  if (builtInNames.has(word) || headWords.has(word.replace(/s$/, ''))) return undefined;
  const lower = word.toLowerCase();
  return phraseWords.has(lower) ? lower : didYouMean(lower, phraseWords.keys(), 1)[0];
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
