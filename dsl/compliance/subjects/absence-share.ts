import type { Fraction } from '../../../register/fraction.ts';
import type { BandRange, Condition, Measure, Place, Policy } from '../../resolve/policy.ts';
import type { Value } from '../../rulebook/rulebook.ts';
import type { Claim, Question, Subject } from '../subject.ts';
import { compareFractions, fraction, showFraction, subtractFractions } from '../../../register/fraction.ts';
import { clauseHolds } from '../clause.ts';
import { compare } from '../relations.ts';
import { speaker } from '../value-words.ts';

/**
 * From what share of missed sessions a pupil is persistently, or severely, absent: a threshold, group, band or stage by
 * rate whose title says “persistent” or “PA” (“severe” or “SA”), or whose name does. A stage by days is no share of
 * possible sessions and is not compared.
 */
export const persistentAbsence = absenceShare('pa.threshold', 'persistent', 'PA');
export const severeAbsence = absenceShare('sa.threshold', 'severe', 'SA');

function absenceShare(field: string, word: 'persistent' | 'severe', short: string): Subject {
  const called = new RegExp(`\\b${word}`, 'i');
  const isCalled = (name: string, title: string): boolean =>
    called.test(`${name.replaceAll('-', ' ')} ${title}`) ||
    new RegExp(`\\b${short}\\b`).test(title) ||
    name.split('-').includes(short.toLowerCase());
  return {
    fields: [field],
    unsaid: () => `from what share of missed sessions a pupil is ${word}ly absent`,
    claims(question) {
      return question.layers.flatMap((policy) =>
        definitionsIn(policy, (name, title) => !isNearly(name, title) && isCalled(name, title))
          .filter(({ place }) => clauseHolds(place, question.regime.day))
          .map((definition) => claimOf(question, definition, `${word}ly absent`)),
      );
    },
  };
}

type IsCalled = (name: string, title: string) => boolean;

/** Missed sessions as a share of the possible; at the share itself already, or only above it. */
interface Share {
  readonly least: Fraction;
  readonly included: boolean;
}

interface Definition {
  readonly place: Place;
  readonly shares: readonly [Share, ...Share[]];
}

type Comparator = Extract<Condition, { kind: 'compare' }>['comparator'];

function definitionsIn(policy: Policy, isCalled: IsCalled): readonly Definition[] {
  const tests = policy.thresholds.flatMap(({ name, title, place, condition }) =>
    isCalled(name, title) ? definition(place, sharesOf(condition)) : [],
  );
  const bands = policy.bands.flatMap(({ measure, bands }) =>
    bands.flatMap(({ name, title, place, range }) =>
      isCalled(name, title) ? definition(place, bandShares(measure, range)) : [],
    ),
  );
  const stages = policy.ladders.flatMap(({ by, stages }) =>
    stages.flatMap(({ name, title, place, entry }) => {
      if (by.kind !== 'measure' || !entry || !('value' in entry) || !isCalled(name, title)) return [];
      const comparator = entry.kind === 'below' ? 'below' : 'at least';
      return definition(place, oneShare(shareOf(by.measure, comparator, entry.value)));
    }),
  );
  return [...tests, ...bands, ...stages];
}

function definition(place: Place, shares: readonly Share[] | undefined): readonly Definition[] {
  const [first, ...rest] = shares ?? [];
  return first ? [{ place, shares: [first, ...rest] }] : [];
}

/** “At risk of persistent absence” is not it. */
function isNearly(name: string, title: string): boolean {
  const words = `${name.replaceAll('-', ' ')} ${title}`;
  return /\b(?:risk|near|nearly|nearing|approaching|towards?|potential|becoming|former|not)\b/i.test(words);
}

/** Several where the clause has several readings; undefined where it turns on more than rates, and so defines a group of its own. */
function sharesOf(condition: Condition): readonly Share[] | undefined {
  switch (condition.kind) {
    case 'compare':
      if (condition.to.kind !== 'constant') return undefined;
      return oneShare(shareOf(condition.measure, condition.comparator, condition.to.value));
    case 'as set':
      return sharesOfVersion(condition);
    case 'all':
    case 'any':
      return together(condition.kind, condition.parts.map(sharesOf));
    case 'readings': {
      const each = condition.readings.map(sharesOf);
      return each.every((shares) => shares !== undefined) ? each.flat() : undefined;
    }
    default:
      return undefined;
  }
}

/** Every version of one provision that the rulebook holds sets one share. */
function sharesOfVersion({ measure, versions }: Condition & { kind: 'as set' }): readonly Share[] | undefined {
  const last = versions.at(-1);
  return last?.value.kind === 'constant' ? oneShare(shareOf(measure, last.comparator, last.value.value)) : undefined;
}

/** Joined by “and” the stricter share decides, by “or” the wider. */
function together(join: 'all' | 'any', parts: readonly (readonly Share[] | undefined)[]): readonly Share[] | undefined {
  const shares = parts.map((part) => (part?.length === 1 ? part[0] : undefined));
  if (!shares.every((share) => share !== undefined)) return undefined;
  const ordered = shares.toSorted(
    (a, b) => compareFractions(a.least, b.least) || Number(b.included) - Number(a.included),
  );
  const chosen = join === 'all' ? ordered.at(-1) : ordered[0];
  return chosen && [chosen];
}

function bandShares(measure: Measure, range: BandRange): readonly Share[] | undefined {
  if (range.kind === 'compared') return oneShare(shareOf(measure, range.comparator, range.value));
  // A band between two rates begins at its better end.
  if (measure.kind !== 'rate') return undefined;
  return oneShare(
    measure.of === 'absence' ? shareOf(measure, 'at least', range.low) : shareOf(measure, 'at most', range.high),
  );
}

function oneShare(share: Share | undefined): readonly Share[] | undefined {
  return share && [share];
}

/** `attendance at most 90%` and `absence at least 10%` are one share; `attendance below 90%` leaves out exactly 90%. */
function shareOf(measure: Measure, comparator: Comparator, value: Fraction): Share | undefined {
  if (measure.kind !== 'rate') return undefined;
  if (measure.of === 'absence') {
    if (comparator === 'at least') return { least: value, included: true };
    return comparator === 'more than' || comparator === 'above' ? { least: value, included: false } : undefined;
  }
  const least = subtractFractions(fraction(1), value);
  if (comparator === 'at most') return { least, included: true };
  return comparator === 'below' || comparator === 'fewer than' ? { least, included: false } : undefined;
}

function claimOf({ provision }: Question, { place, shares }: Definition, absent: string): Claim {
  const verdicts = new Set(shares.map((share) => verdictOf(provision, share)));
  const says = speaker(provision.level);
  const required = provision.value.kind === 'quantity' ? provision.value.number : 0;
  const [first] = shares;
  if (verdicts.size > 1) {
    const readings = shares.map(shareWords).join(', or ');
    const why = `The clause can be read in more than one way: ${absent} is who misses ${readings}; ${says} has ${required}% or more.`;
    return { part: 'the share', verdict: 'silent', why, place };
  }
  const who = `By this clause a pupil is ${absent} who misses ${shareWords(first)} of possible sessions`;
  if (verdicts.has('meets')) return { part: 'the share', verdict: 'meets', why: `${who}, as ${says} has it.`, place };
  const same = !first.included && verdictOf(provision, { ...first, included: true }) === 'meets';
  const edge = same ? `, so not one at exactly ${100 - required}% attendance` : '';
  return { part: 'the share', verdict: 'breaches', why: `${who}${edge}; ${says} has ${required}% or more.`, place };
}

function verdictOf(provision: Question['provision'], { least, included }: Share): 'meets' | 'breaches' {
  const stated: Value = {
    kind: 'quantity',
    number: (least.numerator * 100) / least.denominator,
    unit: 'per cent',
    boundary: included ? 'included' : 'excluded',
  };
  return compare(provision.relation, provision.value, stated) === 'meets' ? 'meets' : 'breaches';
}

function shareWords({ least, included }: Share): string {
  const percent = `${showFraction(fraction(least.numerator * 100, least.denominator))}%`;
  return included ? `${percent} or more` : `more than ${percent}`;
}
