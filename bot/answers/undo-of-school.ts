import type { CaseRecord, School } from '../store/store.ts';
import type { Answer } from './answer.ts';
import { undoSchoolAnswer } from './answers/record-school.ts';
import type { AskedBy } from './asking.ts';
import { openSchool } from './open-school.ts';
import type { Services } from './services.ts';

/**
 * “undo” that names nobody means what this person recorded last: where that was of a school itself, and today, it is undone
 * here; undefined where it was of a pupil.
 */
export async function undoOfSchool(
  services: Services,
  by: AskedBy,
  schools: readonly School[],
): Promise<{ readonly answer: Answer; readonly school: string } | undefined> {
  const { store } = services;
  const today = services.now().slice(0, 10);
  const own = (records: readonly CaseRecord[]): CaseRecord['entry'] | undefined =>
    records.findLast(({ entry, undone }) => !undone && entry.by === by.actor.id && entry.recordedAt.startsWith(today))
      ?.entry;
  const last = await store.lastAsked(by.actor.id, by.place.id);
  const ofPupil = last ? own(await store.caseHistory(last.pupil)) : undefined;
  let found: { readonly school: School; readonly entry: CaseRecord['entry'] } | undefined;
  for (const school of schools) {
    const entry = own(await store.schoolHistory(school.id));
    if (entry && entry.recordedAt > (found?.entry.recordedAt ?? '')) found = { school, entry };
  }
  if (!found || found.entry.recordedAt < (ofPupil?.recordedAt ?? '')) return undefined;
  const opened = await openSchool(services, by, found.school);
  const answer = opened.kind === 'answer' ? opened.answer : await undoSchoolAnswer(opened.asking, found.entry.id);
  return { answer, school: found.school.id };
}
