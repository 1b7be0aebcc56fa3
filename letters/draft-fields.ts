import type { CodeTable } from '../register/attendance-code.ts';
import { codeOn } from '../register/attendance-code.ts';
import type { Day } from '../register/day.ts';
import { formatIsoDay, formatLongDay, parseIsoDay } from '../register/day.ts';
import type { Adult, Pupil } from '../register/pupil.ts';
import { adultName, pupilName, salutation } from '../register/pupil.ts';
import type { CountedSession, Finding, LadderFinding, LetterFinding, Reason, TallyFinding } from '../dsl/index.ts';
import { addressLines } from './address-lines.ts';
import type { Evidence } from './letter.ts';
import type { AbsenceRow, LetterFields } from './letter-fields.ts';
import { addressFaults } from './whole-letter.ts';

/** How a school signs its letters and how it is reached. Roles; a name only where the school gave one. */
export interface SchoolDetails {
  readonly name: string;
  readonly address: readonly string[];
  readonly telephone: string;
  readonly email: string;
  readonly signatory: { readonly role: string; readonly name: string };
  readonly contact: { readonly role: string; readonly telephone: string; readonly email: string };
}

/** What a letter is drafted from: plain data, the day on the letter included. */
export interface LetterInput {
  readonly finding: Finding;
  /** Digest of the finding, as the caller computes it; a draft with another is stale. */
  readonly findingDigest: string;
  readonly letter: LetterFinding;
  /** The ladder whose stage brings the letter: `ladderFor` finds it. Undefined: no stage does. */
  readonly ladder: LadderFinding | undefined;
  /** The title of the policy, or of the layer above it, that brings the letter. */
  readonly policyTitle: string;
  readonly pupil: Pupil;
  readonly adult: Adult;
  readonly school: SchoolDetails;
  readonly codes: CodeTable;
  readonly date: Day;
  readonly reference: string;
  readonly support: readonly string[];
  readonly meeting: LetterFields['meeting'] | undefined;
}

export type DraftedFields =
  | { readonly kind: 'fields'; readonly fields: LetterFields; readonly restsOn: Evidence }
  /** Sentences, each with what would cure it. */
  | { readonly kind: 'refused'; readonly reasons: readonly string[] };

/** The one ladder a letter belongs to: it holds the stage that brings the letter, or it is the only one. */
export function ladderFor(finding: Finding, letter: LetterFinding): LadderFinding | undefined {
  const wanted = letter.stage?.id;
  const holding = finding.ladders.filter((ladder) => ladder.stage !== null && ladder.stage.id === wanted);
  if (holding.length === 1) return holding[0];
  return finding.ladders.length === 1 ? finding.ladders[0] : undefined;
}

/**
 * What a template may mention, taken from a finding and the people it is about. Refused where the letter may not or
 * cannot go: an adult to whom nothing may be sent, one with neither parental responsibility nor day-to-day care
 * (Education Act 1996 s. 576), no address, a mark that has no words. Reasons for absence are shown in full: the
 * addressee is a parent of this pupil and may see the pupil's own register.
 */
export function letterFields(input: LetterInput): DraftedFields {
  const { finding, letter, ladder, pupil, adult, school } = input;
  const counted = countedFor(finding, letter, ladder);
  const sessions = counted?.sessions ?? [];
  const tally = finding.tally;
  const address = addressLines([adultName(adult), ...adult.address, adult.postcode].map(asTyped));
  const reasons = [
    ...whyNotTo(input),
    ...addressFaults(address).map((fault) => `${adultName(adult)}: ${fault}`),
    ...unprintable('the pupil’s name', pupilName(pupil)),
    ...unprintable('the adult’s name or address', address.join('')),
    ...wordless(input.codes, sessions),
    ...schoolFaults(school),
    ...(tally.from === null || tally.attendance === null
      ? [`${pupilName(pupil)} has no possible session up to ${finding.asAt}: there is nothing to write about`]
      : []),
  ];
  if (reasons.length > 0 || tally.from === null || tally.attendance === null) return { kind: 'refused', reasons };
  const stage = letter.stage ?? ladder?.stage ?? null;
  const isStageNow = stage !== null && stage.id === ladder?.stage?.id;
  const fields: LetterFields = {
    letter: { title: letter.title, date: formatIsoDay(input.date), reference: input.reference },
    school: { name: school.name, address: school.address, telephone: school.telephone, email: school.email },
    signatory: school.signatory,
    contact: school.contact,
    adult: { name: asTyped(adultName(adult)), salutation: asTyped(salutation(adult)), address },
    pupil: {
      name: asTyped(pupilName(pupil)),
      forename: asTyped(pupil.forename),
      yearGroup: pupil.yearGroup,
      registrationGroup: pupil.registrationGroup,
    },
    stage: { title: stage?.title ?? '', since: letter.since ?? (isStageNow ? (ladder?.since ?? '') : '') },
    nextStage:
      isStageNow && ladder?.next
        ? { title: ladder.next.stage.title, needs: ladder.next.needs.shown }
        : { title: '', needs: '' },
    attendance: {
      from: tally.from,
      to: lastDayCounted(finding),
      daysAbsent: daysAbsent(ladder, tally),
      possible: String(tally.possible),
      attended: String(tally.attended),
      authorised: String(tally.authorised),
      unauthorised: String(tally.unauthorised),
      late: String(tally.late),
      notTaken: String(tally.notTaken),
      rate: tally.attendance.shown,
    },
    counted: {
      sessions: counted === undefined ? '' : String(sessions.length),
      from: counted?.window?.from ?? '',
      to: counted?.window?.to ?? '',
    },
    absences: absenceRows(input.codes, sessions),
    support: input.support,
    meeting: input.meeting ?? { date: '', time: '', place: '' },
    policy: { title: input.policyTitle, clause: letter.clause.cite ?? '' },
  };
  return { kind: 'fields', fields, restsOn: evidence(input, sessions) };
}

function evidence(input: LetterInput, sessions: readonly CountedSession[]): Evidence {
  const { policy, asAt } = input.finding;
  const { policy: file, id, line } = input.letter.clause;
  return {
    finding: input.findingDigest,
    policy: { id: policy.id, digest: policy.digest },
    asAt,
    clause: { policy: file, id, line },
    sessions,
  };
}

function whyNotTo({ adult, pupil }: LetterInput): string[] {
  if (adult.doNotSend) return [`nothing may be sent to ${adultName(adult)}: ask the safeguarding lead`];
  if (adult.parentalResponsibility || adult.dayToDayCare) return [];
  return [
    `${adultName(adult)} has neither parental responsibility for ${pupilName(pupil)} nor day-to-day care: ` +
      'a letter goes to those who have',
  ];
}

function schoolFaults(school: SchoolDetails): string[] {
  const wanted: readonly (readonly [string, string])[] = [
    ['name', school.name],
    ['telephone number', school.telephone],
    ['email address', school.email],
    ['address', school.address.join('')],
    ['role that signs', school.signatory.role],
    ['role to speak to', school.contact.role],
  ];
  return wanted
    .filter(([, value]) => value.trim() === '')
    .map(([what]) => `the school’s ${what} is not recorded: a letter has to say it`);
}

function unprintable(what: string, text: string): string[] {
  const found = /\p{Cc}/u.exec(text)?.[0].codePointAt(0);
  if (found === undefined) return [];
  const point = found.toString(16).toUpperCase().padStart(4, '0');
  return [`${what} holds a character that cannot be printed (U+${point}): correct it in the register`];
}

/** What was counted towards a letter: for its own sentence, else by its ladder. */
export function countedFor(
  finding: Finding,
  letter: LetterFinding,
  ladder: LadderFinding | undefined,
): Extract<Reason, { kind: 'counted' }> | undefined {
  const index = letter.reason ?? ladder?.reason ?? null;
  const reason = index === null ? undefined : finding.reasons[index];
  return reason?.kind === 'counted' ? reason : undefined;
}

function wordless(codes: CodeTable, sessions: readonly CountedSession[]): string[] {
  return sessions
    .filter((session) => reasonOf(codes, session) === undefined)
    .map(({ date, session, code }) => `code ${code} on ${spoken(date)} (${session}) has no meaning on that day`);
}

function absenceRows(codes: CodeTable, sessions: readonly CountedSession[]): AbsenceRow[] {
  const rows: AbsenceRow[] = [];
  for (const counted of sessions) {
    const reason = reasonOf(codes, counted) ?? '';
    const before = rows.at(-1);
    const afternoon = counted.session === 'PM';
    if (afternoon && before?.day === counted.date && before.reason === reason) {
      rows[rows.length - 1] = { ...before, session: 'All day' };
    } else rows.push({ day: counted.date, session: afternoon ? 'Afternoon' : 'Morning', reason });
  }
  return rows;
}

function reasonOf(codes: CodeTable, { date, code }: CountedSession): string | undefined {
  const day = parseIsoDay(date);
  return day === undefined ? undefined : codeOn(codes, code, day)?.title;
}

/** Two sessions are a day: the policy's own count where it counts days, otherwise the register's absences. */
function daysAbsent(ladder: LadderFinding | undefined, tally: TallyFinding): string {
  if (ladder && ladder.count !== null && /\bdays?\b/.test(ladder.count.unit)) return ladder.count.shown;
  return String((tally.authorised + tally.unauthorised) / 2);
}

function lastDayCounted(finding: Finding): string {
  const last = finding.registerTo?.date;
  return last !== undefined && last < finding.asAt ? last : finding.asAt;
}

function spoken(date: string): string {
  const day = parseIsoDay(date);
  return day === undefined ? date : formatLongDay(day);
}

/** Letters with their accents as one character, as fonts hold them. */
function asTyped(text: string): string {
  return text.normalize('NFC').trim();
}
