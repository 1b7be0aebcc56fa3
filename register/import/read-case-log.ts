import type { Act, Judgement } from '../case-log.ts';
import type { Adult } from '../pupil.ts';
import { parseClockTime } from '../clock-time.ts';
import type { Day } from '../day.ts';
import { problemList } from './import-problem.ts';
import { importReport, noCounts } from './import-report.ts';
import type { ImportReport } from './import-report.ts';
import type { ColumnId, Profile } from './profile.ts';
import type { Heading } from './read-heading.ts';
import type { ByteSource } from './read-rows.ts';
import { readTable } from './read-table.ts';
import { cellOf, dateCell, headingOf, upnOfSchool, yesOrNo } from './row-cells.ts';
import type { RowFault } from './row-cells.ts';

/** What a case log in a file holds, in the order of its rows. */
export interface CaseLogReading {
  readonly kind: 'read' | 'refused';
  readonly entries: readonly { readonly upn: string; readonly entry: LogEntry }[];
  readonly report: ImportReport;
}

/** An entry before it is recorded; `by` is empty where the file does not say. */
export type LogEntry = Omit<Act, 'id' | 'recordedAt'> | Omit<Judgement, 'id' | 'recordedAt'>;

/** The adults of each pupil, by UPN. */
export type KnownAdults = ReadonlyMap<string, readonly Pick<Adult, 'id' | 'forename' | 'surname'>[]>;

/**
 * Reads a case log, an entry a row. A row that does not read is told and left out.
 * @param upns the school's pupils: entries about no one are refused
 * @param adults of whom one may be named
 */
export async function readCaseLog(
  source: ByteSource,
  profile: Profile,
  upns: ReadonlySet<string>,
  adults: KnownAdults = new Map(),
): Promise<CaseLogReading> {
  const problems = problemList();
  const entries: { upn: string; entry: LogEntry }[] = [];
  const table = await readTable(source, profile, problems, (cells, heading) => {
    const upn = upnOfSchool(cells, heading, upns);
    if (typeof upn !== 'string') return upn;
    const entry = entryOfRow(cells, heading, profile, adults.get(upn) ?? []);
    if ('found' in entry) return entry;
    entries.push({ upn, entry });
    return undefined;
  });
  const counts = { ...noCounts, rows: table.rows, unreadableRows: table.unreadableRows };
  if (table.kind === 'refused') {
    return { kind: 'refused', entries: [], report: importReport('refused', profile.id, counts, problems) };
  }
  const pupils = new Set(entries.map(({ upn }) => upn)).size;
  const found = { ...counts, pupils, entries: entries.length };
  return { kind: 'read', entries, report: importReport('read', profile.id, found, problems) };
}

function entryOfRow(
  cells: readonly string[],
  heading: Heading,
  profile: Profile,
  adults: readonly Pick<Adult, 'id' | 'forename' | 'surname'>[],
): LogEntry | RowFault {
  const days: Partial<Record<ColumnId, Day>> = {};
  for (const id of ['date', 'from', 'to'] as const) {
    const day = dateCell(cells, heading, id, profile);
    if (typeof day === 'object') return day;
    if (day !== undefined) days[id] = day;
  }
  const { date: day, from, to } = days;
  const fault = (id: ColumnId, expected: string): RowFault => ({
    column: headingOf(heading, id),
    found: cellOf(cells, heading, id) === '' ? 'a blank' : cellOf(cells, heading, id),
    expected,
  });
  if (day === undefined) return fault('date', 'a date in every row');
  if ((from === undefined) !== (to === undefined) || (from !== undefined && to !== undefined && to < from)) {
    return fault('to', 'the first and the last day it is about, or neither');
  }
  const time = cellOf(cells, heading, 'time');
  const clock = time === '' ? undefined : parseClockTime(time);
  if (time !== '' && clock === undefined) return fault('time', 'a time such as 09:25, or a blank');
  const half = cellOf(cells, heading, 'session').toUpperCase();
  if (half !== 'AM' && half !== 'PM' && half !== '') return fault('session', 'AM, PM or a blank');
  for (const id of ['name', 'done'] as const) {
    if (!/^[a-z0-9][a-z0-9.-]*$/.test(cellOf(cells, heading, id))) {
      return fault(id, 'a name of the policy: small letters, digits and hyphens');
    }
  }
  const name = cellOf(cells, heading, 'name');
  const done = cellOf(cells, heading, 'done');
  const common = { name, day, time: clock, by: cellOf(cells, heading, 'by'), note: cellOf(cells, heading, 'note') };
  const holds = /^(yes|no)$/.test(done) ? yesOrNo(done) : undefined;
  if (holds !== undefined) return { kind: 'judgement', ...common, holds };
  const about = from === undefined || to === undefined ? undefined : { from, to };
  const items = cellOf(cells, heading, 'items')
    .split(';')
    .map((item) => item.trim())
    .filter((item) => item !== '');
  const purpose = cellOf(cells, heading, 'purpose');
  const named = cellOf(cells, heading, 'adult');
  const found = adults.filter(
    ({ forename, surname }) => `${forename} ${surname}`.toLowerCase() === named.toLowerCase(),
  );
  if (named !== '' && found.length !== 1) {
    return fault('adult', 'the forename and surname of one of the pupil’s adults, or a blank: import the adults first');
  }
  return {
    kind: 'act',
    ...common,
    done,
    about,
    ...(half === '' ? {} : { half }),
    ...(items.length === 0 ? {} : { items }),
    ...(purpose === '' ? {} : { purpose }),
    ...(found[0] ? { adult: found[0].id } : {}),
  };
}
