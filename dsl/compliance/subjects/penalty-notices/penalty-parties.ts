import type { Claim, Subject } from '../../subject.ts';
import { speaker } from '../../value-words.ts';
import { inWords } from '../in-words/in-words.ts';
import { penaltyNotices } from './penalty-notices.ts';

/** For whom a penalty notice is: one that is counted for each parent is for each of them; otherwise what the policy’s words say. */
export const penaltyParties: Subject = {
  fields: ['pn.per'],
  unsaid: () => 'that each parent has a penalty notice for each child',
  claims(question) {
    const says = speaker(question.provision.level);
    const counted = penaltyNotices(question).flatMap(({ notice }): readonly Claim[] => {
      const counting = notice.details.find(({ word }) => word === 'counted per');
      if (!counting) return [];
      const { place } = counting;
      if (notice.perParent)
        return [
          { part: 'for whom', verdict: 'meets', why: `A penalty notice is for each parent, as ${says} has it.`, place },
        ];
      const why = `Penalty notices are counted for the child, and not for each parent, as ${says} has it.`;
      return [{ part: 'for whom', verdict: 'breaches', why, place }];
    });
    return counted.length > 0 ? counted : inWords.claims(question);
  },
};
