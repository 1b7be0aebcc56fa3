import { parseIsoDay } from '../../register/day.ts';
import type { Pupil } from '../../register/pupil.ts';
import type { LetterRecord } from '../store/letter-record.ts';
import type { Action, LetterRevision } from './action.ts';
import type { Answer } from './answer.ts';
import { elsewhere } from './answers/elsewhere.ts';
import { notFound } from './answers/not-found.ts';
import { recordAnswer } from './answers/record.ts';
import { recordSchoolAnswer, undoSchoolAnswer } from './answers/record-school.ts';
import { refused } from './answers/refused.ts';
import { undoAnswer } from './answers/undo.ts';
import { approveLetters } from './approve-letters.ts';
import { ask } from './ask.ts';
import type { AskedBy, Asking } from './asking.ts';
import { draftLetters } from './draft-letters.ts';
import { editLetters } from './edit-letters.ts';
import { letterOf } from './letter-text.ts';
import { mayShowPupils, maySee } from './may-see.ts';
import { noteAudit } from './note-audit.ts';
import { openSchool } from './open-school.ts';
import { actRecordingOf, recordingOf } from './recording.ts';
import type { Services } from './services.ts';
import { paperOf } from './which-paper.ts';

/** Does what a button stands for. The right to do it is looked at when it is pressed, not when it was shown. */
export async function act(services: Services, action: Action, by: AskedBy): Promise<Answer> {
  if (action.kind === 'ask') {
    const { question, about, school } = action;
    return ask(services, question, { ...by, about, school, asAt: dayOfAction(action) ?? by.asAt });
  }
  if (action.kind === 'record school act' || action.kind === 'undo school entry')
    return actOfSchool(services, action, by);
  const { answer, pupil } = await done(services, action, by);
  const reason =
    action.kind === 'draft letter'
      ? action.overrideReason
      : action.kind === 'record judgement' || action.kind === 'record act'
        ? action.note
        : undefined;
  await noteAudit(
    services,
    by,
    { action: deedOf(action, answer), question: action.kind, school: pupil?.school, pupil, reason },
    answer,
  );
  return answer;
}

type SchoolDeed = Extract<Action, { kind: 'record school act' | 'undo school entry' }>;
type Deed = Exclude<Action, { kind: 'ask' } | SchoolDeed>;

/** What came of it: a press that changed nothing is a question. */
function deedOf(action: Deed, answer: Answer): string {
  if (answer.kind === 'approved') return 'approved';
  if (answer.kind === 'recorded' || answer.kind === 'undone') return answer.kind;
  if (answer.kind !== 'draft' || action.kind === 'approve letters') return 'asked';
  if (action.kind === 'edit letters') return action.text === undefined ? 'asked' : 'edited';
  return 'drafted';
}

/** What a school itself did, recorded or undone; a school that is not theirs is not found. */
async function actOfSchool(services: Services, action: SchoolDeed, by: AskedBy): Promise<Answer> {
  const answer = await doneOfSchool(services, action, by);
  const deed = answer.kind === 'recorded' || answer.kind === 'undone' ? answer.kind : 'asked';
  await noteAudit(
    services,
    by,
    { action: deed, question: action.kind, school: action.school, pupil: undefined },
    answer,
  );
  return answer;
}

async function doneOfSchool(services: Services, action: SchoolDeed, by: AskedBy): Promise<Answer> {
  if (!mayShowPupils(by.place)) return elsewhere();
  const school = by.actor.schools.includes(action.school) ? await services.store.school(action.school) : undefined;
  if (!school) return notFound();
  const opened = await openSchool(services, by, school);
  if (opened.kind === 'answer') return opened.answer;
  if (action.kind === 'undo school entry') return undoSchoolAnswer(opened.asking, action.entry);
  return recordSchoolAnswer(opened.asking, actRecordingOf(action, dayOfAction(action) ?? opened.asking.today));
}

interface Done {
  readonly answer: Answer;
  readonly pupil?: Pupil;
}

async function done(services: Services, action: Deed, by: AskedBy): Promise<Done> {
  if (!mayShowPupils(by.place)) return { answer: elsewhere() };
  if (action.kind === 'edit letters' || action.kind === 'approve letters') return withLetters(services, action, by);
  if (action.kind === 'undo entry' || action.kind === 'record judgement' || action.kind === 'record act') {
    return withPupil(services, action.pupil, by, undefined, (asking, pupil) =>
      action.kind === 'undo entry'
        ? undoAnswer(asking, pupil, action.entry)
        : recordAnswer(asking, pupil, recordingOf(action, dayOfAction(action) ?? asking.today)),
    );
  }
  return withPupil(services, action.pupil, by, dayOfAction(action), async (asking, pupil) => {
    const paper = paperOf(asking.policy.policy, action.paper);
    if (!paper) return refused({ reason: `The policy has no letter “${action.paper}”.` });
    if (action.kind === 'give reason') {
      return refused({
        reason: `Why should ${paper.title} be written all the same?`,
        cure: 'Give the reason: it is kept with the letter.',
      });
    }
    return draftLetters(asking, pupil, paper, action.overrideReason);
  });
}

async function withLetters(
  services: Services,
  action: Extract<Deed, { kind: 'edit letters' | 'approve letters' }>,
  by: AskedBy,
): Promise<Done> {
  const records = await recordsOf(services, action.letters);
  const [first] = records;
  if (!first || records.length !== action.letters.length || records.some(({ pupil }) => pupil !== first.pupil)) {
    return { answer: notFound() };
  }
  return withPupil(services, first.pupil, by, parseIsoDay(letterOf(first).restsOn.asAt), (asking, pupil) =>
    action.kind === 'approve letters'
      ? approveLetters(asking, pupil, records, action.letters)
      : editLetters(asking, pupil, records, action),
  );
}

async function recordsOf(services: Services, letters: readonly LetterRevision[]): Promise<readonly LetterRecord[]> {
  const records = await Promise.all(letters.map(({ id }) => services.store.letter(id)));
  return records.filter((record) => record !== undefined);
}

/** A pupil who does not exist and one the person may not see are alike here too. */
async function withPupil(
  services: Services,
  id: string,
  by: AskedBy,
  asAt: AskedBy['asAt'],
  doIt: (asking: Asking, pupil: Pupil) => Promise<Answer>,
): Promise<Done> {
  const pupil = await services.store.pupil(id);
  if (!pupil || !maySee(by.actor, pupil)) return { answer: notFound() };
  const school = await services.store.school(pupil.school);
  if (!school) return { answer: notFound() };
  const opened = await openSchool(services, { ...by, asAt: asAt ?? by.asAt }, school);
  if (opened.kind === 'answer') return { answer: opened.answer, pupil };
  await services.store.remember(by.actor.id, by.place.id, { pupil: id, at: services.now() });
  return { answer: await doIt(opened.asking, pupil), pupil };
}

function dayOfAction(action: { readonly asAt?: string }): AskedBy['asAt'] {
  return action.asAt === undefined ? undefined : parseIsoDay(action.asAt);
}
