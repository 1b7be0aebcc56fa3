import { policyJudgements } from '../../../dsl/index.ts';
import { formatDay } from '../../../register/day.ts';
import type { Pupil } from '../../../register/pupil.ts';
import type { Answer } from '../answer.ts';
import type { Asking } from '../asking.ts';
import { examine } from '../examine.ts';
import { letterOffers } from '../letter-offers.ts';
import { rightsOf } from '../may-see.ts';
import { clauseWords, nameAndGroup, pupilShown } from '../words.ts';
import { letterLine } from './finding.ts';
import { refused } from './refused.ts';

export interface JudgementToRecord {
  /** The judgement’s name in the policy: `engaged`. */
  readonly name: string;
  readonly holds: boolean;
  readonly note: string;
}

/** Records an answer to a question that the policy makes someone answer, and shows what follows from it. */
export async function recordAnswer(asking: Asking, pupil: Pupil, judged: JudgementToRecord): Promise<Answer> {
  const { services, actor, asAt } = asking;
  const judgement = policyJudgements(asking.policy.policy).find(({ id }) => id === judged.name);
  if (!judgement) {
    return refused({ reason: `The policy asks for no judgement called “${judged.name}”.` });
  }
  if (!rightsOf[actor.role].recordsJudgements) {
    return refused({
      reason: `A judgement is recorded by the ${spoken(judgement.by ?? 'attendance-lead')}.`,
      cure: 'Ask them to record it.',
    });
  }
  await services.store.record(pupil.id, {
    kind: 'judgement',
    name: judged.name,
    holds: judged.holds,
    day: asAt,
    time: undefined,
    recordedAt: services.now(),
    by: actor.id,
    note: judged.note,
  });
  const { finding } = await examine(asking, pupil);
  return {
    kind: 'recorded',
    headline: `Recorded for ${nameAndGroup(pupil)}: ${judgement.title}: ${judged.holds ? 'yes' : 'no'}`,
    facts: [],
    lines: finding.letters.filter(({ state }) => state === 'due' || state === 'waiting').map(letterLine),
    context: [clauseWords(judgement.clause), `Judged on ${formatDay(asAt)} by ${actor.name}`],
    offers: rightsOf[actor.role].draftsLetters ? letterOffers(pupil.id, finding) : [],
    school: asking.school.id,
    pupil: pupilShown(pupil),
  };
}

/** `attendance-lead` as people say it. */
function spoken(role: string): string {
  return role.replaceAll('-', ' ');
}
