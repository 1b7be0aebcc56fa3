import { datesExpected, readDate } from './read-date.ts';
import type { Day } from '../day.ts';
import type { Heading } from './read-heading.ts';
import type { ImportProblem } from './import-problem.ts';
import type { ColumnId, Profile } from './profile.ts';

/** What makes a row unreadable. `month first` condemns the whole file: its other dates cannot be trusted either. */
export interface RowFault extends Pick<ImportProblem, 'column' | 'found' | 'expected'> {
  readonly monthFirst?: boolean;
}

/** A row that has a cell for every column, none of them spoilt and none blank that must be filled; else what is wrong. */
export function faultOfRow(cells: readonly string[], heading: Heading): RowFault | undefined {
  if (cells.length < heading.cells.length && !missesOptionalCellsOnly(cells.length, heading)) {
    return {
      column: null,
      found: `${cells.length} cells`,
      expected: `a cell for each of the ${heading.cells.length} columns`,
    };
  }
  if (cells.slice(heading.cells.length).some((cell) => cell.trim() !== '')) {
    return {
      column: null,
      found: `${cells.length} cells`,
      expected: `${heading.cells.length} cells, one for each column; a cell that holds the separator in quotation marks`,
    };
  }
  for (const [index, cell] of cells.entries()) {
    const spoilt = spoiltBy(cell);
    if (spoilt !== undefined) {
      return { column: heading.cells[index] ?? null, found: spoilt, expected: 'text in UTF-8: export as “CSV UTF-8”' };
    }
  }
  for (const { column, index } of heading.columns) {
    const cell = cells[index] ?? '';
    if (column.filled && cell.trim() === '') {
      return { column: heading.cells[index]!, found: 'a blank', expected: `a ${column.heading} in every row` };
    }
    const longest = column.id === 'items' ? longestList : longestCell;
    if (cell.length > longest) {
      return { column: heading.cells[index]!, found: cell, expected: `at most ${longest} characters` };
    }
  }
  return undefined;
}

/** The cell of a column, without the spaces around it; empty where the file has no such column. */
export function cellOf(cells: readonly string[], heading: Heading, id: ColumnId): string {
  const index = heading.indexOf.get(id);
  return index === undefined ? '' : (cells[index] ?? '').trim();
}

/** The UPN of a row, or what is wrong where it is of no pupil of the school. */
export function upnOfSchool(cells: readonly string[], heading: Heading, upns: ReadonlySet<string>): string | RowFault {
  const upn = cellOf(cells, heading, 'upn');
  if (upns.has(upn)) return upn;
  const expected = 'the UPN of a pupil of the school: import the register first';
  return { column: headingOf(heading, 'upn'), found: upn, expected };
}

/** A date, undefined for a blank, or what is wrong with it. */
export function dateCell(
  cells: readonly string[],
  heading: Heading,
  id: ColumnId,
  profile: Profile,
): Day | RowFault | undefined {
  const text = cellOf(cells, heading, id);
  if (text === '') return undefined;
  const day = readDate(text, profile.dates);
  if (typeof day === 'number') return day;
  return {
    column: headingOf(heading, id),
    found: text,
    expected: datesExpected(profile.dates),
    monthFirst: day === 'month first',
  };
}

/** Yes or no as files write them; undefined for anything else, a blank among it. */
export function yesOrNo(text: string): boolean | undefined {
  if (/^(yes|y|true|1)$/i.test(text)) return true;
  return /^(no|n|false|0)$/i.test(text) ? false : undefined;
}

export function headingOf(heading: Heading, id: ColumnId): string {
  return heading.cells[heading.indexOf.get(id) ?? -1] ?? id;
}

const longestCell = 200;
/** Of a cell that lists what a paper includes, in its own words. */
const longestList = 2000;

function missesOptionalCellsOnly(length: number, heading: Heading): boolean {
  if (heading.sessions.some(({ index }) => index >= length)) return false;
  return heading.columns.every(({ column, index }) => index < length || !column.required);
}

function spoiltBy(cell: string): string | undefined {
  if (cell.includes('\ufffd')) return 'a character that is not UTF-8';
  return cell.includes('\0') ? 'a NUL byte' : undefined;
}
