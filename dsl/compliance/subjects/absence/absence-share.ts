import type { Fraction } from '../../../../register/fraction.ts';
import type { BandRange, Condition, Measure, Place, Policy, Window } from '../../../resolve/policy.ts';
import type { Claim, Question, Subject } from '../../subject.ts';
import { compareFractions, fraction, showFraction, subtractFractions } from '../../../../register/fraction.ts';
import { clauseHolds } from '../../clause.ts';
import { spokenBelow } from '../../../regions/spoken-below.ts';
import { regionVerdict, regionWitness } from '../../region-verdict.ts';
import { speaker } from '../../value-words.ts';

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
    claims: (question) =>
      definitions(question, isCalled).map((definition) => claimOf(question, definition, `${word}ly absent`)),
    tests: (question) =>
      definitions(question, isCalled).flatMap(({ place, test }) => {
        const required = requiredShare(question, test);
        return required ? [{ place, own: test, required }] : [];
      }),
  };
}

function definitions(question: Question, isCalled: IsCalled): readonly Definition[] {
  return question.layers.flatMap((layer) =>
    definitionsIn(layer, (name, title) => !isNearly(name, title) && isCalled(name, title))
      .filter(({ place }) => clauseHolds(place, question.regime.day))
      .map((definition) => ({ ...definition, test: spokenBelow(question.policy, layer, definition.test) })),
  );
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
  /** What it asks of a register. */
  readonly test: Condition;
}

type Comparator = Extract<Condition, { kind: 'compare' }>['comparator'];

function definitionsIn(policy: Policy, isCalled: IsCalled): readonly Definition[] {
  const tests = policy.thresholds.flatMap(({ name, title, place, condition }) =>
    isCalled(name, title) ? definition(place, condition) : [],
  );
  const bands = policy.bands.flatMap(({ measure, bands }) =>
    bands.flatMap(({ name, title, place, range }) =>
      isCalled(name, title) ? definition(place, bandTest(measure, range)) : [],
    ),
  );
  const stages = policy.ladders.flatMap(({ by, stages }) =>
    stages.flatMap(({ name, title, place, entry }) => {
      if (by.kind !== 'measure' || !entry || !('value' in entry) || !isCalled(name, title)) return [];
      const comparator = entry.kind === 'below' ? 'below' : 'at least';
      return definition(place, compared(by.measure, comparator, entry.value));
    }),
  );
  return [...tests, ...bands, ...stages];
}

function definition(place: Place, test: Condition): readonly Definition[] {
  const [first, ...rest] = sharesOf(test) ?? [];
  return first ? [{ place, test, shares: [first, ...rest] }] : [];
}

function compared(measure: Measure, comparator: Comparator, value: Fraction): Condition {
  const to: Measure = { kind: 'constant', value, unit: 'per cent', words: '' };
  return { kind: 'compare', measure, comparator, to, words: '' };
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

/** A band between two rates begins at its better end. */
function bandTest(measure: Measure, range: BandRange): Condition {
  if (range.kind === 'compared') return compared(measure, range.comparator, range.value);
  return measure.kind === 'rate' && measure.of === 'absence'
    ? compared(measure, 'at least', range.low)
    : compared(measure, 'at most', range.high);
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

function claimOf(question: Question, definition: Definition, absent: string): Claim {
  const { place, shares, test } = definition;
  const { provision } = question;
  const part = 'the share';
  const says = speaker(provision.level);
  const percent = provision.value.kind === 'quantity' ? provision.value.number : 0;
  const [first] = shares;
  const who = `By this clause a pupil is ${absent} who misses ${shareWords(first)} of possible sessions`;
  const required = requiredShare(question, test);
  if (!required) return { part, verdict: 'silent', why: `${who}.`, place };
  // The provision prints no period: whichever the clause has, it is the same for both.
  const judged = over(windowOf(test)!, test);
  const found = regionVerdict(question, judged, required);
  if (found.verdict === 'silent' && shares.length > 1) {
    const readings = shares.map(shareWords).join(', or ');
    const why = `The clause can be read in more than one way: ${absent} is who misses ${readings}; ${says} has ${percent}% or more.`;
    return { part, verdict: 'silent', why, place };
  }
  if (found.verdict === 'silent')
    return { part, verdict: 'silent', why: `${who}; it cannot be weighed: ${found.because}.`, place };
  if (found.verdict === 'meets') return { part, verdict: 'meets', why: `${who}, as ${says} has it.`, place };
  const edge = !first.included && isShare(first, percent) ? `, so not one at exactly ${100 - percent}% attendance` : '';
  const why = `${who}${edge}; ${says} has ${percent}% or more.`;
  const witness = regionWitness(question, { judged, own: test, required, clause: place.id });
  return { part, verdict: 'breaches', why, place, witness };
}

/** The share of the provision as a test, over the window of a clause; undefined where it sets no share of possible sessions. */
function requiredShare({ provision: { value } }: Question, test: Condition): Condition | undefined {
  const window = windowOf(test);
  if (value.kind !== 'quantity' || value.unit !== 'per cent' || !window) return undefined;
  const measure: Measure = { kind: 'rate', of: 'absence', window, words: '' };
  return compared(measure, value.boundary === 'excluded' ? 'more than' : 'at least', percentOf(value.number));
}

/** Exact to a thousandth of a per cent. */
function percentOf(number: number): Fraction {
  return fraction(Math.round(number * 1000), 100_000);
}

function isShare({ least }: Share, percent: number): boolean {
  return compareFractions(least, percentOf(percent)) === 0;
}

function windowOf(test: Condition): Window | undefined {
  switch (test.kind) {
    case 'compare':
    case 'as set':
      return test.measure.kind === 'rate' ? test.measure.window : undefined;
    case 'all':
    case 'any':
      return windowOf(test.parts[0]!);
    case 'readings':
      return windowOf(test.readings[0]!);
    default:
      return undefined;
  }
}

/** The same test with every rate over one window. */
function over(window: Window, test: Condition): Condition {
  switch (test.kind) {
    case 'compare':
    case 'as set':
      return test.measure.kind === 'rate' ? { ...test, measure: { ...test.measure, window } } : test;
    case 'all':
    case 'any':
      return { ...test, parts: test.parts.map((part) => over(window, part)) };
    case 'readings':
      return { ...test, readings: test.readings.map((part) => over(window, part)) };
    default:
      return test;
  }
}

function shareWords({ least, included }: Share): string {
  const percent = `${showFraction(fraction(least.numerator * 100, least.denominator))}%`;
  return included ? `${percent} or more` : `more than ${percent}`;
}
