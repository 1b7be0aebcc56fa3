import { sampleAddress } from './addresses.ts';
import type { SampleAddress, SampleArea } from './addresses.ts';
import type { HomeKind } from './known-families.ts';
import type { Random } from './random.ts';
import type { EnrolledFamily } from './roll.ts';
import type { SampleAdult } from './sample-school.ts';

type Person = Pick<SampleAdult, 'title' | 'forename' | 'surname' | 'relation'>;

/** The adults of each family, in the order of the families. */
export function households(families: readonly EnrolledFamily[], area: SampleArea, random: Random): SampleAdult[][] {
  const seen = new Map<HomeKind, number>();
  return families.map((family) => {
    const kind = family.known?.home ?? random.pickByShare(homeKinds).kind;
    const count = seen.get(kind) ?? 0;
    seen.set(kind, count + 1);
    const parents = { family, mother: motherOf(family, random), father: fatherOf(family, random), before: count };
    return adultsOf[kind](
      { ...parents, home: sampleAddress(area, random), elsewhere: sampleAddress(area, random) },
      random,
    );
  });
}

const homeKinds: readonly { readonly kind: HomeKind; readonly share: number }[] = [
  { kind: 'together', share: 61 },
  { kind: 'one adult', share: 20 },
  { kind: 'apart', share: 15 },
  { kind: 'carer', share: 4 },
];

interface Parents {
  readonly family: EnrolledFamily;
  readonly mother: Person;
  readonly father: Person;
  /** Where the pupils live, and where an adult who lives apart does. */
  readonly home: SampleAddress;
  readonly elsewhere: SampleAddress;
  /** How many families of this kind came before. */
  readonly before: number;
}

const both = { responsible: true, caring: true } as const;

/** Nothing may be sent to every eighth father who lives apart, and to every fourth mother whose child a carer has. */
const adultsOf: Readonly<Record<HomeKind, (parents: Parents, random: Random) => SampleAdult[]>> = {
  together: ({ family, mother, father, home }, random) => {
    if (family.known || random.chance(0.88)) return [adult(mother, home, both), adult(father, home, both)];
    const stepfather = { ...father, surname: otherSurname(family, random), relation: 'Stepfather' };
    return [adult(mother, home, both), adult(stepfather, home, { responsible: false, caring: true })];
  },
  'one adult': ({ family, mother, father, home }, random) => [
    adult(!family.known && random.chance(0.12) ? father : mother, home, both),
  ],
  apart: ({ mother, father, home, elsewhere, before }, random) => [
    adult(mother, home, both),
    adult(father, elsewhere, { responsible: true, caring: random.chance(0.25), doNotSend: before % 8 === 3 }),
  ],
  carer: ({ family, mother, home, elsewhere, before }, random) => [
    adult(carerOf(family, random), home, { responsible: random.chance(0.3), caring: true }),
    adult(mother, elsewhere, { responsible: true, caring: false, doNotSend: before % 4 === 1 }),
  ],
};

function motherOf({ known, pool, surname }: EnrolledFamily, random: Random): Person {
  const married = random.next();
  const title = married < 0.5 ? 'Mrs' : married < 0.75 ? 'Ms' : married < 0.97 ? 'Miss' : 'Dr';
  const own = !known && title !== 'Mrs' && random.chance(0.45) ? random.pick(pool.surnames) : surname;
  return {
    title: known ? 'Mrs' : title,
    forename: known?.mother ?? random.pick(pool.women),
    surname: own,
    relation: 'Mother',
  };
}

function fatherOf({ known, pool, surname }: EnrolledFamily, random: Random): Person {
  const title = !known && random.chance(0.03) ? 'Dr' : 'Mr';
  return { title, forename: known?.father ?? random.pick(pool.men), surname, relation: 'Father' };
}

function carerOf(family: EnrolledFamily, random: Random): Person {
  const surname = otherSurname(family, random);
  const forename = random.pick(family.pool.women);
  return random.chance(0.6)
    ? { title: 'Mrs', forename, surname, relation: 'Grandmother' }
    : { title: 'Ms', forename, surname, relation: 'Foster carer' };
}

function otherSurname(family: EnrolledFamily, random: Random): string {
  return random.pick(family.pool.surnames.filter((surname) => surname !== family.surname));
}

function adult(
  person: Person,
  where: SampleAddress,
  is: { readonly responsible: boolean; readonly caring: boolean; readonly doNotSend?: boolean },
): SampleAdult {
  const { responsible, caring, doNotSend = false } = is;
  return { ...person, parentalResponsibility: responsible, dayToDayCare: caring, ...where, doNotSend };
}
