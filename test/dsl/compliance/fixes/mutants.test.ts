import { expect, test } from 'vitest';
import type { Source, StandingRow } from '../../../../dsl/index.ts';
import { applyEdits, checkCompliance, england, readPolicies } from '../../../../dsl/index.ts';
import { checkProvision } from '../../../../dsl/compliance/compliance.ts';
import { withLayers } from '../../../../dsl/resolve/layers.ts';
import { isoDay } from '../../../../register/day.ts';
import { readSchoolPolicies, schoolPolicies } from '../../../support/school-policies.ts';

// Values of the nine policies put wrong by a step, each beside the provision that its clause keeps: where that makes a
// breach, the fix that is offered cures it.

const day = isoDay('2024-09-01');

const steps: readonly (readonly [RegExp, (found: string) => string])[] = [
  [/(?<=£)\d+/g, (pounds) => String(Number(pounds) + 1)],
  [/\b\d+(?= (?:unauthorised )?sessions)/g, (count) => String(Number(count) + 1)],
  [/\b\d+(?= (?:school|calendar|working) (?:weeks|days))/g, (count) => String(Number(count) + 1)],
  [/\bschool weeks\b/g, () => 'calendar weeks'],
  [/\b\d+(?=%)/g, (percent) => String(Number(percent) - 1)],
  [/\bat most (?=\d+%)/g, () => 'below '],
  [/\bat least (?=\d+%)/g, () => 'more than '],
  [/\bat least (?=\d+ (?:unauthorised )?sessions)/g, () => 'more than '],
  [/(?<=coded )[A-Z](?:, [A-Z])+/g, (codes) => codes.slice(3)],
  [/\b\d\d:\d\d\b/g, (time) => `${String(Number(time.slice(0, 2)) + 1).padStart(2, '0')}${time.slice(2)}`],
];

interface Mutant {
  readonly file: string;
  readonly provision: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const mutants: readonly Mutant[] = [...readSchoolPolicies().policies.values()].flatMap((policy) =>
  checkCompliance(policy, england, day).flatMap(({ standing, place, provision, clause }): readonly Mutant[] => {
    if (standing !== 'meets' || !place || clause?.policy !== policy.id) return [];
    const text = place.source.text
      .slice(place.span.start, place.span.end)
      .replace(/"[^"]*"/g, (each) => '"'.repeat(each.length));
    return steps.flatMap(([pattern, step]) =>
      [...text.matchAll(pattern)].map((match) => ({
        file: place.source.name,
        provision,
        start: place.span.start + match.index,
        end: place.span.start + match.index + match[0].length,
        text: step(match[0]),
      })),
    );
  }),
);

test('values put wrong in the nine policies are cured by the fix that is offered', () => {
  const uncured: string[] = [];
  let cured = 0;
  for (const { file, provision, start, end, text } of mutants) {
    const wrong = schoolPolicies.map((each) => (each.name === file ? replaced(each, start, end, text) : each));
    const row = rowOf(wrong, file, provision);
    if (row?.standing !== 'breaches') continue;
    const fix = row.fixes.find(({ id }) => id === 'change-value');
    const edited = wrong.map(({ name, text: before }) => ({
      name,
      text: applyEdits(before, fix?.edits.filter((each) => each.file === name) ?? []),
    }));
    const after = rowOf(edited, file, provision)?.standing;
    const what = `${file} ${provision}: ${wrong.find(({ name }) => name === file)!.text.slice(start - 20, end + 20)}`;
    if (after === 'meets') cured++;
    else uncured.push(`${what} → ${fix ? `${fix.title}: ${after}` : 'no fix'}`);
  }
  expect(uncured).toEqual([]);
  expect(cured).toBeGreaterThanOrEqual(15);
});

function replaced({ name, text }: Source, start: number, end: number, to: string): Source {
  return { name, text: text.slice(0, start) + to + text.slice(end) };
}

/** By file: itself, and those of the layers above it, which are all that it is read with. */
const besides = new Map(
  [...readSchoolPolicies().policies.values()].map((policy) => [
    policy.source.name,
    new Set(withLayers(policy).map(({ source }) => source.name)),
  ]),
);

/** Undefined where the text no longer reads. */
function rowOf(texts: readonly Source[], file: string, provision: string): StandingRow | undefined {
  const wanted = besides.get(file)!;
  const read = texts.filter(({ name }) => wanted.has(name));
  const { policies, diagnostics } = readPolicies(read, { rulebook: england });
  if (diagnostics.some(({ severity, source }) => severity === 'error' && source.name === file)) return undefined;
  const policy = [...policies.values()].find(({ source }) => source.name === file)!;
  return checkProvision(policy, england, day, provision);
}
