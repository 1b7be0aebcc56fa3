import type { ProblemList } from './import-problem.ts';
import type { Profile } from './profile.ts';
import { readHeading, separatorOf } from './read-heading.ts';
import type { Heading } from './read-heading.ts';
import { readRows } from './read-rows.ts';
import type { ByteSource, CsvRow } from './read-rows.ts';
import { faultOfRow } from './row-cells.ts';
import type { RowFault } from './row-cells.ts';

/** After so many rows that do not read, with fewer than one in a hundred that does, the rest is not looked at. */
const patience = 20_000;

export interface TableReading {
  readonly kind: 'read' | 'refused';
  readonly rows: number;
  readonly unreadableRows: number;
}

/** What a row holds is taken, or it is told what is wrong with it; `too many` ends the reading. */
export type TakeRow = (cells: readonly string[], heading: Heading, row: number) => RowFault | 'too many' | undefined;

/**
 * Reads a file row by row by a profile, telling what does not read; stops as soon as the file is seen to be useless.
 * @param spoilt told the cells, as far as there are any, of each row of which nothing was taken
 */
export async function readTable(
  source: ByteSource,
  profile: Profile,
  problems: ProblemList,
  take: TakeRow,
  spoilt: (cells: readonly string[], heading: Heading) => void = () => undefined,
): Promise<TableReading> {
  let heading: Heading | undefined;
  let rows = 0;
  let unreadableRows = 0;
  const refused = (row: number | null, column: string | null, found: string, expected: string): TableReading => {
    problems.add({ kind: 'file', row, column, found, expected, done: 'nothing of the file was taken' });
    return { kind: 'refused', rows, unreadableRows };
  };

  for await (const group of readRows(source, (firstLine) => separatorOf(firstLine, profile))) {
    for (const row of group) {
      if (row.kind === 'broken') return refused(row.row, null, row.found, row.expected);
      if (isBlank(row)) continue;
      if (!heading) {
        if (row.kind === 'unreadable') return refused(row.row, null, row.found, row.expected);
        heading = readHeading(row.cells, profile, problems);
        if (!heading) return { kind: 'refused', rows, unreadableRows };
        continue;
      }
      rows += 1;
      if (row.kind === 'unfinished' && row.cells.length < heading.cells.length) {
        return refused(row.row, null, 'a file that ends in the middle of a row', 'a whole file: export it again');
      }
      const fault = row.kind === 'unreadable' ? { ...row, column: null } : readRow(row, heading, take);
      if (fault === 'too many') return refused(row.row, null, 'too many pupils or sessions', 'a file a school year');
      if (fault?.monthFirst === true) {
        return refused(row.row, fault.column, fault.found, `${fault.expected}; this one has its month first`);
      }
      if (fault) {
        unreadableRows += 1;
        spoilt('cells' in row ? row.cells : [], heading);
        const { column, found, expected } = fault;
        problems.add({ kind: 'unreadable', row: row.row, column, found, expected, done: 'the row was not taken' });
      }
      if (unreadableRows >= patience && rows - unreadableRows < rows / 100) {
        const found = `hardly one of ${rows.toLocaleString('en-GB')} rows that reads`;
        return refused(null, null, found, columnsOf(profile));
      }
    }
  }
  if (!heading) return refused(null, null, 'an empty file', columnsOf(profile));
  return { kind: 'read', rows, unreadableRows };
}

type CellRow = Extract<CsvRow, { kind: 'cells' | 'unfinished' }>;

function readRow(row: CellRow, heading: Heading, take: TakeRow): ReturnType<TakeRow> {
  return faultOfRow(row.cells, heading) ?? take(row.cells, heading, row.row);
}

function isBlank(row: CsvRow): boolean {
  return 'cells' in row && row.cells.every((cell) => cell.trim() === '');
}

function columnsOf(profile: Profile): string {
  return `the columns of ${profile.id}: ${profile.columns.map((column) => column.heading).join(', ')}`;
}
