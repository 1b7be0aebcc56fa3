import { halfOf } from '../../register/clock-time.ts';
import type { Pupil } from '../../register/pupil.ts';
import type { Action } from './action.ts';
import type { Answer } from './answer.ts';
import { attendanceAnswer } from './answers/attendance.ts';
import { bandAnswer } from './answers/band.ts';
import { choiceAnswer } from './answers/choice.ts';
import { dueTodayAnswer } from './answers/due-today.ts';
import { findingAnswer } from './answers/finding.ts';
import { notUnderstood } from './answers/help.ts';
import { lettersDueAnswer } from './answers/letters-due.ts';
import { listAnswer } from './answers/list.ts';
import { letterAnswer } from './answers/letter.ts';
import { logAnswer, schoolLogAnswer } from './answers/log.ts';
import { notFound } from './answers/not-found.ts';
import { noticeAnswer } from './answers/notice.ts';
import { arrivalAnswer, registerTimesAnswer, stagesAnswer } from './answers/policy.ts';
import { refused } from './answers/refused.ts';
import { returnsDueAnswer } from './answers/returns-due.ts';
import { reviewsDueAnswer } from './answers/reviews-due.ts';
import { rewardsDueAnswer } from './answers/rewards-due.ts';
import { schoolDutiesAnswer } from './answers/school-duties.ts';
import { thresholdAnswer } from './answers/threshold.ts';
import { undoLastAnswer } from './answers/undo.ts';
import { whatIfAnswer } from './answers/what-if.ts';
import { whatNextAnswer } from './answers/what-next.ts';
import { whyAnswer } from './answers/why.ts';
import { asKnown } from './as-known.ts';
import type { Asking } from './asking.ts';
import { examine } from './examine.ts';
import type { Asked, Question } from './question.ts';
import { notAlikeLines } from './treated-alike.ts';
import { meaningOf } from './what-is-meant.ts';
import type { Deed, OfPupil } from './what-is-meant.ts';
import { whoIsMeant } from './who-is-meant.ts';
import { nameAndGroup } from './words.ts';

export type OfSchool = Exclude<Asked, OfPupil | { kind: 'help' | 'not understood' }>;

/** Questions about no pupil in particular. */
export async function answerAboutSchool(asking: Asking, asked: OfSchool): Promise<Answer> {
  switch (asked.kind) {
    case 'register times':
      return registerTimesAnswer(asking);
    case 'stages':
      return stagesAnswer(asking);
    case 'arrival':
      return arrivalAnswer(asking, asked.time, asked.half ?? halfOf(asked.time));
    case 'list':
      return listAnswer(asking, asked.stage);
    case 'due today':
      return dueTodayAnswer(asking, asked.scope);
    case 'letters due':
      return lettersDueAnswer(asking, asked.scope);
    case 'rewards due':
      return rewardsDueAnswer(asking, asked.scope);
    case 'returns due':
      return returnsDueAnswer(asking, asked.scope);
    case 'reviews due':
      return reviewsDueAnswer(asking, asked.scope);
    case 'school duties':
      return schoolDutiesAnswer(asking);
    case 'school log':
      return schoolLogAnswer(asking);
  }
}

export interface PupilAnswer {
  readonly answer: Answer;
  readonly pupil?: Pupil | undefined;
}

/** Questions about one pupil: finds out who, remembers it for “why”, and answers. */
export async function answerAboutPupil(
  asking: Asking,
  read: Question & { readonly asked: OfPupil },
  question: string,
  about: string | undefined,
): Promise<PupilAnswer> {
  const meant = meaningOf(asking, read.asked, question);
  if (meant.kind === 'answer') return { answer: meant.answer };
  const { services, actor, place } = asking;
  const found = await whoIsMeant(asking, meant.who, about);
  if (found.kind === 'none') return { answer: read.asked.kind === 'bare' ? notUnderstood(question) : notFound() };
  if (found.kind === 'nobody yet') {
    return {
      answer: refused({
        reason: 'Of whom? Nobody was asked about here yet.',
        cure: 'Name a pupil: “stage for Amira Khan”.',
      }),
    };
  }
  const toAction = (pupil: string): Action => meant.again(pupil, read.because);
  const writes = meant.deed.kind === 'letter' || meant.deed.kind === 'undo';
  if (found.kind === 'several') return { answer: choiceAnswer(meant.deed.kind, found.pupils, toAction) };
  if (writes && !found.exact) return { answer: choiceAnswer(meant.deed.kind, [found.pupil], toAction) };
  const { pupil } = found;
  await services.store.remember(actor.id, place.id, { pupil: pupil.id, at: services.now() });
  const notes = found.exact ? [] : [`Nobody is called exactly that; this is ${nameAndGroup(pupil)}.`];
  const answer = await answerDeed(asking, pupil, meant.deed, { because: read.because, notes });
  return { answer: await asKnown(asking, pupil, answer), pupil };
}

interface Extras {
  readonly because: string | undefined;
  readonly notes: readonly string[];
}

async function answerDeed(asking: Asking, pupil: Pupil, deed: Deed, { because, notes }: Extras): Promise<Answer> {
  switch (deed.kind) {
    case 'stage':
      return findingAnswer(asking, await examine(asking, pupil), [...notes, ...(await notAlikeLines(asking, pupil))]);
    case 'why':
      return whyAnswer(asking, await examine(asking, pupil), [...notes, ...(await notAlikeLines(asking, pupil))]);
    case 'what next':
      return whatNextAnswer(asking, await examine(asking, pupil), [...notes, ...(await notAlikeLines(asking, pupil))]);
    case 'attendance':
      return attendanceAnswer(asking, await examine(asking, pupil), notes);
    case 'band':
      return bandAnswer(asking, await examine(asking, pupil), notes);
    case 'threshold':
      return thresholdAnswer(asking, pupil, deed.which, notes);
    case 'notice':
      return noticeAnswer(asking, pupil, deed.which, notes);
    case 'what if':
      return whatIfAnswer(asking, pupil, deed.says, notes);
    case 'log':
      return logAnswer(asking, pupil);
    case 'undo':
      return undoLastAnswer(asking, pupil);
    case 'letter':
      return letterAnswer(asking, pupil, deed.paper, because);
  }
}
