import type { HalfDay, Session } from '../session.ts';
import type { Heading } from './read-heading.ts';
import type { Profile } from './profile.ts';
import type { PupilDetails } from './register-reading.ts';
import { cellOf, dateCell, headingOf } from './row-cells.ts';
import type { RowFault } from './row-cells.ts';

export interface CellStatement {
  readonly column: string;
  readonly session: Session;
  /** Empty: the register was not taken. */
  readonly code: string;
  readonly minutesLate: number | undefined;
}

/** Whom a row is about, or what is wrong with it. */
export function pupilOfRow(
  cells: readonly string[],
  heading: Heading,
  profile: Profile,
): { readonly upn: string; readonly details: PupilDetails } | RowFault {
  const dateOfBirth = dateCell(cells, heading, 'dateOfBirth', profile);
  if (typeof dateOfBirth === 'object') return dateOfBirth;
  const surname = cellOf(cells, heading, 'surname');
  const forename = cellOf(cells, heading, 'forename');
  if (surname === '' && forename === '') {
    return { column: headingOf(heading, 'surname'), found: 'a blank', expected: 'a surname or a forename' };
  }
  return {
    upn: cellOf(cells, heading, 'upn'),
    details: {
      surname,
      forename,
      dateOfBirth,
      yearGroup: cellOf(cells, heading, 'yearGroup'),
      registrationGroup: cellOf(cells, heading, 'registrationGroup'),
    },
  };
}

/** What a row says of sessions: of one in a long register, of many in a wide one; or what is wrong with it. */
export function statementsOfRow(
  cells: readonly string[],
  heading: Heading,
  profile: Profile,
): readonly CellStatement[] | RowFault {
  if (profile.layout === 'long') {
    const statement = longStatement(cells, heading, profile);
    return 'found' in statement ? statement : [statement];
  }
  const statements: CellStatement[] = [];
  for (const { session, index } of heading.sessions) {
    const column = heading.cells[index]!;
    const code = codeCell(cells[index] ?? '', column, profile);
    if (typeof code === 'object') return code;
    statements.push({ column, session, code, minutesLate: undefined });
  }
  return statements;
}

function longStatement(cells: readonly string[], heading: Heading, profile: Profile): CellStatement | RowFault {
  const day = dateCell(cells, heading, 'date', profile);
  if (typeof day === 'object') return day;
  const half = cellOf(cells, heading, 'session').toUpperCase();
  if (day === undefined || (half !== 'AM' && half !== 'PM')) {
    return { column: headingOf(heading, 'session'), found: half, expected: 'AM or PM' };
  }
  const column = headingOf(heading, 'code');
  const code = codeCell(cellOf(cells, heading, 'code'), column, profile);
  if (typeof code === 'object') return code;
  const minutes = cellOf(cells, heading, 'minutesLate');
  if (minutes !== '' && !/^\d{1,3}$/.test(minutes)) {
    const expected = 'whole minutes from 0 to 999, or a blank';
    return { column: headingOf(heading, 'minutesLate'), found: minutes, expected };
  }
  const minutesLate = minutes === '' || code === '' ? undefined : Number(minutes);
  return { column, session: { day, half: half satisfies HalfDay }, code, minutesLate };
}

function codeCell(cell: string, column: string, profile: Profile): string | RowFault {
  const code = cell.trim();
  if (profile.notTaken.includes(code)) return '';
  return code.length <= longestCode ? code : { column, found: code, expected: 'an attendance code' };
}

const longestCode = 10;
