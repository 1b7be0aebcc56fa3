import type { PolicyEvent } from '../../dsl/index.ts';
import type { ClockTime } from '../../register/clock-time.ts';
import type { Day } from '../../register/day.ts';
import type { HalfDay } from '../../register/session.ts';
import type { Length } from './action.ts';
import type { Answer } from './answer.ts';
import { choiceAnswer, choiceOfEvents, choiceOfSchools, choiceOverSchools } from './answers/choice.ts';
import { notFound } from './answers/not-found.ts';
import { nothingToRecord } from './answers/nothing-to-record.ts';
import { recordAnswer } from './answers/record.ts';
import { refused } from './answers/refused.ts';
import type { AskedOf } from './ask.ts';
import type { Asking } from './asking.ts';
import { noteAudit } from './note-audit.ts';
import { openSchool, schoolsOf } from './open-school.ts';
import { isPlain, tellingsOf, withoutEveryParent } from './parts-of-telling.ts';
import type { Telling } from './parts-of-telling.ts';
import { eventsOf, schoolEventsOf } from './policy-log.ts';
import { recordOfSchool } from './record-of-school.ts';
import { readLength, whichDays } from './read-length.ts';
import { everyParent, recordAction } from './recording.ts';
import { recordingFrom } from './recording-from.ts';
import { policyOf } from './services.ts';
import type { SchoolPolicy, Services } from './services.ts';
import type { School } from '../store/store.ts';
import { eventsMeant } from './which-event.ts';
import type { EventMeant } from './which-event.ts';
import { adultSaid, withAdult } from './whom-it-concerns.ts';
import { oneSchool, schoolsOfPupil } from './which-school.ts';
import { whoIsMeant } from './who-is-meant.ts';

/** What was done, taken apart already: a form or the options of a command. */
export interface Told {
  /** The event alone, without a name: `called parents`, `engaged no`, `stage-1-letter sent`. */
  readonly event: string;
  /** Undefined: the school itself. */
  readonly who: string | undefined;
  /** Undefined: today. */
  readonly day: Day | undefined;
  readonly time: ClockTime | undefined;
  readonly about: { readonly from: Day; readonly to: Day } | undefined;
  readonly items: readonly string[];
  readonly half: HalfDay | undefined;
  /** The adult it concerns, as typed: `Mrs Khan`, `mother`, `both parents`. */
  readonly to?: string | undefined;
  readonly lasting?: Length | undefined;
  readonly purpose?: string | undefined;
  readonly note: string;
}

/** Records what was told of a pupil. Words that name no event, or several, and a name that fits several or nobody exactly, record nothing. */
export async function recordFor(services: Services, by: AskedOf, told: Told): Promise<Answer> {
  const all = (await schoolsOf(services, by)).filter(({ id }) => by.school === undefined || id === by.school);
  const [only, ...others] = all;
  if (!only) return oneSchool([], undefined, '') as Answer;
  if (told.who === undefined) return recordForSchool(services, by, all, told);
  const found = others.length === 0 ? [] : await schoolsOfPupil(services, by, all, told.who);
  if (found.length > 1) return choiceOverSchools('record', found);
  const school = found[0]?.school ?? only;
  const opened = await openSchool(services, by, school);
  if (opened.kind === 'answer') return opened.answer;
  const meant = await whoIsMeant(opened.asking, told.who, undefined);
  const pupil = meant.kind === 'one' ? meant.pupil : undefined;
  const answer = await recorded(opened.asking, meant, told);
  await noteAudit(
    services,
    by,
    {
      action: answer.kind === 'recorded' ? 'recorded' : 'asked',
      question: 'record',
      school: school.id,
      pupil,
      reason: told.note,
    },
    answer,
  );
  return answer;
}

/** Whether words name something that the policy can have recorded of a school. */
export function namesSchoolEvent(policy: SchoolPolicy, words: string): boolean {
  return eventsMeant(schoolEventsOf(policy), words).some((group) => group.some(({ who }) => who === ''));
}

async function recordForSchool(services: Services, by: AskedOf, all: readonly School[], told: Told): Promise<Answer> {
  const knowing = all.filter((each) => {
    const policy = policyOf(services, each);
    return policy !== undefined && namesSchoolEvent(policy, told.event);
  });
  const [school = all[0]!, ...others] = knowing;
  if (others.length > 0) return choiceOfSchools(told.event, knowing);
  const opened = await openSchool(services, by, school);
  if (opened.kind === 'answer') return opened.answer;
  const { asking } = opened;
  const events = schoolEventsOf(asking.policy);
  const [meant = []] = eventsMeant(events, told.event).map((group) => group.filter((each) => each.who === ''));
  const answer =
    meant.length === 0
      ? nothingToRecord(events, told.event)
      : await recordOfSchool(asking, meant, { ...told, day: told.day ?? asking.today });
  const action = answer.kind === 'recorded' ? 'recorded' : 'asked';
  await noteAudit(services, by, { action, question: 'record', school: school.id, pupil: undefined }, answer);
  return answer;
}

async function recorded(asking: Asking, who: Awaited<ReturnType<typeof whoIsMeant>>, told: Told): Promise<Answer> {
  const events = eventsOf(asking.policy);
  const length = readLength(told.event);
  if (length.unclear !== undefined) return refused(whichDays(length.unclear));
  const words = withoutEveryParent(length.words) ?? length.words;
  const taken = takenApart(events, words);
  if (!taken) return nothingToRecord(events, told.event);
  if (who.kind === 'none' || who.kind === 'nobody yet') return notFound();
  const candidates = who.kind === 'one' ? [who.pupil] : who.pupils;
  const [pupil] = candidates;
  const { telling, meant } = taken;
  const [first] = meant;
  const details = {
    ...told,
    day: told.day ?? asking.today,
    lasting: told.lasting ?? length.lasting,
    purpose: told.purpose ?? telling.purpose,
  };
  const adult = (each: EventMeant) => (told.to === undefined ? adultSaid(each, telling) : adultTyped(told.to));
  if (meant.length > 1 || (first.event.kind === 'judgement' && !first.whole)) {
    const offers = meant.flatMap((each) => {
      const recording = recordingFrom(each, details);
      return recording ? [{ label: each.event.title, action: recordAction(pupil!.id, recording) }] : [];
    });
    return choiceOfEvents(pupil!, offers);
  }
  const recording = recordingFrom(first, details);
  if (!recording) {
    const { title, name } = first.event;
    return refused({ reason: `Yes or no? ${title}`, cure: `Write “${name} yes” or “${name} no”.` });
  }
  if (told.to !== undefined && first.event.needs.adult === 'no') {
    return refused({
      reason: `Nothing of one parent alone is kept here: ${first.event.title}.`,
      cure: 'Say it in the note.',
    });
  }
  if (who.kind !== 'one' || !who.exact) return choiceAnswer('record', candidates, (id) => recordAction(id, recording));
  const settled = await withAdult(asking, pupil!, first.event, recording, adult(first));
  return 'answer' in settled ? settled.answer : recordAnswer(asking, pupil!, settled.recording);
}

/** The first way of taking the words apart that leaves no name over, and the events that it may mean. */
function takenApart(
  events: readonly PolicyEvent[],
  words: string,
): { readonly telling: Telling; readonly meant: readonly [EventMeant, ...EventMeant[]] } | undefined {
  const plainFirst = tellingsOf(words, false).toSorted((a, b) => Number(isPlain(b)) - Number(isPlain(a)));
  for (const telling of plainFirst) {
    for (const group of eventsMeant(events, telling.words)) {
      const [first, ...others] = group
        .filter(({ who }) => who === '')
        .filter(({ event }) => telling.adult === undefined || event.needs.adult !== 'no')
        .filter(({ event }) => telling.purpose === undefined || event.needs.purpose);
      if (first) return { telling, meant: [first, ...others] };
    }
  }
  return undefined;
}

/** `both parents`, `all`: each of them. */
function adultTyped(to: string): string {
  return /^(?:to )?(?:both|all|each)?(?: of)?(?: the)?(?: ?parents)?$/i.test(to.trim()) ? everyParent : to;
}
