import type { Condition, Policy } from '../resolve/policy.ts';
import type { Relation } from '../rulebook/rulebook.ts';
import type { Question } from './subject.ts';
import type { Difference } from '../regions/difference.ts';
import type { Parting } from '../regions/part-ways.ts';
import { partWays } from '../regions/part-ways.ts';
import { witnessOf } from '../regions/witness.ts';
import type { StandingWitness } from './standing.ts';

/** What a clause asks for beside what law or guidance does, by all registers. */
export type RegionVerdict =
  | { readonly verdict: 'meets' | 'breaches' }
  /** Why it cannot be weighed, in words that follow “because”. */
  | { readonly verdict: 'silent'; readonly because: string };

/**
 * Whether a test of a policy stands to that of a provision as its relation asks: exactly, it holds of the same pupils; at
 * most (or including), of all whom the provision counts in and perhaps of more; at least (or one of), of none besides.
 */
export function regionVerdict(question: Question, stated: Condition, required: Condition): RegionVerdict {
  const found = comparedOnDay(question, stated, required);
  if (found.kind === 'cannot be compared') return { verdict: 'silent', because: found.why };
  const enough = allowed[question.provision.relation];
  if (!enough) return { verdict: 'silent', because: `“${question.provision.relation}” is asked of it` };
  return { verdict: enough.includes(found.kind) ? 'meets' : 'breaches' };
}

const allowed: Readonly<Partial<Record<Relation, readonly Parting['kind'][]>>> = {
  exactly: ['same'],
  'at most': ['same', 'tighter'],
  includes: ['same', 'tighter'],
  'at least': ['same', 'looser'],
  'one of': ['same', 'looser'],
};

/** A ground as it is judged, with every other part the provision’s; and as the policy has it. */
export interface JudgedTest {
  readonly judged: Condition;
  readonly own: Condition;
  /** What else the policy counts pupils in by; left out: nothing. */
  readonly others?: readonly Condition[];
  readonly required: Condition;
  readonly clause: string;
}

/**
 * The smallest register on which the policy as it stands and the provision part ways, over the part that is judged: of a
 * pupil whom the provision counts in, no ground of the policy does, if there is such a pupil.
 */
export function regionWitness(question: Question, test: JudgedTest): StandingWitness | undefined {
  const { judged, own, others = [], required, clause } = test;
  const kind = comparedOnDay(question, judged, required).kind;
  const speaker = question.provision.level === 'law' ? 'the law' : 'the guidance';
  const shown = (difference: Difference | undefined, words: string): StandingWitness | undefined => {
    const found = difference && witnessOf(difference, question.regime.codes, question.policy.id);
    if (!found?.case) return undefined;
    return {
      words: `${found.words}: ${words}`,
      case: { ...found.case, asks: { provision: question.provision.id, clause } },
    };
  };
  const passedOver = (): StandingWitness | undefined => {
    const beside = onlyRequired(question, [judged, own, ...others], required);
    return shown(
      beside ?? onlyRequired(question, [judged, own], required),
      `${speaker} counts such a pupil in, and this clause does not`,
    );
  };
  const caught = (): StandingWitness | undefined => {
    const found = comparedOnDay(question, { kind: 'all', parts: [judged, own], words: '' }, required);
    return shown(
      'onlyLeft' in found ? found.onlyLeft : undefined,
      `this clause counts such a pupil in, and ${speaker} does not`,
    );
  };
  if (kind === 'tighter') return caught();
  return kind === 'looser' || kind === 'neither'
    ? (passedOver() ?? (kind === 'neither' ? caught() : undefined))
    : undefined;
}

function onlyRequired(question: Question, parts: readonly Condition[], required: Condition): Difference | undefined {
  const found = comparedOnDay(question, { kind: 'any', parts, words: '' }, required);
  return 'onlyRight' in found ? found.onlyRight : undefined;
}

/** Most policies ask the same of few things: what speaks of no name is compared once for all of them. */
function comparedOnDay({ policy, regime: { day, codes } }: Question, left: Condition, right: Condition): Parting {
  const key = `${day} ${keyOf(left)} ${keyOf(right)}`;
  const before = key.includes('"name":') ? keptFor(policy) : comparedForAll;
  let found = before.get(key);
  if (!found) {
    found = partWays({ condition: left, policy, codes }, { condition: right, policy, codes }, { day });
    if (before.size >= mostKept) before.clear();
    before.set(key, found);
  }
  return found;
}

type Compared = Map<string, Parting>;

const mostKept = 500;
const comparedForAll: Compared = new Map();
const comparedFor = new WeakMap<Policy, Compared>();

function keptFor(policy: Policy): Compared {
  let kept = comparedFor.get(policy);
  if (!kept) comparedFor.set(policy, (kept = new Map()));
  return kept;
}

function keyOf(condition: Condition): string {
  return JSON.stringify(condition, (field, value: unknown) => (field === 'place' ? undefined : value));
}
