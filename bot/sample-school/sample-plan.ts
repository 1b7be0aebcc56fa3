import type { Day } from '../../register/day.ts';
import type { SchoolCalendar } from '../../register/school-calendar.ts';
import type { SampleArea } from './addresses.ts';
import type { KnownFamily } from './known-families.ts';
import type { YearSize } from './places.ts';
import type { Random } from './random.ts';
import type { LogRow, SamplePupil, SampleSchoolDetails } from './sample-school.ts';

/** What is to be made: one school, or several that families share, of one policy and one school year. */
export interface SamplePlan {
  /** The seed of the schools that a newcomer is shown. */
  readonly seed: number;
  /** The id of the policy that the schools follow. */
  readonly policy: string;
  readonly schools: readonly PlannedSchool[];
  readonly years: readonly YearSize[];
  /** When the schools meet; each has it as its own. */
  readonly calendar: (school: string) => SchoolCalendar;
  /** The last day with marks; undefined: the whole year has been lived through. */
  readonly registerTo?: Day;
  /** A day on which the schools brought their marks and log for the first time; the rest came on the last day. */
  readonly firstFileTo?: Day;
  readonly families: readonly KnownFamily[];
  /** Before the family's number, so that no two samples share a family by chance. */
  readonly familyPrefix: string;
  readonly area: SampleArea;
  /** The first of the numbers for establishments in a UPN: 9000 to 9999. */
  readonly establishment: number;
  /** The calendar year in which the school year begins. */
  readonly begins: number;
  readonly events: YearEvents;
  readonly lateness: Lateness;
  /** What is known of each pupil; drawn apart, so that it changes nothing else. Left out: nothing is. */
  readonly facts?: (pupil: PupilSoFar, random: Random) => SamplePupil['facts'];
  /** What people did and judged. Left out: nothing. */
  readonly log?: (school: LoggedSchool) => readonly LogRow[];
}

export interface PlannedSchool {
  readonly id: string;
  readonly name: string;
  /** The year groups it has, 0 for Reception. */
  readonly from: number;
  readonly to: number;
  readonly facts: Readonly<Record<string, boolean>>;
  readonly details: SampleSchoolDetails;
  /** Questions that show what its policy can say, for someone who has not asked any yet. */
  readonly questions: readonly string[];
}

export type PupilSoFar = Omit<SamplePupil, 'facts'>;

/** A school as its case log is written: its pupils with their marks, on the days up to the last with marks. */
export interface LoggedSchool {
  readonly calendar: SchoolCalendar;
  readonly id: string;
  readonly pupils: readonly SamplePupil[];
  readonly schoolDays: readonly Day[];
  /** See the plan. */
  readonly firstFileTo?: Day | undefined;
}

/** What a school year brings to everyone. Days are the first and the last on which it may be. */
export interface YearEvents {
  /** A day out for each registration group, somewhere between two days. */
  readonly visits: readonly (readonly [from: Day, to: Day])[];
  /** Days that a whole year group is elsewhere. */
  readonly away: readonly { readonly year: number; readonly from: Day; readonly days: number; readonly code: string }[];
  /** Up to this day Reception stays for the mornings; left out, it stays all day from the first. */
  readonly receptionMorningsUntil?: Day;
  /** A festival in term that the families which keep it stay away for. */
  readonly festival?: Day;
  /** A day on which some could not come, and the code for it. */
  readonly storm?: { readonly day: Day; readonly code: string };
}

/** Minutes after the session begins: from when to when it is L, by a number from 0 to 1, and U. */
export interface Lateness {
  readonly late: (part: number) => number;
  readonly afterClosing: readonly [least: number, most: number];
}
