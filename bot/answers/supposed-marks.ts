import { attended, codeAt, isAhead, sessionsBetween } from '../../dsl/index.ts';
import type { PupilCase, SupposedMark } from '../../dsl/index.ts';
import { codeOn } from '../../register/attendance-code.ts';
import type { CodeTable } from '../../register/attendance-code.ts';
import { addDays, formatIsoDay } from '../../register/day.ts';
import type { Day } from '../../register/day.ts';
import { whyClosed } from '../../register/school-calendar.ts';
import type { Session } from '../../register/session.ts';
import type { Actor } from './actor.ts';
import { rightsOf } from './may-see.ts';
import { readSupposedDays } from './read-supposed-days.ts';
import type { SupposedDay, SupposedFrom } from './read-supposed-days.ts';
import { readSupposition } from './read-supposition.ts';
import type { Supposition } from './read-supposition.ts';
import { codesMeant } from './which-codes.ts';

/** A supposition in the light of a pupil’s register: which sessions, and by which codes they are supposed. */
export interface Supposed {
  readonly kind: 'supposed';
  readonly how: Supposition['kind'];
  readonly sessions: readonly Session[];
  /** Each is one reading: the same sessions under one code. Of attendance the codes of presence. */
  readonly readings: readonly { readonly code: string; readonly marks: readonly SupposedMark[] }[];
  /** Whether the words said which code. */
  readonly said: boolean;
  /** Sessions that have no mark and lie before the last supposed: taken as attended, or nothing could be counted. */
  readonly between: readonly SupposedMark[];
  readonly leftOut: readonly { readonly date: string; readonly why: string }[];
}

/** Why a supposition is not tried, and what would cure it. */
export interface NotSupposed {
  readonly kind: 'not supposed';
  readonly reason: string;
  readonly cure: string;
}

export interface SupposedBy {
  readonly about: PupilCase;
  readonly codes: CodeTable;
  readonly asAt: Day;
  readonly actor: Actor;
}

export function supposedOf(says: string, by: SupposedBy): Supposed | NotSupposed {
  const supposition = readSupposition(says);
  if (!supposition) return not(`I cannot tell what is to be supposed by “${says}”.`);
  const from = whenFrom(by);
  const read = readSupposedDays(supposition.rest, from);
  if (read.unreadable !== undefined) {
    return not(`There is no such day as “${read.unreadable}” in the calendar of the school.`);
  }
  if (supposition.kind === 'becomes') return becoming(supposition, read.days, by);
  if (read.days.length === 0) return not('On which days?');
  const { sessions, leftOut } = onSchoolDays(read.days, by);
  if (sessions.length === 0) {
    return not(`The school is not open then: ${leftOut.map(({ date, why }) => `${date} (${why})`).join(', ')}.`);
  }
  const between = taken(sessions, by);
  const base = { kind: 'supposed', how: supposition.kind, sessions, between, leftOut } as const;
  if (supposition.kind === 'attends') {
    return { ...base, readings: [{ code: '', marks: attended(by.about, sessions) }], said: true };
  }
  const meant = codesMeant(by.codes, read.rest, [...new Set(sessions.map(({ day }) => day))]);
  if (meant.kind === 'none') return noCode(meant.words, by, sessions[0]!.day);
  const readings = meant.codes.map((code) => ({ code, marks: sessions.map((session) => ({ session, code })) }));
  return { ...base, readings, said: meant.said };
}

/** Marks of one code that are in the register become another. */
function becoming(
  { number, from, into }: Extract<Supposition, { kind: 'becomes' }>,
  days: readonly SupposedDay[],
  by: SupposedBy,
): Supposed | NotSupposed {
  const { about, codes, asAt, actor } = by;
  const sensitive = codeOn(codes, from, asAt)?.sensitive === true && !rightsOf[actor.role].sensitiveCodes;
  const within = (session: Session) =>
    days.length === 0 ||
    days.some(({ day, half }) => day === session.day && (half === undefined || half === session.half));
  const year = about.register.calendar.years.findLast((each) => each.from <= asAt);
  const all = sensitive
    ? []
    : sessionsBetween(about, year?.from ?? asAt, asAt).filter((session) => codeAt(about, session) === from);
  const sessions = all.filter(within);
  if (sessions.length === 0) {
    return not(
      `No mark ${from} that you may see stands in the register of this school year${days.length === 0 ? '' : ' on those days'}.`,
    );
  }
  if (number !== undefined && number !== sessions.length) {
    const where = sessions.map(({ day, half }) => `${formatIsoDay(day)} ${half}`);
    const told = where.length > 8 ? `${where.slice(0, 8).join(', ')} and ${where.length - 8} more` : where.join(', ');
    return not(
      `The register has ${sessions.length} ${from} this school year, not ${number}: ${told}.`,
      `Say “all the ${from} become ${into}”, or on which day.`,
    );
  }
  const meant = codesMeant(codes, into, [...new Set(sessions.map(({ day }) => day))]);
  if (meant.kind === 'none') return noCode(meant.words, by, sessions[0]!.day);
  const readings = meant.codes.map((code) => ({ code, marks: sessions.map((session) => ({ session, code })) }));
  return { kind: 'supposed', how: 'becomes', sessions, readings, said: meant.said, between: [], leftOut: [] };
}

function whenFrom({ about, asAt }: SupposedBy): SupposedFrom {
  const { calendar } = about.register;
  // A day whose register is not taken to its end is still open.
  const open = isAhead(about, { day: asAt, half: 'PM' }) ? asAt : addDays(asAt, 1);
  return { asAt, open, calendar };
}

function onSchoolDays(
  days: readonly SupposedDay[],
  { about }: SupposedBy,
): { readonly sessions: readonly Session[]; readonly leftOut: Supposed['leftOut'] } {
  const { calendar } = about.register;
  const sessions = days.flatMap(({ day, half }) =>
    sessionsBetween(about, day, day).filter((session) => half === undefined || session.half === half),
  );
  const open = new Set(sessions.map(({ day }) => day));
  const leftOut = days
    .filter(({ day }) => !open.has(day))
    .map(({ day }) => ({ date: formatIsoDay(day), why: whyClosed(calendar, day) ?? 'the pupil is not on roll' }));
  return { sessions, leftOut };
}

/** Of the days before the last supposed, those to come that nothing is said of. */
function taken(sessions: readonly Session[], { about, asAt }: SupposedBy): readonly SupposedMark[] {
  const said = new Set(sessions.map(({ day, half }) => `${day} ${half}`));
  const last = sessions.at(-1)!.day;
  const open = sessionsBetween(about, asAt, last).filter(
    (session) =>
      !said.has(`${session.day} ${session.half}`) &&
      (session.day > asAt || (isAhead(about, session) && codeAt(about, session) === undefined)),
  );
  return attended(about, open);
}

function noCode(words: string, { codes }: SupposedBy, day: Day): NotSupposed {
  const known = codes.codes.filter(({ code }) => codeOn(codes, code, day)).map(({ code }) => code);
  return not(
    `“${words}” is neither a day nor a code of ${formatIsoDay(day)}.`,
    `Codes of that day: ${[...new Set(known)].join(' ')}; or say “authorised”, “unauthorised”, “ill”.`,
  );
}

function not(
  reason: string,
  cure = 'Say it like “what if Amira Khan misses Thursday and Friday”, “… is absent from 2 to 6 May with code O”, “… attends until half term”, “what if the three N become I”.',
): NotSupposed {
  return { kind: 'not supposed', reason, cure };
}
