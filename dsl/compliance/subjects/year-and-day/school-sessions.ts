import type { Claim, Question, Subject } from '../../subject.ts';
import { clauseHolds } from '../../clause.ts';
import { compare } from '../../relations.ts';
import { requirementWords, speaker } from '../../value-words.ts';
import { inWords } from '../in-words/in-words.ts';
import { measuredInWords } from '../in-words/measured-in-words.ts';

/** How many sessions a school day has: a morning and an afternoon that each begin at a time, or a number in words. */
export const schoolSessions: Subject = {
  ...inWords,
  fields: ['day.sessions'],
  unsaid: () => 'how many sessions a school day has',
  claims(question) {
    const claim = claimOf(question);
    return claim ? [claim] : measuredInWords(question);
  },
};

function claimOf({ layers, regime, provision }: Question): Claim | undefined {
  const beginning = (half: 'AM' | 'PM'): (typeof layers)[number]['halfDays'][number] | undefined =>
    layers
      .flatMap(({ halfDays }) => halfDays)
      .find((each) => each.half === half && each.from !== undefined && clauseHolds(each.place, regime.day));
  const afternoon = beginning('PM');
  if (!beginning('AM') || !afternoon) return undefined;
  const verdict = compare(provision.relation, provision.value, { kind: 'quantity', number: 2, unit: 'sessions' });
  return {
    part: 'the day',
    verdict: verdict === 'cannot be compared' ? 'silent' : verdict,
    why: `The day has a morning and an afternoon; ${speaker(provision.level)} has ${requirementWords(provision)}.`,
    place: afternoon.place,
  };
}
