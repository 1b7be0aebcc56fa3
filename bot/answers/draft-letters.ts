import { createHash } from 'node:crypto';
import { explainNeed } from '../../dsl/index.ts';
import type { Finding, LadderFinding, LetterFinding, PolicyPaper } from '../../dsl/index.ts';
import { letterFields } from '../../letters/draft-fields.ts';
import type { Letter } from '../../letters/letter.ts';
import { printProblem } from '../../letters/letter-problem.ts';
import type { Adult, Pupil } from '../../register/pupil.ts';
import type { LetterRecord } from '../store/letter-record.ts';
import { addresseesOf, withheldNote } from './addressees.ts';
import type { Offer } from './action.ts';
import type { Answer } from './answer.ts';
import { approvedShown } from './answers/approved.ts';
import { draftShown } from './answers/draft.ts';
import { refused } from './answers/refused.ts';
import type { Asking } from './asking.ts';
import { evidenceDigest } from './evidence.ts';
import { examine } from './examine.ts';
import { ladderOf } from './letter-ladder.ts';
import { judgementOffers } from './letter-offers.ts';
import { rightsOf } from './may-see.ts';
import { letterFindingOf } from './which-paper.ts';
import { clauseWords, dayWords, freshnessOf, nameAndGroup } from './words.ts';

/**
 * Drafts one letter for each adult who is to have it, or shows those drafted before on the same evidence. Refused, with
 * the reason, where the policy would not bring the letter now and no reason to write it all the same was given.
 */
export async function draftLetters(
  asking: Asking,
  pupil: Pupil,
  paper: PolicyPaper,
  overrideReason: string | undefined,
): Promise<Answer> {
  const { services, actor } = asking;
  if (!rightsOf[actor.role].draftsLetters) {
    return refused({
      reason: 'Letters are drafted by the attendance lead.',
      cure: 'A letter lists every reason for absence, which your role does not see. Ask them to draft it.',
    });
  }
  if (!services.letters.papers.some((template) => template.paper === paper.id)) {
    return refused({
      reason: `There is no template for ${paper.title}.`,
      cure: `Add letters/templates/${paper.id}.hbs.`,
    });
  }
  const { whole } = await examine(asking, pupil);
  const letter = letterFindingOf(whole, paper);
  const outOfTurn = letter.state !== 'due';
  if (outOfTurn && overrideReason === undefined) return refusedOutOfTurn(asking, pupil, whole, letter);
  const ladder = ladderOf(asking.policy.policy, whole, letter);
  if (!ladder)
    return refused({ reason: `${letter.title} belongs to no ladder of the policy, so nothing can be counted for it.` });

  const { adults, withheld } = addresseesOf(paper, await services.store.adultsOf(pupil.id));
  if (adults.length === 0) return refusedNobody(pupil, letter, withheld);
  const evidence = evidenceDigest(whole, ladder, paper.id);
  const before = await draftedBefore(asking, pupil, { paper, adults, evidence });
  const notes = withheldNote(withheld);
  if (before?.every(({ state }) => state !== 'draft'))
    return approvedShown(asking, pupil, before, ['These were approved before.']);
  const freshness = freshnessOf(whole.registerTo);
  if (before) return draftShown(asking, pupil, before, { notes, freshness });

  const rendered = adults.map((adult) => render(asking, { pupil, adult, whole, letter, ladder, evidence }));
  const faults = rendered.flatMap((each) => (each.kind === 'faults' ? each.faults : []));
  if (faults.length > 0)
    return refused({ reason: `${letter.title} cannot be written yet.`, lines: [...new Set(faults)] });
  const records: LetterRecord[] = [];
  for (const each of rendered) {
    if (each.kind === 'faults') continue;
    records.push(
      await services.store.saveDraft({
        school: asking.school.id,
        pupil: pupil.id,
        paper: paper.id,
        adults: [each.letter.addressee.adult],
        content: JSON.stringify(each.letter),
        evidence,
        by: actor.id,
        at: services.now(),
        overrideReason: outOfTurn ? overrideReason : undefined,
      }),
    );
  }
  return draftShown(asking, pupil, records, { notes, freshness });
}

interface ToRender {
  readonly pupil: Pupil;
  readonly adult: Adult;
  readonly whole: Finding;
  readonly letter: LetterFinding;
  readonly ladder: LadderFinding;
  readonly evidence: string;
}

type Rendered =
  | { readonly kind: 'letter'; readonly letter: Letter }
  | { readonly kind: 'faults'; readonly faults: readonly string[] };

function render(asking: Asking, { pupil, adult, whole, letter, ladder, evidence }: ToRender): Rendered {
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
  const rendered = services.letters.render(letter.id, fields, { adult: adult.id, pupil: pupil.id });
  return rendered.kind === 'letter'
    ? { kind: 'letter', letter: rendered.letter }
    : { kind: 'faults', faults: rendered.problems.map(printProblem) };
}

/** `ATT-2024-3F9A2C`: the same letter has the same reference, and it says nothing of the pupil. */
function referenceOf(evidence: string, adult: string, asAt: string): string {
  const digest = createHash('sha256').update(`${evidence} ${adult}`).digest('hex');
  return `ATT-${asAt.slice(0, 4)}-${digest.slice(0, 6).toUpperCase()}`;
}

interface Wanted {
  readonly paper: PolicyPaper;
  readonly adults: readonly Adult[];
  readonly evidence: string;
}

/** The newest letters of this paper on this evidence, one for each of the adults; undefined where any of them has none. */
async function draftedBefore(
  { services }: Asking,
  pupil: Pupil,
  { paper, adults, evidence }: Wanted,
): Promise<readonly LetterRecord[] | undefined> {
  const records = (await services.store.lettersOf(pupil.id)).filter(
    (record) => record.paper === paper.id && record.evidence === evidence,
  );
  const found = adults.flatMap((adult) => records.find((record) => record.adults.includes(adult.id)) ?? []);
  return found.length === adults.length ? found : undefined;
}

function refusedOutOfTurn(asking: Asking, pupil: Pupil, finding: Finding, letter: LetterFinding): Answer {
  const who = nameAndGroup(pupil);
  const anyway: Offer = {
    label: 'Draft it all the same',
    action: { kind: 'give reason', pupil: pupil.id, paper: letter.id, asAt: finding.asAt },
    style: 'danger',
  };
  const cure = `To write it all the same, give a reason: it is kept with the letter (“letter ${letter.id} for … because …”).`;
  const context = [clauseWords(letter.clause)];
  const reason = whyNotNow(who, finding, letter);
  if (letter.state !== 'waiting') return refused({ reason, cure, context, offers: [anyway] });
  const mayRecord = rightsOf[asking.actor.role].recordsJudgements;
  return refused({
    reason,
    lines: letter.needs.map(explainNeed),
    cure,
    context,
    offers: [...(mayRecord ? judgementOffers(pupil.id, finding.asAt, letter.needs) : []), anyway],
  });
}

function whyNotNow(who: string, finding: Finding, letter: LetterFinding): string {
  const at = finding.ladders.find(({ stage }) => stage !== null)?.stage?.title;
  const isAt = at === undefined ? 'is at no stage' : `is at ${at}`;
  const goesWith = letter.stage === null ? '' : `, and ${letter.title} goes with ${letter.stage.title}`;
  switch (letter.state) {
    case 'waiting':
      return `${letter.title} for ${who} waits: something must be known first.`;
    case 'sent':
      return `${letter.title} was sent for ${who}${letter.sent === null ? '' : ` on ${dayWords(letter.sent)}`}.`;
    case 'overtaken':
      return `${letter.title} for ${who} was overtaken: a later stage was reached before it was sent.`;
    case 'due':
    case 'not due':
      break;
  }
  return `${letter.title} is not due: ${who} ${isAt}${goesWith}.`;
}

function refusedNobody(pupil: Pupil, letter: LetterFinding, withheld: number): Answer {
  if (withheld > 0) {
    return refused({
      reason: `${letter.title} for ${nameAndGroup(pupil)} has nobody to go to.`,
      lines: withheldNote(withheld),
    });
  }
  return refused({
    reason: `No adult with parental responsibility or day-to-day care is recorded for ${nameAndGroup(pupil)}.`,
    cure: 'Import the adults: att import ADULTS.csv --school ID --profile generic-adults',
  });
}
