import type { Pupil } from '../../../register/pupil.ts';
import type { CaseRecord } from '../../store/store.ts';
import type { Action } from '../action.ts';
import type { Answer, LogAnswer } from '../answer.ts';
import type { Asking } from '../asking.ts';
import { calledFor } from '../called-adults.ts';
import type { Called } from '../called-adults.ts';
import { entryLine, entryShown } from '../entry-words.ts';
import { rightsOf } from '../may-see.ts';
import { nameAndGroup, pupilShown } from '../words.ts';
import { refused } from './refused.ts';

/** Entries shown; older ones are counted. */
const most = 15;
/** Entries that may be undone by a button. */
const mostOffers = 5;

/** “log for …”: what was recorded, newest first, with what was undone. */
export async function logAnswer(asking: Asking, pupil: Pupil): Promise<Answer> {
  if (!rightsOf[asking.actor.role].recordsActs) {
    return refused({
      reason: 'What was recorded about a pupil is read by those who record it.',
      cure: 'Ask the attendance lead.',
    });
  }
  const history = await asking.services.store.caseHistory(pupil.id);
  const undo = (entry: string): Action => ({ kind: 'undo entry', pupil: pupil.id, entry });
  const called = await calledFor(asking, pupil.id);
  return { ...logOf(asking, nameAndGroup(pupil), history, called, undo), pupil: pupilShown(pupil) };
}

/** “school log”: the same of what the school itself did. */
export async function schoolLogAnswer(asking: Asking): Promise<Answer> {
  const { services, actor, school } = asking;
  if (!rightsOf[actor.role].recordsActs) {
    return refused({ reason: 'What the school did is read by those who record it.', cure: 'Ask the attendance lead.' });
  }
  const history = await services.store.schoolHistory(school.id);
  return logOf(asking, school.name, history, nobody, (entry) => ({
    kind: 'undo school entry',
    school: school.id,
    entry,
  }));
}

function logOf(
  { policy, school }: Asking,
  who: string,
  history: readonly CaseRecord[],
  called: Called,
  undo: (entry: string) => Action,
): LogAnswer {
  const entries = history.toReversed().map(({ entry, undone }) => entryShown(policy, entry, called, undone));
  const standing = entries.filter(({ undone }) => undone === null).length;
  const shown = entries.slice(0, most);
  const more = entries.length - shown.length;
  return {
    kind: 'log',
    headline: `${who}: ${countWords(standing, entries.length - standing)}`,
    facts: [],
    lines: [...shown.map(entryLine), ...(more > 0 ? [`and ${more} older`] : [])],
    context: ['Nothing is ever erased: an entry is undone by a further one.'],
    offers: shown
      .filter(({ undone }) => undone === null)
      .slice(0, mostOffers)
      .map(({ id, words, day, adult }) => ({
        label: `Undo: ${words}${adult === null ? '' : `, ${adult.called}`} (${day})`,
        action: undo(id),
      })),
    school: school.id,
    pupil: null,
    entries: shown,
    more,
  };
}

/** What a school itself did concerns no adult. */
const nobody: Called = () => '';

function countWords(standing: number, undone: number): string {
  const entries = standing === 1 ? '1 entry' : `${standing} entries`;
  return undone === 0 ? `${standing === 0 ? 'nothing' : entries} recorded` : `${entries} recorded, ${undone} undone`;
}
