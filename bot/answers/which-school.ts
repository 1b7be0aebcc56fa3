import type { Pupil } from '../../register/pupil.ts';
import type { School } from '../store/store.ts';
import type { Answer } from './answer.ts';
import { choiceOfSchools } from './answers/choice.ts';
import { notFound } from './answers/not-found.ts';
import { refused } from './answers/refused.ts';
import type { AskedBy } from './asking.ts';
import { findPupil } from './find-pupil.ts';
import { fold } from './fold.ts';
import { maySee } from './may-see.ts';
import type { Services } from './services.ts';

export interface SchoolInWords {
  readonly question: string;
  readonly school: School | undefined;
}

/** The school that a question names at its end (`… at Normanton Common`) or its beginning (`Upton: …`), and what is left of it. */
export function schoolInWords(typed: string, schools: readonly School[]): SchoolInWords {
  const tidy = typed.trim();
  const begun = /^([^:,]{3,60})[:,]\s+(.+)$/s.exec(tidy);
  const first = begun && schoolNamed(begun[1]!, schools);
  if (first) return { question: begun[2]!, school: first };
  // The longest ending that names a school: “at Upton Junior School” before “at School”.
  for (const { index, 0: matched } of tidy.matchAll(/[\s,]+(?:at|in)\s+(?=\S)/gi)) {
    const school = schoolNamed(tidy.slice(index + matched.length).replace(/[\s?!.]+$/, ''), schools);
    if (school && index > 0) return { question: tidy.slice(0, index), school };
  }
  return { question: typed, school: undefined };
}

/** A school by its name or id, whole or begun, where that fits one alone; the words that every school has do not count. */
function schoolNamed(words: string, schools: readonly School[]): School | undefined {
  const asked = plainName(words);
  if (asked.length < 3) return undefined;
  const named = (fits: (name: string) => boolean) =>
    schools.filter(({ id, name }) => [plainName(name), plainName(id)].some(fits));
  const whole = named((name) => name === asked);
  const found = whole.length > 0 ? whole : asked.length < 4 ? [] : named((name) => name.startsWith(`${asked} `));
  return found.length === 1 ? found[0] : undefined;
}

/** `Widnes Academy (sample)` is `widnes`. */
function plainName(name: string): string {
  return fold(name.replace(/\(.*\)/, ''))
    .split(' ')
    .filter((word) => !common.has(word))
    .join(' ');
}
const common: ReadonlySet<string> = new Set(['the', 'school', 'academy', 'primary', 'sample']);

/** Settles the school of a question about no pupil in particular: the one named, else the only one the person answers for. */
export function oneSchool(schools: readonly School[], named: string | undefined, question: string): School | Answer {
  if (named !== undefined) return schools.find(({ id }) => id === named) ?? notFound();
  const [only, ...others] = schools;
  if (only && others.length === 0) return only;
  if (only) return choiceOfSchools(question, schools);
  return refused({
    reason: 'There is no school here that you may ask about.',
    cure: 'Import one (att import --help), and see that staff.yaml names it for you.',
  });
}

/**
 * Of the schools, those in which a pupil of this name is, among the pupils that the person may ask about; where nobody is
 * named, the school of the pupil asked about last.
 */
export async function schoolsOfPupil(
  services: Services,
  { actor, place }: AskedBy,
  schools: readonly School[],
  who: string | undefined,
): Promise<readonly { readonly school: School; readonly pupils: readonly Pupil[] }[]> {
  if (who === undefined) {
    const last = await services.store.lastAsked(actor.id, place.id);
    const pupil = last && (await services.store.pupil(last.pupil));
    return schools.filter(({ id }) => id === pupil?.school).map((school) => ({ school, pupils: [pupil!] }));
  }
  const visible = await Promise.all(
    schools.map(async ({ id }) => (await services.store.pupils(id)).filter((pupil) => maySee(actor, pupil))),
  );
  const found = findPupil(who, visible.flat());
  if (found.kind === 'none') return [];
  const pupils = found.kind === 'one' ? [found.pupil] : found.pupils;
  return schools.flatMap((school) => {
    const here = pupils.filter((pupil) => pupil.school === school.id);
    return here.length === 0 ? [] : [{ school, pupils: here }];
  });
}
