import type { Fine } from '../../../resolve/policy.ts';
import type { Claim, Question, Subject } from '../../subject.ts';
import { clauseHolds } from '../../clause.ts';
import { isSaid } from '../../reading/words-said.ts';
import { speaker, valueWords } from '../../value-words.ts';
import { penaltyNotices } from './penalty-notices.ts';
import { perClause } from '../../reading/readings.ts';

/** From when the days to pay run: with the day on which a notice is received or issued, or from the day after it. */
export const penaltyClock: Subject = {
  fields: ['pn.days_from'],
  unsaid: () => 'from when the days to pay run',
  claims(question) {
    return penaltyNotices(question).flatMap(({ notice }) =>
      notice.fines
        .filter(({ place }) => clauseHolds(place, question.regime.day))
        .flatMap((fine) => fine.steps.flatMap((step) => claimsOf(question, fine, step))),
    );
  },
};

function claimsOf({ provision }: Question, { place, which }: Fine, step: Fine['steps'][number]): readonly Claim[] {
  const { value, level } = provision;
  const required = valueWords(value);
  return perClause(
    step.of.map(({ kind, event }): Claim => {
      const words =
        kind === 'from'
          ? `beginning with the day on which the notice is ${event.done}`
          : `beginning with the day after the notice is ${event.done}`;
      const meets = value.kind === 'words' && isSaid(words, value.said ?? []);
      const part = `${which}: within ${step.within} ${step.unit}`;
      const run = `The ${step.within} ${step.unit} to pay run ${words}`;
      if (meets) return { part, verdict: 'meets', why: `${run}, as ${speaker(level)} has it.`, place };
      return { part, verdict: 'breaches', why: `${run}; ${speaker(level)} has them run ${required}.`, place };
    }),
  );
}
