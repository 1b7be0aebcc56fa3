import type { Actor, Place } from '../../../bot/answers/actor.ts';
import type { Pupil } from '../../../register/pupil.ts';

export const lead: Actor = {
  id: 'attendance-lead',
  role: 'attendance lead',
  name: 'Attendance lead',
  schools: ['widnes'],
  registrationGroups: [],
};

export const tutor: Actor = { ...lead, id: 'tutor-5b', role: 'tutor', name: 'Tutor of 5B', registrationGroups: ['5B'] };

export const officer: Actor = { ...lead, id: 'officer', role: 'attendance officer', name: 'Attendance officer' };

export const directMessage: Place = { id: 'D1', kind: 'direct message' };

/** Pupils with the names that test a search, in order of surname. */
export const roll: readonly Pupil[] = [
  rollPupil('Amira', 'Khan', '5B'),
  rollPupil('Yusuf', 'Khan', '2A'),
  rollPupil('Łukasz', 'Kowalczyk', '3A'),
  rollPupil('An', 'Li', '2A'),
  rollPupil('Aoife', 'O’Neill', '4A'),
  rollPupil('Cillian', 'O’Neill', 'RB'),
  rollPupil('Zoë', 'Penketh-Rowe', '6A'),
  rollPupil('Mark', 'Stage', '3A'),
  rollPupil('Emma', 'Taylor', '1A'),
  rollPupil('Emma', 'Taylor', '4B'),
];

function rollPupil(forename: string, surname: string, registrationGroup: string): Pupil {
  return {
    id: `${forename}-${registrationGroup}`,
    school: 'widnes',
    upn: `${forename}-${registrationGroup}`,
    surname,
    forename,
    dateOfBirth: undefined,
    yearGroup: registrationGroup.slice(0, 1),
    registrationGroup,
    onRollFrom: undefined,
    onRollTo: undefined,
    family: undefined,
    facts: {},
  };
}
