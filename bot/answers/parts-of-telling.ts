import { titles } from './which-adult.ts';

/**
 * One way to take a sentence of what was done apart: the words that name the deed and the pupil, and beside them the adult
 * whom it concerns or what it is for, as typed. Which of the ways is meant, the pupils and their adults decide.
 */
export interface Telling {
  readonly words: string;
  readonly adult: string | undefined;
  /** Whether it is surely an adult: `Mr Grosvenor`. Other words are one only if an adult is called so. */
  readonly certain: boolean;
  readonly purpose: string | undefined;
}

/**
 * The ways in which a sentence may be meant, the likeliest first. An adult beside a pupil's name goes before the sentence
 * as it is, for that would take both for one name; what else may be an adult or a purpose is tried after it.
 * @param settled a button has said which pupil is meant: any words would then fit as their name
 */
export function tellingsOf(words: string, settled: boolean): readonly Telling[] {
  const plain: Telling = { words, adult: undefined, certain: false, purpose: undefined };
  const named = namedAdults(words);
  const first = [...titledAdults(words), ...named];
  return settled ? [...first, ...purposes(words), plain] : [...first, plain, ...purposes(words)];
}

export function isPlain({ adult, purpose }: Telling): boolean {
  return adult === undefined && purpose === undefined;
}

/** `to both parents`, `to all of her parents` are the parents; undefined where it is not said. */
export function withoutEveryParent(words: string): string | undefined {
  return everyOne.test(words) ? words.replace(everyOne, 'parents') : undefined;
}

const everyOne = /\b(?:both|all|each)(?: of)?(?: (?:the|her|his|their))? parents?\b/i;

/** Every `Mr Grosvenor` in a sentence: as an adult who is known, the longest name first; then as one who may not be. */
function titledAdults(words: string): readonly Telling[] {
  const tokens = words.split(' ');
  const found = tokens.flatMap((token, at) => {
    if (!titles.has(token.toLowerCase().replace(/\.$/, ''))) return [];
    const end = tokens.findIndex((each, index) => index > at && (isSmall(each) || index - at > mostNames));
    const last = end === -1 ? tokens.length - 1 : end - 1;
    const from = at > 0 && isSmall(tokens[at - 1]!) ? at - 1 : at;
    return Array.from({ length: Math.max(0, last - at) }, (_, back) => last - back).map((to) => ({
      words: without(tokens, from, to + 1),
      adult: tokens.slice(at, to + 1).join(' '),
      purpose: undefined,
    }));
  });
  return [...found.map((each) => ({ ...each, certain: false })), ...found.map((each) => ({ ...each, certain: true }))];
}

/** Every `to Sadia Khan`, `by Sadia`: what stands between one small word and the next. */
function namedAdults(words: string): readonly Telling[] {
  return segments(words, towards).map(({ rest, phrase }) => ({
    words: rest,
    adult: phrase,
    certain: false,
    purpose: undefined,
  }));
}

/** Every `for a wedding`, the last first. */
function purposes(words: string): readonly Telling[] {
  return segments(words, new Set(['for']))
    .toReversed()
    .map(({ rest, phrase }) => ({ words: rest, adult: undefined, certain: false, purpose: phrase }));
}

/** Words of one name after a title. */
const mostNames = 3;
const towards: ReadonlySet<string> = new Set(['to', 'by', 'from', 'for', 'with', 'on', 'of']);
const stops: ReadonlySet<string> = new Set([...towards, 'about', 'at', 'in', 'and']);

function isSmall(token: string): boolean {
  return stops.has(token.toLowerCase());
}

function segments(
  words: string,
  opens: ReadonlySet<string>,
): readonly { readonly rest: string; readonly phrase: string }[] {
  const tokens = words.split(' ');
  return tokens.flatMap((token, at) => {
    if (!opens.has(token.toLowerCase())) return [];
    const next = tokens.findIndex((each, index) => index > at && opens.has(each.toLowerCase()));
    const end = next === -1 ? tokens.length : next;
    const phrase = tokens
      .slice(at + 1, end)
      .join(' ')
      .replace(/(?: about)?[,;:.!]*$/i, '');
    return phrase === '' ? [] : [{ rest: without(tokens, at, end), phrase }];
  });
}

function without(tokens: readonly string[], from: number, to: number): string {
  return [...tokens.slice(0, from), ...tokens.slice(to)].join(' ');
}
