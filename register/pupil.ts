import type { Day } from './day.ts';

/** A registered pupil. */
export interface Pupil {
  /** The store's own id, opaque; never a UPN or a name. */
  readonly id: string;
  readonly school: string;
  readonly upn: string;
  readonly surname: string;
  readonly forename: string;
  readonly dateOfBirth: Day | undefined;
  readonly yearGroup: string;
  readonly registrationGroup: string;
  /** First and last day on roll. Undefined `onRollTo`: still on roll. */
  readonly onRollFrom: Day | undefined;
  readonly onRollTo: Day | undefined;
  /** Family id shared by siblings, where known. */
  readonly family: string | undefined;
  /** Flags and facts that a policy may ask about. An absent key is unknown; `false` is no. */
  readonly facts: Readonly<Record<string, boolean>>;
}

/** An adult of a pupil; *parent* is the Education Act's word and stays in texts. */
export interface Adult {
  readonly id: string;
  readonly title: string;
  readonly forename: string;
  readonly surname: string;
  readonly relation: string;
  readonly parentalResponsibility: boolean;
  readonly dayToDayCare: boolean;
  readonly address: readonly string[];
  readonly postcode: string;
  /** Nothing may be sent to this adult; the reason is for the safeguarding lead alone. */
  readonly doNotSend: boolean;
}

export function pupilName(pupil: Pick<Pupil, 'forename' | 'surname'>): string {
  return `${pupil.forename} ${pupil.surname}`;
}

/** A parent as the Education Act 1996, section 576 has it: with parental responsibility, or with care of the child. */
export function isParent(adult: Pick<Adult, 'parentalResponsibility' | 'dayToDayCare'>): boolean {
  return adult.parentalResponsibility || adult.dayToDayCare;
}

/** As letters address them, `Mrs Khan`; without a title the whole name. */
export function salutation(adult: Pick<Adult, 'title' | 'forename' | 'surname'>): string {
  return adult.title === '' ? adultName(adult) : `${adult.title} ${adult.surname}`;
}

export function adultName(adult: Pick<Adult, 'title' | 'forename' | 'surname'>): string {
  return [adult.title, adult.forename, adult.surname].filter((part) => part !== '').join(' ');
}
