import type { Condition, Measure, Place, Policy } from '../../../resolve/policy.ts';
import type { Question } from '../../subject.ts';
import type { LayerNotice } from '../../reading/notice-before.ts';
import { spokenBelow } from '../../../regions/spoken-below.ts';
import { inItsLayer } from '../../../resolve/layers.ts';
import { clauseHolds } from '../../clause.ts';
import { onceADay } from '../../once-a-day.ts';
import { inLayer, noticeBefore } from '../../reading/notice-before.ts';
import type { PenaltyRule } from './penalty-notices.ts';
import { penaltyRules, rulesOfNotice } from './penalty-notices.ts';

export type Count = Measure & { readonly kind: 'count' };
export type Compared = Condition & { readonly kind: 'compare' };

/** One ground on which a rule for penalty notices turns: a count of unauthorised absence, or one that is not stated. */
export type Limb =
  | {
      readonly kind: 'count';
      readonly count: Count;
      readonly compared: Compared;
      /** The comparison as the policy asked says it, on the day on which the count was at its highest. */
      readonly test: Compared & { readonly measure: Count };
      /** Other measures that must hold with it, so that the count alone is not enough. */
      readonly besides: readonly Condition[];
      /** One of several readings of its clause. */
      readonly reading: boolean;
      readonly place: Place;
    }
  | { readonly kind: 'not stated'; readonly words: string; readonly place: Place };

export type CountLimb = Limb & { readonly kind: 'count' };

/** The grounds of every rule for penalty notices, in the order of the layers and then of the text, each once. */
export const penaltyLimbs: (question: Question) => readonly Limb[] = onceADay((question) => {
  const shared = { question, visited: new Set<string>(), measured: new Map<string, boolean>() };
  const limbs = limbsOfRules({ ...shared, besides: [], reading: false }, penaltyRules(question));
  // A count that is enough alone in one rule is enough, whatever another asks for beside it.
  const seen = new Set<unknown>();
  const aloneFirst = limbs.toSorted((a, b) => besidesOf(a) - besidesOf(b));
  const kept = new Set(aloneFirst.filter((limb) => !seen.has(keyOf(limb)) && seen.add(keyOf(limb))));
  return limbs.filter((limb) => kept.has(limb));
});

function keyOf(limb: Limb): unknown {
  return limb.kind === 'count' ? limb.compared : limb.place;
}

function besidesOf(limb: Limb): number {
  return limb.kind === 'count' ? limb.besides.length : 0;
}

/** What a part of a condition stands under. */
interface Under {
  readonly question: Question;
  /** The layer in whose names the condition speaks. */
  readonly policy: Policy;
  readonly place: Place;
  readonly besides: readonly Condition[];
  readonly reading: boolean;
  /** Named thresholds already followed from such a place: names that go round, or fan out, are followed once. */
  readonly visited: Set<string>;
  readonly measured: Map<string, boolean>;
}

function limbsOfRules(under: Omit<Under, 'policy' | 'place'>, rules: readonly PenaltyRule[]): readonly Limb[] {
  return rules.flatMap(({ policy, rule, conditions }) =>
    limbsOf({ ...under, policy, place: rule.place }, { kind: 'all', parts: conditions, words: rule.words }),
  );
}

function limbsOf(under: Under, condition: Condition): readonly Limb[] {
  switch (condition.kind) {
    case 'all':
      return condition.parts.flatMap((part) => {
        const others = condition.parts
          .filter((other) => other !== part && hasMeasure(under, other))
          .map((other) => spokenBelow(under.question.policy, under.policy, other));
        return limbsOf({ ...under, besides: [...under.besides, ...others] }, part);
      });
    case 'any':
      return condition.parts.flatMap((part) => limbsOf(under, part));
    case 'readings':
      return condition.readings.flatMap((part) => limbsOf({ ...under, reading: true }, part));
    case 'named':
    case 'met':
      return limbsOfNamed(under, condition.name);
    case 'compare':
      return countLimb(under, condition);
    case 'not stated':
      return [{ kind: 'not stated', words: condition.what, place: under.place }];
    default:
      return [];
  }
}

function limbsOfNamed(under: Under, name: string): readonly Limb[] {
  const found = thresholdOf(under, name);
  if (!found) return [];
  const visit = `${found.key} ${under.besides.length > 0} ${under.reading}`;
  if (under.visited.has(visit)) return [];
  under.visited.add(visit);
  const others = otherWordings(found.under.policy, name);
  return [...limbsOf(found.under, found.condition), ...others.flatMap((other) => limbsOfNamed(found.under, other))];
}

/** Other wordings of a threshold: the clauses that, as its layer itself says, contradict it. */
function otherWordings(policy: Policy, name: string): readonly string[] {
  const own = inItsLayer(policy, name).name;
  return policy.contradictions
    .filter(({ between }) => between.includes(own))
    .flatMap(({ between }) => between.filter((each) => each !== own));
}

function countLimb(under: Under, compared: Compared): readonly Limb[] {
  const { besides, reading, place } = under;
  const measure = compared.measure.kind === 'highest' ? compared.measure.of : compared.measure;
  if (measure.kind === 'not stated') return [{ kind: 'not stated', words: measure.what, place }];
  if (measure.kind !== 'count' || !countsUnauthorised(measure, under.question)) return [];
  const warning = measure.window.kind === 'during' ? noticeBefore(under.policy, measure.window.period) : undefined;
  if (warning) return limbsOfNotice(under, warning);
  if (compared.to.kind === 'not stated') return [{ kind: 'not stated', words: compared.to.what, place }];
  if (!['at least', 'more than', 'above', 'exactly'].includes(compared.comparator)) return [];
  const test = spokenBelow(under.question.policy, under.policy, { ...compared, measure });
  return [{ kind: 'count', count: measure, compared, test, besides, reading, place }];
}

/** Absence after a notice is no threshold of its own: the grounds are those on which that notice was given. */
function limbsOfNotice(under: Under, { policy, notice }: LayerNotice): readonly Limb[] {
  const visit = `notice ${policy.id}.${notice.name} ${under.besides.length > 0} ${under.reading}`;
  if (under.visited.has(visit)) return [];
  under.visited.add(visit);
  return limbsOfRules(under, rulesOfNotice(under.question, policy, notice));
}

function countsUnauthorised(count: Count, { regime }: Question): boolean {
  return codesCounted(count, regime.codes).some((code) =>
    regime.codes.some((entry) => entry.code === code && entry.meaning === 'unauthorised absence'),
  );
}

/** The codes a count takes in on a day; a class of the policy language goes by what the codes mean that day. */
export function codesCounted(count: Count, codes: Question['regime']['codes']): readonly string[] {
  if ('codes' in count.of) return count.of.codes;
  const wanted = meaningsOf[count.of.class] ?? [];
  return codes.filter((entry) => wanted.includes(entry.meaning)).map((entry) => entry.code);
}

const meaningsOf: Readonly<Record<string, readonly string[]>> = {
  unauthorised: ['unauthorised absence'],
  authorised: ['authorised absence'],
  absent: ['authorised absence', 'unauthorised absence'],
};

interface NamedThreshold {
  readonly key: string;
  readonly under: Under;
  readonly condition: Condition;
}

function thresholdOf(under: Under, name: string): NamedThreshold | undefined {
  const named = inLayer(under.policy, name, ({ thresholds }) => thresholds);
  if (!named || !clauseHolds(named.found.place, under.question.regime.day)) return undefined;
  const { policy, found } = named;
  return {
    key: `${policy.id}.${found.name}`,
    under: { ...under, policy, place: found.place },
    condition: found.condition,
  };
}

/** Whether something is counted or measured in it: what people judge or log narrows nothing that the framework counts. */
function hasMeasure(under: Under, condition: Condition): boolean {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.parts.some((part) => hasMeasure(under, part));
    case 'readings':
      return condition.readings.some((part) => hasMeasure(under, part));
    case 'not':
      return hasMeasure(under, condition.part);
    case 'named':
    case 'met': {
      const found = thresholdOf(under, condition.name);
      if (!found) return false;
      const known = under.measured.get(found.key);
      if (known !== undefined) return known;
      under.measured.set(found.key, false);
      const measured = hasMeasure(found.under, found.condition);
      under.measured.set(found.key, measured);
      return measured;
    }
    case 'compare':
    case 'at stage':
      return true;
    default:
      return false;
  }
}
