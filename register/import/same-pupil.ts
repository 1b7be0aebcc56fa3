import type { PupilDetails } from './register-reading.ts';

/** What tells two children apart: names as they sound, whatever their accents, apostrophes and case, and the date of birth. */
export function differingColumn(a: PupilDetails, b: PupilDetails): string | undefined {
  if (a.surname !== b.surname && folded(a.surname) !== folded(b.surname)) return 'surname';
  if (a.forename !== b.forename && folded(a.forename) !== folded(b.forename)) return 'forename';
  const bothBorn = a.dateOfBirth !== undefined && b.dateOfBirth !== undefined;
  return bothBorn && a.dateOfBirth !== b.dateOfBirth ? 'date of birth' : undefined;
}

/** The details of a later row, an empty cell leaving what stood there. */
export function laterDetails(before: PupilDetails, after: PupilDetails): PupilDetails {
  return {
    surname: after.surname,
    forename: after.forename,
    dateOfBirth: after.dateOfBirth ?? before.dateOfBirth,
    yearGroup: after.yearGroup === '' ? before.yearGroup : after.yearGroup,
    registrationGroup: after.registrationGroup === '' ? before.registrationGroup : after.registrationGroup,
  };
}

function folded(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}
