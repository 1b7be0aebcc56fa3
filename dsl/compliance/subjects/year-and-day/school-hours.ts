import type { ClockTime } from '../../../../register/clock-time.ts';
import type { Place, Policy } from '../../../resolve/policy.ts';
import type { Claim, Question, Subject } from '../../subject.ts';
import { formatClockTime } from '../../../../register/clock-time.ts';
import { compare } from '../../relations.ts';
import { requirementWords, speaker } from '../../value-words.ts';
import { dayClose, dayStart } from '../policy-content/day-parts.ts';

/** How long the school week is: from the start of the day to its end, on each of the five days that a school week has. */
export const schoolHours: Subject = {
  fields: ['week.hours'],
  unsaid: () => 'when its day starts and ends, so how long its week is',
  notFor: (policy) =>
    policy.level === 'policy'
      ? undefined
      : `A ${policy.level} keeps no school day: each school says when its own ends.`,
  claims(question) {
    for (const policy of question.layers) {
      const claim = claimOf(question, policy);
      if (claim) return [claim];
    }
    return [];
  },
};

function claimOf({ provision, regime }: Question, policy: Policy): Claim | undefined {
  const start = timeAt(policy, dayStart(policy, regime));
  const close = timeAt(policy, dayClose(policy, regime));
  if (!start || !close || close.time <= start.time) return undefined;
  const hours = ((close.time - start.time) * daysAWeek) / 60;
  const verdict = compare(provision.relation, provision.value, { kind: 'quantity', number: hours, unit: 'hours' });
  const day = `${formatClockTime(start.time)} to ${formatClockTime(close.time)}`;
  return {
    part: 'the week',
    verdict: verdict === 'cannot be compared' ? 'silent' : verdict,
    why: `A day from ${day} makes ${hours} hours in a week of five days; ${speaker(provision.level)} asks for ${requirementWords(provision)}.`,
    place: close.place,
  };
}

/** Monday to Friday. */
const daysAWeek = 5;

/** The time that a clause gives: a named time’s own, or that at which the morning begins. */
function timeAt(
  { times, halfDays }: Policy,
  place: Place | undefined,
): { readonly time: ClockTime; readonly place: Place } | undefined {
  if (!place) return undefined;
  const time = times.find((each) => each.place === place)?.time ?? halfDays.find((each) => each.place === place)?.from;
  return time === undefined ? undefined : { time, place };
}
