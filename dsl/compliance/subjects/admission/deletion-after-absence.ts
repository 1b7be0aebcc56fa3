import type { Policy, Rule } from '../../../resolve/policy.ts';
import type { Value } from '../../../rulebook/rulebook.ts';
import type { Claim, Question, Subject } from '../../subject.ts';
import { clauseHolds } from '../../clause.ts';
import { listWords, speaker } from '../../value-words.ts';
import { inWords } from '../in-words/in-words.ts';
import { limbsOfRule } from '../../reading/limbs-of-condition.ts';
import { codesCounted } from '../penalty-notices/penalty-limbs.ts';
import { removals } from './roll-deletion.ts';

/**
 * What must hold before a name is deleted for absence, or for not coming back from leave. The list is read in words; a
 * sentence that deletes sooner, or counts other codes than the list names, breaches whatever else it asks for.
 */
export const deletionAfterAbsence: Subject = {
  fields: ['roll.delete.ground_i', 'roll.delete.ground_h'],
  unsaid: (field) =>
    field.endsWith('_i')
      ? 'what must hold before a name is deleted for absence'
      : 'what must hold before the name of a pupil who is not back from leave is deleted',
  claims(question) {
    const { provision, layers, regime } = question;
    const listed = listedIn(provision.value, question);
    const sooner = layers.flatMap((policy) =>
      removals(policy)
        .filter(({ mode, place }) => (mode === 'duty' || mode === 'option') && clauseHolds(place, regime.day))
        .flatMap((rule) =>
          provision.field.endsWith('_i')
            ? afterAbsence(question, policy, rule, listed)
            : afterLeave(question, rule, listed),
        ),
    );
    return [...sooner, ...inWords.claims(question)];
  },
};

interface Listed {
  readonly days: number | undefined;
  readonly codes: readonly string[];
}

/** The school days and the codes that the items of the list name. */
function listedIn(value: Value, { regime }: Question): Listed {
  const names = value.kind === 'list' ? value.items.map(({ name }) => name) : [];
  const days = names.flatMap((name) => /\b(\d+) (?:consecutive )?school days\b/.exec(name)?.[1] ?? []);
  const coded = names.filter((name) => /\bcoded\b/.test(name)).join(' ');
  const letters = new Set(coded.match(/\b[A-Z]\d?\b/g) ?? []);
  return {
    days: days[0] === undefined ? undefined : Number(days[0]),
    codes: regime.codes.map(({ code }) => code).filter((code) => letters.has(code)),
  };
}

function afterAbsence(question: Question, policy: Policy, rule: Rule, { days, codes }: Listed): readonly Claim[] {
  const says = speaker(question.provision.level);
  const claim = { part: 'how soon', verdict: 'breaches', place: rule.place } as const;
  return limbsOfRule(policy, rule)
    .flat()
    .flatMap(({ condition, negated }): readonly Claim[] => {
      if (negated || condition.kind !== 'compare' || condition.to.kind !== 'constant') return [];
      const { measure, to, comparator } = condition;
      if (measure.kind !== 'count' || measure.window.kind !== 'in a row' || measure.unit !== 'school days') return [];
      const number = to.value.numerator / to.value.denominator;
      const reached = comparator === 'more than' ? Math.floor(number) + 1 : Math.ceil(number);
      const others = codesCounted(measure, question.regime.codes).filter((code) => !codes.includes(code));
      return [
        ...(days !== undefined && reached < days
          ? [{ ...claim, why: `A name is deleted after ${reached} school days of absence; ${says} asks for ${days}.` }]
          : []),
        ...(codes.length > 0 && others.length > 0
          ? [
              {
                ...claim,
                why: `A name is deleted for days that may be coded ${listWords(others)}; ${says} counts ${listWords(codes)} alone.`,
              },
            ]
          : []),
      ];
    });
}

function afterLeave({ provision }: Question, { timing, place }: Rule, { days }: Listed): readonly Claim[] {
  return timing.flatMap((each): readonly Claim[] => {
    if (each.kind !== 'after event' || each.unit !== 'school days' || each.event.done !== 'ended') return [];
    if (each.number === undefined || days === undefined || each.number >= days) return [];
    const why = `A name is deleted ${each.number} school days after leave ended; ${speaker(provision.level)} asks for ${days}.`;
    return [{ part: 'how soon', verdict: 'breaches', why, place }];
  });
}
