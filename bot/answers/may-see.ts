import type { Pupil } from '../../register/pupil.ts';
import type { Actor, Place, Role } from './actor.ts';

/** What a role may do. What is not granted here is refused. */
export interface Rights {
  readonly sees: 'whole schools' | 'registration groups';
  /** Codes that reveal health, religion, ethnicity or justice. */
  readonly sensitiveCodes: boolean;
  /** A letter lists every reason for absence, so whoever drafts sees sensitive codes too. */
  readonly draftsLetters: boolean;
  readonly approvesLetters: boolean;
  readonly recordsJudgements: boolean;
  /** Calls, visits, meetings, letters sent and whatever else was done; and reads what was recorded. */
  readonly recordsActs: boolean;
}

export const rightsOf: Readonly<Record<Role, Rights>> = {
  'attendance lead': {
    sees: 'whole schools',
    sensitiveCodes: true,
    draftsLetters: true,
    approvesLetters: true,
    recordsJudgements: true,
    recordsActs: true,
  },
  'head of school': {
    sees: 'whole schools',
    sensitiveCodes: true,
    draftsLetters: true,
    approvesLetters: true,
    recordsJudgements: true,
    recordsActs: true,
  },
  'attendance officer': {
    sees: 'whole schools',
    sensitiveCodes: true,
    draftsLetters: true,
    approvesLetters: false,
    recordsJudgements: false,
    recordsActs: true,
  },
  tutor: {
    sees: 'registration groups',
    sensitiveCodes: false,
    draftsLetters: false,
    approvesLetters: false,
    recordsJudgements: false,
    recordsActs: false,
  },
};

/** Whether this person may ask about this pupil. Without a school, or a tutor without a group: nobody. */
export function maySee(actor: Actor, pupil: Pick<Pupil, 'school' | 'registrationGroup'>): boolean {
  if (!actor.schools.includes(pupil.school)) return false;
  if (rightsOf[actor.role].sees === 'whole schools') return true;
  return pupil.registrationGroup !== '' && actor.registrationGroups.includes(pupil.registrationGroup);
}

const closedPlaces: ReadonlySet<string> = new Set(['direct message', 'private', 'command line']);

/** Whether an answer about a pupil may be shown here. A place of a kind nobody knows counts as open to all. */
export function mayShowPupils(place: Place): boolean {
  return closedPlaces.has(place.kind);
}
