import type { Claim, Subject } from '../subject.ts';
import { speaker, valueWords } from '../value-words.ts';
import { leavesOf } from './leaves.ts';
import { penaltyRules } from './penalty-notices.ts';

/** A school week has one meaning in the language too: what is counted in school weeks towards a penalty notice is counted by it. */
export const schoolWeek: Subject = {
  fields: ['school_week'],
  unsaid: () => 'that the sessions for a penalty notice are counted in school weeks',
  claims(question) {
    const { value, level } = question.provision;
    const windows = penaltyRules(question)
      .flatMap(({ policy, rule, conditions }) => leavesOf(question, policy, rule.place, conditions))
      .flatMap(({ condition, place }) =>
        condition.kind === 'compare' &&
        condition.measure.kind === 'count' &&
        condition.measure.window.kind === 'rolling'
          ? [{ place, inSchoolWeeks: condition.measure.window.unit === 'school weeks' }]
          : [],
      );
    return [...Map.groupBy(windows, ({ place }) => place)].flatMap(([place, readings]): readonly Claim[] => {
      if (!readings.some(({ inSchoolWeeks }) => inSchoolWeeks)) return [];
      if (!readings.every(({ inSchoolWeeks }) => inSchoolWeeks))
        return [
          {
            part: 'the week',
            verdict: 'silent',
            why: 'Whether the weeks are school weeks can be read two ways.',
            place,
          },
        ];
      const why = `The sessions are counted in school weeks, each ${valueWords(value)}, as ${speaker(level)} has it.`;
      return [{ part: 'the week', verdict: 'meets', why, place }];
    });
  },
};
