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
  /** Whole school days of one code, both ends included; `absences` lie over them. */
  readonly runs?: readonly LaidDownRun[];
  readonly absences: Readonly<Record<string, CodePair>>;
  /** What the school's earlier file says of a day that its later file amends. */
  readonly earlier?: Readonly<Record<string, CodePair>>;
  /** Of mornings that began late; the code is L where none is laid down. */
  readonly minutesAfterStart: Readonly<Record<string, number>>;
}

export type LaidDownRun = readonly [code: string, from: string, to: string];
export type CodePair = readonly [morning: string, afternoon: string];

/** Who lives with whom: two adults, one adult, two adults in two homes, or a relative or carer besides a parent. */
export type HomeKind = 'together' | 'one adult' | 'apart' | 'carer';

/** One family, its pupils with their marks laid down. */
export function family(
  surname: string,
  home: HomeKind,
  [mother, father]: readonly [string, string],
  ...pupils: readonly (readonly [forename: string, registrationGroup: string, marks: LaidDownMarks])[]
): KnownFamily {
  const named = pupils.map(([forename, registrationGroup, marks]) => ({ forename, registrationGroup, marks }));
  return { surname, keepsEid: false, home, mother, father, pupils: named };
}
