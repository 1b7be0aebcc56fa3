import type { Pupil } from '../../register/pupil.ts';
import type { LetterRecord } from '../store/letter-record.ts';
import type { LetterRevision } from './action.ts';
import type { Answer } from './answer.ts';
import { approvedShown } from './answers/approved.ts';
import { draftShown } from './answers/draft.ts';
import { refused } from './answers/refused.ts';
import type { Asking } from './asking.ts';
import { letterOf, withText } from './letter-text.ts';
import { rightsOf } from './may-see.ts';

/** Takes a person's wording into every letter of a draft; without a text, shows the draft for editing. */
export async function editLetters(
  asking: Asking,
  pupil: Pupil,
  records: readonly LetterRecord[],
  { letters: shown, text }: { readonly letters: readonly LetterRevision[]; readonly text?: string },
): Promise<Answer> {
  if (!rightsOf[asking.actor.role].draftsLetters) {
    return refused({ reason: 'Letters are edited by the attendance lead.' });
  }
  if (records.every(({ state }) => state !== 'draft')) {
    return approvedShown(asking, pupil, records, ['They were approved before, and what is approved is not edited.']);
  }
  if (text === undefined) return draftShown(asking, pupil, records);
  if (records.some((record) => shown.find(({ id }) => id === record.id)?.revision !== record.revision)) {
    return refused({
      reason: 'Somebody edited this draft since you opened it.',
      cure: 'Copy what you wrote, open the draft again, and put it in.',
    });
  }
  const edited = withText(records.map(letterOf), text);
  if (edited.kind === 'problems') {
    return refused({ reason: 'The letter cannot be saved like this.', lines: edited.problems });
  }
  const saved: LetterRecord[] = [];
  for (const [index, letter] of edited.letters.entries()) {
    const record = records[index]!;
    const outcome = await asking.services.store.updateDraft(record.id, { content: JSON.stringify(letter) });
    saved.push(outcome.kind === 'not found' ? record : outcome.letter);
  }
  return draftShown(asking, pupil, saved, { notes: ['Saved.'] });
}
