import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { parseFragment, parse as parseHtml } from 'parse5';
import { afterAll, expect, test } from 'vitest';
import { areaTitle } from '../../cli/comply/areas.ts';
import { comply } from '../../cli/commands/comply.ts';
import type { ComplyFlags } from '../../cli/flags.ts';
import { england, regimeOn } from '../../dsl/index.ts';
import { isoDay } from '../../register/day.ts';
import { schemaFaults } from '../support/schemas.ts';

const repository = resolve(import.meta.dirname, '../..');
const desk = mkdtempSync(join(tmpdir(), 'att-comply-'));
afterAll(() => {
  rmSync(desk, { recursive: true });
});

async function complied(
  named: string,
  flags: ComplyFlags,
  folder = repository,
): Promise<{ readonly exit: number; readonly out: string }> {
  let out = '';
  const print = (more: string): void => void (out += more);
  const context = { out: print, err: print, format: 'text' as const, colour: false, environment: {}, folder };
  const exit = await comply(context, named, flags);
  return { exit, out };
}

interface Row {
  readonly provision: string;
  readonly standing: string;
  readonly citation: string;
  readonly clause: { readonly line: number } | null;
}

const asAt = '2024-09-01';
const inForce = regimeOn(england, isoDay(asAt)).provisions.map(({ id }) => id);

test.each(['widnes', 'halton', 'upton'])(
  '%s as JSON: one element for each provision in force, in the order of the rulebook',
  async (named) => {
    const { exit, out } = await complied(named, { asAt, format: 'json' });
    const rows = JSON.parse(out) as readonly Row[];
    expect(exit).toBe(0);
    expect(rows.map(({ provision }) => provision)).toEqual(inForce);
    expect(schemaFaults('comply.schema.json', rows)).toEqual([]);
  },
);

test('as CSV: the same rows, in columns that stay', async () => {
  const rows = JSON.parse((await complied('widnes', { asAt, format: 'json' })).out) as readonly Row[];
  const { out } = await complied('widnes', { asAt, format: 'csv' });
  const [header, ...lines] = parse(out, { record_delimiter: '\r\n' }) as unknown as readonly (readonly string[])[];
  expect(header).toEqual([
    'policy', 'as at', 'area', 'provision', 'asks', 'value', 'level', 'citation', 'link', 'in force from', 'in force to',
    'confidence', 'standing', 'why', 'policy text', 'clause policy', 'clause', 'clause heading', 'clause line', 'departs until',
  ]); // prettier-ignore
  expect(lines.map((line) => [line[3], line[12], line[7], line[18]])).toEqual(
    rows.map(({ provision, standing, citation, clause }) => [
      provision,
      standing,
      citation,
      String(clause?.line ?? ''),
    ]),
  );
});

test('as CSV: what a spreadsheet would take for a formula is none', async () => {
  const policy = `policy school "School" in force from 1 September 2024
threshold pa is attendance this school year below 90%   cite "=HYPERLINK(0), \\u201Cx\\u201D"
`;
  writeFileSync(
    join(desk, 'school.att'),
    policy.replaceAll(/\\u(201[CD])/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16))),
  );
  const { out } = await complied('school.att', { asAt, format: 'csv' }, desk);
  expect(out).toContain(`"'=HYPERLINK(0), “x”"`);
});

test('as HTML: one page with a row for each provision, and nothing that it loads or runs', async () => {
  const { out } = await complied('widnes', { asAt, format: 'html' });
  expect(parseHtml(out).childNodes.length).toBeGreaterThan(0);
  const ids = [...out.matchAll(/<tr id="([^"]+)"/g)].map(([, id]) => id!);
  expect(new Set(ids)).toEqual(new Set(inForce));
  expect(ids).toHaveLength(inForce.length);
  expect(out).not.toMatch(/<script|<img|<link|@import|url\(/);
  expect(out).toContain('confirmed second-hand');
});

test('as HTML: words of a policy are words', async () => {
  writeFileSync(
    join(desk, 'odd.att'),
    'policy odd "A <b>school</b> & more" in force from 1 September 2024\nthreshold pa "<i>\' & x" is attendance this school year below 90%\n',
  );
  const { out } = await complied('odd.att', { asAt, format: 'html' }, desk);
  expect(out).not.toMatch(/<b>|<i>/);
  expect(parseFragment(/<h1>.*<\/h1>/.exec(out)![0]).childNodes[0]).toMatchObject({
    childNodes: [{ value: 'A <b>school</b> & more' }],
  });
});

test('in the terminal: by area, within the width, with what each standing means', async () => {
  const { out } = await complied('widnes', { asAt });
  const lines = out.trimEnd().split('\n');
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(120);
  expect(lines[0]).toBe(
    'Widnes Academy Attendance Policy 2023-2024 (widnes) beside the law and guidance of 1 September 2024',
  );
  expect(out).toMatch(/^breaches +REG-OPEN-30 +The register closes/m);
  expect(out).toMatch(/^silent +\d+ {2}nothing was found that could be judged/m);
});

test('each provision has its area', () => {
  const others = england.provisions.filter(({ id }) => areaTitle(id) === 'Other provisions');
  expect(others.map(({ id }) => id)).toEqual([]);
});

test('a policy here goes before the one that comes with Att; either is found by its id', async () => {
  mkdirSync(join(desk, 'policies'), { recursive: true });
  writeFileSync(join(desk, 'policies/own.att'), 'policy widnes "Our own" in force from 1 September 2024\n');
  expect((await complied('widnes', { asAt }, desk)).out).toMatch(/^Our own \(widnes\)/);
  expect((await complied('bramhall', { asAt }, desk)).out).toMatch(/^Bramhall High School Attendance Policy/);
});

test('to a file', async () => {
  expect((await complied('widnes', { asAt, format: 'csv', out: 'table.csv' }, desk)).out).toBe('table.csv written\n');
  expect(readFileSync(join(desk, 'table.csv'), 'utf8')).toMatch(/^policy,as at,/);
  await expect(complied('widnes', { asAt, out: 'nowhere/table.csv' }, desk)).rejects.toMatchObject({ exitCode: 3 });
});

test('what cannot be shown is said', async () => {
  await expect(complied('widness', { asAt })).rejects.toMatchObject({
    exitCode: 2,
    message: expect.stringContaining('Did you mean widnes?') as string,
  });
  await expect(complied('widnes', { asAt: '2024-08-01..2024-09-30' })).rejects.toMatchObject({ exitCode: 2 });
  await expect(complied('nowhere.att', { asAt })).rejects.toMatchObject({ exitCode: 3 });
  writeFileSync(join(desk, 'wales.att'), 'policy wales "Wales" in force from 1 September 2024 { school in "Wales" }\n');
  await expect(complied('wales.att', { asAt }, desk)).rejects.toMatchObject({ exitCode: 1 });
  writeFileSync(
    join(desk, 'half.att'),
    'policy half "Half" in force from 1 September 2024\nthreshold pa is at leest 3\n',
  );
  const half = await complied('half.att', { asAt }, desk);
  expect(half.exit).toBe(1);
  expect(half.out).toContain('Part of this policy did not read');
});
