import type { PolicyPaper } from '../../dsl/index.ts';
import type { Adult } from '../../register/pupil.ts';
import { adultsCovered } from '../../dsl/index.ts';

/** Who is to have a letter, and how many are left out because nothing may be sent to them. */
export interface Addressees {
  readonly adults: readonly Adult[];
  readonly withheld: number;
}

/**
 * The adults that the role of a paper covers; a paper that names no such role goes to every parent in the Education
 * Act's sense (1996, s. 576): each adult with parental responsibility or day-to-day care.
 */
export function addresseesOf(paper: PolicyPaper, known: readonly Adult[]): Addressees {
  const { adults, withheld } = adultsCovered(known, paper.to?.adults ?? undefined);
  return { adults, withheld: withheld.length };
}

/** Says that somebody was left out, and never why. */
export function withheldNote(withheld: number): readonly string[] {
  if (withheld === 0) return [];
  const who = withheld === 1 ? 'One adult is' : `${withheld} adults are`;
  return [`${who} marked “do not send”: ask the designated safeguarding lead.`];
}
