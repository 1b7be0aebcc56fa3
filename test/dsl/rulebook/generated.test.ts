import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { england } from '../../../dsl/rulebook/england.generated.ts';
import { loadRulebook } from '../../../dsl/rulebook/load-rulebook.ts';
import schema from '../../../policies/statutory/rulebook.schema.json' with { type: 'json' };
import {
  changes,
  confidences,
  instrumentKinds,
  levels,
  relations,
  schoolKinds,
} from '../../../dsl/rulebook/rulebook.ts';
import { readRulebookFiles, rulebookFiles } from '../../../tools/rulebook-files.ts';
import { units } from '../../../dsl/rulebook/value.ts';

test('the generated rulebook is what the YAML says today', () => {
  const loaded = loadRulebook(readRulebookFiles());
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
  ['change', changes],
] as const)('the schema and the types know the same words for %s', (name, words) => {
  expect(schema.$defs[name].enum).toEqual(words);
});

test('every file of the folder belongs to the rulebook, and tells an editor its schema', () => {
  const found = readdirSync('policies/statutory').filter((name) => name.endsWith('.yaml'));
  expect(found.map((name) => `policies/statutory/${name}`).toSorted()).toEqual(rulebookFiles.toSorted());
  const first = readRulebookFiles().map(({ text }) => text.split('\n')[0]);
  expect(new Set(first)).toEqual(new Set(['# yaml-language-server: $schema=./rulebook.schema.json']));
});
