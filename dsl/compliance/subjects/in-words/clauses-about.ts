import type { ClauseText } from '../../reading/clause-texts.ts';
import type { Question } from '../../subject.ts';
import { clausesSaying } from '../../reading/said-in.ts';

/** The clauses on the subject of a provision; undefined where it names no words for it, and any clause may say it. */
export function clausesAbout(question: Question): ReadonlySet<ClauseText> | undefined {
  const { about } = question.provision;
  return about && new Set(clausesSaying(question, about));
}
