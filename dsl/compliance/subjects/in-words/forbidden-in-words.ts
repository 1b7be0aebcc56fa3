import type { ListItem } from '../../../rulebook/rulebook.ts';
import type { Claim, Question } from '../../subject.ts';
import { clausesSaying } from '../../reading/said-in.ts';
import { speaker } from '../../value-words.ts';
import { clausesAbout } from './clauses-about.ts';

/** What no policy may say: said, it breaches; ruled out by the policy itself, it meets; where it says no, nobody can tell. */
export function forbiddenInWords(question: Question, items: readonly ListItem[]): readonly Claim[] {
  const about = clausesAbout(question);
  const says = speaker(question.provision.level);
  return items.flatMap(({ name, said }) =>
    clausesSaying(question, said)
      .filter((clause) => about?.has(clause) ?? true)
      .map((clause): Claim => {
        const { place } = clause;
        const denied = said.some((alternative) => /\b(?:no|not|never)\b/i.test(alternative)) ? 'yes' : clause.says;
        if (denied === 'no') return { part: name, verdict: 'meets', why: `The policy rules out “${name}”.`, place };
        if (denied === 'yes') {
          return { part: name, verdict: 'breaches', why: `This says “${name}”, which ${says} rules out.`, place };
        }
        const why = `This speaks of “${name}”, and whether it rules it out is said in words that the check cannot weigh.`;
        return { part: name, verdict: 'silent', why, place };
      }),
  );
}
