import { policyJudgements } from '../../dsl/index.ts';
import type { ClockTime } from '../../register/clock-time.ts';
import { formatIsoDay } from '../../register/day.ts';
import type { Pupil } from '../../register/pupil.ts';
import type { Action } from './action.ts';
import type { Answer } from './answer.ts';
import { attendanceAnswer } from './answers/attendance.ts';
import { choiceAnswer } from './answers/choice.ts';
import { findingAnswer } from './answers/finding.ts';
import { notUnderstood } from './answers/help.ts';
import { dueAnswer, listAnswer } from './answers/list.ts';
import { notFound } from './answers/not-found.ts';
import { arrivalAnswer, registerTimesAnswer, stagesAnswer } from './answers/policy.ts';
import { recordAnswer } from './answers/record.ts';
import { refused } from './answers/refused.ts';
import { whatNextAnswer } from './answers/what-next.ts';
import { whyAnswer } from './answers/why.ts';
import { visiblePupils } from './asking.ts';
import type { Asking } from './asking.ts';
import { draftLetters } from './draft-letters.ts';
import { examine } from './examine.ts';
import { findPupil } from './find-pupil.ts';
import { foldedWords } from './fold.ts';
import { judgementNamed } from './which-judgement.ts';
import { letterOffers } from './letter-offers.ts';
import type { Asked, Question } from './question.ts';
import { papersNamed } from './which-paper.ts';
import { nameAndGroup } from './words.ts';

type OfSchool = Extract<Asked, { kind: 'register times' | 'stages' | 'arrival' | 'list' | 'due' }>;
type OfPupil = Extract<Asked, { kind: 'stage' | 'why' | 'what next' | 'attendance' | 'letter' | 'named' | 'bare' }>;

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
    case 'due':
      return dueAnswer(asking);
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
  const writes = meant.deed.kind === 'letter' || meant.deed.kind === 'judgement';
  if (found.kind === 'several') return { answer: choiceAnswer(meant.deed.kind, found.pupils, toAction) };
  if (writes && !found.exact) return { answer: choiceAnswer(meant.deed.kind, [found.pupil], toAction) };
  const { pupil } = found;
  await services.store.remember(actor.id, place.id, { pupil: pupil.id, at: services.now() });
  const notes = found.exact ? [] : [`Nobody is called exactly that; this is ${nameAndGroup(pupil)}.`];
  return { answer: await answerDeed(asking, pupil, meant.deed, { because: read.because, notes }), pupil };
}

/** What is to be done about the pupil, once they are found. */
type Deed =
  | { readonly kind: 'stage' | 'why' | 'what next' | 'attendance' }
  | { readonly kind: 'letter'; readonly paper: string }
  | { readonly kind: 'judgement'; readonly name: string; readonly holds: boolean };

type Meaning =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | {
      readonly kind: 'deed';
      readonly deed: Deed;
      readonly who: string | undefined;
      /** The same once more, of the pupil chosen: without a name in it. */
      readonly again: (pupil: string, because: string | undefined) => Action;
    };

function meaningOf(asking: Asking, asked: OfPupil, question: string): Meaning {
  const asAt = formatIsoDay(asking.asAt);
  const askAgain =
    (form: string) =>
    (about: string): Action => ({ kind: 'ask', question: form, about, asAt });
  switch (asked.kind) {
    case 'stage':
    case 'why':
    case 'what next':
    case 'attendance':
      return { kind: 'deed', deed: { kind: asked.kind }, who: asked.who, again: askAgain(asked.kind) };
    case 'bare':
      return { kind: 'deed', deed: { kind: 'stage' }, who: asked.words, again: askAgain('stage') };
    case 'letter':
      return letterMeant(asking, asked.paper, asked.who);
    case 'named': {
      const judged = judgementNamed(policyJudgements(asking.policy.policy), asked.words);
      if (judged?.kind === 'judgement') {
        const { name, holds } = judged;
        return {
          kind: 'deed',
          deed: { kind: 'judgement', name, holds },
          who: asked.who,
          again: (pupil, because) => ({
            kind: 'record judgement',
            pupil,
            judgement: name,
            holds,
            asAt,
            ...(because === undefined ? {} : { note: because }),
          }),
        };
      }
      if (judged) {
        const form = `“${judged.id} yes for …” or “${judged.id} no for …”`;
        return { kind: 'answer', answer: refused({ reason: `Yes or no? ${judged.title}`, cure: `Write ${form}.` }) };
      }
      if (papersNamed(asking.policy.policy, asked.words).length > 0) return letterMeant(asking, asked.words, asked.who);
      return { kind: 'answer', answer: notUnderstood(question) };
    }
  }
}

/** “letter” and then a name without “for” reads as a paper; where the policy has none such, it is the name. */
function letterMeant(asking: Asking, words: string, who: string | undefined): Meaning {
  const asAt = formatIsoDay(asking.asAt);
  const isName = who === undefined && words !== '' && papersNamed(asking.policy.policy, words).length === 0;
  const [paper, name] = isName && foldedWords(words).length > 0 ? ['', words] : [words, who];
  return {
    kind: 'deed',
    deed: { kind: 'letter', paper },
    who: name,
    again: (about, because) => {
      const reason = because === undefined ? '' : ` because ${because}`;
      return { kind: 'ask', question: `letter ${paper}${reason}`, about, asAt };
    },
  };
}

interface Extras {
  readonly because: string | undefined;
  readonly notes: readonly string[];
}

async function answerDeed(asking: Asking, pupil: Pupil, deed: Deed, { because, notes }: Extras): Promise<Answer> {
  switch (deed.kind) {
    case 'stage':
      return findingAnswer(asking, await examine(asking, pupil), notes);
    case 'why':
      return whyAnswer(asking, await examine(asking, pupil), notes);
    case 'what next':
      return whatNextAnswer(asking, await examine(asking, pupil), notes);
    case 'attendance':
      return attendanceAnswer(asking, await examine(asking, pupil), notes);
    case 'judgement':
      return recordAnswer(asking, pupil, { ...deed, note: because ?? '' });
    case 'letter':
      return letterAnswer(asking, pupil, deed.paper, because);
  }
}

/** Which letter is meant: the one named, or the only one that is due. */
async function letterAnswer(asking: Asking, pupil: Pupil, words: string, because: string | undefined): Promise<Answer> {
  const { policy } = asking.policy;
  if (words !== '') {
    const named = papersNamed(policy, words);
    const written = named.filter(({ id }) => asking.services.letters.papers.some((template) => template.paper === id));
    const papers = written.length > 0 ? written : named;
    const [paper, ...others] = papers;
    if (paper && others.length === 0) return draftLetters(asking, pupil, paper, because);
    const known = asking.services.letters.papers.map(({ title, paper: id }) => `${title} (${id})`);
    if (!paper) return refused({ reason: `The policy has no letter “${words}”.`, cure: `It has ${known.join(', ')}.` });
    return refused({
      reason: 'Which letter do you mean?',
      offers: papers.map(({ id, title }) => ({
        label: title,
        action: { kind: 'draft letter', pupil: pupil.id, paper: id, asAt: formatIsoDay(asking.asAt) },
      })),
    });
  }
  const { finding } = await examine(asking, pupil);
  const offers = letterOffers(pupil.id, finding);
  const [only] = finding.letters.filter(({ state }) => state === 'due' || state === 'waiting');
  if (!only)
    return refused({
      reason: `No letter is due for ${nameAndGroup(pupil)}.`,
      cure: 'Name one: “letter stage 1 for …”.',
    });
  if (offers.length > 1) return refused({ reason: `Which letter for ${nameAndGroup(pupil)}?`, offers });
  const [paper] = papersNamed(policy, only.id);
  return paper
    ? draftLetters(asking, pupil, paper, because)
    : refused({ reason: `The policy has no letter “${only.id}”.` });
}

type Meant =
  | { readonly kind: 'one'; readonly pupil: Pupil; readonly exact: boolean }
  | { readonly kind: 'several'; readonly pupils: readonly Pupil[] }
  | { readonly kind: 'none' }
  | { readonly kind: 'nobody yet' };

/** The pupil a button names, the one typed, or the one asked about last; only ever among those the asker may see. */
async function whoIsMeant(asking: Asking, who: string | undefined, about: string | undefined): Promise<Meant> {
  const visible = await visiblePupils(asking);
  const byId = (id: string): Meant => {
    const pupil = visible.find((each) => each.id === id);
    return pupil ? { kind: 'one', pupil, exact: true } : { kind: 'none' };
  };
  if (who !== undefined) return findPupil(who, visible);
  if (about !== undefined) return byId(about);
  const last = await asking.services.store.lastAsked(asking.actor.id, asking.place.id);
  return last ? byId(last.pupil) : { kind: 'nobody yet' };
}

/** Where the question does not say, an arrival before noon is a morning's. */
function halfOf(time: ClockTime): 'AM' | 'PM' {
  return time < 12 * 60 ? 'AM' : 'PM';
}
