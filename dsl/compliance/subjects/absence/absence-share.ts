import type { Fraction } from '../../../../register/fraction.ts';
import type { BandRange, ComparatorName, Condition, Measure, Place, Policy } from '../../../resolve/policy.ts';
import type { Claim, Question, Subject } from '../../subject.ts';
import { clauseHolds } from '../../clause.ts';
import { spokenBelow } from '../../../regions/spoken-below.ts';
import { regionVerdict, regionWitness } from '../../region-verdict.ts';
import { speaker } from '../../value-words.ts';
import type { Share } from './missed-share.ts';
import { isShare, percentOf, sharesOf, shareWords } from './missed-share.ts';
import { over, windowOf } from './rate-window.ts';

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

interface Definition {
  readonly place: Place;
  readonly shares: readonly [Share, ...Share[]];
  /** What it asks of a register. */
  readonly test: Condition;
}

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

/** “At risk of persistent absence” is not it. */
function isNearly(name: string, title: string): boolean {
  const words = `${name.replaceAll('-', ' ')} ${title}`;
  return /\b(?:risk|near|nearly|nearing|approaching|towards?|potential|becoming|former|not)\b/i.test(words);
}

/** A band between two rates begins at its better end. */
function bandTest(measure: Measure, range: BandRange): Condition {
  if (range.kind === 'compared') return compared(measure, range.comparator, range.value);
  return measure.kind === 'rate' && measure.of === 'absence'
    ? compared(measure, 'at least', range.low)
    : compared(measure, 'at most', range.high);
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
  const witness = () => regionWitness(question, { judged, own: test, required, clause: place.id });
  return { part, verdict: 'breaches', why, place, witness };
}

/** The share of the provision as a test, over the window of a clause; undefined where it sets no share of possible sessions. */
function requiredShare({ provision: { value } }: Question, test: Condition): Condition | undefined {
  const window = windowOf(test);
  if (value.kind !== 'quantity' || value.unit !== 'per cent' || !window) return undefined;
  const measure: Measure = { kind: 'rate', of: 'absence', window, words: '' };
  return compared(measure, value.boundary === 'excluded' ? 'more than' : 'at least', percentOf(value.number));
}

function compared(measure: Measure, comparator: ComparatorName, value: Fraction): Condition {
  const to: Measure = { kind: 'constant', value, unit: 'per cent', words: '' };
  return { kind: 'compare', measure, comparator, to, words: '' };
}
