import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Cell, GoldenRow, GoldenSection } from './golden-table.ts';
import type { FoundRow } from './found.ts';
import { areaOf, areas } from '../../cli/comply/areas.ts';
import type { Area } from '../../cli/comply/areas.ts';
import { foundRows, foundWhys, policies, provisionIds } from './found.ts';
import { dayColumns, readGolden, writeGolden } from './golden-table.ts';

// Each policy beside each provision, read in the document by a person: a table for each provision in the file of its area.
// UPDATE=penalty-notices fills the empty cells of that area's file and adds the rows that are missing; what is written
// stays, and reasons are for a person to write.

for (const area of areas) if (process.env['UPDATE'] === area.name) update(area, goldenOf(area));

const sections = areas.flatMap((area) => goldenOf(area).sections.map((section) => ({ area: area.name, ...section })));

test.each(sections)('$area: $provision', ({ provision, rows }) => {
  const found = foundRows(provision);
  for (const row of rows) {
    const wanted = found.find(({ policy }) => policy === row.policy);
    expect(wanted, `line ${row.line}: no policy ${row.policy}`).toBeDefined();
    const told = `line ${row.line}, where the program says\n${foundWhys(row.policy, provision)}\n`;
    expect.soft(shown(row), told).toBe(shown(wanted!));
    expect.soft(row.reason, `line ${row.line}: the reason is still to be written`).toMatch(/\S.*\.$/);
  }
});

test('every area has each of its provisions and every policy, in order', () => {
  for (const area of areas) {
    const own = goldenOf(area).sections;
    expect(
      own.map(({ provision }) => provision),
      area.name,
    ).toEqual(ofArea(area));
    for (const { provision, rows } of own)
      expect(
        rows.map(({ policy }) => policy),
        provision,
      ).toEqual(policies.map(({ id }) => id));
  }
});

test('every provision of the rulebook has an area', () => {
  expect(provisionIds.filter((id) => areaOf(id) === undefined)).toEqual([]);
});

function goldenOf(area: Area): ReturnType<typeof readGolden> {
  return existsSync(pathOf(area)) ? readGolden(readFileSync(pathOf(area), 'utf8')) : { preface: '', sections: [] };
}

function pathOf({ name }: Area): URL {
  return new URL(`./${name}.md`, import.meta.url);
}

function ofArea(area: Area): readonly string[] {
  return provisionIds.filter((id) => areaOf(id) === area);
}

function shown({ on, clause }: FoundRow): string {
  return [...dayColumns.map((column) => on[column]), clause].join(' | ');
}

function update(area: Area, { preface, sections }: ReturnType<typeof readGolden>): void {
  const filled = ofArea(area).map((provision): GoldenSection => {
    const written = sections.find((section) => section.provision === provision)?.rows ?? [];
    return { provision, rows: foundRows(provision).map((found) => filledRow(found, written)) };
  });
  const others = sections.filter(({ provision }) => !ofArea(area).includes(provision));
  const text = writeGolden(preface || `# ${area.name}`, [...filled, ...others]);
  if (filled.length > 0) writeFileSync(pathOf(area), text);
}

function filledRow(found: FoundRow, written: readonly GoldenRow[]): GoldenRow {
  const row = written.find(({ policy }) => policy === found.policy);
  if (!row) return { ...found, reason: '', line: 0 };
  const cell = (column: (typeof dayColumns)[number]): Cell => row.on[column] || found.on[column];
  const on = { 'own date': cell('own date'), '2024-09-01': cell('2024-09-01'), '2026-11-22': cell('2026-11-22') };
  return { ...row, on, clause: row.clause || found.clause };
}
