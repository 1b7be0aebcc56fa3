import type { Pupil } from '../../../register/pupil.ts';
import type { CaseRecord } from '../../store/store.ts';
import type { Answer } from '../answer.ts';
import type { Asking } from '../asking.ts';
import { calledFor } from '../called-adults.ts';
import { entryFacts, entryLine, entryShown } from '../entry-words.ts';
import { examine } from '../examine.ts';
import { rightsOf } from '../may-see.ts';
import { actAgain, recordAction } from '../recording.ts';
import type { Recording } from '../recording.ts';
import { whatFollows } from '../what-follows.ts';
import { nameAndGroup, pupilShown } from '../words.ts';
import { notFound } from './not-found.ts';
import { refused } from './refused.ts';

/** Undoes an entry by a further one: the log keeps both, and answers take no account of it any more. */
export async function undoAnswer(asking: Asking, pupil: Pupil, id: string): Promise<Answer> {
  const { services, actor } = asking;
  const record = (await services.store.caseHistory(pupil.id)).find(({ entry }) => entry.id === id);
  if (!record) return notFound();
  const rights = rightsOf[actor.role];
  if (!(record.entry.kind === 'act' ? rights.recordsActs : rights.recordsJudgements)) {
    return refused({ reason: 'Whoever may record it may undo it.', cure: 'Ask the attendance lead.' });
  }
  const later = { ...asking, asAt: record.entry.day > asking.asAt ? record.entry.day : asking.asAt };
  const before = await examine(later, pupil);
  const undoing = { by: actor.id, at: services.now(), reason: '' };
  const isNew = await services.store.undo(id, undoing);
  const after = await examine(later, pupil);
  const shown = entryShown(asking.policy, record.entry, after.called, isNew ? undoing : (record.undone ?? undoing));
  return {
    kind: 'undone',
    headline: `Undone for ${nameAndGroup(pupil)}: ${shown.words}`,
    facts: entryFacts(shown, record.entry.by === actor.id ? actor.name : record.entry.by),
    lines: [
      ...(isNew ? [] : ['It was undone before: nothing was changed.']),
      ...whatFollows(before.finding, after.finding, after.called),
    ],
    context: ['The log keeps the entry and its undoing.'],
    offers: [{ label: 'Record it again', action: recordAction(pupil.id, again(record)) }],
    school: asking.school.id,
    pupil: pupilShown(pupil),
    entry: shown,
  };
}

/** “undo”: the entry that this person made last about the pupil, where that was today; else each recent one as a button. */
export async function undoLastAnswer(asking: Asking, pupil: Pupil): Promise<Answer> {
  const { services, actor } = asking;
  const standing = (await services.store.caseHistory(pupil.id)).filter(({ undone }) => !undone).toReversed();
  const [last] = standing;
  if (!last) return refused({ reason: `Nothing is recorded for ${nameAndGroup(pupil)} that could be undone.` });
  const mine = last.entry.by === actor.id && last.entry.recordedAt.slice(0, 10) === services.now().slice(0, 10);
  if (mine) return undoAnswer(asking, pupil, last.entry.id);
  const called = await calledFor(asking, pupil.id);
  return refused({
    reason: `Which entry for ${nameAndGroup(pupil)} is to be undone?`,
    lines: ['You have recorded nothing here today; these stand:'],
    offers: standing.slice(0, 5).map(({ entry }) => ({
      label: entryLine(entryShown(asking.policy, entry, called)),
      action: { kind: 'undo entry', pupil: pupil.id, entry: entry.id },
    })),
  });
}

/** The same once more. */
function again({ entry }: CaseRecord): Recording {
  if (entry.kind === 'act') return actAgain(entry);
  const { name, day, time, note } = entry;
  return { kind: 'judgement', name, holds: entry.holds, day, time, note };
}
