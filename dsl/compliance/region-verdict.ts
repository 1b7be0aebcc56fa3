import type { Condition } from '../resolve/policy.ts';
import type { Relation } from '../rulebook/rulebook.ts';
import type { Question } from './subject.ts';
import type { Difference } from '../regions/difference.ts';
import type { Stance } from '../regions/part-ways.ts';
import { onlyFirst, stanceOf } from '../regions/part-ways.ts';
import { witnessOf } from '../regions/witness.ts';
import { onceADay } from './once-a-day.ts';
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

const allowed: Readonly<Partial<Record<Relation, readonly Stance['kind'][]>>> = {
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
  const caught = (): StandingWitness | undefined =>
    shown(
      onlyFirstOnDay(question, { kind: 'all', parts: [judged, own], words: '' }, required),
      `this clause counts such a pupil in, and ${speaker} does not`,
    );
  if (kind === 'tighter') return caught();
  return kind === 'looser' || kind === 'neither'
    ? (passedOver() ?? (kind === 'neither' ? caught() : undefined))
    : undefined;
}

function onlyRequired(question: Question, parts: readonly Condition[], required: Condition): Difference | undefined {
  return onlyFirstOnDay(question, required, { kind: 'any', parts, words: '' });
}

/** How two tests compare on the day asked about. */
export function comparedOnDay(question: Question, left: Condition, right: Condition): Stance {
  const kept = keptOnDay(question, left, right);
  return (kept.stance ??= stanceOf(...sidesOf(question, left, right)));
}

function onlyFirstOnDay(question: Question, first: Condition, second: Condition): Difference | undefined {
  const kept = keptOnDay(question, first, second);
  if (kept.onlyFirst === undefined) kept.onlyFirst = onlyFirst(...sidesOf(question, first, second)) ?? null;
  return kept.onlyFirst ?? undefined;
}

function sidesOf(
  { policy, regime: { day, codes } }: Question,
  left: Condition,
  right: Condition,
): Parameters<typeof stanceOf> {
  return [{ condition: left, policy, codes }, { condition: right, policy, codes }, { day }];
}

/** What was found of two tests on a day; undefined: not asked yet. */
interface Kept {
  stance: Stance | undefined;
  /** Null: there is none. */
  onlyFirst: Difference | null | undefined;
}

/** Most policies ask the same of few things: what speaks of no name is compared once for all of them. */
function keptOnDay(question: Question, left: Condition, right: Condition): Kept {
  const key = `${keyOf(left)} ${keyOf(right)}`;
  const before = key.includes('"name":') ? keptForPolicy(question) : keptForAll(question);
  let found = before.get(key);
  if (!found) before.set(key, (found = { stance: undefined, onlyFirst: undefined }));
  return found;
}

const keptForPolicy = onceADay(() => new Map<string, Kept>());

const byRegime = new WeakMap<Question['regime'], Map<string, Kept>>();

function keptForAll({ regime }: Question): Map<string, Kept> {
  let kept = byRegime.get(regime);
  if (!kept) byRegime.set(regime, (kept = new Map()));
  return kept;
}

function keyOf(condition: Condition): string {
  const known = keys.get(condition);
  if (known !== undefined) return known;
  const key =
    condition.kind === 'all' || condition.kind === 'any'
      ? `{"${condition.kind}":[${condition.parts.map(keyOf).join()}]}`
      : JSON.stringify(condition, (field, value: unknown) => (field === 'place' ? undefined : value));
  keys.set(condition, key);
  return key;
}

const keys = new WeakMap<Condition, string>();
