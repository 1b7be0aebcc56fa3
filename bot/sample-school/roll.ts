import type { KnownFamily, LaidDownMarks } from './known-families.ts';
import { namePools } from './names.ts';
import type { NamePool } from './names.ts';
import { placesOf } from './places.ts';
import type { Place, Places, YearSize } from './places.ts';
import type { Random } from './random.ts';

/** A family before its adults, with a place in a registration group for each pupil. */
export interface EnrolledFamily {
  readonly pool: NamePool;
  readonly known: KnownFamily | undefined;
  readonly surname: string;
  readonly keepsEid: boolean;
  readonly pupils: readonly EnrolledPupil[];
}

export interface EnrolledPupil {
  readonly forename: string;
  readonly surname: string;
  /** 0 is Reception. */
  readonly year: number;
  readonly registrationGroup: string;
  /** Marks that are the same in every sample; the others are left to chance. */
  readonly marks: LaidDownMarks | undefined;
}

/**
 * Fills the years with families of one to three pupils, the known ones first. Up to some 2,000 pupils no name is used
 * twice, except by the known families.
 */
export function enrol(
  years: readonly YearSize[],
  knownFamilies: readonly KnownFamily[],
  random: Random,
): EnrolledFamily[] {
  const places = placesOf(years, random);
  const names = new Set(
    knownFamilies.flatMap(({ surname, pupils }) => pupils.map((each) => `${each.forename} ${surname}`)),
  );
  const families = knownFamilies.map((known) => knownFamily(known, places));
  for (let first = places.take(); first; first = places.take()) {
    const pool = random.pickByShare(namePools);
    const surname = random.pick(pool.surnames);
    const taken = [first, ...siblingsOf(first, years, places, random)];
    const keepsEid = pool.keepsEid && random.chance(0.8);
    const pupils = taken.map((place) => newPupil(place, pool, surname, names, random));
    families.push({ pool, known: undefined, surname, keepsEid, pupils });
  }
  return families;
}

function knownFamily(known: KnownFamily, places: Places): EnrolledFamily {
  const pupils = known.pupils.map(({ forename, registrationGroup, marks }) => {
    const place = places.takeIn(registrationGroup);
    return { forename, surname: known.surname, marks, ...place };
  });
  return { pool: namePools[0]!, known, surname: known.surname, keepsEid: known.keepsEid, pupils };
}

function siblingsOf(first: Place, yearSizes: readonly YearSize[], places: Places, random: Random): Place[] {
  const size = random.next();
  const wanted = size < 0.58 ? 0 : size < 0.9 ? 1 : 2;
  const siblings: Place[] = [];
  for (let count = 0; count < wanted; count++) {
    const twin = random.chance(0.04);
    const used = [first, ...siblings].map((place) => place.year);
    const years = random.shuffled(yearSizes.map((each) => each.year)).filter((year) => twin || !used.includes(year));
    const year = twin ? first.year : years.find((each) => places.isLeftIn(each));
    const place = year === undefined ? undefined : places.takeOf(year);
    if (place) siblings.push(place);
  }
  return siblings;
}

function newPupil(place: Place, pool: NamePool, surname: string, names: Set<string>, random: Random): EnrolledPupil {
  const own = random.chance(0.07) ? random.pick(pool.surnames) : surname;
  const forenames = random.chance(0.5) ? pool.girls : pool.boys;
  for (let tries = 0; ; tries++) {
    const forename = random.pick(tries < 8 ? forenames : [...pool.girls, ...pool.boys]);
    const surnameTried = tries < 30 ? own : random.pick(pool.surnames);
    const name = `${forename} ${surnameTried}`;
    if (names.has(name) && tries < 60) continue;
    names.add(name);
    return { forename, surname: surnameTried, marks: undefined, ...place };
  }
}
