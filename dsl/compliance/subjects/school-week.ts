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
    const leaves = penaltyRules(question).flatMap(({ policy, rule, conditions }) =>
      leavesOf(question, policy, rule.place, conditions),
    );
    return leaves.flatMap(({ condition, place, reading }): readonly Claim[] => {
      if (condition.kind !== 'compare' || condition.measure.kind !== 'count') return [];
      const { window } = condition.measure;
      if (window.kind !== 'rolling' || window.unit !== 'school weeks') return [];
      const part = 'the week';
      if (reading)
        return [{ part, verdict: 'silent', why: 'Whether the weeks are school weeks can be read two ways.', place }];
      const why = `The sessions are counted in school weeks, each ${valueWords(value)}, as ${speaker(level)} has it.`;
      return [{ part, verdict: 'meets', why, place }];
    });
  },
};
