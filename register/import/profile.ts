/** The columns and notation of one kind of file, as data. */
export interface Profile {
  readonly id: string;
  readonly title: string;
  readonly layout: 'long' | 'wide' | 'adults' | 'groups' | 'log';
  readonly columns: readonly ProfileColumn[];
  /** The orders in which a date may be written; any other is refused, never guessed. */
  readonly dates: readonly DateOrder[];
  /** What stands for a register not taken. */
  readonly notTaken: readonly string[];
  /** Codes that say the same in either session. */
  readonly alike: readonly (readonly string[])[];
}

export type DateOrder = 'iso' | 'day/month/year';

export interface ProfileColumn {
  readonly id: ColumnId;
  /** As the heading writes it; case, spaces, hyphens and underscores do not matter. */
  readonly heading: string;
  /** A file without it is refused. */
  readonly required: boolean;
  /** A row in which its cell is blank is refused. */
  readonly filled: boolean;
}

export type ColumnId =
  | 'upn'
  | 'surname'
  | 'forename'
  | 'dateOfBirth'
  | 'yearGroup'
  | 'registrationGroup'
  | 'date'
  | 'session'
  | 'code'
  | 'minutesLate'
  | 'family'
  | 'title'
  | 'relation'
  | 'parentalResponsibility'
  | 'dayToDayCare'
  | 'addressLine1'
  | 'addressLine2'
  | 'addressLine3'
  | 'town'
  | 'postcode'
  | 'doNotSend'
  | 'time'
  | 'name'
  | 'done'
  | 'from'
  | 'to'
  | 'by'
  | 'note'
  | 'items'
  | 'purpose'
  | 'adult';

const filled = (id: ColumnId, heading: string): ProfileColumn => ({ id, heading, required: true, filled: true });
const required = (id: ColumnId, heading: string): ProfileColumn => ({ id, heading, required: true, filled: false });
const optional = (id: ColumnId, heading: string): ProfileColumn => ({ id, heading, required: false, filled: false });

const pupilColumns = [
  filled('upn', 'upn'),
  required('surname', 'surname'),
  required('forename', 'forename'),
  required('dateOfBirth', 'date of birth'),
  required('yearGroup', 'year group'),
  required('registrationGroup', 'registration group'),
];

const notation = {
  dates: ['iso', 'day/month/year'],
  notTaken: ['', '-'],
  alike: [['/', '\\']],
} as const satisfies Partial<Profile>;

export const genericLong: Profile = {
  id: 'generic-long',
  title: 'one row a session',
  layout: 'long',
  columns: [
    ...pupilColumns,
    filled('date', 'date'),
    filled('session', 'session'),
    required('code', 'code'),
    optional('minutesLate', 'minutes late'),
  ],
  ...notation,
};

/** After the pupil's columns, one column a session, headed `2023-09-04 AM`. */
export const genericWide: Profile = {
  id: 'generic-wide',
  title: 'one row a pupil, one column a session',
  layout: 'wide',
  columns: pupilColumns,
  ...notation,
};

/** One row for each adult of each pupil. In the last of its columns and the two on responsibility a blank is a no. */
export const genericAdults: Profile = {
  id: 'generic-adults',
  title: 'one row for each adult of a pupil',
  layout: 'adults',
  columns: [
    filled('upn', 'upn'),
    required('family', 'family'),
    required('title', 'title'),
    required('forename', 'forename'),
    filled('surname', 'surname'),
    required('relation', 'relation'),
    required('parentalResponsibility', 'parental responsibility'),
    required('dayToDayCare', 'day-to-day care'),
    required('addressLine1', 'address line 1'),
    required('addressLine2', 'address line 2'),
    required('addressLine3', 'address line 3'),
    required('town', 'town'),
    required('postcode', 'postcode'),
    required('doNotSend', 'do not send'),
  ],
  ...notation,
};

/**
 * After the UPN one column a fact, headed with the name that policies give it (`looked after` is `looked-after`).
 * Yes or no; a blank is unknown, and so is a fact that has no column.
 */
export const genericGroups: Profile = {
  id: 'generic-groups',
  title: 'one row a pupil, one column a fact',
  layout: 'groups',
  columns: [filled('upn', 'upn')],
  ...notation,
};

/**
 * What people did and judged, one entry of the case log a row: `stage-1-letter`, `sent`; of a judgement, `engaged`,
 * `yes` or `no`. From and to are the days it is about, where it is about a run of days, and session is the half of its
 * own day; items are parted by semicolons, in the policy's words. The adult is the one of the pupil's whom it concerns, by
 * forename and surname; a blank concerns them all.
 */
export const genericLog: Profile = {
  id: 'generic-log',
  title: 'one row for each entry of the case log',
  layout: 'log',
  columns: [
    filled('upn', 'upn'),
    filled('date', 'date'),
    optional('time', 'time'),
    filled('name', 'name'),
    filled('done', 'done'),
    optional('from', 'from'),
    optional('to', 'to'),
    optional('session', 'session'),
    optional('items', 'items'),
    optional('purpose', 'purpose'),
    optional('adult', 'adult'),
    optional('by', 'by'),
    optional('note', 'note'),
  ],
  ...notation,
};

/** By the names that can be asked for; `generic` is `generic-long`. */
export const profiles: Readonly<Record<string, Profile>> = {
  generic: genericLong,
  'generic-long': genericLong,
  'generic-wide': genericWide,
  'generic-adults': genericAdults,
  'generic-groups': genericGroups,
  'generic-log': genericLog,
};
