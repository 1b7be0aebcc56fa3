import type { CheckingRule } from '../rule.ts';
import { arrivingRowsMeet } from './arriving-rows-meet.ts';
import { departuresStand } from './departures-stand.ts';
import { knownAttendanceCodes } from './known-attendance-codes.ts';
import { ladderClimbs } from './ladder-climbs.ts';
import { lacksCite } from './lacks-cite.ts';
import { letterHasTemplate } from './letter-has-template.ts';
import { outsideItsDates } from './outside-its-dates.ts';
import { reachableStages } from './reachable-stages.ts';
import { refinesNoLooser } from './refines-no-looser.ts';
import { replacesNotStated } from './replaces-not-stated.ts';
import { reviewOverdue } from './review-overdue.ts';
import { schoolsAreNotPupils } from './schools-are-not-pupils.ts';

/** The rules, in the order that reads best to the writer. */
export const rules: readonly CheckingRule[] = [
  arrivingRowsMeet,
  knownAttendanceCodes,
  ladderClimbs,
  reachableStages,
  schoolsAreNotPupils,
  refinesNoLooser,
  replacesNotStated,
  departuresStand,
  letterHasTemplate,
  reviewOverdue,
  outsideItsDates,
  lacksCite,
];
