/** Families that every sample school has, whatever the seed: texts, tests and pictures may name them. */
export interface KnownFamily {
  readonly surname: string;
  readonly keepsEid: boolean;
  readonly home: HomeKind;
  readonly mother: string;
  readonly father: string;
  readonly pupils: readonly KnownPupil[];
}

export interface KnownPupil {
  readonly forename: string;
  readonly registrationGroup: string;
  readonly marks?: LaidDownMarks;
}

/** Marks by day; on every other day the pupil is where the registration group is. */
export interface LaidDownMarks {
  readonly absences: Readonly<Record<string, readonly [morning: string, afternoon: string]>>;
  /** Of mornings that began late; the code is L where none is laid down. */
  readonly minutesAfterStart: Readonly<Record<string, number>>;
}

/** Who lives with whom: two adults, one adult, two adults in two homes, or a relative or carer besides a parent. */
export type HomeKind = 'together' | 'one adult' | 'apart' | 'carer';
