import { problemList } from './import-problem.ts';
import { importReport, noCounts } from './import-report.ts';
import type { ImportReport } from './import-report.ts';
import type { Profile } from './profile.ts';
import type { Heading } from './read-heading.ts';
import type { ByteSource } from './read-rows.ts';
import { readTable } from './read-table.ts';
import { cellOf, upnOfSchool, yesOrNo } from './row-cells.ts';
import type { RowFault } from './row-cells.ts';

/** What a file of groups holds: for each pupil it names, the facts it has columns for. */
export interface GroupsReading {
  readonly kind: 'read' | 'refused';
  readonly pupils: readonly PupilFactsReading[];
  readonly report: ImportReport;
}

export interface PupilFactsReading {
  readonly upn: string;
  /** Undefined: the cell is blank, and the fact is unknown. */
  readonly facts: Readonly<Record<string, boolean | undefined>>;
}

/**
 * Reads a file of groups. The facts of a row are taken together or not at all; where two rows about a pupil differ, or
 * one of them does not read, that pupil's facts stay as they were, and the report says so.
 * @param upns the school's pupils: facts of no one are refused
 */
export async function readGroups(
  source: ByteSource,
  profile: Profile,
  upns: ReadonlySet<string>,
): Promise<GroupsReading> {
  const problems = problemList();
  const pupils = new Map<string, { readonly row: number; readonly facts: PupilFactsReading['facts'] }>();
  const spoilt = new Set<string>();
  let disagreements = 0;
  let repeatedRows = 0;

  const table = await readTable(
    source,
    profile,
    problems,
    (cells, heading, row) => {
      const upn = upnOfSchool(cells, heading, upns);
      if (typeof upn !== 'string') return upn;
      const read = factsOfRow(cells, heading);
      if ('found' in read) return read;
      const earlier = pupils.get(upn);
      if (!earlier) pupils.set(upn, { row, facts: read.facts });
      else if (JSON.stringify(earlier.facts) === JSON.stringify(read.facts)) {
        repeatedRows += 1;
        problems.addOnce('repeated', {
          kind: 'repeated',
          row,
          column: null,
          found: `what row ${earlier.row} says`,
          expected: 'each pupil once',
          done: 'taken once',
        });
      } else {
        if (!spoilt.has(upn)) disagreements += 1;
        spoilt.add(upn);
        problems.add({
          kind: 'disagreement',
          row,
          column: null,
          found: `something else than row ${earlier.row} says of the same pupil`,
          expected: 'one row for a pupil',
          done: 'the facts of this pupil stay as they were',
        });
      }
      return undefined;
    },
    (cells, heading) => spoilt.add(cellOf(cells, heading, 'upn')),
  );

  const counts = { ...noCounts, rows: table.rows, unreadableRows: table.unreadableRows };
  if (table.kind === 'refused') {
    return { kind: 'refused', pupils: [], report: importReport('refused', profile.id, counts, problems) };
  }
  const taken = [...pupils].filter(([upn]) => !spoilt.has(upn)).map(([upn, { facts }]) => ({ upn, facts }));
  const facts = taken.reduce((sum, each) => sum + Object.keys(each.facts).length, 0);
  const found = { ...counts, pupils: taken.length, facts, disagreements, repeatedRows };
  return { kind: 'read', pupils: taken, report: importReport('read', profile.id, found, problems) };
}

function factsOfRow(cells: readonly string[], heading: Heading): Pick<PupilFactsReading, 'facts'> | RowFault {
  const facts: Record<string, boolean | undefined> = {};
  for (const { fact, index } of heading.facts) {
    const cell = (cells[index] ?? '').trim();
    const value = yesOrNo(cell);
    if (cell !== '' && value === undefined) {
      return { column: heading.cells[index]!, found: cell, expected: 'yes, no, or a blank for unknown' };
    }
    facts[fact] = value;
  }
  return { facts };
}
