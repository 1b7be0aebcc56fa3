import { formatDay } from '../day.ts';
import { whyClosed } from '../school-calendar.ts';
import { codeBytes, isOnRoll, NOT_TAKEN } from '../pupil-register.ts';
import type { Session } from '../session.ts';
import { problemList } from './import-problem.ts';
import type { ProblemList } from './import-problem.ts';
import { importReport, noCounts } from './import-report.ts';
import { pupilOfRow, statementsOfRow } from './marks-of-row.ts';
import type { CellStatement } from './marks-of-row.ts';
import type { Profile } from './profile.ts';
import { readTable } from './read-table.ts';
import type { ByteSource } from './read-rows.ts';
import type { ReadingContext, RegisterReading } from './register-reading.ts';
import { sessionLedger } from './session-ledger.ts';
import type { Statement } from './session-ledger.ts';

/** The most a file may hold: the marks of a large secondary school over two years, and then some. */
const mostSessions = 2_000_000;
const mostPupils = 20_000;

/**
 * Reads a file of marks, long or wide. Rows that do not read are told and left out, nothing of them taken; the rest is
 * taken. The whole file is refused where its heading is not the profile's, where it is cut off in the middle of a row,
 * where a date shows that it writes the month first, or where 20,000 rows do not read and hardly any other does.
 */
export async function readRegister(
  source: ByteSource,
  profile: Profile,
  context: ReadingContext,
): Promise<RegisterReading> {
  const problems = problemList();
  const ledger = sessionLedger(profile.alike, problems);
  const judge = judgeOf(context, problems);
  if (!context.calendar) problems.add(noCalendar);

  const table = await readTable(source, profile, problems, (cells, heading, row) => {
    const pupil = pupilOfRow(cells, heading, profile);
    if ('found' in pupil) return pupil;
    const statements = statementsOfRow(cells, heading, profile);
    if ('found' in statements) return statements;
    const { upn, details } = pupil;
    if (!ledger.pupil(upn, row, details, statements[0]?.session.day)) return undefined;
    for (const statement of statements) ledger.state(upn, judge(upn, row, statement));
    const { sessions, pupils } = ledger.size();
    return sessions > mostSessions || pupils > mostPupils ? 'too many' : undefined;
  });

  const counts = { ...noCounts, rows: table.rows, unreadableRows: table.unreadableRows };
  if (table.kind === 'refused')
    return { kind: 'refused', report: importReport('refused', profile.id, counts, problems) };
  const { pupils, ...found } = ledger.readings();
  const total = {
    ...counts,
    ...found,
    pupils: pupils.length,
    marks: sum(pupils, (pupil) => pupil.marks.length),
    notTaken: sum(pupils, (pupil) => pupil.notTaken.length),
    quarantined: sum(pupils, (pupil) => pupil.quarantined.length),
  };
  return { kind: 'read', pupils, report: importReport('read', profile.id, total, problems) };
}

const noCalendar = {
  kind: 'not counted',
  row: null,
  column: null,
  found: 'no calendar of the school',
  expected: 'a calendar, which says on which days there are sessions',
  done: 'marks were kept; none counts until the calendar is there',
} as const;

/** Tells of each mark whether its code is known on the day, and whether it can count. */
function judgeOf(
  { codes, calendar, roll }: ReadingContext,
  problems: ProblemList,
): (upn: string, row: number, statement: CellStatement) => Statement {
  const byteOf = codeBytes(codes);
  const closed = new Map<number, string | undefined>();
  const whyNot = ({ day }: Session): string | undefined => {
    if (!calendar) return undefined;
    if (!closed.has(day)) closed.set(day, whyClosed(calendar, day));
    return closed.get(day);
  };
  return (upn, row, statement) => {
    const { session, code, column } = statement;
    if (code === '') return { ...statement, row, known: true, notCounted: false };
    const known = byteOf(code, session.day) !== NOT_TAKEN;
    if (!known) {
      problems.add({
        kind: 'unknown code',
        row,
        column,
        found: code,
        expected: `a code of the register on ${formatDay(session.day)}${elsewhere(code, byteOf, session)}`,
        done: 'set aside; no mark was changed',
      });
      return { ...statement, row, known, notCounted: false };
    }
    const why = whyNot(session);
    const onRoll = isOnRoll(roll.get(upn) ?? { onRollFrom: undefined, onRollTo: undefined }, session.day);
    if (why !== undefined) {
      problems.addOnce(`closed ${session.day}`, {
        kind: 'not counted',
        row,
        column,
        found: `a mark on ${formatDay(session.day)}: ${why}`,
        expected: 'marks on school days alone',
        done: 'kept, not counted',
      });
    } else if (!onRoll) {
      problems.add({
        kind: 'not counted',
        row,
        column,
        found: `a mark on ${formatDay(session.day)}: the pupil was off roll`,
        expected: 'marks on days on roll alone',
        done: 'kept, not counted',
      });
    }
    return { ...statement, row, known, notCounted: why !== undefined || !onRoll };
  };
}

function elsewhere(code: string, byteOf: ReturnType<typeof codeBytes>, { day }: Session): string {
  const capitals = code.toUpperCase();
  return capitals !== code && byteOf(capitals, day) !== NOT_TAKEN ? `; codes are in capitals: ${capitals}` : '';
}

function sum<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
