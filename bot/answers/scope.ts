import { policyStages } from '../../dsl/index.ts';
import type { FindingPart, PupilCase } from '../../dsl/index.ts';
import type { Pupil } from '../../register/pupil.ts';
import { pupilName } from '../../register/pupil.ts';
import type { Answer } from './answer.ts';
import { notUnderstood } from './answers/help.ts';
import { visiblePupils } from './asking.ts';
import type { Asking } from './asking.ts';
import { casesOf, examineEach } from './examine.ts';
import type { Examined } from './examine.ts';
import { findPupil } from './find-pupil.ts';
import { foldedWords } from './fold.ts';
import { stagesNamed } from './stages-named.ts';

/** Of whom a list is: the pupils examined, and how its headline says so. */
export interface Scoped {
  readonly kind: 'scoped';
  readonly examined: readonly Examined[];
  /** ` in 5B`, ` at Stage 2`; empty of everyone. */
  readonly words: string;
  /** Any pupil’s case, read already. */
  readonly caseFor: (pupil: Pupil) => PupilCase;
}

/** What the policy says of those pupils, among the ones the asker may see, whom `5B`, `year 4`, a stage or a name means. */
export async function scopedTo(asking: Asking, scope: string | undefined, only: FindingPart): Promise<Scoped | Answer> {
  const visible = await visiblePupils(asking);
  const caseFor = await casesOf(asking);
  const of = (pupils: readonly Pupil[], words: string): Scoped => ({
    kind: 'scoped',
    examined: examineEach(asking, pupils, caseFor, only),
    words,
    caseFor,
  });
  if (scope === undefined) return of(visible, '');
  const asked = foldedWords(scope)
    .filter((word) => word !== 'class' && word !== 'group')
    .join(' ');
  const inGroup = visible.filter(({ registrationGroup }) => foldedWords(registrationGroup).join(' ') === asked);
  if (inGroup.length > 0) return of(inGroup, ` in ${inGroup[0]!.registrationGroup}`);
  const year = /^(?:year|y) ?(\d{1,2})$|^(reception)$/.exec(asked);
  const inYear = visible.filter(({ yearGroup }) => year && yearGroup.toLowerCase() === (year[1] ?? 'r'));
  if (inYear.length > 0) return of(inYear, ` in ${year![1] === undefined ? 'Reception' : `year ${year![1]}`}`);
  const known = policyStages(asking.policy.policy);
  const named = stagesNamed(known, scope);
  const stages = named.length > 0 ? named : stagesNamed(known, scope.replace(/^stages?\s+/i, ''));
  const [stage] = stages;
  if (stage) {
    const at = examineEach(asking, visible, caseFor, 'ladders').filter(({ finding }) =>
      stages.some((each) => finding.ladders.find(({ id }) => id === each.ladder.id)?.stage?.id === each.stage.id),
    );
    return of(
      at.map(({ pupil }) => pupil),
      ` at ${stage.stage.title}`,
    );
  }
  const found = findPupil(scope, visible);
  if (found.kind === 'one') return of([found.pupil], ` for ${pupilName(found.pupil)}`);
  if (found.kind === 'several') return of(found.pupils, ` for “${scope}”`);
  return notUnderstood('', {
    reason: `There is no group, year, stage or pupil “${scope}” here that you may ask about.`,
    cure: 'Say “in 5B”, “in year 4” or “at” a stage of the policy.',
  });
}
