import type { Answer } from './asked-of.ts';
import type { Asked } from '../../asked.ts';
import { text } from '../../../../cli/case-fields.ts';
import { addDays, weekdayOf } from '../../../../register/day.ts';
import type { Day } from '../../../../register/day.ts';
import { meetingOf } from '../../../../dsl/index.ts';
import { attendancePercent as percentOf, count, isOpen, isToBeDone, met, numberOf, one } from '../../asked.ts';
import { dayAsked, overAsked } from '../over-span.ts';
import { asAtDay, withAct, withActs } from './asked-of.ts';

/** The three wordings by words in what the vectors call them. */
const wordings: readonly (readonly [called: RegExp, id: string])[] = [
  [/stage ?3/i, 'stockport.stage-3-level'],
  [/warning|improve/i, 'stockport.warning-level'],
  [/check|enforce|monitor/i, 'stockport.recheck-level'],
];

/** Now, and at the end of each week before: whether it was ever met, and the highest count. */
export function thresholdMet(of: Asked): Answer {
  const called = text(of.vector.ask['threshold']);
  const id = wordings.find(([words]) => words.test(called))?.[1];
  if (id === undefined) throw new Error(`no threshold of the policy is called “${called}”`);
  const { firstMet } = one(of.finding().thresholds, id);
  const counts = [of, ...weekEnds(of).map((day) => asAtDay(of, day))].map((each) => count(each, id));
  return {
    met: firstMet === null ? met(of, id) : true,
    count: count(of, id),
    maxInAnyWindow: counts.some((each) => each === undefined) ? undefined : Math.max(...(counts as readonly number[])),
  };
}

function weekEnds({ about, asAt }: Asked): readonly Day[] {
  const days: Day[] = [];
  const from = about.register.calendar.years[0]!.from;
  for (let day = addDays(from, 7 - weekdayOf(from)); day < asAt; day = addDays(day, 7)) days.push(day);
  return days;
}

/** Whether attendance still meets the threshold when monitoring ends, and what the service is to do then. */
export function recheck(of: Asked): Answer {
  const at = asAtDay(of, dayAsked(of, 'at') ?? of.asAt);
  const stillMeets = met(at, 'stockport.still-meets');
  const assessed = isToBeDone(of, 'stockport.assess-for-suitability-for-further-enforcement');
  const meeting = meetingOf(of.compiled, of.about, 'stockport.parent-contract-meeting', of.asAt);
  const arranged = isOpen(of, 'stockport.arrange-parent-contract-meeting');
  return {
    stillMeets,
    next: assessed === true && arranged && meeting ? `assess for Stage 3B ${meeting.title.toLowerCase()}` : undefined,
    lead: meeting?.ledBy[0]?.anyOf[0]?.title,
  };
}

/** Attendance from a day to a day. */
export function attendancePercent(of: Asked): Answer {
  const over = overAsked(of);
  return { percent: percentOf(over), possible: over.finding().tally.possible };
}

export function brokenWeeks(of: Asked): Answer {
  const band = one(of.finding().bands, 'broken-week-concern');
  return {
    broken: band.counted && numberOf(band.counted.count.value),
    inSession: band.counted && numberOf(band.counted.of.value),
    label: band.band?.title,
  };
}

/** Sessions attended in the twelve months, by the register, of a pupil whose family travels. */
export function traveller200(given: Asked): Answer {
  const of = withAct(given, 'travel-absence', 'agreed', given.about.register.calendar.years[0]?.from ?? given.asAt);
  return { met: met(of, 'traveller-sessions') };
}

/** Each number on file is one recorded. */
export function emergencyContacts(of: Asked): Answer {
  const held = of.vector.pupil['emergencyContactNumbers'];
  if (typeof held !== 'number') return {};
  const number = { name: 'contact-number', done: 'recorded', day: of.asAt };
  return {
    met: met(
      withActs(
        of,
        Array.from({ length: held }, () => number),
      ),
      'enough-numbers',
    ),
  };
}
