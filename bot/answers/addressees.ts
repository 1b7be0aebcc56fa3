import type { PolicyPaper } from '../../dsl/index.ts';
import type { Adult } from '../../register/pupil.ts';

/** Who is to have a letter, and how many are left out because nothing may be sent to them. */
export interface Addressees {
  readonly adults: readonly Adult[];
  readonly withheld: number;
}

/** Flags of adults as policies write them. */
const flagOf: Readonly<Record<string, (adult: Adult) => boolean>> = {
  'parental-responsibility': (adult) => adult.parentalResponsibility,
  'day-to-day-care': (adult) => adult.dayToDayCare,
};

/**
 * The adults that the role of a paper covers; a paper that names no such role goes to every parent in the Education
 * Act's sense (1996, s. 576): each adult with parental responsibility or day-to-day care.
 */
export function addresseesOf(paper: PolicyPaper, adults: readonly Adult[]): Addressees {
  const role = paper.to?.adults ?? { join: 'any', flags: Object.keys(flagOf) };
  const covered = adults.filter((adult) => {
    const held = role.flags.map((flag) => flagOf[flag]?.(adult) === true);
    return role.join === 'any' ? held.includes(true) : !held.includes(false);
  });
  const adultsToWrite = covered.filter(({ doNotSend }) => !doNotSend);
  return { adults: adultsToWrite, withheld: covered.length - adultsToWrite.length };
}

/** Says that somebody was left out, and never why. */
export function withheldNote(withheld: number): readonly string[] {
  if (withheld === 0) return [];
  const who = withheld === 1 ? 'One adult is' : `${withheld} adults are`;
  return [`${who} marked “do not send”: ask the designated safeguarding lead.`];
}
