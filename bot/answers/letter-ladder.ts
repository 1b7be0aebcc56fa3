import { policyStages } from '../../dsl/index.ts';
import type { Finding, LadderFinding, LetterFinding, Policy } from '../../dsl/index.ts';
import { ladderFor } from '../../letters/draft-fields.ts';

/** The ladder a letter belongs to, whichever stage the pupil is at; undefined for a letter that no stage brings. */
export function ladderOf(policy: Policy, finding: Finding, letter: LetterFinding): LadderFinding | undefined {
  const found = ladderFor(finding, letter);
  if (found) return found;
  const home = policyStages(policy).find(({ stage, letters }) =>
    letter.stage === null ? letters.some(({ id }) => id === letter.id) : stage.id === letter.stage.id,
  );
  return finding.ladders.find(({ id }) => id === home?.ladder.id);
}
