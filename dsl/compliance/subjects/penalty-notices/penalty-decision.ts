import type { Place } from '../../../resolve/policy.ts';
import type { Claim, Question, Subject } from '../../subject.ts';
import type { PenaltyRule } from './penalty-notices.ts';
import { clauseHolds } from '../../clause.ts';
import { compare } from '../../relations.ts';
import { speaker } from '../../value-words.ts';
import { leavesOf } from '../../reading/leaves.ts';
import { penaltyRules } from './penalty-notices.ts';

/**
 * Whether a penalty notice is considered by a person or comes of itself. It is considered where it is on an agenda, is to be
 * decided, or waits for somebody’s judgement; it comes of itself where it will be issued with none of these, or where a paper
 * announces that it will. That it may be issued says neither.
 */
export const penaltyDecision: Subject = {
  fields: ['pn.at_threshold'],
  unsaid: () => 'that a penalty notice is considered, case by case',
  claims(question) {
    return [
      ...penaltyRules(question).flatMap((rule) => claimsOf(question, rule)),
      ...announced(question).map((place) =>
        claim(question, place, false, 'This announces a penalty notice as certain'),
      ),
    ];
  },
};

function claimsOf(question: Question, { policy, rule, conditions }: PenaltyRule): readonly Claim[] {
  const { act, mode, place } = rule;
  if (mode === 'agenda' || (act.kind === 'verb' && act.verb === 'decide'))
    return [claim(question, place, true, 'A penalty notice is considered')];
  const issues = act.kind === 'verb' ? act.verb === 'issue' : act.texts.some((text) => /^issue\b/i.test(text));
  if (!issues) return [];
  const judged = leavesOf(question, policy, place, conditions).some(({ condition }) =>
    ['judged', 'complete', 'outcome'].includes(condition.kind),
  );
  if (judged) return [claim(question, place, true, 'A penalty notice waits for a person’s judgement')];
  return mode === 'duty' ? [claim(question, place, false, 'A penalty notice will be issued, and nobody decides')] : [];
}

function announced({ layers, regime }: Question): readonly Place[] {
  return layers.flatMap(({ papers }) =>
    papers.flatMap(({ details }) =>
      details
        .filter(({ texts, place }) => texts.some((text) => certain.test(text)) && clauseHolds(place, regime.day))
        .map(({ place }) => place),
    ),
  );
}

const certain = /\b(?:brings?|will (?:bring|receive|get|be (?:issued|given|sent)))\b.*\bpenalty notice/i;

function claim({ provision }: Question, place: Place, holds: boolean, what: string): Claim {
  const meets = compare(provision.relation, provision.value, { kind: 'truth', holds }) === 'meets';
  const says = speaker(provision.level);
  const why = meets
    ? `${what}, as ${says} has it.`
    : `${what}; ${says} has it considered case by case, never automatic.`;
  return { part: 'the decision', verdict: meets ? 'meets' : 'breaches', why, place };
}
