import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { CaseEntry } from '../../../register/case-log.ts';
import type { Finding } from '../../../dsl/evaluate/finding.ts';
import type { Policy } from '../../../dsl/resolve/policy.ts';
import { evaluate } from '../../../dsl/evaluate/evaluate.ts';
import { declared } from '../generate/names.ts';
import { clauses, policyText } from '../generate/policy-text.ts';
import { asAtOf, caseOf, cases, loggedEntries, entriesOf } from '../generate/pupil-case.ts';
import { subjectIn } from '../generate/subjects.ts';
import type { Subject } from '../generate/subjects.ts';
import type { Property } from './property.ts';

/**
 * A child policy that leaves clauses out, or says nothing at all, stands under a parent: of every pupil the parent's
 * layer says there what the parent says alone, whatever the child says and whatever is logged under its own names.
 */
export const omission: Property = {
  name: 'omission',
  holds: 'omission in a child never loosens its parent',
  prove: (tries) => {
    const kept = fc.array(fc.boolean(), { minLength: 24, maxLength: 24 });
    fc.assert(
      fc.property(clauses, clauses, kept, cases, loggedEntries, (above, below, keep, choice, own) => {
        const parent = policyText('parent', above);
        const alone = subjectIn([{ name: 'parent.att', text: parent }]);
        const child = childOf(below, keep, parent);
        const about = caseOf(choice, alone.recordable);
        const ofChild = entriesOf(own, child.recordable).filter(({ name }) => isOwn(child, name));
        const entries = [...about.log.entries.map((entry) => underParent(alone.compiled.policy, entry)), ...ofChild];
        const there = evaluate(child.compiled, { ...about, log: { entries } }, asAtOf(choice));
        const said = ofTheParent(evaluate(alone.compiled, about, asAtOf(choice)), '');
        assert.deepEqual(ofTheParent(there, 'parent.'), said);
      }),
      tries,
    );
  },
};

/** The child with clauses left out; where what is left no longer reads, it says nothing but its names. */
function childOf(below: readonly string[], keep: readonly boolean[], parent: string): Subject {
  const above = { name: 'parent.att', text: parent };
  const child = (each: readonly string[]): Subject =>
    subjectIn([{ name: 'child.att', text: policyText('child', each, 'parent') }, above]);
  try {
    return child([declared, ...below.slice(1).filter((_clause, index) => keep[index])]);
  } catch {
    return child([]);
  }
}

function isOwn({ compiled }: Subject, name: string): boolean {
  const [own] = compiled.layers;
  return own!.context.declared.has(name) || own!.rules.some((rule) => rule.name === name);
}

/** The same entry as the log of the child's school has it: names of the parent carry its id. */
function underParent(parent: Policy, entry: CaseEntry): CaseEntry {
  const { judgements, papers, periods, thresholds, roles, services, reviews } = parent;
  const named = [judgements, papers, periods, thresholds, roles, services, reviews].flat();
  const isIts = named.some(({ name }) => name === entry.name) || parent.rules.some(({ id }) => id === entry.name);
  return isIts ? { ...entry, name: `parent.${entry.name}` } : entry;
}

/** What a finding says by the parent's clauses, its names without the parent's id. */
function ofTheParent(found: Finding, prefix: string): unknown {
  const { ladders, thresholds, bands, rewards, duties, options, letters, bars, reviews, contradictions } = found;
  const lists = { ladders, thresholds, bands, rewards, duties, options, letters, bars, reviews, contradictions };
  const own = Object.entries(lists).map(([name, list]) => [
    name,
    list.filter(({ clause }) => clause.policy === 'parent').map((each) => ({ ...each, reason: null })),
  ]);
  const reasons = found.reasons.filter(({ clause }) => clause.policy === 'parent');
  const undetermined = found.undetermined.filter(({ about }) => about.startsWith(prefix));
  return JSON.parse(JSON.stringify([own, reasons, undetermined]).replaceAll('parent.', ''));
}
