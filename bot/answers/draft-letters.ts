import type { PolicyPaper } from '../../dsl/index.ts';
import { fullPaperName } from '../../letters/papers-wanted.ts';
import type { Adult, Pupil } from '../../register/pupil.ts';
import type { LetterRecord } from '../store/letter-record.ts';
import { addresseesOf, withheldNote } from './addressees.ts';
import type { Answer } from './answer.ts';
import { approvedShown } from './answers/approved.ts';
import { draftShown } from './answers/draft.ts';
import { refused } from './answers/refused.ts';
import type { Asking } from './asking.ts';
import { evidenceDigest } from './evidence.ts';
import { examine } from './examine.ts';
import { keepFiles } from './letter-files.ts';
import { ladderOf } from './letter-ladder.ts';
import { rightsOf } from './may-see.ts';
import { refusedNobody, refusedOutOfTurn } from './refuse-letter.ts';
import { renderDraft } from './render-draft.ts';
import { letterFindingOf, mayBeWritten } from './which-paper.ts';
import { freshnessOf } from './words.ts';

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
  const { policy } = asking.policy;
  if (!rightsOf[actor.role].draftsLetters) {
    return refused({
      reason: 'Letters are drafted by the attendance lead.',
      cure: 'A letter lists every reason for absence, which your role does not see. Ask them to draft it.',
    });
  }
  if (!services.letters.papers.some((template) => template.paper === fullPaperName(policy, paper.id))) {
    return refused({
      reason: `There is no template for ${paper.title}.`,
      cure: `Add letters/templates/${fullPaperName(policy, paper.id)}.hbs.`,
    });
  }
  const { whole } = await examine(asking, pupil);
  const letter = letterFindingOf(whole, paper);
  const outOfTurn = !mayBeWritten(whole, letter);
  if (outOfTurn && overrideReason === undefined) return refusedOutOfTurn(asking, pupil, whole, letter);
  const ladder = ladderOf(policy, whole, letter);

  const { adults, withheld } = addresseesOf(paper, await services.store.adultsOf(pupil.id));
  if (adults.length === 0) return refusedNobody(pupil, letter, withheld);
  const evidence = evidenceDigest(whole, letter, ladder);
  const before = await draftedBefore(asking, pupil, { paper, adults, evidence });
  const notes = withheldNote(withheld);
  if (before?.every(({ state }) => state !== 'draft')) {
    for (const record of before) await keepFiles(services.store, record);
    return approvedShown(asking, pupil, before, ['These were approved before.']);
  }
  const freshness = freshnessOf(whole.registerTo);
  if (before) return draftShown(asking, pupil, before, { notes, freshness });

  const rendered = adults.map((adult) => renderDraft(asking, { pupil, adult, whole, letter, ladder, evidence }));
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
