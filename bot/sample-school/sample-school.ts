import type { Day } from '../../register/day.ts';
import type { Adult } from '../../register/pupil.ts';
import type { SchoolCalendar } from '../../register/school-calendar.ts';

/** An invented school with everyone in it, before it is written as the files that a school exports. */
export interface SampleSchool {
  readonly id: string;
  /** As people read it; it says that the school is a sample. */
  readonly name: string;
  /** The id of the policy that it follows. */
  readonly policy: string;
  /** What its policy asks about the school. */
  readonly facts: Readonly<Record<string, boolean>>;
  readonly calendar: SchoolCalendar;
  /** The days of its calendar up to the last with marks. */
  readonly schoolDays: readonly Day[];
  readonly families: readonly SampleFamily[];
  /** In the order of the register: year group, registration group, surname, forename. */
  readonly pupils: readonly SamplePupil[];
  /** In the order in which it was recorded. */
  readonly log: readonly LogRow[];
  /** The last day of the earlier of its two files of marks and of its log; left out, it brings one of each. */
  readonly firstFileTo?: Day;
  readonly details: SampleSchoolDetails;
}

/** How the school signs its letters, and how a parent reaches it. */
export interface SampleSchoolDetails {
  readonly address: readonly string[];
  readonly telephone: string;
  readonly email: string;
  readonly signatory: string;
  readonly contact: { readonly role: string; readonly telephone: string; readonly email: string };
}

/** An entry of the case log: an act, or a judgement with `yes` or `no`. */
export interface LogRow {
  readonly upn: string;
  readonly day: Day;
  /** `09:25`. */
  readonly time?: string;
  readonly name: string;
  readonly done: string;
  readonly about?: { readonly from: Day; readonly to: Day };
  readonly purpose?: string;
  readonly items?: readonly string[];
  /** The adult it concerns, as `adults.csv` names them. */
  readonly adult?: string;
  readonly note?: string;
  readonly by: string;
}

export interface SampleFamily {
  readonly id: string;
  readonly surname: string;
  /** At least one of them may be sent letters. */
  readonly adults: readonly SampleAdult[];
}

export type SampleAdult = Omit<Adult, 'id' | 'address'> & {
  /** Three lines, the later ones often empty. */
  readonly address: readonly [string, string, string];
  readonly town: string;
};

export interface SamplePupil {
  readonly upn: string;
  readonly surname: string;
  readonly forename: string;
  readonly dateOfBirth: Day;
  /** `R` for Reception, then `1` to `11`. */
  readonly yearGroup: string;
  readonly registrationGroup: string;
  readonly family: string;
  /** Shape the absence, as in Halton's figures; the files have no column of these names. */
  readonly freeSchoolMeals: boolean;
  readonly educationHealthCarePlan: boolean;
  /** What is known by the names that the policy gives it; undefined is unknown. */
  readonly facts: Readonly<Record<string, boolean | undefined>>;
  /** One code a session, morning and afternoon of each of `schoolDays` in turn; `''` is not taken. */
  readonly codes: readonly string[];
  /** Whole minutes after the session began, by index in `codes`. */
  readonly minutesLate: ReadonlyMap<number, number>;
  /** What the school's earlier file says of sessions that the later one amends, by index in `codes`. */
  readonly earlierCodes?: ReadonlyMap<number, string>;
}

/** Someone who may ask; known by the role alone. */
export interface SampleStaff {
  readonly id: string;
  /** The role in words. */
  readonly name: string;
  readonly role: string;
  readonly schools: readonly string[];
  /** The groups this person answers for; none named means the whole school. */
  readonly registrationGroups: readonly string[];
  readonly slackUser: string;
}
