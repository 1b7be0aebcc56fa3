import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { england } from '../../../dsl/rulebook/england.generated.ts';
import { loadRulebook } from '../../../dsl/rulebook/load-rulebook.ts';
import schema from '../../../dsl/rulebook/rulebook.schema.json' with { type: 'json' };
import { confidences, instrumentKinds, levels, relations, schoolKinds } from '../../../dsl/rulebook/rulebook.ts';
import { units } from '../../../dsl/rulebook/value.ts';

const yamlFile = 'policies/statutory/england.yaml';

test('the generated rulebook is what the YAML says today', () => {
  const loaded = loadRulebook(readFileSync(yamlFile, 'utf8'), yamlFile);
  expect(loaded).toEqual({ kind: 'rulebook', rulebook: england });
});

test('the generated file is up to date to the byte', () => {
  expect(execFileSync(process.execPath, ['tools/generate-rulebook.ts', '--check'], { encoding: 'utf8' })).toBe('');
});

test.each([
  ['relation', relations],
  ['level', levels],
  ['confidence', confidences],
  ['instrumentKind', instrumentKinds],
  ['schoolKind', schoolKinds],
  ['unit', units],
] as const)('the schema and the types know the same words for %s', (name, words) => {
  expect(schema.$defs[name].enum).toEqual(words);
});
