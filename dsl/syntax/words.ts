import type { PhraseWord } from './phrase-words.ts';
import { didYouMean } from '../text/did-you-mean.ts';
import { longestPhraseWord, phraseWords } from './phrase-words.ts';
import { builtInNames, vocabulary } from './vocabulary.ts';

/** A word as texts have it, and what is known of it wherever it stands. */
export interface KnownWord {
  /** One string for all places: names that are looked up again and again are so told apart at once. */
  readonly image: string;
  /** The phrase that it begins or stands in. */
  readonly phrase: PhraseWord | undefined;
  /** One capital letter, and a digit where the code has one. */
  readonly isCode: boolean;
  /** A word that a name follows. */
  readonly isHead: boolean;
  /** Where it is no word of the language: the one it is near enough to be a slip for. Undefined: nobody has asked yet. */
  slipFor: string | typeof noSlip | undefined;
  /** The text that last declared it as a name. */
  declaredIn: number;
  readonly next: KnownWord | undefined;
}

export const noSlip = 0;

/** Words lie by their length and a few of their letters: to work out a hash of all of them costs more than the rest. */
const places = 4096;
/** A text has some hundreds; an editor brings new ones at every key. */
const most = 8 * places;

let table: (KnownWord | undefined)[] = [];
let count = 0;

/** What is known of a word. */
export function wordOf(image: string): KnownWord {
  const { length } = image;
  const ends = image.charCodeAt(0) * 31 + image.charCodeAt(length - 1);
  const within =
    image.charCodeAt(length >> 1) * 7 + image.charCodeAt(length >> 2) * 3 + image.charCodeAt((length - 2) | 0);
  const place = (length * 131 + ends * 17 + within * 29) & (places - 1);
  for (let known = table[place]; known; known = known.next) if (known.image === image) return known;
  return enter(image, place);
}

function enter(found: string, place: number): KnownWord {
  if (count++ === most) {
    table = [];
    count = 0;
  }
  const phrase = found.length > longestPhraseWord ? undefined : phraseWords.get(found);
  // A part of a text holds the whole of it: what is kept is a string of its own.
  const image = phrase?.word ?? found.split('').join('');
  return (table[place] = {
    image,
    phrase,
    isCode: /^[A-Z]\d?$/.test(image),
    isHead: headWords.has(image),
    slipFor: phrase || !mayBeSlip(image) ? noSlip : undefined,
    declaredIn: 0,
    next: table[place],
  });
}

/** Whether a word has the looks of the language's words: told by its length, before anything is looked up. */
function mayBeSlip(word: string): boolean {
  return word.length >= 4 && word.length <= longestPhraseWord + 2 && !word.includes('-') && !word.includes('.');
}

/** The word of the language that a word is near enough to be a slip for. */
export function slipFor(word: KnownWord): string | undefined {
  word.slipFor ??= nearestWord(word.image) ?? noSlip;
  return word.slipFor === noSlip ? undefined : word.slipFor;
}

function nearestWord(word: string): string | undefined {
  // `notices` is more than one notice.
  if (builtInNames.has(word) || headWords.has(word.replace(/s$/, ''))) return undefined;
  const lower = word.toLowerCase();
  return phraseWords.has(lower) ? lower : didYouMean(lower, phraseWords.keys(), 1)[0];
}

/** Words that a name follows: the heads of declarations, but for those that take a text or a condition. */
const headWords: ReadonlySet<string> = new Set(
  vocabulary
    .filter((phrase) => phrase.role === 'head' && !['Note', 'Example', 'Suppose', 'Expect'].includes(phrase.token))
    .map((phrase) => phrase.forms[0]),
);
