import { readPolicies } from '../../../dsl/check/read-policies.ts';
import type { PolicyChange } from '../../../dsl/diff/change.ts';
import { diffPolicies } from '../../../dsl/diff/diff-policies.ts';
import { england } from '../../../dsl/rulebook/england.generated.ts';
import { isoDay } from '../../../register/day.ts';

/** Two bodies of one school’s policy, in force from 1 September 2024, compared: the changes as lines. */
export function changes(was: string, is: string): readonly string[] {
  return changesOf(policy(was), policy(is));
}

/** Two texts of a policy compared: `way for whom: clause: each effect`. */
export function changesOf(was: string, is: string): readonly string[] {
  return diffed(was, is).flatMap((each) =>
    each.changes.map(({ way, who, clause, kind, effects }) => {
      const whom = who.length === 0 ? '' : ` for ${who.join(' and ')}`;
      const how = kind === 'changed' ? '' : ` (${kind})`;
      return `${way}${whom}: ${clause}${how}${effects.map(({ words }) => ` ${words}`).join('')}`;
    }),
  );
}

export function diffed(was: string, is: string): readonly PolicyChange[] {
  const read = (text: string) => {
    const set = readPolicies([{ name: 'oak.att', text }], { rulebook: england });
    const wrong = set.diagnostics.filter(({ severity }) => severity === 'error');
    if (wrong.length > 0) throw new Error(`${wrong[0]!.message} in ${text}`);
    return set;
  };
  return diffPolicies(read(was), read(is), { rulebook: england, today: isoDay('2026-11-22') });
}

export function policy(body: string): string {
  return `policy oak "Oak School" in force from 1 September 2024 {\n  school in "England"\n}\n${body}\n`;
}
