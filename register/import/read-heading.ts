import { readDate } from './read-date.ts';
import type { Day } from '../day.ts';
import type { HalfDay, Session } from '../session.ts';
import type { ImportProblem, ProblemList } from './import-problem.ts';
import type { ColumnId, Profile, ProfileColumn } from './profile.ts';

/** Where each column of a profile stands in a file. */
export interface Heading {
  readonly cells: readonly string[];
  readonly columns: readonly { readonly column: ProfileColumn; readonly index: number }[];
  readonly indexOf: ReadonlyMap<ColumnId, number>;
  /** The columns of a wide register that are sessions. */
  readonly sessions: readonly { readonly session: Session; readonly index: number }[];
  /** The columns of a file of groups that are facts, by the names policies give them. */
  readonly facts: readonly { readonly fact: string; readonly index: number }[];
}

/** Finds the profile's columns, in any order; undefined, with the reason among the problems, where they are not there. */
export function readHeading(cells: readonly string[], profile: Profile, problems: ProblemList): Heading | undefined {
  const columns: { column: ProfileColumn; index: number }[] = [];
  const sessions: { session: Session; index: number }[] = [];
  const facts: { fact: string; index: number }[] = [];
  const seen = new Set<string>();
  const unknown: string[] = [];
  const tellUnknown = (): void => {
    for (const cell of unknown.slice(0, unknownLimit)) problems.add(unknownColumn(profile, cell));
  };
  const refuse = (problem: Pick<ImportProblem, 'column' | 'found' | 'expected'>): undefined => {
    problems.add({ kind: 'file', row: 1, ...problem, done: 'nothing of the file was taken' });
    tellUnknown();
  };
  for (const [index, cell] of cells.entries()) {
    const found = columnOf(profile, cell);
    if (found === 'month first') {
      return refuse({ column: cell, found: 'month/day/year', expected: 'sessions headed as 2023-09-04 AM' });
    }
    if (found === undefined) {
      if (cell.trim() !== '') unknown.push(cell);
      continue;
    }
    const key = 'id' in found ? found.id : 'fact' in found ? `fact ${found.fact}` : `${found.day} ${found.half}`;
    if (seen.has(key)) {
      return refuse({ column: cell, found: 'two columns with this heading', expected: 'each column once' });
    }
    seen.add(key);
    if ('id' in found) columns.push({ column: found, index });
    else if ('fact' in found) facts.push({ fact: found.fact, index });
    else sessions.push({ session: found, index });
  }
  const missing = profile.columns.filter((column) => column.required && !seen.has(column.id));
  if (missing.length > 0) {
    return refuse({
      column: null,
      found: cells.map((cell) => cell.trim()).join(', '),
      expected: `the columns of ${profile.id}; missing: ${missing.map((column) => column.heading).join(', ')}`,
    });
  }
  if (profile.layout === 'wide' && sessions.length === 0) {
    return refuse({
      column: null,
      found: 'no session',
      expected: 'a column for each session, headed as 2023-09-04 AM',
    });
  }
  if (profile.layout === 'groups' && facts.length === 0) {
    return refuse({ column: null, found: 'no fact', expected: 'a column for each fact, headed with its name' });
  }
  tellUnknown();
  const indexOf = new Map(columns.map(({ column, index }) => [column.id, index]));
  return { cells, columns, indexOf, sessions, facts };
}

/** The most unknown columns that are named: a file of another kind may have thousands. */
const unknownLimit = 30;

const separators = [',', ';', '\t', '|'] as const;

/** The separator under which most of a first line's cells are columns of the profile. */
export function separatorOf(firstLine: string, profile: Profile): string {
  const known = (separator: string): number =>
    firstLine.split(separator).filter((cell) => columnOf(profile, unquoted(cell)) !== undefined).length;
  return separators.reduce<string>((best, each) => (known(each) > known(best) ? each : best), ',');
}

type Found = ProfileColumn | Session | { readonly fact: string };

function columnOf(profile: Profile, cell: string): Found | 'month first' | undefined {
  const plain = plainHeading(cell);
  const column = profile.columns.find((each) => plainHeading(each.heading) === plain);
  if (!column && profile.layout === 'groups') return factOf(cell);
  if (column || profile.layout !== 'wide') return column;
  const match = /^(\S+)\s+(AM|PM)$/i.exec(cell.trim());
  if (!match) return undefined;
  const day: Day | 'month first' | undefined = readDate(match[1]!, profile.dates);
  return typeof day === 'number' ? { day, half: match[2]!.toUpperCase() as HalfDay } : day;
}

/** The name of a fact as policies write names: small letters and digits, words joined by hyphens. */
function factOf(cell: string): { readonly fact: string } | undefined {
  const fact = cell
    .normalize('NFKC')
    .replaceAll('\ufeff', '')
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, '-');
  return /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(fact) ? { fact } : undefined;
}

function plainHeading(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s_\-\ufeff]+/g, '');
}

function unquoted(cell: string): string {
  return cell.trim().replaceAll(/^"|"$/g, '');
}

function unknownColumn(profile: Profile, cell: string): Omit<ImportProblem, 'more'> {
  return {
    kind: 'heading',
    row: 1,
    column: cell,
    found: 'a column that the profile does not know',
    expected:
      profile.layout === 'wide'
        ? 'a column about the pupil, or a session headed as 2023-09-04 AM'
        : `one of: ${profile.columns.map((column) => column.heading).join(', ')}`,
    done: 'the column was left out',
  };
}
