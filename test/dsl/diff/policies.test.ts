import { describe, expect, test } from 'vitest';
import { readPolicies } from '../../../dsl/check/read-policies.ts';
import type { PolicyChange, Way } from '../../../dsl/diff/change.ts';
import { diffPolicies } from '../../../dsl/diff/diff-policies.ts';
import { england } from '../../../dsl/rulebook/england.generated.ts';
import type { Source } from '../../../dsl/text/source.ts';
import { isoDay } from '../../../register/day.ts';
import { mutantsOf } from '../../prove/mutants/mutants.ts';
import { schoolPolicies } from '../../support/school-policies.ts';

// The schools’ own policies, whole: what is the same says nothing, and no number can be moved without a word of it.
const rulebook = england;
const was = readPolicies(schoolPolicies, { rulebook });

function diffed(change: (source: Source) => string): readonly PolicyChange[] {
  const sources = schoolPolicies.map((source) => ({ name: source.name, text: change(source) }));
  return diffPolicies(was, readPolicies(sources, { rulebook }), { rulebook, today: isoDay('2026-11-22') });
}

test('each beside itself: nothing', () => {
  expect(diffed(({ text }) => text).map(({ kind }) => kind)).toEqual(schoolPolicies.map(() => 'same'));
});

test.each<[string, (text: string) => string]>([
  ['without what is cited', (text) => text.replace(/\s+cite "[^"]*"/g, '')],
  ['with comments and another layout', (text) => text.replace(/^( *)(\S)/gm, '$1$1// here\n$2')],
  ['without the examples', (text) => text.replace(/^example "[^]*?^\}\n/gm, '')],
])('%s: nothing', (_, change) => {
  expect(diffed(({ text }) => change(text)).filter(({ changes }) => changes.length > 0)).toEqual([]);
});

describe('one number, time, date or comparator moved by a step', () => {
  const mutants = schoolPolicies.flatMap(mutantsOf).filter((_, index) => index % 40 === 5);

  test.each(
    mutants.map(
      (mutant) => [`${mutant.source.name}:${mutant.line}: ${mutant.literal} → ${mutant.becomes}`, mutant] as const,
    ),
  )('%s is told, and moved back it is the opposite', (_, { source: mutant }) => {
    const sources = schoolPolicies.map((source) => (source.name === mutant.name ? mutant : source));
    const is = readPolicies(sources, { rulebook });
    const options = {
      rulebook,
      today: isoDay('2026-11-22'),
      asked: ({ id }: { readonly id: string }) => ids(is, mutant).includes(id),
    };
    const [forth, back] = [diffPolicies(was, is, options), diffPolicies(is, was, options)].map(waysOf);
    expect(forth).not.toEqual([]);
    expect(back).toEqual(forth!.map(([clause, way]) => [clause, opposite[way]]));
  });
});

const opposite: Readonly<Record<Way | 'reworded', Way | 'reworded'>> = {
  tighter: 'looser',
  looser: 'tighter',
  neither: 'neither',
  reworded: 'reworded',
};

function waysOf(found: readonly PolicyChange[]): readonly (readonly [string, Way | 'reworded'])[] {
  return found.flatMap(({ changes }) => changes.map(({ clause, way }) => [clause, way] as const));
}

function ids({ policies }: typeof was, { name }: Source): readonly string[] {
  return [...policies.values()].filter(({ source }) => source.name === name).map(({ id }) => id);
}
