import type { Period } from '../../../resolve/policy.ts';
import type { Claim, Question, Subject } from '../../subject.ts';
import type { Comparison } from '../../relations.ts';
import { compare } from '../../relations.ts';
import { unitOfLaw } from '../../unit-meaning.ts';
import { quantityWords, requirementWords, speaker } from '../../value-words.ts';
import { improvementPeriods } from './improvement-notice.ts';
import { inWords } from '../in-words/in-words.ts';
import { lengthsOf } from '../../reading/leaves.ts';
import { perClause } from '../../reading/readings.ts';

/** How long a notice to improve runs: a period from its issue, both ends of which are compared. */
export const improvementPeriod: Subject = {
  fields: ['nti.weeks'],
  unsaid: () => 'how long a notice to improve runs',
  claims(question) {
    const periods = improvementPeriods(question);
    if (periods.length === 0) return inWords.claims(question);
    return periods.flatMap(({ period }) => perClause(comparable(claimsOf(question, period))));
  },
};

/** “Weeks” is the guidance’s own word: of readings, one that only the calendar could settle does not weigh against one that keeps it. */
function comparable(readings: readonly Claim[]): readonly Claim[] {
  const settled = readings.filter(({ verdict }) => verdict !== 'silent');
  return settled.length > 0 ? settled : readings;
}

function claimsOf({ provision }: Question, period: Period): readonly Claim[] {
  return lengthsOf(period).map(({ least, most, unit }): Claim => {
    const known = unitOfLaw(unit);
    const ends = [least, most].map((number): Comparison => {
      if (!known) return 'cannot be compared';
      return compare(provision.relation, provision.value, { kind: 'quantity', number, unit: known });
    });
    const length = known ? quantityWords({ kind: 'quantity', number: most, unit: known }) : `${most} ${unit}`;
    const runs = `A notice to improve runs for ${least === most ? length : `${least} to ${length}`}`;
    const says = speaker(provision.level);
    const place = period.place;
    const part = 'the length';
    const required = `${says} has ${requirementWords(provision)}`;
    if (ends.every((end) => end === 'meets'))
      return { part, verdict: 'meets', why: `${runs}, as ${says} has it.`, place };
    if (ends.includes('breaches')) return { part, verdict: 'breaches', why: `${runs}; ${required}.`, place };
    const why = `${runs}: how many weeks these take depends on the calendar; ${required}.`;
    return { part, verdict: 'silent', why, place };
  });
}
