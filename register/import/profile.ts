/** The columns and notation of one kind of file, as data. */
export interface Profile {
  readonly id: string;
  readonly title: string;
  readonly layout: 'long' | 'wide' | 'adults';
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
  | 'doNotSend';

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

/** By the names that can be asked for; `generic` is `generic-long`. */
export const profiles: Readonly<Record<string, Profile>> = {
  generic: genericLong,
  'generic-long': genericLong,
  'generic-wide': genericWide,
  'generic-adults': genericAdults,
};
