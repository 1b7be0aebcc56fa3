import type { PolicyEvent } from '../../dsl/index.ts';
import type { Day } from '../../register/day.ts';
import type { Pupil } from '../../register/pupil.ts';
import type { PupilAnswer } from './answer-asked.ts';
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
import { readWhen } from './read-when.ts';
import type { WhenRead } from './read-when.ts';
import { eventsMeant } from './which-event.ts';
import type { EventMeant } from './which-event.ts';
import { whoIsMeant } from './who-is-meant.ts';
import type { Meant } from './who-is-meant.ts';

/** A sentence that says what was done about a pupil. Nothing is recorded until it is answered. */
export interface RecordingMeant {
  answer(): Promise<PupilAnswer>;
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
  for (const { head, note } of headsOf(sentence)) {
    const when = readWhen(head, { today: asking.today, year: await yearOf(asking) });
    for (const group of eventsMeant([...eventsOf(asking.policy), ...onlyOfSchools(asking)], when.words)) {
      const found = await Promise.all(
        group
          .filter(({ event }) => event.of.includes('pupil'))
          .map(async (meant) => ({ meant, pupils: await whoIsMeant(asking, nameOf(meant), about) })),
      );
      const fitting = found.filter(({ meant, pupils }) => fits(meant, pupils, head));
      const details = {
        ...when,
        day: when.day ?? asking.today,
        items: [],
        note: [note, because].filter((part) => part !== '').join('; '),
      };
      const ofSchool = group.filter((meant) => isOfSchool(meant) && !/\bfor\s*$/i.test(head));
      if (ofSchool.length > 0 && fitting.every(({ pupils }) => pupils.kind === 'nobody yet')) {
        return { answer: async () => ({ answer: await recordOfSchool(asking, ofSchool, details, when.unreadable) }) };
      }
      if (fitting.length === 0) continue;
      return {
        answer: () =>
          answerTo(asking, fitting, {
            question,
            when,
            note: [note, because].filter((part) => part !== '').join('; '),
          }),
      };
    }
  }
  return undefined;
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

function nameOf({ who }: EventMeant): string | undefined {
  return who === '' ? undefined : who;
}

/** A school is not named as a pupil is: what names nobody may be of the school itself. */
function isOfSchool({ event, who }: EventMeant): boolean {
  return who === '' && event.of.some((each) => each !== 'pupil');
}

function onlyOfSchools({ policy }: Asking): readonly PolicyEvent[] {
  return schoolEventsOf(policy).filter(({ of }) => !of.includes('pupil'));
}

/** A sentence that names nobody says so on purpose: it is about the pupil asked about last. */
function fits({ event, who, holds, whole }: EventMeant, { kind }: Meant, head: string): boolean {
  if (kind === 'none') return false;
  if (who === '' && /\bfor\s*$/i.test(head)) return false;
  return event.kind === 'act' || holds !== undefined || whole;
}

interface Fitting {
  readonly meant: EventMeant;
  readonly pupils: Meant;
}

interface Said {
  readonly question: string;
  readonly when: WhenRead;
  readonly note: string;
}

async function answerTo(asking: Asking, fitting: readonly Fitting[], said: Said): Promise<PupilAnswer> {
  const { when, note } = said;
  const details: Details = { ...when, day: when.day ?? asking.today, items: [], note };
  if (when.unreadable !== undefined) {
    return {
      answer: refused({
        reason: `There is no such day or time as “${when.unreadable}”.`,
        cure: 'Write it as 28 March 2024 or 2024-03-28, a time as 9.20.',
      }),
    };
  }
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
  // A judgement said in part only is put as a question, for it may be another that is meant.
  if (fitting.length > 1 || (meant.event.kind === 'judgement' && !meant.whole)) {
    const offers = fitting.flatMap((each) =>
      each.pupils.kind === 'one' ? offersOf(each.meant, each.pupils.pupil, details) : [],
    );
    return {
      answer:
        candidates.length === 1
          ? choiceOfEvents(pupil!, offers)
          : choiceAnswer('record', candidates, (id) => ({ kind: 'ask', question: said.question, about: id })),
    };
  }
  const recording = recordingFrom(meant, details);
  if (!recording) {
    const form = `“${meant.event.name} yes for …” or “${meant.event.name} no for …”`;
    return { answer: refused({ reason: `Yes or no? ${meant.event.title}`, cure: `Write ${form}.` }) };
  }
  if (pupils.kind !== 'one' || !pupils.exact) {
    return { answer: choiceAnswer('record', candidates, (id) => recordAction(id, recording)) };
  }
  await asking.services.store.remember(asking.actor.id, asking.place.id, {
    pupil: pupil!.id,
    at: asking.services.now(),
  });
  return { answer: await recordAnswer(asking, pupil!, recording), pupil };
}

/** A button for each way the sentence can be meant. */
function offersOf(meant: EventMeant, pupil: Pupil, details: Details): Answer['offers'] {
  const answers = meant.event.kind === 'judgement' && meant.holds === undefined ? [true, false] : [meant.holds];
  return answers.flatMap((holds) => {
    const recording = recordingFrom({ ...meant, holds }, details);
    if (!recording) return [];
    const answer = recording.kind === 'judgement' ? `: ${recording.holds ? 'yes' : 'no'}` : '';
    return [{ label: `${meant.event.title}${answer}`, action: recordAction(pupil.id, recording) }];
  });
}

async function yearOf({
  services,
  school,
  today,
}: Asking): Promise<{ readonly from: Day; readonly to: Day } | undefined> {
  const calendar = await services.store.calendar(school.id);
  return calendar?.years.find(({ from, to }) => from <= today && today <= to);
}
