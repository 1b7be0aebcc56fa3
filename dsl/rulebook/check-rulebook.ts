import { parseIsoDay } from '../../register/day.ts';
import { checkCitations } from './check-citations.ts';
import type { Misfit, Path } from './misfit.ts';
import { firstDayOf, overlap } from './row-dates.ts';
import { datesOf } from './rulebook-file.ts';
import type { DatedRow, RulebookFile } from './rulebook-file.ts';
import { checkCodeChanges } from './check-code-changes.ts';
import type { Relation, Value } from './rulebook.ts';

/** What the schema cannot say of a rulebook; nothing found is an empty list. */
export function checkRulebook(file: RulebookFile): readonly Misfit[] {
  const codes = codesOf(file);
  const dated = [
    ...file.regimes.map((row, index) => ({ row, path: ['regimes', index] })),
    ...file.codeSets.map((row, index) => ({ row, path: ['codeSets', index] })),
    ...codes,
    ...file.provisions.map((row, index) => ({ row, path: ['provisions', index] })),
  ];
  return [
    ...dated.flatMap(({ row, path }) => [...noSuchDay(row, path), ...crossing(row, path)]),
    ...repeated(
      file.instruments.map((row, index) => ({ name: row.id, row: always, path: ['instruments', index] })),
      (id) => `duplicate id ${id}`,
    ),
    ...repeated(
      file.regimes.map((row, index) => ({ name: 'regime', row, path: ['regimes', index] })),
      twoRegimes,
    ),
    ...repeated(codes, overlappingCode),
    ...repeated(
      file.provisions.map((row, index) => ({ name: row.id, row, path: ['provisions', index] })),
      duplicateId,
    ),
    ...checkCitations(file),
    ...file.provisions.flatMap(({ relation, value }, index) => unfit(relation, value, ['provisions', index])),
    ...file.provisions.flatMap((row, index) => unknownCodes(row, row.value, codes, ['provisions', index, 'value'])),
    ...file.provisions.flatMap((row, index) => elsewhereAlone(row, ['provisions', index])),
    ...checkCodeChanges(file, codes),
  ];
}

/** A row of the rulebook by its name: an id, a code. */
export interface Named {
  readonly name: string;
  readonly row: DatedRow;
  readonly path: Path;
}

const always: DatedRow = { from: 'not known', to: null };

function codesOf(file: RulebookFile): Named[] {
  return file.codeSets.flatMap((set, setIndex) =>
    set.codes.map((row, index) => ({
      name: row.code,
      row: datesOf(set, row),
      path: ['codeSets', setIndex, 'codes', index],
    })),
  );
}

function noSuchDay({ from }: DatedRow, path: Path): Misfit[] {
  const first = firstDayOf(from);
  if (first === null || parseIsoDay(first) !== undefined) return [];
  return [{ path: [...path, 'from'], reason: `from is "${from}", which the calendar does not have` }];
}

function crossing({ from, to }: DatedRow, path: Path): Misfit[] {
  const first = firstDayOf(from);
  if (first === null || to === null || first <= to) return [];
  return [{ path: [...path, 'to'], reason: `dates cross: ends on ${to}, before it begins on ${from}` }];
}

type Wording = (name: string, earlier: DatedRow) => string;

const duplicateId: Wording = (name, earlier) => `duplicate id ${name}: an earlier entry is in force ${period(earlier)}`;
const twoRegimes: Wording = (_, earlier) => `overlaps an earlier regime, in force ${period(earlier)}`;
const overlappingCode: Wording = (code, earlier) =>
  `code ${code} overlaps an earlier entry of the same code, in force ${period(earlier)}`;

/** Two rows of one name may not be in force on the same day. */
function repeated(rows: readonly Named[], wording: Wording): Misfit[] {
  return rows.flatMap((later, index) => {
    const earlier = rows.slice(0, index).find(({ name, row }) => name === later.name && overlap(row, later.row));
    if (earlier === undefined) return [];
    return [{ path: later.path, reason: wording(later.name, earlier.row), against: earlier.path }];
  });
}

function period({ from, to }: DatedRow): string {
  const begins = from === 'not known' ? 'from a day that is not known' : `from ${from}`;
  return `${begins} ${to === null ? 'on' : `to ${to}`}`;
}

const kindsOfRelation: Readonly<Record<Relation, readonly Value['kind'][]>> = {
  'at most': ['quantity', 'field', 'any of'],
  'at least': ['quantity', 'field', 'any of'],
  exactly: ['quantity', 'window', 'payment', 'codes', 'list', 'words', 'truth', 'field'],
  between: ['range'],
  includes: ['codes', 'list', 'words'],
  forbids: ['codes', 'list', 'words'],
  'one of': ['codes', 'list'],
  states: ['words'],
};

function unfit(relation: Relation, value: Value, path: Path): Misfit[] {
  const kinds = kindsOfRelation[relation];
  if (kinds.includes(value.kind)) return [];
  return [{ path: [...path, 'value'], reason: `relation ${relation} takes ${kinds.join(' or ')}, not ${value.kind}` }];
}

function elsewhereAlone({ schools, elsewhere }: RulebookFile['provisions'][number], path: Path): Misfit[] {
  if (elsewhere === undefined || schools !== undefined) return [];
  return [{ path: [...path, 'elsewhere'], reason: 'elsewhere without schools: it holds of every kind of school' }];
}

function unknownCodes(row: DatedRow, value: Value, codes: readonly Named[], path: Path): Misfit[] {
  if (value.kind !== 'codes') return [];
  return value.codes
    .filter((code) => !codes.some((entry) => entry.name === code && overlap(entry.row, row)))
    .map((code) => ({ path, reason: `code ${code} is not in force ${period(row)}` }));
}
