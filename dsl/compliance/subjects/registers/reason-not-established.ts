import type { Paper, Policy, Rule } from '../../../resolve/policy.ts';
import type { Quantity } from '../../../rulebook/rulebook.ts';
import type { Claim, Question, Subject } from '../../subject.ts';
import type { Limb } from '../../reading/limbs-of-condition.ts';
import { units } from '../../../rulebook/value.ts';
import { clauseHolds } from '../../clause.ts';
import { compare } from '../../relations.ts';
import { listWords, quantityWords, requirementWords, speaker } from '../../value-words.ts';
import { orInWords } from '../in-words/in-words.ts';
import { limbsOf, limbsOfRule } from '../../reading/limbs-of-condition.ts';

/** Within what time the code of an absence without an established reason is replaced. */
export const codeResolved: Subject = {
  fields: ['code.n.resolve_within'],
  unsaid: () => 'how long the reason for an absence may stay open',
  claims(question) {
    const found = rulesOfCode(question).flatMap((rule) => deadlines(question, rule));
    return orInWords(question, found);
  },
};

/** What an absence becomes whose reason is not established in time. */
export const codeExpired: Subject = {
  fields: ['code.n.on_expiry'],
  unsaid: () => 'what is entered for an absence whose reason is never established',
  claims: (question) =>
    orInWords(question, [
      ...rulesOfCode(question).flatMap((rule) => claimsOfLetters(question, rule)),
      ...question.layers.flatMap((policy) => policy.papers.flatMap((paper) => claimsOfRows(question, policy, paper))),
    ]),
};

/** Duties that a session with the code brings. */
function rulesOfCode({ layers, provision, regime }: Question): readonly Rule[] {
  const letter = codeOf(provision.field);
  return layers.flatMap((policy) =>
    policy.rules.filter(
      (rule) =>
        rule.mode === 'duty' &&
        rule.blocks.some(({ condition }) => /\bcoded\b/.test(condition.words)) &&
        clauseHolds(rule.place, regime.day) &&
        limbsOfRule(policy, rule).some((limb) => limb.some((leaf) => isSessionOf(leaf, letter))),
    ),
  );
}

/** The code that a field of the rulebook is about: N of `code.n.resolve_within`. */
function codeOf(field: string): string {
  return field.split('.')[1]!.toUpperCase();
}

function isSessionOf({ condition, negated }: Limb[number], letter: string): boolean {
  return !negated && condition.kind === 'today' && 'codes' in condition.of && condition.of.codes.includes(letter);
}

function deadlines({ provision }: Question, { timing, place, words }: Rule): readonly Claim[] {
  if (!/\b(?:code|mark|reason|register|amend|establish)/i.test(words)) return [];
  return timing.flatMap((each): readonly Claim[] => {
    const unit = each.kind === 'within' ? units.find((known) => known === each.unit) : undefined;
    if (each.kind !== 'within' || unit === undefined) return [];
    const within: Quantity = { kind: 'quantity', number: each.number, unit };
    const comparison = compare(provision.relation, provision.value, within);
    const why = `The code is settled within ${quantityWords(within)} of the session; ${speaker(provision.level)} asks for ${requirementWords(provision)}.`;
    return [{ part: 'the deadline', verdict: comparison === 'cannot be compared' ? 'silent' : comparison, why, place }];
  });
}

/** Another code by its letter, in what the duty does where no reason is given. */
function claimsOfLetters(question: Question, rule: Rule): readonly Claim[] {
  const { provision, regime } = question;
  const { act } = rule;
  const texts = act.kind === 'words' ? act.texts : act.objects;
  const withoutReason =
    rule.guards.some(({ condition }) => /\breason\b/i.test(condition.words)) || /\breason\b/i.test(texts.join(' '));
  if (!withoutReason) return [];
  const letters = regime.codes
    .map(({ code }) => code)
    .filter((code) => code !== codeOf(provision.field) && texts.some((text) => isLetterIn(text, code)));
  return letters.length === 0 ? [] : [claimOf(question, letters, rule.place)];
}

function isLetterIn(text: string, code: string): boolean {
  return /^[A-Z]\d?$/.test(code) && new RegExp(`(?<![\\w’'])${code}(?![\\w’'])`).test(text);
}

/** `marked O if no reason given and more than 5 school days since absence started`. */
function claimsOfRows(question: Question, policy: Policy, paper: Paper): readonly Claim[] {
  return paper.rows.flatMap(({ condition, enters, may, place }) => {
    if (!condition || may || enters.kind !== 'code' || !clauseHolds(place, question.regime.day)) return [];
    const expires = limbsOf(policy, condition, place).some(
      (limb) =>
        limb.some((leaf) => leaf.negated && leaf.condition.kind === 'reason given') &&
        limb.some((leaf) => leaf.condition.kind === 'compare' && leaf.condition.measure.kind === 'elapsed'),
    );
    return expires ? [claimOf(question, [enters.code], place)] : [];
  });
}

function claimOf({ provision }: Question, codes: readonly string[], place: Rule['place']): Claim {
  const comparison = compare(provision.relation, provision.value, { kind: 'codes', codes });
  const says = `${speaker(provision.level)} has ${requirementWords(provision)}`;
  const why = `An absence whose reason is not established becomes ${listWords(codes)}; ${says}.`;
  return { part: 'the code', verdict: comparison === 'meets' ? 'meets' : 'breaches', why, place };
}
