import type { Claim, Subject } from '../../subject.ts';
import { speaker, valueWords } from '../../value-words.ts';
import { penaltyLimbs } from './penalty-limbs.ts';

/** A school week has one meaning in the language too: what is counted in school weeks towards a penalty notice is counted by it. */
export const schoolWeek: Subject = {
  fields: ['school_week'],
  unsaid: () => 'that the sessions for a penalty notice are counted in school weeks',
  claims(question) {
    const { value, level } = question.provision;
    const windows = penaltyLimbs(question).flatMap((limb) =>
      limb.kind === 'count' && limb.count.window.kind === 'rolling'
        ? [{ place: limb.place, inSchoolWeeks: limb.count.window.unit === 'school weeks' }]
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
      const why = `The sessions are counted in school weeks, as ${speaker(level)} has it: ${valueWords(value)}.`;
      return [{ part: 'the week', verdict: 'meets', why, place }];
    });
  },
};
