import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Field } from '../../letters/letter-fields.ts';
import { exampleFields, letterFieldList } from '../../letters/letter-fields.ts';
import { letterFields } from '../../letters/draft-fields.ts';
import { withTables } from '../../letters/reference-tables.ts';
import { ownTemplates as generated } from '../../letters/templates.generated.ts';
import { ownTemplates, sampleInput } from './sample-letter.ts';

test('the tables of README.md are those of the code', () => {
  const readme = readFileSync(new URL('../../letters/README.md', import.meta.url), 'utf8');
  expect(withTables(readme)).toBe(readme);
});

test('the templates as a module are those on disk', () => {
  expect(generated).toEqual(ownTemplates());
});

test('what is drafted has the fields of the list, no more and no fewer, and of their kinds', () => {
  const drafted = letterFields(
    sampleInput('stage-2-letter', { school: { signatory: { role: 'Head', name: 'A. B.' } } }),
  );
  if (drafted.kind === 'refused') throw new Error(drafted.reasons.join());
  const names = (value: object): string[] =>
    Object.entries(value).flatMap(([group, inside]) =>
      Array.isArray(inside) ? [group] : Object.keys(inside as object).map((name) => `${group}.${name}`),
    );
  const listed = letterFieldList.map(({ name }) => name).toSorted();
  expect(names(drafted.fields).toSorted()).toEqual(listed);
  expect(names(exampleFields()).toSorted()).toEqual(listed);
  for (const field of letterFieldList)
    expect([field.name, valueOf(drafted.fields, field.name)]).toSatisfy(suits(field));
});

function valueOf(fields: object, name: string): unknown {
  return name.split('.').reduce<unknown>((value, part) => (value as Record<string, unknown>)[part], fields);
}

function suits({ kind }: Field): (pair: readonly [string, unknown]) => boolean {
  return ([, value]) => {
    if (kind === 'lines' || kind === 'rows') return Array.isArray(value) && value.length > 0;
    if (typeof value !== 'string') return false;
    if (kind === 'date') return /^\d{4}-\d{2}-\d{2}$/.test(value);
    return kind === 'text' ? value !== '' : /^\d+(\.\d+)?$/.test(value);
  };
}
