import { policyPapers } from '../../../dsl/index.ts';
import { fullPaperName } from '../../../letters/papers-wanted.ts';
import { formatIsoDay } from '../../../register/day.ts';
import type { Pupil } from '../../../register/pupil.ts';
import type { Answer } from '../answer.ts';
import type { Asking } from '../asking.ts';
import { draftLetters } from '../draft-letters.ts';
import { examine } from '../examine.ts';
import { letterOffers } from '../letter-offers.ts';
import { papersNamed } from '../which-paper.ts';
import { nameAndGroup } from '../words.ts';
import { refused } from './refused.ts';

/** Which letter is meant: the one named, or the only one that is due. */
export async function letterAnswer(
  asking: Asking,
  pupil: Pupil,
  words: string,
  because: string | undefined,
): Promise<Answer> {
  const { policy } = asking.policy;
  if (words !== '') {
    const named = papersNamed(policy, words);
    const written = named.filter(({ id }) => hasTemplate(asking, id));
    const papers = written.length > 0 ? written : named;
    const [paper, ...others] = papers;
    if (paper && others.length === 0) return draftLetters(asking, pupil, paper, because);
    const known = policyPapers(policy)
      .filter(({ id }) => hasTemplate(asking, id))
      .map(({ title, id }) => `${title} (${id})`);
    if (!paper)
      return refused({
        reason: `The policy has no letter “${words}”.`,
        cure: `It has ${known.join(', ') || 'none with a template'}.`,
      });
    return refused({
      reason: 'Which letter do you mean?',
      offers: papers.map(({ id, title }) => ({
        label: title,
        action: { kind: 'draft letter', pupil: pupil.id, paper: id, asAt: formatIsoDay(asking.asAt) },
      })),
    });
  }
  const { finding } = await examine(asking, pupil);
  const offers = letterOffers(pupil.id, finding);
  const [only] = finding.letters.filter(({ state }) => state === 'due' || state === 'waiting');
  if (!only)
    return refused({
      reason: `No letter is due for ${nameAndGroup(pupil)}.`,
      cure: 'Name one: “letter stage 1 for …”.',
    });
  if (offers.length > 1) return refused({ reason: `Which letter for ${nameAndGroup(pupil)}?`, offers });
  const [paper] = papersNamed(policy, only.id);
  return paper
    ? draftLetters(asking, pupil, paper, because)
    : refused({ reason: `The policy has no letter “${only.id}”.` });
}

function hasTemplate({ services, policy }: Asking, paper: string): boolean {
  const name = fullPaperName(policy.policy, paper);
  return services.letters.papers.some((template) => template.paper === name);
}
