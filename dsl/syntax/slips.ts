import type { IToken } from 'chevrotain';
import type { Diagnostic } from '../text/diagnostic.ts';
import type { Source } from '../text/source.ts';
import type { KnownWord } from './words.ts';
import { diagnostic, replaceFix } from '../text/report.ts';
import { endOf } from './tokens.ts';
import { vocabulary } from './vocabulary.ts';
import { noSlip, slipFor, wordOf } from './words.ts';
import * as t from './tokens.ts';

let readings = 0;

/** A number for one reading of a text: a word that it declares is marked with it. */
export function newReading(): number {
  return ++readings;
}

/**
 * A plain word that is declared nowhere in the text and stands within a letter or two of a word of the language is read
 * as that word, with one message and a fix: a slip of the finger costs one message, not a clause. The tokens are the
 * scanner's, before phrases are joined.
 */
export function correctSlips(source: Source, tokens: readonly IToken[]): readonly Diagnostic[] {
  const reading = newReading();
  const words = tokens.map(({ tokenType, image }) => (tokenType === t.Word ? wordOf(image) : undefined));
  words.forEach((word, index) => {
    if (word && isDeclared(words[index - 1], tokens[index + 1])) word.declaredIn = reading;
  });
  const slips = words.flatMap((word, index) => {
    if (!word || word.slipFor === noSlip || word.declaredIn === reading) return [];
    return isPlausible(words[index - 1], word, tokens[index + 1]) ? [{ token: tokens[index]!, word }] : [];
  });
  return slips.map(({ token, word }) => {
    const meant = slipFor(word)!;
    const span = { start: token.startOffset, end: endOf(token) };
    token.image = meant;
    token.endOffset = span.end - 1;
    token.payload = { written: word.image };
    return diagnostic('misspelt-word', source, span, [word.image, meant], {
      fixes: [replaceFix(`write “${meant}”`, span, meant)],
    });
  });
}

/** A word after a head, before a title, or in a list of layers: a name, however it is spelt. */
export function isDeclared(before: KnownWord | undefined, next: IToken | undefined): boolean {
  if (!before) return false;
  return before.phrase ? before.isHead : next?.tokenType === t.Text;
}

/** Whether a word may be a slip where it stands: the word of the language that it is near to would make sense there. */
export function isPlausible(before: KnownWord | undefined, word: KnownWord, next: IToken | undefined): boolean {
  const meant = slipFor(word);
  if (meant === undefined || (participles.has(meant) && standsAlone(before))) return false;
  // `xyz must …`, `xyz sent`: a subject or a thing, which the resolver will name.
  return !(next?.tokenType === t.Word && subjectFollowers.has(next.image) && !subjectFollowers.has(meant));
}

/** Participles stand only after the name of a thing: `if evidence given` is no slip for `if evidenced given`. */
function standsAlone(before: KnownWord | undefined): boolean {
  return before === undefined || (hardWords.has(before.image) && before.image !== 'not');
}

const participles = new Set(vocabulary.filter((each) => each.role === 'participle').flatMap((each) => each.forms));
const hardWords = new Set(
  vocabulary.filter((each) => !each.soft).flatMap((each) => each.forms.flatMap((form) => form.split(' '))),
);
const subjectFollowers = new Set(['will', 'must', 'should', 'may', 'cannot', 'consider']);
