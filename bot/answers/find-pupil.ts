import { didYouMean } from '../../dsl/index.ts';
import type { Pupil } from '../../register/pupil.ts';
import { fold, foldedWords } from './fold.ts';

/**
 * Who was meant. `one` with `exact` false rests on a misspelling or an abbreviation: an answer names the pupil it took,
 * and nothing is done to a record on its strength. `several` is in order of surname and is never narrowed by a guess.
 */
export type FoundPupil =
  | { readonly kind: 'one'; readonly pupil: Pupil; readonly exact: boolean }
  | { readonly kind: 'several'; readonly pupils: readonly Pupil[] }
  | { readonly kind: 'none' };

/**
 * Finds a pupil by name as people type it, among the pupils that the asker may see and no others. Surname or forename
 * first, with or without a comma; capitals, quotes, diacritics and hyphens as they come; parts of a name; initials;
 * a letter or two wrong; `in 5B`, `year 5`. Whichever of these reads the words most strictly and fits anyone decides,
 * and all whom it fits are found.
 */
export function findPupil(typed: string, among: readonly Pupil[]): FoundPupil {
  const { words, pupils } = narrowed(foldedWords(withoutPossessive(typed)), among);
  if (words.length === 0 || words.length > mostWords) return { kind: 'none' };
  const named = pupils.map(namesOf);
  for (const { fits, exact } of readings) {
    const found = named.filter((name) => fits(words, name));
    const [first, ...others] = found;
    if (!first) continue;
    return others.length === 0
      ? { kind: 'one', pupil: first.pupil, exact }
      : { kind: 'several', pupils: found.map(({ pupil }) => pupil) };
  }
  return { kind: 'none' };
}

const mostWords = 8;

interface Names {
  readonly pupil: Pupil;
  readonly words: readonly string[];
  /** Forename then surname, and the other way round, without a space. */
  readonly joined: readonly string[];
}

function namesOf(pupil: Pupil): Names {
  const [forename, surname] = [foldedWords(pupil.forename), foldedWords(pupil.surname)];
  return {
    pupil,
    words: [...forename, ...surname],
    joined: [[...forename, ...surname].join(''), [...surname, ...forename].join('')],
  };
}

type Fits = (words: readonly string[], name: Names) => boolean;

const whole: Fits = (words, { joined }) => joined.includes(words.join(''));
const parts: Fits = (words, name) =>
  eachIsAnother(words, name.words, (word, part) => word === part) || isOneName(words, name);
const family: Fits = (words, { pupil }) => words.length === 1 && pluralOf(fold(pupil.surname)).includes(words[0]!);
const shortened: Fits = (words, { words: parts }) =>
  (words.length > 1 || words[0]!.length > 2) &&
  eachIsAnother(words, parts, (word, part) => part.startsWith(word)) &&
  words.some((word) => word.length > 1);
const initials: Fits = (words, { words: parts }) => {
  const letters = words.join('');
  return letters.length === parts.length && letters.length > 1 && parts.every((part, at) => part[0] === letters[at]);
};
const misspelt: Fits = (words, { words: parts, joined }) =>
  eachIsAnother(words, parts, nearly) || joined.some((name) => name.length >= 7 && nearly(words.join(''), name));

/** From the strictest to the most forgiving. */
const readings: readonly { readonly fits: Fits; readonly exact: boolean }[] = [
  { fits: whole, exact: true },
  { fits: parts, exact: true },
  { fits: family, exact: true },
  { fits: shortened, exact: false },
  { fits: initials, exact: false },
  { fits: misspelt, exact: false },
];

/** `O Neill` for O’Neill, `Penketh Rowe` for Penketh-Rowe. */
function isOneName(words: readonly string[], { pupil }: Names): boolean {
  const typed = words.join('');
  return typed === fold(pupil.surname).replaceAll(' ', '') || typed === fold(pupil.forename).replaceAll(' ', '');
}

function pluralOf(surname: string): readonly string[] {
  return [`${surname}s`, `${surname}es`];
}

/** One letter wrong, missing, too many or swapped; two in a name of seven letters or more. A short name is exact. */
function nearly(typed: string, name: string): boolean {
  return Math.min(typed.length, name.length) >= 4 && didYouMean(typed, [name], 1).length === 1;
}

/** Every word fits a part of its own. */
function eachIsAnother(
  words: readonly string[],
  parts: readonly string[],
  fits: (word: string, part: string) => boolean,
): boolean {
  const [word, ...others] = words;
  if (word === undefined) return true;
  return parts.some((part, at) => fits(word, part) && eachIsAnother(others, parts.toSpliced(at, 1), fits));
}

/** `Amira Khan in 5B`, `Khan (5B)`, `Khan year 5`: the words that name a group or a year are taken away. */
function narrowed(
  words: readonly string[],
  among: readonly Pupil[],
): { readonly words: readonly string[]; readonly pupils: readonly Pupil[] } {
  const rest = words[0] === 'the' && words.length > 1 ? words.slice(1) : words;
  for (const { pattern, fits } of narrowings) {
    for (let at = 1; at < rest.length; at++) {
      const asked = pattern(rest.slice(at));
      if (asked === undefined) continue;
      const pupils = among.filter((pupil) => fits(pupil, asked));
      if (pupils.length === 0) continue;
      return { words: rest.slice(0, at), pupils };
    }
  }
  return { words: rest, pupils: among };
}

const narrowings: readonly {
  readonly pattern: (words: readonly string[]) => string | undefined;
  readonly fits: (pupil: Pupil, asked: string) => boolean;
}[] = [
  {
    pattern: (words) => /^(?:in |from )?(?:year|yr|y) ?(\w+)$/.exec(words.join(' '))?.[1],
    fits: (pupil, year) => fold(pupil.yearGroup).replace(/^(?:year|yr|y) ?/, '') === year,
  },
  {
    pattern: (words) =>
      /^(?:in |from )?(?:(?:class|group|form) )?(.+)$/.exec(words.join(' '))?.[1]?.replaceAll(' ', ''),
    fits: (pupil, group) =>
      pupil.registrationGroup !== '' && fold(pupil.registrationGroup).replaceAll(' ', '') === group,
  },
];

/** `Amira Khan's` is Amira Khan; `James'` is James. */
function withoutPossessive(typed: string): string {
  return typed.replace(/['\u2019]s?$/iu, '');
}
