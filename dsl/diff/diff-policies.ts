import type { Day } from '../../register/day.ts';
import { inForce } from '../../register/attendance-code.ts';
import type { PolicySet } from '../check/read-policies.ts';
import type { Policy } from '../resolve/policy.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import type { ClauseChange, PolicyChange } from './change.ts';
import type { Declared } from './declared.ts';
import { withLayers } from '../resolve/layers.ts';
import { added, changeOf, removed } from './compare-clauses.ts';
import { declaredIn } from './declared.ts';
import { pairClauses } from './pair.ts';
import { renamed } from './renamed.ts';
import { standingMoves } from './standing-moves.ts';

export interface DiffOptions {
  readonly rulebook: Rulebook;
  readonly today: Day;
  /** The ids of a policy as it was and as it is, where another id was given to it. */
  readonly pairs?: readonly { readonly was: string; readonly is: string }[];
  /** Whether a policy is asked about; left out, all are. */
  readonly asked?: (policy: Policy) => boolean;
}

/**
 * What changed in meaning between two readings of the same policies, and in how they stand to the law: on each policy’s own
 * first day, and today. Both are read with the layers of their own time. In the order of the new set, then what is gone.
 */
export function diffPolicies(was: PolicySet, is: PolicySet, options: DiffOptions): readonly PolicyChange[] {
  const asked = options.asked ?? (() => true);
  const oldIds = new Map((options.pairs ?? []).map((pair) => [pair.is, pair.was]));
  const taken = new Set<string>();
  const changes = [...is.policies.values()].flatMap((after): readonly PolicyChange[] => {
    const oldId = was.policies.has(after.id) ? after.id : oldIds.get(after.id);
    const before = oldId === undefined ? undefined : was.policies.get(oldId);
    if (before) taken.add(before.id);
    if (!asked(after) && !(before && asked(before))) return [];
    return [before ? changed(before, after, was, is, options) : onlyNew(after, is, options)];
  });
  const gone = [...was.policies.values()].filter((each) => !taken.has(each.id) && asked(each));
  return [...changes, ...gone.map((policy) => onlyOld(policy))];
}

function changed(
  before: Policy,
  after: Policy,
  was: PolicySet,
  is: PolicySet,
  { rulebook, today }: DiffOptions,
): PolicyChange {
  const changes = sameText(before, after) ? [] : clauseChanges(before, after, rulebook, today);
  const standing = layersSame(before, after) ? [] : standingMoves(before, after, rulebook, today);
  const { id, title } = after;
  return {
    id,
    title,
    kind: changes.length + standing.length === 0 ? 'same' : 'changed',
    before: before.source.name,
    after: after.source.name,
    changes,
    standing,
    remarks: [...unread(was, before, 'was'), ...unread(is, after, 'is')],
  };
}

/** All that a new policy breaches, and where it contradicts itself; its clauses are all new, and are not told one by one. */
function onlyNew(after: Policy, is: PolicySet, { rulebook, today }: DiffOptions): PolicyChange {
  const standing = standingMoves(undefined, after, rulebook, today);
  const { id, title, source } = after;
  return {
    id,
    title,
    kind: 'added',
    before: null,
    after: source.name,
    changes: [],
    standing,
    remarks: unread(is, after, 'is'),
  };
}

function onlyOld({ id, title, source }: Policy): PolicyChange {
  return { id, title, kind: 'removed', before: source.name, after: null, changes: [], standing: [], remarks: [] };
}

function clauseChanges(before: Policy, after: Policy, rulebook: Rulebook, today: Day): readonly ClauseChange[] {
  const day = after.inForce.from ?? today;
  const codes = rulebook.codes.filter((code) => inForce(code, day));
  const own = declaredIn(before);
  const now = { policy: after, clauses: declaredIn(after) };
  const first = pairClauses({ policy: { ...before, id: after.id }, clauses: own }, now);
  // What only changed its name is read under the new one, so that nothing which speaks of it seems to change.
  const names = new Map(
    first.pairs.flatMap(({ was, is }) =>
      was.sort === 'sentence' || was.id === is.id ? [] : [[nameOf(was), nameOf(is)]],
    ),
  );
  const then = renamed(before, after.id, names);
  const clauses = declaredIn(then);
  const pairs = names.size === 0 ? first : pairClauses({ policy: then, clauses }, now);
  const writtenAs = new Map(clauses.map((each, index) => [each, own[index]!]));
  const beside = { after, before: then, codes, day };
  const written = (each: Declared): Declared => writtenAs.get(each) ?? each;
  const changes = [
    ...pairs.pairs.flatMap((pair) => changeOf(beside, pair, written(pair.was)) ?? []),
    ...pairs.added.map((each) => added(after, each)),
    ...pairs.removed.map((each) => removed(then, written(each))),
  ];
  return changes.sort((a, b) => lineOf(a) - lineOf(b));
}

/** By which other clauses speak of it: a stage and a band without their ladder and bands. */
function nameOf({ id }: Declared): string {
  return id.slice(id.lastIndexOf('.') + 1);
}

/** In the order of the new text; what is gone, where it stood in the old one. */
function lineOf({ after, before }: ClauseChange): number {
  return (after ?? before)!.line;
}

function sameText(a: Policy, b: Policy): boolean {
  return a.source.text === b.source.text;
}

function layersSame(a: Policy, b: Policy): boolean {
  const texts = (policy: Policy): string => JSON.stringify(withLayers(policy).map(({ source }) => source.text));
  return texts(a) === texts(b);
}

function unread({ diagnostics }: PolicySet, { source }: Policy, when: 'was' | 'is'): readonly string[] {
  const errors = diagnostics.filter((each) => each.source === source && each.severity === 'error');
  if (errors.length === 0) return [];
  return [`Part of this policy does not read as it ${when}: what it says may be more than was compared.`];
}
