import { createHash } from 'node:crypto';
import type { Finding, LadderFinding, LetterFinding, Policy } from '../../dsl/index.ts';
import { letterFields } from '../../letters/draft-fields.ts';
import { printProblem } from '../../letters/letter-problem.ts';
import type { Letter } from '../../letters/letter.ts';
import { fullPaperName } from '../../letters/papers-wanted.ts';
import type { Adult, Pupil } from '../../register/pupil.ts';
import type { Asking } from './asking.ts';

export interface DraftParts {
  readonly pupil: Pupil;
  readonly adult: Adult;
  readonly whole: Finding;
  readonly letter: LetterFinding;
  readonly ladder: LadderFinding | undefined;
  readonly evidence: string;
}

export type RenderedDraft =
  | { readonly kind: 'letter'; readonly letter: Letter }
  | { readonly kind: 'faults'; readonly faults: readonly string[] };

/** Writes one letter to one adult from its template, or says what is missing for it. */
export function renderDraft(
  asking: Asking,
  { pupil, adult, whole, letter, ladder, evidence }: DraftParts,
): RenderedDraft {
  const { services, school, asAt } = asking;
  const details = services.schoolDetails.get(school.id);
  if (!details) {
    const fault = `How ${school.name} signs its letters is not recorded: add it under “schools” in staff.yaml (address, telephone, email, signatory, contact).`;
    return { kind: 'faults', faults: [fault] };
  }
  const fields = letterFields({
    finding: whole,
    findingDigest: evidence,
    letter,
    ladder,
    policyTitle: titleOfPolicy(asking.policy.policy, letter.clause.policy),
    pupil,
    adult,
    school: details,
    codes: services.codes,
    date: asAt,
    reference: referenceOf(evidence, adult.id, whole.asAt),
    support: [],
    meeting: undefined,
  });
  if (fields.kind === 'refused') return { kind: 'faults', faults: fields.reasons };
  const rendered = services.letters.render(fullPaperName(asking.policy.policy, letter.id), fields, {
    adult: adult.id,
    pupil: pupil.id,
  });
  return rendered.kind === 'letter'
    ? { kind: 'letter', letter: rendered.letter }
    : { kind: 'faults', faults: rendered.problems.map(printProblem) };
}

/** The title of the policy with an id: the school's own, or a layer above it. */
function titleOfPolicy(policy: Policy, id: string): string {
  return [policy, ...policy.under].find((each) => each.id === id)?.title ?? policy.title;
}

/** `ATT-2024-3F9A2C`: the same letter has the same reference, and it says nothing of the pupil. */
function referenceOf(evidence: string, adult: string, asAt: string): string {
  const digest = createHash('sha256').update(`${evidence} ${adult}`).digest('hex');
  return `ATT-${asAt.slice(0, 4)}-${digest.slice(0, 6).toUpperCase()}`;
}
