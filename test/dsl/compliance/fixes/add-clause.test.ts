import { describe, expect, test } from 'vitest';
import type { StandingRow } from '../../../../dsl/index.ts';
import { applyEdits, checkCompliance, england, formatPolicy, readPolicies } from '../../../../dsl/index.ts';
import { isoDay } from '../../../../register/day.ts';

const head = 'policy school "A school" in force from 1 September 2024\n';
const wanted = england.provisions.filter(({ mustSay, to }) => mustSay === true && to === undefined);

function rowOf(text: string, provision: string): StandingRow {
  const { policies } = readPolicies([{ name: 'school.att', text }], { rulebook: england });
  const rows = checkCompliance(policies.get('school')!, england, isoDay('2024-09-01'));
  return rows.find((row) => row.provision === provision)!;
}

describe.each(wanted)('$id', ({ id }) => {
  const fix = rowOf(head, id).fixes.find((each) => each.id === 'add-clause')!;
  const stub = applyEdits(head, fix.edits);

  test('a stub says nothing until it is written, and is laid out', () => {
    expect(fix.safe).toBe(false);
    expect(rowOf(stub, id).standing).toBe('silent');
    expect(formatPolicy({ name: 'school.att', text: stub })).toBe(stub);
  });
});

test('what a policy may leave unsaid has none', () => {
  const { standing, fixes } = rowOf(head, 'NTI-CONTENT');
  expect([standing, fixes]).toEqual(['silent', []]);
});
