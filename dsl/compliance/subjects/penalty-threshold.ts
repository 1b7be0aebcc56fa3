import type { Window } from '../../resolve/policy.ts';
import type { Value } from '../../rulebook/rulebook.ts';
import type { Claim, Question, Subject } from '../subject.ts';
import type { Limb } from './penalty-limbs.ts';
import { units } from '../../rulebook/value.ts';
import { compare } from '../relations.ts';
import { listWords, requirementWords, speaker } from '../value-words.ts';
import { isNarrower } from './narrower-limb.ts';
import { codesCounted, penaltyLimbs } from './penalty-limbs.ts';

type CountLimb = Limb & { readonly kind: 'count' };

/**
 * The absence at which a penalty notice is considered: how many sessions, over what window, of which codes. A ground that a
 * single session reaches is no threshold of its own window and codes, but it is a lower number.
 */
export const penaltyThreshold: Subject = {
  fields: ['pn.threshold', 'pn.threshold.sessions', 'pn.threshold.window', 'pn.threshold.codes'],
  unsaid: (field) => unsaid[field] ?? 'at how many sessions a penalty notice is considered',
  claims(question) {
    const limbs = penaltyLimbs(question);
    const wide = limbs.filter((limb) => !isNarrower(question, limb));
    const judgedLimbs = wide.some(({ kind }) => kind === 'count') ? wide : limbs;
    return mergeReadings(judgedLimbs.flatMap((limb) => claimsOf(question, limb)));
  },
};

const unsaid: Readonly<Record<string, string>> = {
  'pn.threshold.window': 'over what time the sessions for a penalty notice are counted',
  'pn.threshold.codes': 'which codes count towards a penalty notice',
};

interface LimbClaim extends Claim {
  readonly reading: boolean;
}

function claimsOf(question: Question, limb: Limb): readonly LimbClaim[] {
  const { place } = limb;
  if (limb.kind === 'not stated')
    return [
      {
        part: 'not stated',
        verdict: 'silent',
        why: `The document does not state “${limb.words}”.`,
        place,
        reading: false,
      },
    ];
  const { field } = question.provision;
  const sessions = reachedAt(limb);
  const single = sessions === 1;
  if (single && field !== 'pn.threshold.sessions' && field !== 'pn.threshold') return [];
  const part = single ? 'a single session' : 'the threshold';
  return [{ part, ...judged(question, limb, sessions), place, reading: limb.reading }];
}

function judged(question: Question, limb: CountLimb, sessions: number | undefined): Pick<Claim, 'verdict' | 'why'> {
  if (question.provision.field === 'pn.threshold.window') return windowJudged(question, limb);
  if (question.provision.field === 'pn.threshold.codes') return codesJudged(question, limb);
  return sessionsJudged(question, limb, sessions);
}

function sessionsJudged(
  { provision }: Question,
  { compared, besides }: CountLimb,
  sessions: number | undefined,
): Pick<Claim, 'verdict' | 'why'> {
  const says = speaker(provision.level);
  const required = requirementWords(provision).replace(/^from /, '');
  if (sessions === undefined)
    return { verdict: 'breaches', why: `The threshold is “${compared.words}”; ${says} counts to ${required}.` };
  const stated: Value = { kind: 'quantity', number: sessions, unit: 'sessions', boundary: 'included' };
  const comparison = compare(provision.relation, provision.value, stated);
  const counted = `${sessions} ${sessions === 1 ? 'session' : 'sessions'}`;
  if (comparison === 'meets' && besides.length > 0) {
    const more = listWords(besides.map(({ words }) => `“${words}”`));
    return {
      verdict: 'breaches',
      why: `At ${counted} a penalty notice is considered only with ${more} as well, so a pupil with ${counted} and without that is passed over; ${says} asks for no more than ${required}.`,
    };
  }
  const from = `A penalty notice is considered from ${counted} (“${compared.words}”)`;
  if (comparison === 'meets') return { verdict: 'meets', why: `${from}, as ${says} has it.` };
  return { verdict: 'breaches', why: `${from}; ${says} has ${required}.` };
}

function windowJudged({ provision }: Question, { count }: CountLimb): Pick<Claim, 'verdict' | 'why'> {
  const stated = windowValue(count.window);
  const verdict = stated && compare(provision.relation, provision.value, stated) === 'meets' ? 'meets' : 'breaches';
  const counts = `The sessions are counted ${windowWords(count.window)}`;
  const says = speaker(provision.level);
  if (verdict === 'meets') return { verdict, why: `${counts}, as ${says} has it.` };
  return { verdict, why: `${counts}${whatItMeans(count.window)}; ${says} counts in ${requirementWords(provision)}.` };
}

/** What another window does to the count, where it can be said in a few words. */
function whatItMeans(window: Window): string {
  if (window.kind === 'this') {
    const unit = window.unit.replace(/s$/, '');
    return `, so absence counts however long ago in the ${unit}, and none from before it`;
  }
  if (window.kind === 'rolling' && window.unit === 'calendar weeks') return ', holidays among them';
  return '';
}

function codesJudged({ provision, regime }: Question, { count }: CountLimb): Pick<Claim, 'verdict' | 'why'> {
  const codes = codesCounted(count, regime.codes);
  const verdict = compare(provision.relation, provision.value, { kind: 'codes', codes });
  const counts = `Towards a penalty notice ${listWords(codes.toSorted())} ${codes.length === 1 ? 'counts' : 'count'}`;
  const says = speaker(provision.level);
  if (verdict === 'meets') return { verdict, why: `${counts}, as ${says} has it.` };
  return { verdict: 'breaches', why: `${counts}; ${says} counts ${requirementWords(provision)}.` };
}

/** The first number of sessions that reaches the threshold; undefined where it does not count in sessions, or not upwards. */
function reachedAt({ count, compared }: CountLimb): number | undefined {
  const { to, comparator } = compared;
  if (to.kind !== 'constant' || comparator === 'exactly') return undefined;
  // A day of absence is two sessions; school days counted whole are something else.
  const perUnit = count.unit === 'sessions' ? 1 : count.unit === 'days absent' ? 2 : undefined;
  if (perUnit === undefined) return undefined;
  const sessions = (to.value.numerator * perUnit) / to.value.denominator;
  return comparator === 'at least' ? Math.ceil(sessions) : Math.floor(sessions) + 1;
}

function windowValue(window: Window): Value | undefined {
  if (window.kind !== 'rolling') return undefined;
  const unit = units.find((each) => each === window.unit);
  return unit && { kind: 'window', number: window.number, unit, runs: 'rolling' };
}

function windowWords(window: Window): string {
  switch (window.kind) {
    case 'this':
    case 'last':
      return `over ${window.kind} ${window.unit.replace(/s$/, '')}`;
    case 'rolling':
      return `in a rolling ${window.number} ${window.unit}`;
    case 'during':
      return `during ${window.period}`;
    case 'since':
      return `since ${window.event.words}`;
    case 'in a row':
      return 'in a row';
    case 'ever':
      return 'without any end';
  }
}

/** Readings of one clause count as one: where they differ, the clause does not say. */
function mergeReadings(claims: readonly LimbClaim[]): readonly Claim[] {
  const merged = new Map<unknown, LimbClaim>();
  for (const claim of claims) {
    const key = claim.reading ? claim.place : claim;
    const first = merged.get(key);
    if (!first) merged.set(key, claim);
    else if (first.verdict !== claim.verdict) {
      const why = `The clause can be read in more than one way. ${first.why} On another reading: ${claim.why}`;
      merged.set(key, { ...first, verdict: 'silent', why });
    }
  }
  return [...merged.values()];
}
