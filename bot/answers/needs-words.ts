import { explainNeed, explainNeeds } from '../../dsl/index.ts';
import type { Finding, LetterFinding, Need } from '../../dsl/index.ts';

/** Needs after a word such as *needed*: what nobody has recorded is named alone. */
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
  const said = new Set(letters.flatMap(({ needs }) => needs.map(explainNeed)));
  const needs = finding.undetermined.filter(({ about }) => standing.has(about)).flatMap((each) => each.needs);
  return explainNeeds(needs.filter((need) => need.kind !== 'not stated' && !said.has(explainNeed(need))));
}
