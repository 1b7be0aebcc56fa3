import type { Random } from './random.ts';

/** A place in a registration group, for one pupil. */
export interface Place {
  /** 0 is Reception, 11 the last. */
  readonly year: number;
  readonly registrationGroup: string;
}

/** The places not yet given away; each is given once. */
export interface Places {
  readonly isLeftIn: (year: number) => boolean;
  /** A place of any year, the fuller years more often. */
  readonly take: () => Place | undefined;
  readonly takeOf: (year: number) => Place | undefined;
  /** Throws RangeError where the registration group has no place left. */
  readonly takeIn: (registrationGroup: string) => Place;
}

/** How many pupils a year group has, in how many registration groups. */
export interface YearSize {
  readonly year: number;
  readonly pupils: number;
  readonly groups: number;
}

/** So many pupils shared evenly by the years of a primary school, each with two groups or more of at most 30. */
export function evenYears(pupilCount: number): readonly YearSize[] {
  return Array.from({ length: 7 }, (_, year) => {
    const pupils = Math.floor(pupilCount / 7) + (year < pupilCount % 7 ? 1 : 0);
    return { year, pupils, groups: Math.max(2, Math.ceil(pupils / 30)) };
  });
}

/** A place for each pupil of the years, spread over the groups of a year. */
export function placesOf(yearSizes: readonly YearSize[], random: Random): Places {
  const years = yearSizes.map(({ year, pupils, groups }) => {
    const groupOf = (index: number) => `${year === 0 ? 'R' : year}${groupLetters(index % groups)}`;
    const places = Array.from({ length: pupils }, (_unused, index) => ({ year, registrationGroup: groupOf(index) }));
    return random.shuffled(places);
  });
  const indexOf = (year: number) => yearSizes.findIndex((each) => each.year === year);
  const takeOf = (year: number) => years[indexOf(year)]!.pop();
  return {
    isLeftIn: (year) => years[indexOf(year)]!.length > 0,
    take: () => {
      const left = years.map((places, index) => ({ year: yearSizes[index]!.year, share: places.length }));
      return left.every(({ share }) => share === 0) ? undefined : takeOf(random.pickByShare(left).year);
    },
    takeOf,
    takeIn: (registrationGroup) => {
      const year = years.find((places) => places.some((place) => place.registrationGroup === registrationGroup));
      if (!year) throw new RangeError(`no place left in ${registrationGroup}: the sample has too few pupils`);
      const index = year.findIndex((place) => place.registrationGroup === registrationGroup);
      return year.splice(index, 1)[0]!;
    },
  };
}

/** A to Z, then AA, AB and so on. */
function groupLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : groupLetters(Math.floor(index / 26) - 1) + last;
}
