import type { Policy, Rule } from '../../../resolve/policy.ts';
import type { Claim, Question, Subject } from '../../subject.ts';
import { clauseHolds } from '../../clause.ts';
import { isSaid } from '../../reading/words-said.ts';
import { listWords, speaker, valueWords } from '../../value-words.ts';
import { whoIs } from '../../reading/people.ts';

/**
 * Who prosecutes: the rules by which somebody starts a prosecution, and those that bar somebody from it. Of several together
 * the authority does it, and the others work with it. To enforce attendance “through prosecution” does not say who prosecutes.
 */
export const prosecutor: Subject = {
  fields: ['prosecutor'],
  unsaid: () => 'who prosecutes',
  claims(question) {
    return question.layers.flatMap((policy) =>
      policy.rules
        .filter((rule) => prosecutes(rule) && rule.subject.length > 0 && clauseHolds(rule.place, question.regime.day))
        .flatMap((rule) => claimsOf(question, policy, rule)),
    );
  },
};

function prosecutes({ act }: Rule): boolean {
  const texts =
    act.kind === 'words' ? act.texts : act.objects.map((object) => `${act.verb} ${object.replaceAll('-', ' ')}`);
  return texts.some((text) => starting.test(text));
}

const starting =
  /^(?:prosecute|(?:start|begin|bring|commence|use|take) (?:a |an |any |parental |criminal |legal |court )*(?:prosecution|proceedings?|action))\b/i;

function claimsOf(
  { provision }: Question,
  policy: Policy,
  { subject, mode, place, guards, blocks }: Rule,
): readonly Claim[] {
  const { value, level } = provision;
  const titles = subject.map((name) => whoIs(policy, name));
  const authority = value.kind === 'words' && titles.some((title) => isSaid(title, value.said ?? []));
  const who = listWords(titles);
  const part = 'who prosecutes';
  const only = `${speaker(level)} has only ${valueWords(value)} prosecute`;
  if (mode === 'bar') {
    if (authority || guards.length > 0 || blocks.length > 0) return [];
    return [{ part, verdict: 'meets', why: `${who} cannot prosecute, as ${only}.`, place }];
  }
  if (authority) return [{ part, verdict: 'meets', why: `${who} may prosecute, as ${only}.`, place }];
  return [{ part, verdict: 'breaches', why: `${who} may prosecute; ${only}.`, place }];
}
