import { expect } from 'vitest';
import type { Policy } from '../../../dsl/resolve/policy.ts';
import type { RegionComparison, Side } from '../../../dsl/regions/comparison.ts';
import { readPolicies } from '../../../dsl/check/read-policies.ts';
import { compareConditions } from '../../../dsl/regions/compare-conditions.ts';
import { stanceOf } from '../../../dsl/regions/part-ways.ts';
import { england } from '../../../dsl/rulebook/england.generated.ts';
import { regimeOn } from '../../../dsl/rulebook/regime.ts';
import { isoDay } from '../../../register/day.ts';

export const codes = regimeOn(england, isoDay('2024-09-02')).codes;

/** A test of the policy language, by itself or after the declarations that it names. */
export function sideOf(test: string, declared = ''): Side {
  const policy = policyOf(test, declared);
  return { condition: policy.thresholds.find(({ name }) => name === 'level')!.condition, policy, codes };
}

/** How one test compares with another on 2 September 2024: the same whether or not a register is wanted that shows it. */
export function compared(left: string, right: string, declared = ''): RegionComparison {
  const sides = [sideOf(left, declared), sideOf(right, declared)] as const;
  const settings = { day: isoDay('2024-09-02') };
  const found = compareConditions(...sides, settings);
  expect(stanceOf(...sides, settings).kind).toBe(found.kind);
  return found;
}

/** A text that does not read is a mistake of the test. */
export function policyOf(test: string, declared = ''): Policy {
  const text = `policy school "A school" in force from 1 September 2020\n${declared}\nthreshold level "the level" is ${test}\n`;
  const { policies, diagnostics } = readPolicies([{ name: 'school.att', text }], { rulebook: england });
  const errors = diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message);
  if (errors.length > 0) throw new Error(`the test does not read: ${errors.join('; ')}`);
  return policies.get('school')!;
}
