import type { PolicyEvent } from '../../dsl/index.ts';
import type { Day } from '../../register/day.ts';
import type { Pupil } from '../../register/pupil.ts';
import type { PupilAnswer } from './answer-asked.ts';
import type { Offer } from './action.ts';
import type { Answer } from './answer.ts';
import { choiceAnswer, choiceOfEvents } from './answers/choice.ts';
import { notFound } from './answers/not-found.ts';
import { nothingToRecord } from './answers/nothing-to-record.ts';
import { recordAnswer } from './answers/record.ts';
import { refused } from './answers/refused.ts';
import { visiblePupils } from './asking.ts';
import type { Asking } from './asking.ts';
import { foldedWords } from './fold.ts';
import { eventsOf, schoolEventsOf } from './policy-log.ts';
import { recordOfSchool } from './record-of-school.ts';
import type { Asked } from './question.ts';
import { tidied } from './read-question.ts';
import { recordAction } from './recording.ts';
import { recordingFrom } from './recording-from.ts';
import type { Details } from './recording-from.ts';
import { isPlain, tellingsOf, withoutEveryParent } from './parts-of-telling.ts';
import type { Telling } from './parts-of-telling.ts';
import { readLength, whichDays } from './read-length.ts';
import { readWhen } from './read-when.ts';
import { eventsMeant } from './which-event.ts';
import type { EventMeant } from './which-event.ts';
import { fittingOf } from './told-of-whom.ts';
import type { Fitting } from './told-of-whom.ts';
import { adultSaid, withAdult } from './whom-it-concerns.ts';

/** A sentence that says what was done about a pupil. Nothing is recorded until it is answered. */
export interface RecordingMeant {
  readonly answer: () => Promise<PupilAnswer>;
}

/** Whether a text may be a sentence of what was done, and not a question: the policy and the roll decide. */
export function mayTellWhatWasDone({ kind }: Asked, question: string): boolean {
  if (kind === 'school duties' || kind === 'school log') return false;
  if (kind === 'why' || kind === 'what next' || kind === 'log' || kind === 'undo' || kind === 'list') return false;
  if (kind === 'what if' || kind === 'threshold') return false;
  if (kind.endsWith('due') || kind === 'due today' || kind === 'stages' || kind === 'register times') return false;
  return !questionWords.test(tidied(question)) && !question.trim().endsWith('?');
}

const questionWords =
  /^(?:who|whom|what|when|where|why|how|which|has|have|did|does|do|is|are|was|were|can|draft|write|(?:stage|attendance|letters?|band|mark|codes?)\s*(?::|for\b|of\b|to\b|is\b))/i;

/**
 * Reads `called Amira Khan's parents today at 9.20, no answer` in the light of the school's policy and roll; undefined
 * where it names nothing that can be recorded, or nobody. What stands after a comma, and is neither, is the note.
 */
export async function recordingMeant(
  asking: Asking,
  question: string,
  about: string | undefined,
): Promise<RecordingMeant | undefined> {
  const [sentence = '', ...reasons] = tidied(question).split(/\bbecause\b/i);
  const because = reasons.join('because').trim();
  // Whom a name fits nearly may be named exactly once a note or an adult is taken from it.
  let nearly: (RecordingMeant & { readonly pupil: string }) | undefined;
  for (const { head, note } of headsOf(sentence)) {
    const when = readWhen(head, { today: asking.today, year: await yearOf(asking) });
    const length = readLength(when.words);
    const told = { ...when, unreadable: when.unreadable ?? length.unclear, lasting: length.lasting };
    const details: Details = { ...told, day: when.day ?? asking.today, items: [], note: joined(note, because) };
    const sayings = tellingsOf(withoutEveryParent(length.words) ?? length.words, about !== undefined);
    for (const telling of sayings) {
      for (const group of eventsMeant([...eventsOf(asking.policy), ...onlyOfSchools(asking)], telling.words)) {
        const fitting = await fittingOf(asking, group, telling, about, head);
        const ofSchool = isPlain(telling) ? group.filter((each) => isOfSchool(each) && !/\bfor\s*$/i.test(head)) : [];
        if (ofSchool.length > 0 && fitting.every(({ pupils }) => pupils.kind === 'nobody yet')) {
          return { answer: async () => ({ answer: await recordOfSchool(asking, ofSchool, details, told.unreadable) }) };
        }
        if (fitting.length === 0 || (nearly && !isSurely(fitting, nearly.pupil))) continue;
        const answer = () => answerTo(asking, fitting, { question, details, telling, unreadable: told.unreadable });
        const pupil = onlyNearly(fitting);
        if (pupil === undefined) return { answer };
        nearly ??= { pupil, answer };
      }
    }
  }
  return nearly && { answer: nearly.answer };
}

/**
 * Why a sentence that sounds like something done is not recorded: nobody of that name, or something that the policy does
 * not know. Undefined for any other text.
 */
export async function unrecorded(asking: Asking, question: string): Promise<Answer | undefined> {
  const sentence = tidied(question);
  const events = [...eventsOf(asking.policy), ...onlyOfSchools(asking)];
  const said = headsOf(sentence).some(({ head }) => {
    const { words } = readWhen(head, { today: asking.today, year: undefined });
    return eventsMeant(events, words).some((group) => group.some(({ event, whole }) => whole || event.past.length > 0));
  });
  if (said) return (await namesSomebody(asking, sentence)) ? nothingToRecord(events, sentence) : notFound();
  const told = /^(?:record|note|log)\s+(.+)/i.exec(sentence)?.[1];
  return told === undefined ? undefined : nothingToRecord(events, told);
}

/** Whether a pupil whom the actor may see is named in full: then it is the deed that is not known. */
async function namesSomebody(asking: Asking, sentence: string): Promise<boolean> {
  const words = foldedWords(sentence.replaceAll(/['\u2019]s\b/gu, '')).join(' ');
  const pupils = await visiblePupils(asking);
  return pupils.some(({ forename, surname }) => words.includes(foldedWords(`${forename} ${surname}`).join(' ')));
}

/** The whole sentence, then what stands before its last comma, and so on. */
function headsOf(sentence: string): readonly { readonly head: string; readonly note: string }[] {
  const commas = [...sentence.matchAll(/[,;:]\s|\s-\s/g)].toReversed();
  return [
    { head: sentence, note: '' },
    ...commas.map(({ index, 0: mark }) => ({
      head: sentence.slice(0, index),
      note: sentence.slice(index + mark.length).trim(),
    })),
  ];
}

/** The one pupil whom a name fits, but not exactly. */
function onlyNearly(fitting: readonly Fitting[]): string | undefined {
  const pupils = fitting.flatMap(({ pupils }) => (pupils.kind === 'one' && !pupils.exact ? [pupils.pupil.id] : []));
  return pupils.length === fitting.length && new Set(pupils).size === 1 ? pupils[0] : undefined;
}

function isSurely(fitting: readonly Fitting[], pupil: string): boolean {
  return fitting.every(
    ({ meant, pupils }) => meant.who !== '' && pupils.kind === 'one' && pupils.exact && pupils.pupil.id === pupil,
  );
}

/** A school is not named as a pupil is: what names nobody may be of the school itself. */
function isOfSchool({ event, who }: EventMeant): boolean {
  return who === '' && event.of.some((each) => each !== 'pupil');
}

function onlyOfSchools({ policy }: Asking): readonly PolicyEvent[] {
  return schoolEventsOf(policy).filter(({ of }) => !of.includes('pupil'));
}

interface Said {
  readonly question: string;
  readonly details: Details;
  readonly telling: Telling;
  readonly unreadable: string | undefined;
}

async function answerTo(asking: Asking, fitting: readonly Fitting[], said: Said): Promise<PupilAnswer> {
  const { telling, unreadable } = said;
  const details: Details = { ...said.details, purpose: telling.purpose };
  if (unreadable !== undefined) return { answer: refused(cannotBeRead(unreadable)) };
  const [first] = fitting;
  const { meant, pupils } = first!;
  if (pupils.kind === 'nobody yet' || pupils.kind === 'none') {
    return {
      answer: refused({
        reason: 'Of whom? Nobody was asked about here yet.',
        cure: 'Name a pupil: “… for Amira Khan”.',
      }),
    };
  }
  const candidates = pupils.kind === 'one' ? [pupils.pupil] : pupils.pupils;
  const [pupil] = candidates;
  const askAgain = (id: string) => ({ kind: 'ask', question: said.question, about: id }) as const;
  // A judgement said in part only is put as a question, for it may be another that is meant.
  if (fitting.length > 1 || (meant.event.kind === 'judgement' && !meant.whole)) {
    if (candidates.length > 1) return { answer: choiceAnswer('record', candidates, askAgain) };
    const offers: Offer[] = [];
    for (const each of fitting.filter((one) => one.pupils.kind === 'one')) {
      const offered = await offersOf(asking, each.meant, pupil!, details, telling);
      if ('answer' in offered) return offered;
      offers.push(...offered.offers);
    }
    return { answer: choiceOfEvents(pupil!, offers) };
  }
  const recording = recordingFrom(meant, details);
  if (!recording) {
    const form = `“${meant.event.name} yes for …” or “${meant.event.name} no for …”`;
    return { answer: refused({ reason: `Yes or no? ${meant.event.title}`, cure: `Write ${form}.` }) };
  }
  const adult = adultSaid(meant, telling);
  if (pupils.kind !== 'one' || !pupils.exact) {
    // Whose adults they are is not settled before the pupil is.
    const toAction = adult === undefined ? (id: string) => recordAction(id, recording) : askAgain;
    return { answer: choiceAnswer('record', candidates, toAction) };
  }
  await asking.services.store.remember(asking.actor.id, asking.place.id, {
    pupil: pupil!.id,
    at: asking.services.now(),
  });
  const settled = await withAdult(asking, pupil!, meant.event, recording, adult);
  if ('answer' in settled) return { answer: settled.answer, pupil };
  return { answer: await recordAnswer(asking, pupil!, settled.recording), pupil };
}

function cannotBeRead(words: string): { readonly reason: string; readonly cure: string } {
  if (readLength(words).unclear !== undefined) return whichDays(words);
  return {
    reason: `There is no such day or time as “${words}”.`,
    cure: 'Write it as 28 March 2024 or 2024-03-28, a time as 9.20.',
  };
}

/** A button for each way the sentence can be meant; an answer where its adult cannot be told. */
async function offersOf(
  asking: Asking,
  meant: EventMeant,
  pupil: Pupil,
  details: Details,
  telling: Telling,
): Promise<{ readonly offers: Answer['offers'] } | { readonly answer: Answer }> {
  const answers = meant.event.kind === 'judgement' && meant.holds === undefined ? [true, false] : [meant.holds];
  const offers: Offer[] = [];
  for (const holds of answers) {
    const recording = recordingFrom({ ...meant, holds }, details);
    if (!recording) continue;
    const settled = await withAdult(asking, pupil, meant.event, recording, adultSaid(meant, telling));
    if ('answer' in settled) return settled;
    const answer = recording.kind === 'judgement' ? `: ${recording.holds ? 'yes' : 'no'}` : '';
    offers.push({ label: `${meant.event.title}${answer}`, action: recordAction(pupil.id, settled.recording) });
  }
  return { offers };
}

function joined(...notes: readonly string[]): string {
  return notes.filter((part) => part !== '').join('; ');
}

async function yearOf({
  services,
  school,
  today,
}: Asking): Promise<{ readonly from: Day; readonly to: Day } | undefined> {
  const calendar = await services.store.calendar(school.id);
  return calendar?.years.find(({ from, to }) => from <= today && today <= to);
}
