import { explainNeed } from '../../dsl/index.ts';
import type { Finding, LetterFinding, Need } from '../../dsl/index.ts';

/** Each need once, in words, in the order they come. */
export function needsWords(needs: readonly Need[]): readonly string[] {
  return [...new Set(needs.map(explainNeed))];
}

/** The same after a word such as *needed*: what nobody has recorded is named alone. */
export function lackingWords(needs: readonly Need[]): string {
  return [...new Set(needs.map((need) => (need.kind === 'data' ? need.what : explainNeed(need))))].join('; ');
}

/**
 * What is missing to say where this pupil stands, beyond what the letters already wait for. What single duties wait for
 * is told with them; what the document leaves unsaid is missing for every pupil alike.
 */
export function otherNeeds(finding: Finding, letters: readonly LetterFinding[]): readonly string[] {
  const { ladders, thresholds, bands, rewards } = finding;
  const standing = new Set([ladders, thresholds, bands, rewards].flat().map(({ id }) => id));
  const said = new Set(needsWords(letters.flatMap(({ needs }) => needs)));
  const needs = finding.undetermined.filter(({ about }) => standing.has(about)).flatMap((each) => each.needs);
  return needsWords(needs.filter(({ kind }) => kind !== 'not stated')).filter((words) => !said.has(words));
}
