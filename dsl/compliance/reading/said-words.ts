import type { Said } from '../../rulebook/rulebook.ts';

/** The words of a text, lower-cased: £1,000 is one word; part-time and PN/EPN are two. */
export function plainWordsIn(text: string): readonly string[] {
  return text.toLowerCase().match(/£?\d[\d,]*|[a-z]+(?:[’'][a-z]+)?/g) ?? [];
}

/** A word without simple endings: `registers`, `registered` and `register’s` are one. */
export function stemOf(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const stem = stemmed(word);
  stems.set(word, stem);
  return stem;
}

/** Policies are written with a few thousand words, again and again. */
const stems = new Map<string, string>();

/** No ending begins with another last letter, and a number ends in none. */
const lastOfEndings = /[^a-z]|[sgdei]$/;

function stemmed(word: string): string {
  if (!lastOfEndings.test(word)) return word;
  if (/\d/.test(word)) return word.replaceAll(',', '');
  const bare = word.replace(/[’'](?:s|re|ve|ll|d)?$/, '').replaceAll(/[’']/g, '');
  if (bare.length <= 3) return bare;
  const whole = bare
    .replace(/ies$/, 'y')
    .replace(/(ss|sh|ch|x)es$/, '$1')
    .replace(/([^s])s$/, '$1');
  if (whole.length <= 3) return whole;
  const stem = whole.replace(/(?<=[a-z]{3})(?:ing|ed)$/, '');
  const single = stem === whole ? stem : stem.replace(/([^aeiouls])\1$/, '$1');
  return single.replace(/e+$/, '').replace(/i$/, 'y');
}

/** A word of a text as it stands, and without its simple endings. */
export interface TextWord {
  readonly word: string;
  readonly stem: string;
}

export function textWords(text: string): readonly TextWord[] {
  return plainWordsIn(text).map((word) => ({ word, stem: stemOf(word) }));
}

/** Whether the words of a text say something in any of these ways. */
export function wordsSay(words: readonly TextWord[], said: Said): boolean {
  const says = (phrase: readonly SoughtWord[]): boolean =>
    words.some((_, start) =>
      phrase.every((sought, offset) => {
        const found = words[start + offset];
        return found !== undefined && (sought.stem ? found.word.startsWith(sought.word) : found.stem === sought.word);
      }),
    );
  return alternativesOf(said).some(({ phrases }) => phrases.every(says));
}

/** One alternative: phrases that all stand in the clause, each of words in a row; a last word may be the stem of one. */
export interface Alternative {
  readonly phrases: readonly (readonly SoughtWord[])[];
}

export interface SoughtWord {
  readonly word: string;
  /** Any word that begins so. */
  readonly stem: boolean;
}

/** The alternatives of a `said` list of the rulebook, read once. */
export function alternativesOf(said: Said): readonly Alternative[] {
  const known = read.get(said);
  if (known) return known;
  const alternatives = said.map((text) => ({ phrases: text.split('+').map(phraseOf) }));
  read.set(said, alternatives);
  return alternatives;
}

const read = new WeakMap<Said, readonly Alternative[]>();

function phraseOf(text: string): readonly SoughtWord[] {
  return (text.toLowerCase().match(soughtPattern) ?? []).map((each) =>
    each.endsWith('*') ? { word: each.slice(0, -1), stem: true } : { word: stemOf(each), stem: false },
  );
}

const soughtPattern = /£?\d[\d,]*|[a-z]+(?:[’'][a-z]+)?\*?/g;
