import type { Fields } from '../../../cli/case-fields.ts';
import { list, text } from '../../../cli/case-fields.ts';
import type { EventWords, SchoolWords, Told } from '../school-words.ts';
import { act } from '../told.ts';

const judged = (name: string, holds: boolean): Told => ({ kind: 'judgement', name, holds });
const isSo = ({ value }: Fields): boolean => value !== false;

/** What staff class a pupil as, by what a person notes: the first word that fits. */
const classifications: readonly (readonly [RegExp, string])[] = [
  [/severe/i, 'severe-absence-elsewhere'],
  [/persistent/i, 'persistent-absence-elsewhere'],
  [/at risk/i, 'attendance-risk'],
  [/poor attendance|high (levels of )?absence/i, 'high-absence'],
  [/disagreement/i, 'disagreement-with-school'],
  [/increasing/i, 'increasing-absence'],
];

/** What is logged of a family for whom a step is taken. */
const steps: readonly (readonly [RegExp, readonly Told[]])[] = [
  [/^listen/i, [act('absence-pattern', 'noted')]],
  [/^facilitate|^coordinate/i, [act('support', 'offered')]],
  [/^formalise/i, [act('support', 'offered'), judged('persists', true), judged('engaged', false)]],
  [
    /^enforce/i,
    [act('support', 'offered'), judged('exhausted', true), judged('support-working', false), judged('engaged', false)],
  ],
];

/** Events of the cluster's vectors. Where support is said not to work, or not to be engaged with, there was support. */
export const uptonEvents: SchoolWords['events'] = {
  eipStep: ({ value }) => steps.find(([word]) => word.test(text(value)))?.[1] ?? [],
  absencePersists: (event) => [judged('persists', isSo(event))],
  voluntarySupport: ({ offered, engagedWith }) => [
    ...(offered === false ? [] : [act('support', 'offered')]),
    ...(typeof engagedWith === 'boolean' ? [judged('engaged', engagedWith)] : []),
  ],
  allOtherAvenuesExhausted: (event) => [act('support', 'offered'), judged('exhausted', isSo(event))],
  supportNotWorking: (event) => [act('support', 'offered'), judged('support-working', !isSo(event))],
  supportNotEngagedWith: (event) => [act('support', 'offered'), judged('engaged', !isSo(event))],
  classification: ({ value }) => {
    const noted = classifications.find(([word]) => word.test(text(value)))?.[1];
    return noted === undefined ? [] : [act(noted, 'noted')];
  },
  arrivingLate: () => [act('attendance-risk', 'noted')],
  policyReviewed: (event) => (isSo(event) ? [act('policy', 'reviewed')] : []),
  forumAttended: () => [act('best-practice-forum', 'joined')],
  leaveDecision: decided,
  clusterReview: ({ breakdowns }) => [
    act('cluster-review', 'made', { items: Array.isArray(breakdowns) ? breakdowns.map(text) : [] }),
  ],
};

/** A decision is about days that are often still to come: where it bears no day of its own, it was made by the day asked about. */
function decided(event: Fields, { asAt, day }: Parameters<EventWords>[1]): readonly Told[] {
  const done = event['granted'] === true ? 'granted' : 'refused';
  return [act('term-time-leave', done, { day: 'at' in event ? day : asAt, purpose: text(event['purpose']) })];
}

/** Judgements that nobody made: what is absent did not happen. */
export const uptonUnsaid: readonly Told[] = [
  judged('persists', false),
  judged('engaged', true),
  judged('exhausted', false),
  judged('support-working', true),
];

/** Flags of a vector's pupil, by the facts of the statement. */
const flags: Readonly<Record<string, string>> = {
  disadvantaged: 'disadvantaged',
  sociallydisadvantaged: 'disadvantaged',
  socioeconomicallydisadvantaged: 'disadvantaged',
  socioeconomicdisadvantage: 'disadvantaged',
  disadvantage: 'disadvantaged',
  send: 'send',
  sen: 'send',
  ehcp: 'send',
  childinneed: 'child-in-need',
  cin: 'child-in-need',
  lookedafter: 'looked-after',
  lookedafterchild: 'looked-after',
  lac: 'looked-after',
  incare: 'looked-after',
  previouslylookedafter: 'previously-looked-after',
  previouslylookedafterchild: 'previously-looked-after',
  plac: 'previously-looked-after',
  knowntosocialcare: 'social-care',
  socialcare: 'social-care',
  socialworker: 'social-care',
  childprotection: 'social-care',
  childprotectionplan: 'social-care',
  youngcarer: 'young-carer',
  protectedcharacteristic: 'protected-characteristic',
  sharesprotectedcharacteristic: 'protected-characteristic',
  sharesaprotectedcharacteristic: 'protected-characteristic',
  vulnerable: 'vulnerable',
};

export function uptonFacts(pupil: Fields): Readonly<Record<string, boolean>> {
  const given = Array.isArray(pupil['flags']) ? pupil['flags'].map(text) : [];
  const facts = given.map((flag) => {
    const fact = flags[flag.toLowerCase().replaceAll(/[^a-z]/g, '')];
    if (fact === undefined) throw new Error(`no words for the flag “${flag}”`);
    return [fact, true] as const;
  });
  return {
    ...Object.fromEntries(Object.values(flags).map((fact) => [fact, false])),
    ...Object.fromEntries(facts),
    ...(pupil['inCare'] === true ? { 'looked-after': true } : {}),
    ...(pupil['socialWorker'] ? { 'social-care': true } : {}),
    'compulsory-school-age': pupil['csa'] !== false,
  };
}

/** The children of the pupil's family and their schools; undefined where the vector gives no family. */
export function familyIn(pupil: Fields): readonly { readonly pupil: string; readonly school: string }[] | undefined {
  if (!('family' in pupil)) return undefined;
  return list(pupil['family']).map((each) => ({ pupil: text(each['child']), school: text(each['school']) }));
}
