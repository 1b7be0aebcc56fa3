import type { Adult } from '../pupil.ts';
import { problemList } from './import-problem.ts';
import { importReport, noCounts } from './import-report.ts';
import type { ImportReport } from './import-report.ts';
import type { Profile } from './profile.ts';
import type { Heading } from './read-heading.ts';
import { readTable } from './read-table.ts';
import type { ByteSource } from './read-rows.ts';
import { cellOf, headingOf, upnOfSchool, yesOrNo } from './row-cells.ts';
import type { RowFault } from './row-cells.ts';

/** What a file of adults holds: for each pupil it names, all of their adults. */
export interface AdultsReading {
  readonly kind: 'read' | 'refused';
  readonly pupils: readonly PupilAdultsReading[];
  readonly report: ImportReport;
}

export interface PupilAdultsReading {
  readonly upn: string;
  readonly family: string | undefined;
  readonly adults: readonly Omit<Adult, 'id'>[];
}

interface Entry {
  readonly row: number;
  readonly family: string;
  readonly adults: Map<string, { readonly row: number; readonly adult: Omit<Adult, 'id'> }>;
  spoilt: boolean;
}

/**
 * Reads a file of adults. A pupil's adults are taken together or not at all: where one row about a pupil does not read,
 * or two of them disagree, that pupil's adults stay as they were, and the report says so.
 * @param upns the school's pupils: adults of no one are refused
 */
export async function readAdults(
  source: ByteSource,
  profile: Profile,
  upns: ReadonlySet<string>,
): Promise<AdultsReading> {
  const problems = problemList();
  const pupils = new Map<string, Entry>();
  const spoiltUpns = new Set<string>();
  let disagreements = 0;
  let repeatedRows = 0;

  const table = await readTable(
    source,
    profile,
    problems,
    (cells, heading, row) => {
      const upn = upnOfSchool(cells, heading, upns);
      if (typeof upn !== 'string') return upn;
      const adult = adultOfRow(cells, heading);
      if ('found' in adult) return adult;
      const family = cellOf(cells, heading, 'family');
      const entry = pupils.get(upn) ?? { row, family, adults: new Map(), spoilt: false };
      pupils.set(upn, entry);
      const name = JSON.stringify([adult.forename, adult.surname]).toLowerCase();
      const earlier = entry.adults.get(name);
      if (entry.family === family && earlier && JSON.stringify(earlier.adult) === JSON.stringify(adult)) {
        repeatedRows += 1;
        problems.addOnce('repeated', {
          kind: 'repeated',
          row,
          column: null,
          found: `what row ${earlier.row} says`,
          expected: 'each adult of a pupil once',
          done: 'taken once',
        });
      } else if (earlier || entry.family !== family) {
        if (!entry.spoilt) disagreements += 1;
        entry.spoilt = true;
        problems.add({
          kind: 'disagreement',
          row,
          column: entry.family === family ? null : headingOf(heading, 'family'),
          found: `something else than row ${(earlier ?? entry).row} says of the same ${earlier ? 'adult' : 'pupil'}`,
          expected: 'one row for each adult of a pupil, and one family for a pupil',
          done: 'the adults of this pupil stay as they were',
        });
      } else entry.adults.set(name, { row, adult });
      return undefined;
    },
    (cells, heading) => spoiltUpns.add(cellOf(cells, heading, 'upn')),
  );

  const counts = { ...noCounts, rows: table.rows, unreadableRows: table.unreadableRows };
  const aboutWhom = table.kind === 'read' && spoiltUpns.has('');
  if (aboutWhom) {
    problems.add({
      kind: 'file',
      row: null,
      column: null,
      found: 'rows of which not even the UPN reads',
      expected: 'a UPN in every row, so that no one’s adults are taken in part',
      done: 'nothing of the file was taken',
    });
  }
  if (table.kind === 'refused' || aboutWhom) {
    return { kind: 'refused', pupils: [], report: importReport('refused', profile.id, counts, problems) };
  }
  const taken = [...pupils].filter(([upn, entry]) => !entry.spoilt && !spoiltUpns.has(upn)).map(toReading);
  const adults = taken.reduce((total, each) => total + each.adults.length, 0);
  const found = { ...counts, pupils: taken.length, adults, disagreements, repeatedRows };
  return { kind: 'read', pupils: taken, report: importReport('read', profile.id, found, problems) };
}

function toReading([upn, entry]: [string, Entry]): PupilAdultsReading {
  const family = entry.family === '' ? undefined : entry.family;
  return { upn, family, adults: [...entry.adults.values()].map(({ adult }) => adult) };
}

function adultOfRow(cells: readonly string[], heading: Heading): Omit<Adult, 'id'> | RowFault {
  const cell = (id: Parameters<typeof cellOf>[2]): string => cellOf(cells, heading, id);
  const flags: boolean[] = [];
  for (const id of ['parentalResponsibility', 'dayToDayCare', 'doNotSend'] as const) {
    // A blank is a no, as a box not ticked.
    const flag = cell(id) === '' ? false : yesOrNo(cell(id));
    if (flag === undefined) return { column: headingOf(heading, id), found: cell(id), expected: 'yes or no' };
    flags.push(flag);
  }
  const [parentalResponsibility, dayToDayCare, doNotSend] = flags as [boolean, boolean, boolean];
  const lines = (['addressLine1', 'addressLine2', 'addressLine3', 'town'] as const).map(cell);
  return {
    title: cell('title'),
    forename: cell('forename'),
    surname: cell('surname'),
    relation: cell('relation'),
    parentalResponsibility,
    dayToDayCare,
    address: lines.filter((line) => line !== ''),
    postcode: cell('postcode'),
    doNotSend,
  };
}
