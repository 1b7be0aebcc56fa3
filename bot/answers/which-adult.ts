import type { Adult } from '../../register/pupil.ts';
import { foldedWords } from './fold.ts';

/**
 * The adults that words mean, among those of one pupil and no others: `Mrs Khan`, `Mrs Sadia Khan`, `Sadia Khan`, `Sadia`,
 * or what they are to the pupil as it is recorded, `mother`. Every word must fit; a letter wrong is another name.
 */
export function adultsMeant(words: string, adults: readonly Adult[]): readonly Adult[] {
  const [first = '', ...others] = foldedWords(words.replace(/['\u2019]s?$/u, ''));
  if (titles.has(first)) {
    const name = others.join('');
    return adults.filter((adult) => foldedWords(adult.title)[0] === first && namesOf(adult, 'titled').includes(name));
  }
  const name = [first, ...others].join('');
  const named = adults.filter((adult) => namesOf(adult, 'untitled').includes(name));
  return named.length > 0 ? named : adults.filter(({ relation }) => isRelation(relation, first, others));
}

/** `Mr`, `Mrs`: what says that an adult is named. */
export const titles: ReadonlySet<string> = new Set(
  'mr mrs ms miss mx dr prof professor rev revd reverend sir lady lord dame'.split(' '),
);

/** Folded and without spaces, as a hyphen, an apostrophe or a space may stand in any of them. */
function namesOf({ forename, surname }: Adult, how: 'titled' | 'untitled'): readonly string[] {
  const [first, last] = [foldedWords(forename).join(''), foldedWords(surname).join('')];
  const names = how === 'titled' ? [last, `${first}${last}`] : [first, `${first}${last}`];
  return names.filter((name) => name !== '');
}

function isRelation(relation: string, first: string, others: readonly string[]): boolean {
  const wanted = spoken[first] ?? first;
  const [own = '', ...more] = foldedWords(relation.replace(/^step[ -]/i, 'step'));
  if (others.length > 0) return [own, ...more].join(' ') === [wanted, ...others].join(' ');
  return wanted !== '' && [own, ...more].some((word) => (spoken[word] ?? word) === wanted);
}

/** As families say it, for what is recorded. */
const spoken: Readonly<Record<string, string>> = {
  mum: 'mother',
  mam: 'mother',
  mummy: 'mother',
  dad: 'father',
  daddy: 'father',
  gran: 'grandmother',
  nan: 'grandmother',
  grandma: 'grandmother',
  grandad: 'grandfather',
  grandpa: 'grandfather',
  stepmum: 'stepmother',
  stepdad: 'stepfather',
  carers: 'carer',
};
