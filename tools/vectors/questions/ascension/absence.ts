import type { Asked } from '../../asked.ts';
import { text } from '../../../../cli/case-fields.ts';
import { evaluate } from '../../../../dsl/index.ts';
import type { Day } from '../../../../register/day.ts';
import { count, met, numberOf, one } from '../../asked.ts';
import { overAsked } from '../over-span.ts';

type Answer = Readonly<Record<string, unknown>>;

const national = 'elements.national-threshold';

/** Reached in any window up to the day, the count of the window of the day, and the most that any window held. */
export function thresholdMet(of: Asked): Answer {
  return { met: everMet(of), count: count(of, national), maxInAnyWindow: most(of) };
}

function everMet(of: Asked): boolean {
  return one(of.finding().thresholds, national).firstMet !== null;
}

/** A window of school weeks holds most at the end of its last week. */
function most({ compiled, about, asAt }: Asked): number {
  const { schoolDays } = about.register.calendar;
  const days = schoolDays.filter((day) => day <= asAt);
  const countOn = (day: Day): number => {
    const found = one(evaluate(compiled, about, day, undefined).thresholds, national).count;
    return found === null ? 0 : numberOf(found.value);
  };
  return Math.max(0, ...days.map(countOn));
}

/** The wordings that a section of the document has for persistent and severe absence. */
const wordings: Readonly<Record<string, readonly [persistent: string, severe: string]>> = {
  '8.4': ['elements.persistent-absence', 'elements.severe-absence'],
  '7.1': ['elements.below-ninety', 'elements.below-fifty'],
};

export function absenceBands(given: Asked): Answer {
  const of = overAsked(given);
  const [persistent, severe] = wordings[text(given.vector.ask['clause'])] ?? [];
  const { possible, attended, attendance } = of.finding().tally;
  const rate = attendance === null ? undefined : numberOf(attendance.value);
  return {
    possible,
    missed: possible === 0 ? undefined : ((possible - attended) * 100) / possible,
    attendance: rate,
    persistent: persistent === undefined ? undefined : met(of, persistent),
    severe: severe === undefined ? undefined : met(of, severe),
    below90: met(of, 'elements.below-ninety'),
    below50: met(of, 'elements.below-fifty'),
    nationalThreshold: everMet(given),
  };
}

export function attendancePercent(given: Asked): Answer {
  const { possible, attendance } = overAsked(given).finding().tally;
  return { possible, percent: attendance === null ? undefined : numberOf(attendance.value) };
}
