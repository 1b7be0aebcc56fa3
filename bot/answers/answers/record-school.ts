import type { Day } from '../../../register/day.ts';
import type { CaseRecord } from '../../store/store.ts';
import type { Answer, SchoolDutyShown } from '../answer.ts';
import type { Asking } from '../asking.ts';
import { entryFacts, entryShown } from '../entry-words.ts';
import { examineSchool } from '../examine-school.ts';
import { rightsOf } from '../may-see.ts';
import { eventOf } from '../policy-log.ts';
import { actAgain, schoolAction } from '../recording.ts';
import type { ActRecording } from '../recording.ts';
import { schoolDutiesOf } from '../school-duties.ts';
import { clauseWords } from '../words.ts';
import { notFound } from './not-found.ts';
import { entryOf, objectionTo } from './record.ts';
import { refused } from './refused.ts';

/** Records what the school itself did and shows it back, with what it settles and the way to undo it. The same is recorded once. */
export async function recordSchoolAnswer(asking: Asking, wanted: ActRecording): Promise<Answer> {
  const { services, actor, school, policy } = asking;
  const event = eventOf(policy, wanted.name, wanted.done);
  if (!event || event.of.every((each) => each === 'pupil')) {
    return refused({ reason: `The policy has nothing called “${wanted.name}” to record of a school.` });
  }
  const objection = objectionTo(asking, event, wanted);
  if (objection) return objection;
  const before = await settledOn(asking, wanted.day);
  const { entry, isNew } = await services.store.recordOfSchool(school.id, entryOf(asking, wanted));
  const shown = entryShown(policy, entry, () => '');
  return {
    kind: 'recorded',
    headline: `Recorded for ${school.name}: ${shown.words}`,
    facts: entryFacts(shown, isNew ? actor.name : entry.by),
    lines: [
      ...(isNew ? [] : ['It stood already: nothing was added. To record another, add its time.']),
      ...newlySettled(before, await settledOn(asking, wanted.day)).map((words) => `Done: ${words}`),
    ],
    context: event.clause ? [clauseWords(event.clause)] : [],
    offers: [{ label: 'Undo', action: { kind: 'undo school entry', school: school.id, entry: entry.id } }],
    school: school.id,
    pupil: null,
    entry: shown,
  };
}

/** Undoes an entry of the school's own log by a further one: the log keeps both. */
export async function undoSchoolAnswer(asking: Asking, id: string): Promise<Answer> {
  const { services, actor, school, policy } = asking;
  const record = (await services.store.schoolHistory(school.id)).find(({ entry }) => entry.id === id);
  if (!record) return notFound();
  if (!rightsOf[actor.role].recordsActs) {
    return refused({ reason: 'Whoever may record it may undo it.', cure: 'Ask the attendance lead.' });
  }
  const before = await settledOn(asking, record.entry.day);
  const undoing = { by: actor.id, at: services.now(), reason: '' };
  const isNew = await services.store.undoOfSchool(id, undoing);
  const shown = entryShown(policy, record.entry, () => '', isNew ? undoing : (record.undone ?? undoing));
  const again = againOf(record);
  return {
    kind: 'undone',
    headline: `Undone for ${school.name}: ${shown.words}`,
    facts: entryFacts(shown, record.entry.by === actor.id ? actor.name : record.entry.by),
    lines: [
      ...(isNew ? [] : ['It was undone before: nothing was changed.']),
      ...newlySettled(await settledOn(asking, record.entry.day), before).map((words) => `To do again: ${words}`),
    ],
    context: ['The log keeps the entry and its undoing.'],
    offers: again ? [{ label: 'Record it again', action: schoolAction(school.id, again) }] : [],
    school: school.id,
    pupil: null,
    entry: shown,
  };
}

/** What stands done of the school's duties, on the day asked about or on the later day of what is recorded. */
async function settledOn(asking: Asking, day: Day): Promise<readonly SchoolDutyShown[]> {
  const examined = await examineSchool({ ...asking, asAt: day > asking.asAt ? day : asking.asAt });
  return schoolDutiesOf(examined).filter(({ state }) => state === 'done');
}

function newlySettled(before: readonly SchoolDutyShown[], after: readonly SchoolDutyShown[]): readonly string[] {
  return after.filter(({ id }) => before.every((each) => each.id !== id)).map(({ words }) => words);
}

function againOf({ entry }: CaseRecord): ActRecording | undefined {
  return entry.kind === 'act' ? actAgain(entry) : undefined;
}
