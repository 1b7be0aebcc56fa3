import { LetterRefused } from '../../letters/letter-refused.ts';
import type { Pupil } from '../../register/pupil.ts';
import type { LetterRecord } from '../store/letter-record.ts';
import type { LetterRevision } from './action.ts';
import { withheldNote } from './addressees.ts';
import type { Answer } from './answer.ts';
import { approvedShown } from './answers/approved.ts';
import { draftShown } from './answers/draft.ts';
import { refused } from './answers/refused.ts';
import type { Asking } from './asking.ts';
import { changedMarks, changedWords, evidenceDigest } from './evidence.ts';
import { examine } from './examine.ts';
import { ladderOf } from './letter-ladder.ts';
import { keepFiles, renderFiles } from './letter-files.ts';
import type { RenderedFiles } from './letter-files.ts';
import { letterOf } from './letter-text.ts';
import { rightsOf } from './may-see.ts';
import { letterFindingOf, mayBeWritten, paperOf } from './which-paper.ts';

/** Changed marks told one by one; the rest are counted. */
const mostTold = 5;

/**
 * Approves what was shown, in the person's name, and keeps the files. What they rest on is looked at once more: a draft
 * whose marks were amended, or whose policy changed, is refused. Approving again changes nothing.
 */
export async function approveLetters(
  asking: Asking,
  pupil: Pupil,
  records: readonly LetterRecord[],
  shown: readonly LetterRevision[],
): Promise<Answer> {
  const { services, actor } = asking;
  if (!rightsOf[actor.role].approvesLetters) {
    return refused({
      reason: 'Letters are approved by the attendance lead or the head of school.',
      cure: 'Ask them to approve it.',
    });
  }
  const drafts = records.filter(({ state }) => state === 'draft');
  if (drafts.some((record) => record.revision !== revisionOf(shown, record))) {
    return draftShown(asking, pupil, records, {
      notes: ['The draft was edited since you looked at it: read it once more.'],
    });
  }
  const objection = drafts.length === 0 ? undefined : await objectionTo(asking, pupil, drafts);
  if (objection) return objection;

  const files = new Map<string, RenderedFiles>();
  try {
    for (const draft of drafts) files.set(draft.id, await renderFiles(letterOf(draft)));
  } catch (error) {
    if (!(error instanceof LetterRefused)) throw error;
    return refused({
      reason: 'The letter cannot be laid out as it stands.',
      lines: error.reasons,
      cure: 'Edit it, then approve it.',
    });
  }
  const approved: LetterRecord[] = [];
  for (const record of records) {
    if (record.state !== 'draft') {
      await keepFiles(services.store, record);
      approved.push(record);
      continue;
    }
    const outcome = await services.store.approve(record.id, {
      by: actor.id,
      at: services.now(),
      revision: revisionOf(shown, record),
    });
    if (outcome.kind === 'not found') throw new Error('a letter just read is no longer in the store');
    if (outcome.kind === 'refused' && outcome.letter.state === 'draft') {
      return draftShown(asking, pupil, [outcome.letter], {
        notes: ['The draft was edited since you looked at it: read it once more.'],
      });
    }
    await keepFiles(services.store, outcome.letter, outcome.kind === 'done' ? files.get(record.id) : undefined);
    approved.push(outcome.letter);
  }
  return approvedShown(
    asking,
    pupil,
    approved,
    drafts.length === 0 ? ['They were approved before; nothing was changed.'] : [],
  );
}

/** Why a draft may not be approved as things stand now, or undefined. */
async function objectionTo(asking: Asking, pupil: Pupil, drafts: readonly LetterRecord[]): Promise<Answer | undefined> {
  const [first] = drafts;
  const paper = first && paperOf(asking.policy.policy, first.paper);
  if (!first || !paper) return refused({ reason: 'The policy has no such letter any more.' });
  const letter = letterOf(first);
  const { whole } = await examine(asking, pupil);
  const found = letterFindingOf(whole, paper);
  const ladder = ladderOf(asking.policy.policy, whole, found);
  const again = {
    label: `Draft ${found.title} again`,
    action: { kind: 'draft letter', pupil: pupil.id, paper: paper.id, asAt: whole.asAt },
  } as const;
  const restsOn = evidenceDigest(whole, found, ladder);
  if (drafts.some(({ evidence }) => evidence !== restsOn)) {
    const changed = await changedMarks(asking.services.store, letter, first.drafted.at);
    return refused({
      reason: 'This draft is out of date: what it rests on has changed since it was drafted.',
      lines: whatChanged(changed.map(changedWords), letter.restsOn.policy.digest !== whole.policy.digest),
      cure: 'Draft it again, and read it again.',
      changed,
      offers: [again],
    });
  }
  if (!mayBeWritten(whole, found) && first.overrideReason === undefined) {
    return refused({
      reason: `${found.title} is no longer due: a judgement or an act was recorded since it was drafted.`,
      offers: [again],
    });
  }
  const adults = await asking.services.store.adultsOf(pupil.id);
  const withheld = drafts.filter((draft) => adults.some((adult) => draft.adults.includes(adult.id) && adult.doNotSend));
  if (withheld.length > 0) {
    return refused({
      reason: 'Not every one of these letters may go.',
      lines: withheldNote(withheld.length),
      offers: [again],
    });
  }
  return undefined;
}

function whatChanged(marks: readonly string[], policyChanged: boolean): readonly string[] {
  const told = marks.slice(0, mostTold);
  const more = marks.length - told.length;
  return [
    ...told,
    ...(more > 0 ? [`${more} more marks were changed.`] : []),
    ...(policyChanged ? ['The policy itself was changed.'] : []),
    ...(marks.length === 0 && !policyChanged ? ['The calendar, the roll or the case log was changed.'] : []),
  ];
}

function revisionOf(shown: readonly LetterRevision[], record: LetterRecord): number | undefined {
  return shown.find(({ id }) => id === record.id)?.revision;
}
