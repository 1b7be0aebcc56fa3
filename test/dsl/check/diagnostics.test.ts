import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { CheckOptions } from '../../../dsl/check/read-policies.ts';
import { catalogue } from '../../../dsl/text/catalogue.ts';
import { isoDay } from '../../../register/day.ts';
import { applied, checkPolicy, diagnose } from '../../support/check-policy.ts';
import { writeMarked } from '../../support/marked-source.ts';

// test/conformance/check: for every diagnostic a policy that it is said of, its place and words marked; where no fix is
// offered, the same policy cured. UPDATE=1 rewrites the marks: the difference is to be read.
const folder = new URL('../../conformance/check/', import.meta.url);
const codes = Object.keys(catalogue);

/** What these need to be told. */
const given: Record<string, Partial<CheckOptions>> = {
  'review-overdue': { asAt: isoDay('2024-10-01') },
  'departure-lapsed': { asAt: isoDay('2025-09-01') },
  'letter-without-template': { templates: new Set(['example.second-letter']) },
};

const file = (name: string): URL => new URL(name, folder);
const read = (name: string): string => readFileSync(file(name), 'utf8');

/** What stands above those that are under it. */
const layer = readFileSync(new URL('../layers/halton.att', folder), 'utf8');

/** Information stands in most small policies: it is looked at only where it is what the file is about. */
function relevant(code: string, about: string): boolean {
  return catalogue[about as 'unknown-name'].severity === 'information' ? code === about : true;
}

test('there is a policy for every diagnostic, and for no other', () => {
  const names = readdirSync(folder).filter((name) => !name.endsWith('.cured.att'));
  expect(names).toEqual(codes.map((code) => `${code}.att`).sort());
});

test.each(codes)('%s is said where it is marked', (code) => {
  const marked = read(`${code}.att`);
  const { text, found, expected, diagnostics } = checkPolicy(marked, given[code], layer);
  const shown = found.filter((each, index) => {
    const said = diagnostics[index]!.code;
    return relevant(said, code) && (each.severity !== 'information' || said === code);
  });
  if (process.env['UPDATE'] === '1') writeFileSync(file(`${code}.att`), writeMarked(text, shown));
  else expect(shown.map(({ column: _column, ...rest }) => rest)).toEqual(expected);
  expect(diagnostics.map((each) => each.code)).toContain(code);
});

test.each(codes)('%s is cured', (code) => {
  const { text, diagnostics } = checkPolicy(read(`${code}.att`), given[code], layer);
  const fixes = diagnostics.filter((each) => each.code === code).flatMap((each) => each.fixes);
  const cured = fixes.map((fix) => applied(text, fix));
  if (existsSync(file(`${code}.cured.att`))) cured.push(read(`${code}.cured.att`));
  expect(cured).not.toEqual([]);
  for (const each of cured) {
    const left = diagnose(each, given[code], layer).filter((said) => said.code === code || said.severity === 'error');
    expect(left.map((said) => `${said.code}: ${said.message}`)).toEqual([]);
  }
});
