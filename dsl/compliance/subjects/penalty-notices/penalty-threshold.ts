import type { Condition } from '../../../resolve/policy.ts';
import type { Claim, Question, Subject } from '../../subject.ts';
import type { CountLimb, Limb } from './penalty-limbs.ts';
import { regionVerdict, regionWitness } from '../../region-verdict.ts';
import { speaker } from '../../value-words.ts';
import { isNarrower } from './narrower-limb.ts';
import type { PenaltyParts } from './penalty-law.ts';
import { penaltyLaw, testOf } from './penalty-law.ts';
import { penaltyLimbs } from './penalty-limbs.ts';
import type { Why } from './threshold-words.ts';
import { codesWhy, sessionsWhy, windowWhy } from './threshold-words.ts';

/**
 * The absence at which a penalty notice is considered: how many sessions, over what window, of which codes. Each part is
 * compared over all registers with the others as the guidance has them, so that a difference is told once, where it lies. A
 * ground that a single session reaches is no threshold of its own window and codes, but it is a lower number.
 */
export const penaltyThreshold: Subject = {
  fields: ['pn.threshold', 'pn.threshold.sessions', 'pn.threshold.window', 'pn.threshold.codes'],
  unsaid: (field) => unsaid[field] ?? 'at how many sessions a penalty notice is considered',
  claims(question) {
    const limbs = penaltyLimbs(question);
    const law = penaltyLaw(question);
    const asked = { question, law, grounds: limbs.filter((limb) => limb.kind === 'count').map(ownTest) };
    const wide = limbs.filter((limb) => !law || !isNarrower(question, limb, testOf(law)));
    const judgedLimbs = wide.some(({ kind }) => kind === 'count') ? wide : limbs;
    return mergeReadings(judgedLimbs.flatMap((limb) => claimsOf(asked, limb)));
  },
  tests(question) {
    const law = penaltyLaw(question);
    if (!law) return [];
    const limbs = penaltyLimbs(question).filter((limb) => limb.kind === 'count');
    return limbs.map((limb) => ({ place: limb.place, own: ownTest(limb), required: testOf(law) }));
  },
};

interface Asked {
  readonly question: Question;
  /** Undefined on a day on which only the council’s code says it. */
  readonly law: PenaltyParts | undefined;
  /** Every ground of the policy. */
  readonly grounds: readonly Condition[];
}

/** A ground with what must hold beside it. */
function ownTest({ test, besides }: CountLimb): Condition {
  return besides.length === 0 ? test : { kind: 'all', parts: [test, ...besides], words: test.words };
}

const unsaid: Readonly<Record<string, string>> = {
  'pn.threshold.window': 'over what time the sessions for a penalty notice are counted',
  'pn.threshold.codes': 'which codes count towards a penalty notice',
};

interface LimbClaim extends Claim {
  readonly reading: boolean;
}

function claimsOf(asked: Asked, limb: Limb): readonly LimbClaim[] {
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
  const { field } = asked.question.provision;
  const sessions = reachedAt(limb);
  const single = sessions === 1;
  if (single && field !== 'pn.threshold.sessions' && field !== 'pn.threshold') return [];
  const part = single ? 'a single session' : 'the threshold';
  return [{ part, ...judged(asked, limb, sessions), place, reading: limb.reading }];
}

type Judged = Pick<Claim, 'verdict' | 'why' | 'witness'>;

function judged(asked: Asked, limb: CountLimb, sessions: number | undefined): Judged {
  const { question, law } = asked;
  // Nothing is compared: the row shows the clause.
  if (!law) return { verdict: 'silent', why: `The clause counts “${limb.compared.words}”.` };
  switch (question.provision.field) {
    case 'pn.threshold.window': {
      const stated = testOf({ ...law, window: limb.test.measure.window });
      return weighed(asked, limb, stated, windowWhy(question, limb));
    }
    case 'pn.threshold.codes':
      return weighed(asked, limb, testOf({ ...law, of: limb.count.of }), codesWhy(question, limb));
    default: {
      const { unit, partDays } = limb.count;
      const { comparator, to } = limb.test;
      const number = testOf({ ...law, unit, partDays, comparator, to });
      const stated: Condition = { kind: 'all', parts: [number, ...limb.besides], words: '' };
      return weighed(asked, limb, stated, sessionsWhy(question, limb, sessions));
    }
  }
}

/** By what the clause does where the other parts are as the guidance has them; with the pupil whom it is unlike for. */
function weighed({ question, law, grounds }: Asked, limb: CountLimb, stated: Condition, why: Why): Judged {
  const required = testOf(law!);
  const found = regionVerdict(question, stated, required);
  switch (found.verdict) {
    case 'silent':
      return { verdict: 'silent', why: `${why.counts}; how that stands to it cannot be weighed: ${found.because}.` };
    case 'meets':
      return { verdict: 'meets', why: `${why.counts}, as ${speaker(question.provision.level)} has it.` };
    case 'breaches': {
      const own = ownTest(limb);
      const test = { judged: stated, own, others: grounds, required, clause: limb.place.id };
      return { verdict: 'breaches', why: why.differs, witness: () => regionWitness(question, test) };
    }
  }
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
