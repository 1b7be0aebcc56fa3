import type { IToken } from 'chevrotain';
import type { Diagnostic } from '../text/diagnostic.ts';
import type { Source } from '../text/source.ts';
import type { KnownWord } from './words.ts';
import { diagnostic, replaceFix } from '../text/report.ts';
import { endOf } from './tokens.ts';
import { vocabulary } from './vocabulary.ts';
import { slipFor, wordOf } from './words.ts';
import * as t from './tokens.ts';

/**
 * A plain word that is declared nowhere in the text and stands within a letter or two of a word of the language is read
 * as that word, with one message and a fix: a slip of the finger costs one message, not a clause. `doubtful` are the
 * places of such words; `reading` is the number of this reading, under which the words are marked that it declares.
 */
export function correctSlips(
  source: Source,
  tokens: readonly IToken[],
  words: (KnownWord | undefined)[],
  doubtful: readonly number[],
  reading: number,
): readonly Diagnostic[] {
  const others = doubtful.filter((index) => {
    const declares = isDeclared(tokens, words, index);
    if (declares) words[index]!.declaredIn = reading;
    return !declares;
  });
  const slips = others.flatMap((index) => {
    const word = words[index]!;
    const meant = word.declaredIn === reading ? undefined : slipFor(word);
    return meant !== undefined && plausible(tokens, index, meant) ? [{ index, meant }] : [];
  });
  return slips.map(({ index, meant }) => {
    const token = tokens[index]!;
    const written = token.image;
    const end = endOf(token);
    const span = { start: token.startOffset, end };
    token.image = meant;
    token.endOffset = end - 1;
    token.payload = { written };
    words[index] = wordOf(meant);
    return diagnostic('misspelt-word', source, span, [written, meant], {
      fixes: [replaceFix(`write “${meant}”`, span, meant)],
    });
  });
}

/** A word after a head, before a title, or in a list of layers: a name, however it is spelt. */
function isDeclared(tokens: readonly IToken[], words: readonly (KnownWord | undefined)[], index: number): boolean {
  const before = words[index - 1];
  if (!before) return false;
  return before.phrase ? before.isHead : tokens[index + 1]?.tokenType === t.Text;
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
