import type { PupilCase } from '../dsl/index.ts';
import type { CaseEntry } from '../register/case-log.ts';
import type { ClockTime } from '../register/clock-time.ts';
import type { Day } from '../register/day.ts';
import type { OnRoll } from '../register/pupil-register.ts';
import type { SchoolCalendar } from '../register/school-calendar.ts';
import { compareSessions } from '../register/session.ts';
import type { HalfDay, Session } from '../register/session.ts';
import { calendarIn } from './case-calendar.ts';
import { arrivalIn, entryIn } from './case-events.ts';
import { dayIn, list, optionalDay, record, text } from './case-fields.ts';
import type { Fields } from './case-fields.ts';

/** One pupil’s case as a file tells it. */
export interface CaseFile {
  readonly id: string;
  readonly school: string;
  /** The id of the policy to explain it by, where the file says. */
  readonly policy: string | undefined;
  /** A clause and a provision that are asked of the pupil as well. */
  readonly asks: { readonly provision: string; readonly clause: string } | undefined;
  readonly calendar: SchoolCalendar;
  readonly onRoll: OnRoll;
  readonly dateOfBirth: Day | undefined;
  readonly pupilFacts: Readonly<Record<string, boolean>>;
  readonly schoolFacts: Readonly<Record<string, boolean>>;
  /** The children of the family and their schools, and the schools that are members; left out where the file does not say. */
  readonly family: Pick<PupilCase, 'family' | 'memberSchools'>;
  /** In session order. */
  readonly marks: readonly { readonly session: Session; readonly code: string }[];
  /** The case log; the function gives a paper’s name from its title. */
  readonly entries: (paper: (title: string) => string) => readonly CaseEntry[];
  readonly arrivals: readonly { readonly time: ClockTime; readonly half: HalfDay }[];
  readonly asOf: Day;
}

export type CaseReading =
  | { readonly kind: 'case'; readonly case: CaseFile }
  | { readonly kind: 'problems'; readonly problems: readonly string[] };

/**
 * Reads a case: `calendar {start, end, closures, terms, halfTerms, years}`, `pupil {onRollFrom, dateOfBirth, facts, family: [{pupil, school}]}`, `memberSchools`, `marks` (later ones
 * replace earlier: one session, or a run of school days with `am` and `pm`), `events` and `asOf`; `policy` and
 * `asks {provision, clause}` where it says by which policy, and what is to be answered beside the stage. Events are
 * `{type: act, name, done, at}`, `{type: judgement, name, holds, at}`, `{type: letterSent, template, at}` and
 * `{type: arrival, at, session}`; any other is told and not guessed at.
 */
export function readCase(value: unknown): CaseReading {
  const problems: string[] = [];
  const file = record(value);
  const asOf = dayIn(text(file['asOf']).slice(0, 10), 'asOf', problems);
  const school = text(file['school']);
  const calendar = calendarIn(record(file['calendar']), school, problems);
  if (asOf === undefined || calendar === undefined) return { kind: 'problems', problems };
  const pupil = record(file['pupil']);
  const events = list(file['events']);
  const marks = marksIn(list(file['marks']), calendar, problems);
  const arrivals = events.filter(({ type }) => type === 'arrival').flatMap((event) => arrivalIn(event, problems));
  const entries = events
    .filter(({ type }) => type !== 'arrival')
    .flatMap((event, index) => entryIn(event, index, problems));
  const onRollFrom = optionalDay(pupil['onRollFrom'], 'pupil.onRollFrom', problems);
  const onRollTo = optionalDay(pupil['onRollTo'], 'pupil.onRollTo', problems);
  const dateOfBirth = optionalDay(pupil['dateOfBirth'], 'pupil.dateOfBirth', problems);
  if (problems.length > 0) return { kind: 'problems', problems };
  return {
    kind: 'case',
    case: {
      id: text(file['id']),
      school,
      policy: text(file['policy']) || undefined,
      asks: asksIn(file['asks']),
      calendar,
      onRoll: { onRollFrom, onRollTo },
      dateOfBirth,
      pupilFacts: flags(pupil),
      schoolFacts: flags(record(file['schoolFacts'])),
      family: familyIn(pupil, file['memberSchools']),
      marks,
      entries: (paper) => entries.map((entry) => entry(paper)),
      arrivals,
      asOf,
    },
  };
}

/** Later rows replace earlier ones: one session, or a run of school days with `am` and `pm`. In session order. */
export function marksIn(rows: readonly Fields[], calendar: SchoolCalendar, problems: string[]): CaseFile['marks'] {
  const marks = new Map<string, { readonly session: Session; readonly code: string }>();
  const put = (day: Day, half: HalfDay, code: unknown) => {
    if (typeof code === 'string') marks.set(`${day} ${half}`, { session: { day, half }, code });
  };
  for (const [index, row] of rows.entries()) {
    const place = `marks[${index}]`;
    if ('date' in row) {
      const day = dayIn(text(row['date']), `${place}.date`, problems);
      const half = row['session'];
      if (half !== 'AM' && half !== 'PM') problems.push(`${place}.session is neither AM nor PM`);
      else if (day !== undefined) put(day, half, row['code']);
      continue;
    }
    const [from, to] = [
      dayIn(text(row['from']), `${place}.from`, problems),
      dayIn(text(row['to']), `${place}.to`, problems),
    ];
    if (from === undefined || to === undefined) continue;
    for (const day of calendar.schoolDays) {
      if (day < from || day > to) continue;
      put(day, 'AM', row['am']);
      put(day, 'PM', row['pm']);
    }
  }
  return [...marks.values()].sort((a, b) => compareSessions(a.session, b.session));
}

function asksIn(value: unknown): CaseFile['asks'] {
  const asks = record(value);
  const [provision, clause] = [text(asks['provision']), text(asks['clause'])];
  return provision === '' || clause === '' ? undefined : { provision, clause };
}

function familyIn(pupil: Fields, members: unknown): CaseFile['family'] {
  const family = list(pupil['family']).map((each) => ({ pupil: text(each['pupil']), school: text(each['school']) }));
  return {
    ...('family' in pupil && { family }),
    ...(Array.isArray(members) && { memberSchools: members.map(text) }),
  };
}

function flags(fields: Fields): Readonly<Record<string, boolean>> {
  return Object.fromEntries(
    Object.entries(fields).filter((pair): pair is [string, boolean] => typeof pair[1] === 'boolean'),
  );
}
