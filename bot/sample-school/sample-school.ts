import type { Day } from '../../register/day.ts';
import type { Adult } from '../../register/pupil.ts';
import type { SchoolCalendar } from '../../register/school-calendar.ts';

/** An invented school with everyone in it, before it is written as the files that a school exports. */
export interface SampleSchool {
  readonly id: string;
  /** As people read it; it says that the school is a sample. */
  readonly name: string;
  readonly calendar: SchoolCalendar;
  readonly families: readonly SampleFamily[];
  /** In the order of the register: year group, registration group, surname, forename. */
  readonly pupils: readonly SamplePupil[];
  readonly staff: readonly SampleStaff[];
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
  /** `R` for Reception, then `1` to `6`. */
  readonly yearGroup: string;
  readonly registrationGroup: string;
  readonly family: string;
  /** Shape the absence, as in Halton's figures; the files have no column for them. */
  readonly freeSchoolMeals: boolean;
  readonly educationHealthCarePlan: boolean;
  /** One code a session, morning and afternoon of each of `calendar.schoolDays` in turn; `''` is not taken. */
  readonly codes: readonly string[];
  /** Whole minutes after the session began, by index in `codes`. */
  readonly minutesLate: ReadonlyMap<number, number>;
}

/** Someone who may ask; known by the role alone. */
export interface SampleStaff {
  readonly id: string;
  readonly role: string;
  readonly schools: readonly string[];
  /** The groups this person answers for; none named means the whole school. */
  readonly registrationGroups: readonly string[];
  readonly slackUser: string;
}
