import { explainNeed } from '../../dsl/index.ts';
import type { Finding, LetterFinding, Need } from '../../dsl/index.ts';

/** Each need once, in words, in the order they come. */
export function needsWords(needs: readonly Need[]): readonly string[] {
  return [...new Set(needs.map(explainNeed))];
}

/** What is missing for anything the policy says of this pupil, beyond what the letters already wait for. */
export function otherNeeds(finding: Finding, letters: readonly LetterFinding[]): readonly string[] {
  const said = new Set(needsWords(letters.flatMap(({ needs }) => needs)));
  return needsWords(finding.undetermined.flatMap(({ needs }) => needs)).filter((words) => !said.has(words));
}
