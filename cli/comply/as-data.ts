import { formatIsoDay } from '../../register/day.ts';
import { rangeOf } from '../check/range.ts';
import type { ShownRow } from '../standing-row.ts';
import { areaTitle } from './areas.ts';
import type { ComplyTable } from './table.ts';

/** One element for each provision, in the order of the rulebook: test/schemas/comply.schema.json. */
export function complyJson({ day, rows }: ComplyTable): string {
  const asAt = formatIsoDay(day);
  const elements = rows.map(({ place, provision, standing, ...rest }) => ({
    provision,
    standing,
    area: areaTitle(provision),
    asAt,
    ...rest,
    place: place ? rangeOf(place.source, place.span) : null,
  }));
  return `${JSON.stringify(elements, null, 2)}\n`;
}

const columns = [
  'policy',
  'as at',
  'area',
  'provision',
  'asks',
  'value',
  'level',
  'citation',
  'link',
  'in force from',
  'in force to',
  'confidence',
  'standing',
  'why',
  'policy text',
  'clause policy',
  'clause',
  'clause heading',
  'clause line',
  'departs until',
] as const;

/** The same as CSV (RFC 4180), a header and a row for each provision; the columns stay, further ones come after them. */
export function complyCsv({ day, rows }: ComplyTable): string {
  const asAt = formatIsoDay(day);
  const lines = rows.map((row) => cellsOf(row, asAt).map(cell).join(','));
  return [columns.join(','), ...lines].map((line) => `${line}\r\n`).join('');
}

function cellsOf(row: ShownRow, asAt: string): readonly (string | number | null)[] {
  const { clause, departure, inForce } = row;
  return [
    row.policy,
    asAt,
    areaTitle(row.provision),
    row.provision,
    row.provisionText,
    row.value,
    row.level,
    row.citation,
    row.link,
    inForce.from,
    inForce.to,
    row.confidence,
    row.standing,
    row.why,
    row.policyText,
    clause?.policy ?? null,
    clause?.id ?? null,
    clause?.cite ?? null,
    clause?.line ?? null,
    departure ? formatIsoDay(departure.until) : null,
  ];
}

/** What a spreadsheet would take for a formula begins with an apostrophe: a policy’s headings are anybody’s words. */
function cell(value: string | number | null): string {
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r]/.test(value ?? '') ? `'${value}` : (value ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
