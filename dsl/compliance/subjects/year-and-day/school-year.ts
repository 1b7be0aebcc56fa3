import type { Condition, Measure, Policy } from '../../../resolve/policy.ts';
import type { Claim, Question, Subject } from '../../subject.ts';
import { clauseHolds } from '../../clause.ts';
import { compare } from '../../relations.ts';
import { requirementWords, speaker } from '../../value-words.ts';
import { orInWords } from '../in-words/in-words.ts';

/**
 * How many sessions a school year has: a threshold that counts all of a year, whose title says that it is the year’s. A day
 * is two sessions. Where no threshold counts them, what the policy says in words.
 */
export const schoolYear: Subject = {
  fields: ['year.sessions', 'year.sessions.academy'],
  unsaid: () => 'how many sessions or days a school year has',
  claims(question) {
    return orInWords(
      question,
      question.layers.flatMap((policy) => claimsOf(question, policy)),
    );
  },
};

function claimsOf({ provision, regime }: Question, { thresholds }: Policy): readonly Claim[] {
  return thresholds.flatMap(({ title, place, condition }): readonly Claim[] => {
    const sessions = /\byear\b/i.test(title) && clauseHolds(place, regime.day) ? sessionsOf(condition) : undefined;
    if (sessions === undefined) return [];
    const verdict = compare(provision.relation, provision.value, {
      kind: 'quantity',
      number: sessions,
      unit: 'sessions',
    });
    const said = `By this clause a year has ${sessions} sessions`;
    return [
      {
        part: 'the year',
        verdict: verdict === 'cannot be compared' ? 'silent' : verdict,
        why: `${said}; ${speaker(provision.level)} asks for ${requirementWords(provision)}.`,
        place,
      },
    ];
  });
}

function sessionsOf(condition: Condition): number | undefined {
  if (condition.kind !== 'compare' || !isOfTheYear(condition.measure)) return undefined;
  const { to, comparator } = condition;
  if (to.kind !== 'constant' || (comparator !== 'at least' && comparator !== 'exactly')) return undefined;
  const number = to.value.numerator / to.value.denominator;
  return condition.measure.unit === 'sessions' ? number : 2 * number;
}

/** All that there are in the year, or all that a pupil attends of it. */
function isOfTheYear(measure: Measure): measure is Extract<Measure, { kind: 'count' }> {
  return (
    measure.kind === 'count' &&
    'class' in measure.of &&
    (measure.of.class === 'attended' || measure.of.class === 'possible') &&
    measure.window.kind === 'this' &&
    measure.window.unit === 'school years' &&
    ['sessions', 'school days', 'days attended'].includes(measure.unit)
  );
}
