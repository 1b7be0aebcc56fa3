/** Whoever asks, as `staff.yaml` knows them. */
export interface Actor {
  readonly id: string;
  readonly role: Role;
  /** For a letter's audit and for greeting; the sample names roles, not people. */
  readonly name: string;
  /** School ids. */
  readonly schools: readonly string[];
  /** The groups a tutor answers for. Other roles see their schools whole, and need none. */
  readonly registrationGroups: readonly string[];
}

export type Role = 'attendance lead' | 'head of school' | 'attendance officer' | 'tutor';

/** Where a question is asked, and so who may read the answer. */
export interface Place {
  /** Opaque: a channel's id, `command line`. */
  readonly id: string;
  readonly kind: PlaceKind;
}

/** `shared` is open to another organisation or to guests; `unknown` is treated as the worst. */
export type PlaceKind = 'direct message' | 'private' | 'public' | 'shared' | 'unknown' | 'command line';
