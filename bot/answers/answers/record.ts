import type { Finding, PolicyEvent } from '../../../dsl/index.ts';
import { formatDay } from '../../../register/day.ts';
import { isParent } from '../../../register/pupil.ts';
import type { Pupil } from '../../../register/pupil.ts';
import type { NewCaseEntry } from '../../store/store.ts';
import type { Offer } from '../action.ts';
import type { Answer, EntryShown } from '../answer.ts';
import type { Asking } from '../asking.ts';
import { entryFacts, entryShown } from '../entry-words.ts';
import { examine } from '../examine.ts';
import { letterOffers } from '../letter-offers.ts';
import { rightsOf } from '../may-see.ts';
import { dayNow } from '../open-school.ts';
import { eventOf } from '../policy-log.ts';
import { lengthWords } from '../read-length.ts';
import { everyParent } from '../recording.ts';
import type { Recording } from '../recording.ts';
import { clauseWords, nameAndGroup, pupilShown } from '../words.ts';
import { whatFollows } from '../what-follows.ts';
import { refused } from './refused.ts';
import { whichParent } from './which-parent.ts';

/** Records it and shows it back, with what follows from it and the way to undo it. The same is recorded once. */
export async function recordAnswer(asking: Asking, pupil: Pupil, wanted: Recording): Promise<Answer> {
  const { services, actor } = asking;
  const event = eventOf(asking.policy, wanted.name, wanted.kind === 'act' ? wanted.done : null);
  if (!event) return refused({ reason: `The policy has nothing called “${wanted.name}” to record.` });
  const objection = objectionTo(asking, event, wanted);
  if (objection) return objection;
  const later = { ...asking, asAt: wanted.day > asking.asAt ? wanted.day : asking.asAt };
  if (wanted.kind === 'act' && wanted.adult === undefined && event.needs.adult === 'must') {
    const parents = (await services.store.adultsOf(pupil.id)).filter(isParent);
    if (parents.length > 1) return whichParent(pupil, event.title, wanted, parents, true);
  }
  const before = await examine(later, pupil);
  const { entry, isNew } = await services.store.recordOnce(pupil.id, entryOf(asking, wanted));
  const after = await examine(later, pupil);
  const shown = entryShown(asking.policy, entry, after.called);
  return {
    kind: 'recorded',
    headline: `Recorded for ${nameAndGroup(pupil)}: ${shown.words}`,
    facts: entryFacts(shown, isNew ? actor.name : entry.by),
    lines: [
      ...(isNew ? [] : ['It stood already: nothing was added. To record another, add its time.']),
      ...lengthLines(event, after.finding),
      ...(event.matters ? [] : ['Nothing in the policy turns on it; it is kept in the log.']),
      ...whatFollows(before.finding, after.finding, after.called),
    ],
    context: event.clause ? [clauseWords(event.clause)] : [],
    offers: [
      ...(rightsOf[actor.role].draftsLetters ? letterOffers(pupil.id, after.finding) : []),
      ...reachedOffers(asking, pupil, shown),
      {
        label: 'Undo',
        action: { kind: 'undo entry', pupil: pupil.id, entry: entry.id },
      },
    ],
    school: asking.school.id,
    pupil: pupilShown(pupil),
    entry: shown,
  };
}

/** Why it may not be recorded so, or undefined. */
export function objectionTo(asking: Asking, event: PolicyEvent, wanted: Recording): Answer | undefined {
  const rights = rightsOf[asking.actor.role];
  if (event.kind === 'judgement' && !rights.recordsJudgements) {
    return refused({
      reason: `A judgement is recorded by the ${spoken(event.by ?? 'attendance-lead')}.`,
      cure: 'Ask them to record it.',
    });
  }
  if (event.kind === 'act' && !rights.recordsActs) {
    return refused({
      reason: 'What was done is recorded by the attendance lead or the attendance officer.',
      cure: 'Ask them to record it.',
    });
  }
  if (wanted.day > Math.max(asking.today, dayNow(asking.services))) {
    return refused({
      reason: `${formatDay(wanted.day)} has not come yet: what was done by then is recorded then.`,
      ...(event.needs.about === 'no' ? {} : { cure: 'For days to come write “from … to …”.' }),
    });
  }
  if (wanted.kind === 'act' && wanted.lasting !== undefined && event.needs.lasting.length === 0) {
    return refused({
      reason: `No length is chosen here: ${event.title}.`,
      cure: event.needs.about === 'no' ? 'Leave it out.' : 'Write the first and the last day: “from 7 to 10 May”.',
    });
  }
  if (wanted.kind === 'act' && wanted.about === undefined && wanted.lasting !== undefined) return undefined;
  if (wanted.kind === 'act' && wanted.about === undefined && event.needs.lasting.length > 0) {
    return refused({
      reason: `For how long? ${event.title}.`,
      lines: [`The policy says ${rangeWords(event)}.`],
      cure: 'Add the length, “for 4 weeks”, or the first and the last day, “from 7 May to 4 June”.',
    });
  }
  if (wanted.kind === 'act' && wanted.about === undefined && event.needs.about === 'must') {
    return refused({
      reason: `From when to when? ${event.title}.`,
      cure: 'Add the first and the last day: “from 7 to 10 May”.',
    });
  }
  if (wanted.kind === 'act' && wanted.done === 'seen' && wanted.items.length === 0 && event.needs.items.length > 0) {
    return refused({
      reason: `What was seen? ${event.title}.`,
      lines: event.needs.items,
      cure: 'Add what was seen after a comma, in these words or some of them.',
    });
  }
  return undefined;
}

/** A length that people chose is kept as they chose it; where it lies outside the policy’s, that is said. */
function lengthLines(event: PolicyEvent, { periods }: Finding): readonly string[] {
  if (event.needs.lasting.length === 0) return [];
  const outside = periods.some(({ id, inRange }) => id === event.name && inRange === false);
  return outside ? [`That is outside what the policy says: ${rangeWords(event)}.`] : [];
}

/** `from 3 to 6 calendar weeks or from 3 to 6 school weeks`. */
function rangeWords({ needs }: PolicyEvent): string {
  return needs.lasting
    .map(({ least, most, unit }) => (least === most ? '' : `from ${least} to `) + lengthWords({ number: most, unit }))
    .join(' or ');
}

/** The entry as the store takes it, in the name of whoever records it. */
export function entryOf({ services, actor }: Asking, wanted: Recording): NewCaseEntry {
  const { day, time, note } = wanted;
  const common = { day, time, note, recordedAt: services.now(), by: actor.id };
  if (wanted.kind === 'judgement') return { ...common, kind: 'judgement', name: wanted.name, holds: wanted.holds };
  const { name, done, about, items, half, adult, lasting, purpose } = wanted;
  const seen = items.length === 0 ? {} : { items };
  const one = adult === undefined || adult === everyParent ? {} : { adult };
  const told = { ...(half === undefined ? {} : { half }), ...one, ...(lasting === undefined ? {} : { lasting }) };
  return { ...common, kind: 'act', name, done, about, ...seen, ...told, ...(purpose === undefined ? {} : { purpose }) };
}

/** A call or a visit may have reached nobody. Where the policy turns on contact, a person says that it was made. */
function reachedOffers({ policy }: Asking, pupil: Pupil, entry: EntryShown): readonly Offer[] {
  if (entry.done !== 'made' || (entry.name !== 'call' && entry.name !== 'home-visit')) return [];
  if (eventOf(policy, 'contact', 'made')?.matters !== true || /\bno(?:body| one|t)?\b/i.test(entry.note)) return [];
  const { day: asAt, time } = entry;
  const act = { kind: 'record act', pupil: pupil.id, name: 'contact', done: 'made', asAt } as const;
  return [{ label: 'They were reached', action: time === null ? act : { ...act, time } }];
}

/** `attendance-lead` as people say it. */
function spoken(role: string): string {
  return role.replaceAll('-', ' ');
}
