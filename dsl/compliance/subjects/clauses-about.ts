import type { ClauseText } from '../clause-texts.ts';
import type { Claim, Question } from '../subject.ts';
import { clausesSaying } from '../said-in.ts';
import { speaker } from '../value-words.ts';

/** The clauses on the subject of a provision; undefined where it names no words for it, and any clause may say it. */
export function clausesAbout(question: Question): ReadonlySet<ClauseText> | undefined {
  const { about } = question.provision;
  return about && new Set(clausesSaying(question, about));
}

/** A clause on the subject that says nothing that can be weighed. */
export function unweighed(question: Question, clauses: readonly ClauseText[]): readonly Claim[] {
  return clauses.map(({ place }) => ({
    part: 'what is said',
    verdict: 'silent',
    why: `The policy speaks of it here, in words that the check cannot weigh; ${speaker(question.provision.level)} has: ${question.provision.title}.`,
    place,
  }));
}
