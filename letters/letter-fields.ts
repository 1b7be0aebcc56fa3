/**
 * Everything a template may mention, in plain words. Days are ISO 8601 and are written by the helper `date`; counts
 * and percentages are exact text as shown (`7.5`, `92.4`). Text that nobody gave is empty, and lists are empty.
 */
export interface LetterFields {
  readonly letter: { readonly title: string; readonly date: string; readonly reference: string };
  readonly school: {
    readonly name: string;
    readonly address: readonly string[];
    readonly telephone: string;
    readonly email: string;
  };
  readonly signatory: { readonly name: string; readonly role: string };
  readonly contact: { readonly role: string; readonly telephone: string; readonly email: string };
  readonly adult: { readonly name: string; readonly salutation: string; readonly address: readonly string[] };
  readonly pupil: {
    readonly name: string;
    readonly forename: string;
    readonly yearGroup: string;
    readonly registrationGroup: string;
  };
  readonly stage: { readonly title: string; readonly since: string };
  readonly nextStage: { readonly title: string; readonly needs: string };
  readonly attendance: {
    readonly from: string;
    readonly to: string;
    readonly daysAbsent: string;
    readonly possible: string;
    readonly attended: string;
    readonly authorised: string;
    readonly unauthorised: string;
    readonly late: string;
    readonly notTaken: string;
    readonly rate: string;
  };
  readonly counted: { readonly sessions: string; readonly from: string; readonly to: string };
  readonly absences: readonly AbsenceRow[];
  readonly support: readonly string[];
  readonly meeting: { readonly date: string; readonly time: string; readonly place: string };
  readonly policy: { readonly title: string; readonly clause: string };
}

/** One run of a day that was missed: a session, or both with the same reason. */
export interface AbsenceRow {
  readonly day: string;
  readonly session: string;
  readonly reason: string;
}

export type FieldKind = 'text' | 'date' | 'count' | 'percentage' | 'lines' | 'rows';

export interface Field {
  readonly name: string;
  readonly kind: FieldKind;
  readonly says: string;
  readonly example: string | readonly string[] | readonly AbsenceRow[];
  /** May have nothing in it: a template asks `{{#if …}}` first. */
  readonly mayBeEmpty?: true;
  /** The columns of `rows`. */
  readonly columns?: readonly Field[];
}

const absenceExample: AbsenceRow = { day: '2024-03-04', session: 'All day', reason: 'Illness' };

/** Every field, once: the check of templates, the sample letter and the table in README.md all read it. */
export const letterFieldList: readonly Field[] = [
  { name: 'letter.title', kind: 'text', says: 'the letter’s own name', example: 'Stage 1 letter' },
  { name: 'letter.date', kind: 'date', says: 'the day on the letter', example: '2024-03-28' },
  { name: 'letter.reference', kind: 'text', says: 'the reference to quote', example: 'ATT-2024-0107' },
  { name: 'school.name', kind: 'text', says: 'the school’s name', example: 'Widnes Academy' },
  {
    name: 'school.address',
    kind: 'lines',
    says: 'the school’s address, line by line, with its postcode',
    example: ['1 School Lane', 'Widnes', 'WA8 0ZZ'],
  },
  { name: 'school.telephone', kind: 'text', says: 'the school’s telephone number', example: '0151 496 0100' },
  { name: 'school.email', kind: 'text', says: 'the school’s email address', example: 'office@school.example' },
  { name: 'signatory.role', kind: 'text', says: 'the role that signs', example: 'Head of School' },
  {
    name: 'signatory.name',
    kind: 'text',
    says: 'who signs, where the school gave a name',
    example: 'A. Signatory',
    mayBeEmpty: true,
  },
  { name: 'contact.role', kind: 'text', says: 'whom to speak to', example: 'Attendance Lead' },
  { name: 'contact.telephone', kind: 'text', says: 'their telephone number', example: '0151 496 0100' },
  { name: 'contact.email', kind: 'text', says: 'their email address', example: 'attendance@school.example' },
  { name: 'adult.name', kind: 'text', says: 'the addressee’s full name', example: 'Mrs Sadia Khan' },
  { name: 'adult.salutation', kind: 'text', says: 'the addressee after “Dear”', example: 'Mrs Khan' },
  {
    name: 'adult.address',
    kind: 'lines',
    says: 'the addressee’s name and address as the envelope shows them',
    example: ['Mrs Sadia Khan', '14 Ferry Lane', 'Widnes', 'WA8 0AA'],
  },
  { name: 'pupil.name', kind: 'text', says: 'the pupil’s full name', example: 'Amira Khan' },
  { name: 'pupil.forename', kind: 'text', says: 'the pupil’s forename', example: 'Amira' },
  { name: 'pupil.yearGroup', kind: 'text', says: 'the year group', example: '5', mayBeEmpty: true },
  { name: 'pupil.registrationGroup', kind: 'text', says: 'the registration group', example: '5B', mayBeEmpty: true },
  {
    name: 'stage.title',
    kind: 'text',
    says: 'the stage that brings the letter',
    example: 'Concerning levels',
    mayBeEmpty: true,
  },
  { name: 'stage.since', kind: 'date', says: 'the day it was reached', example: '2024-03-04', mayBeEmpty: true },
  {
    name: 'nextStage.title',
    kind: 'text',
    says: 'the stage after it, where there is one',
    example: 'Serious concerns',
    mayBeEmpty: true,
  },
  { name: 'nextStage.needs', kind: 'count', says: 'how much further it is', example: '2.5', mayBeEmpty: true },
  { name: 'attendance.from', kind: 'date', says: 'the first day counted', example: '2023-09-04' },
  { name: 'attendance.to', kind: 'date', says: 'the last day counted', example: '2024-03-28' },
  { name: 'attendance.daysAbsent', kind: 'count', says: 'days absent, as the policy counts them', example: '4.5' },
  { name: 'attendance.possible', kind: 'count', says: 'possible sessions', example: '248' },
  { name: 'attendance.attended', kind: 'count', says: 'sessions attended', example: '239' },
  { name: 'attendance.authorised', kind: 'count', says: 'sessions of authorised absence', example: '7' },
  { name: 'attendance.unauthorised', kind: 'count', says: 'sessions of unauthorised absence', example: '2' },
  { name: 'attendance.late', kind: 'count', says: 'late before the register closed', example: '1' },
  { name: 'attendance.notTaken', kind: 'count', says: 'sessions for which no register was taken', example: '1' },
  { name: 'attendance.rate', kind: 'percentage', says: 'attendance, per cent of possible sessions', example: '96.4' },
  {
    name: 'counted.sessions',
    kind: 'count',
    says: 'how many sessions counted towards the letter',
    example: '9',
    mayBeEmpty: true,
  },
  {
    name: 'counted.from',
    kind: 'date',
    says: 'the first day they were counted on',
    example: '2024-02-26',
    mayBeEmpty: true,
  },
  { name: 'counted.to', kind: 'date', says: 'the last such day', example: '2024-03-28', mayBeEmpty: true },
  {
    name: 'absences',
    kind: 'rows',
    says: 'what was missed, day by day',
    example: [absenceExample],
    mayBeEmpty: true,
    columns: [
      { name: 'day', kind: 'date', says: 'the day', example: '2024-03-04' },
      { name: 'session', kind: 'text', says: 'Morning, Afternoon or All day', example: 'All day' },
      { name: 'reason', kind: 'text', says: 'the reason in words', example: 'Illness' },
    ],
  },
  {
    name: 'support',
    kind: 'lines',
    says: 'support already offered or in place, as whoever drafts the letter wrote it',
    example: ['A place at breakfast club'],
    mayBeEmpty: true,
  },
  { name: 'meeting.date', kind: 'date', says: 'the day of a meeting', example: '2024-04-16', mayBeEmpty: true },
  { name: 'meeting.time', kind: 'text', says: 'its time', example: '3.30pm', mayBeEmpty: true },
  { name: 'meeting.place', kind: 'text', says: 'its place', example: 'the school office', mayBeEmpty: true },
  { name: 'policy.title', kind: 'text', says: 'the policy’s title', example: 'Attendance Policy 2023-2024' },
  {
    name: 'policy.clause',
    kind: 'text',
    says: 'the part of the policy the letter rests on',
    example: 'Attendance Support Map',
    mayBeEmpty: true,
  },
];

/** The fields of the list, each with its example: what a template looks like filled in. */
export function exampleFields(): LetterFields {
  const groups: Record<string, unknown> = {};
  for (const field of letterFieldList) {
    const [group = '', name] = field.name.split('.');
    if (name === undefined) groups[group] = field.example;
    else groups[group] = { ...(groups[group] as object | undefined), [name]: field.example };
  }
  return groups as unknown as LetterFields;
}
