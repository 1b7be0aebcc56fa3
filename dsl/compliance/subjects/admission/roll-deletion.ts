import type { Policy, Rule } from '../../../resolve/policy.ts';
import type { Claim, Question, Subject } from '../../subject.ts';
import type { Leaf } from '../../reading/limbs-of-condition.ts';
import { clauseHolds } from '../../clause.ts';
import { listWords, speaker } from '../../value-words.ts';
import { compare } from '../../relations.ts';
import { itemsSaid } from '../../reading/words-said.ts';
import { orInWords } from '../in-words/in-words.ts';
import { limbsOfRule } from '../../reading/limbs-of-condition.ts';

/**
 * On which grounds a name is deleted. The law has a closed list, and asks for deletion on each of its grounds: a policy that
 * deletes on some one ground only keeps names that must go; one that names Regulations goes by theirs. Where it names old ones
 * and elsewhere goes by those in force, whether the old grounds are meant or today’s under their old name is not said.
 */
export const rollDeletion: Subject = {
  fields: ['roll.delete'],
  unsaid: () => 'on which grounds a name is deleted from the admission register',
  claims: (question) =>
    orInWords(
      question,
      question.layers.flatMap((policy) =>
        removals(policy)
          .filter(({ place }) => clauseHolds(place, question.regime.day))
          .flatMap((rule) => claimsOf(question, policy, rule)),
      ),
    ),
};

const read = new WeakMap<Policy, readonly Rule[]>();

/** Sentences that remove a name, or say that none is removed. */
export function removals(policy: Policy): readonly Rule[] {
  const known = read.get(policy);
  if (known) return known;
  const found = policy.rules.filter((rule) => removes(rule));
  read.set(policy, found);
  return found;
}

function removes({ act }: Rule): boolean {
  const said = act.kind === 'words' ? act.texts : act.objects.map((object) => `${act.verb} ${object}`);
  return said.some((text) => /^(?:remove|delete|take)\b/i.test(text) && /\b(?:roll|register)\b/i.test(text));
}

const part = 'the grounds';

function claimsOf(question: Question, policy: Policy, rule: Rule): readonly Claim[] {
  const { provision, regime } = question;
  const says = speaker(provision.level);
  const claim = { part, place: rule.place };
  const bar = rule.mode === 'bar' || rule.mode === 'presumption';
  const leaves = limbsOfRule(policy, rule).flat();
  const asked = leaves.filter(({ negated }) => negated === bar).map(wordsOf);
  const said = [rule.words, ...asked].join(' ');
  const [year] = yearsOfRegulations(said);
  const inForce = regime.period?.registers.title ?? '';
  if (year !== undefined && !inForce.includes(year)) {
    const named = `Names are removed on the grounds of the Regulations of ${year}`;
    const now = yearsOfRegulations(inForce)[0];
    if (now === undefined || !goesBy(question, now))
      return [
        {
          ...claim,
          verdict: 'breaches',
          why: `${named}; in force on this day are ${inForce}, with grounds of their own.`,
        },
      ];
    const why = `${named}, which are no longer in force, and elsewhere the policy goes by those of ${now}. Read as the old grounds, they are other than ${says} has; read as an old name for the grounds of the law, they are as ${says} has it.`;
    return [{ ...claim, verdict: 'silent', why }];
  }
  if (/\bgrounds?\b/i.test(said) && /\b(?:legal|lawful|law|regulations?)\b/i.test(said))
    return [{ ...claim, verdict: 'meets', why: `Names are removed on a ground of the law, as ${says} has it.` }];
  // A bar for some pupils only, or for what must be done first, leaves the grounds as they are.
  if (bar)
    return rule.blocks.length > 0 || leaves.some(({ negated }) => !negated) ? [] : [onlyOne(question, rule, asked)];
  if (asked.length === 0) return [];
  const named = asked.map((words) => itemsSaid(provision.value, words)[0] ?? { name: words, said: [] });
  if (compare(provision.relation, provision.value, { kind: 'list', items: named }) === 'meets')
    return [
      {
        ...claim,
        verdict: 'meets',
        why: `Names are removed for ${quoted(asked)}, which ${says} has among its grounds.`,
      },
    ];
  const strange = named.filter(({ said: ways }) => ways.length === 0).map(({ name }) => name);
  const why = `Names are removed for ${quoted(strange.length > 0 ? strange : asked)}, which is none of the grounds that ${says} has.`;
  return [{ ...claim, verdict: 'breaches', why }];
}

/** Whether a sentence in force on the day names the Regulations of a year. */
function goesBy({ layers, regime }: Question, year: string): boolean {
  return layers.some(({ rules }) =>
    rules.some(({ words, place }) => clauseHolds(place, regime.day) && yearsOfRegulations(words).includes(year)),
  );
}

function yearsOfRegulations(words: string): readonly string[] {
  return /\bregulations\b/i.test(words) ? (words.match(/\b(?:19|20)\d\d\b/g) ?? []) : [];
}

function onlyOne({ provision }: Question, { place }: Rule, asked: readonly string[]): Claim {
  const says = speaker(provision.level);
  const only = asked.length === 0 ? 'No name is removed' : `Names are removed only for ${quoted(asked)}`;
  return {
    part,
    verdict: 'breaches',
    why: `${only}; ${says} has other grounds too, and asks for removal on each.`,
    place,
  };
}

function wordsOf({ condition }: Leaf): string {
  return condition.kind === 'judged' || condition.kind === 'fact' ? condition.title : condition.words;
}

function quoted(titles: readonly string[]): string {
  return listWords(titles.map((title) => `“${title}”`));
}
