import type { Policy } from '../../resolve/policy.ts';
import { clausesOf } from '../../resolve/clauses.ts';

const declared = new WeakMap<Policy, ReadonlySet<string>>();

/** A name as every layer can compare it: with the id of the policy that declares it; a free name stands for itself. */
export function nameIn(policy: Policy, name: string): string {
  let own = declared.get(policy);
  if (!own) {
    own = new Set(
      clausesOf(policy)
        .filter((each) => each.sort !== 'sentence')
        .map((each) => each.name),
    );
    declared.set(policy, own);
  }
  return own.has(name) ? `${policy.id}.${name}` : name;
}

/** Fields of a condition or a measure that say where it stands or how it reads, and nothing of what it means. */
const notMeaning: ReadonlySet<string> = new Set(['words', 'place', 'title', 'what', 'span']);
const names: ReadonlySet<string> = new Set(['name', 'ladder', 'period', 'review', 'service', 'paper']);

/** Lists of which the order means nothing. */
const unordered: ReadonlySet<string> = new Set(
  'parts codes timing guards subject to about objects details goesTo texts names needs flags between groups by'.split(
    ' ',
  ),
);

/** Two parts of clauses mean the same where these are the same text. */
export function meaningOf(policy: Policy, part: object): string {
  return JSON.stringify(part, (field, value: unknown) => {
    if (notMeaning.has(field)) return undefined;
    if (Array.isArray(value) && unordered.has(field)) return value.toSorted(byMeaning(policy));
    return typeof value === 'string' && names.has(field) ? nameIn(policy, value) : value;
  });
}

function byMeaning(policy: Policy): (a: unknown, b: unknown) => number {
  const text = (each: unknown): string => (typeof each === 'string' ? each : meaningOf(policy, each as object));
  return (a, b) => (text(a) < text(b) ? -1 : 1);
}
