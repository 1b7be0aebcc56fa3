import { formatClockTime, parseClockTime } from '../../register/clock-time.ts';
import type { ClockTime } from '../../register/clock-time.ts';
import type { Act } from '../../register/case-log.ts';
import { formatIsoDay, parseIsoDay } from '../../register/day.ts';
import type { Day } from '../../register/day.ts';
import type { HalfDay } from '../../register/session.ts';
import type { ActDone, Action, Length } from './action.ts';

/** Something to be written in the case log: an act, or the answer to a question that the policy makes someone judge. */
export type Recording = (
  | {
      readonly kind: 'act';
      readonly name: string;
      readonly done: string;
      readonly about: { readonly from: Day; readonly to: Day } | undefined;
      readonly items: readonly string[];
      readonly half?: HalfDay | undefined;
      /** The parent it concerns, by id; `everyParent` where that was said; undefined where nothing was. */
      readonly adult?: string | undefined;
      readonly lasting?: Length | undefined;
      readonly purpose?: string | undefined;
    }
  | { readonly kind: 'judgement'; readonly name: string; readonly holds: boolean }
) & { readonly day: Day; readonly time: ClockTime | undefined; readonly note: string };

/** Said in place of one parent: it concerns each of them. No adult has this id. */
export const everyParent = 'all';

export type ActRecording = Extract<Recording, { kind: 'act' }>;

type RecordAction = Extract<Action, { kind: 'record judgement' | 'record act' }>;

/** The button that records it of a pupil. */
export function recordAction(pupil: string, recording: Recording): RecordAction {
  if (recording.kind === 'act') return { kind: 'record act', pupil, ...actDone(recording) };
  const { name, holds } = recording;
  return { kind: 'record judgement', pupil, judgement: name, holds, ...when(recording) };
}

/** The button that records it of a school. */
export function schoolAction(school: string, recording: ActRecording): Extract<Action, { kind: 'record school act' }> {
  return { kind: 'record school act', school, ...actDone(recording) };
}

/** What a button records of a pupil, on the day that it carries. */
export function recordingOf(action: RecordAction, day: Day): Recording {
  if (action.kind === 'record act') return actRecordingOf(action, day);
  return { kind: 'judgement', name: action.judgement, holds: action.holds, ...whenOf(action, day) };
}

/** The act of an entry once more: what concerned nobody in particular still concerns each parent. */
export function actAgain({
  name,
  done,
  about,
  items = [],
  half,
  adult,
  lasting,
  purpose,
  ...entry
}: Act): ActRecording {
  const { day, time, note } = entry;
  const concerns = adult ?? everyParent;
  return { kind: 'act', name, done, about, items, half, adult: concerns, lasting, purpose, day, time, note };
}

/** The act that a button records, of a pupil or of a school. */
export function actRecordingOf(action: ActDone, day: Day): ActRecording {
  const { name, done, about, items = [], half, adult, lasting, purpose } = action;
  const [from, to] = [parseIsoDay(about?.from ?? ''), parseIsoDay(about?.to ?? '')];
  const run = from === undefined || to === undefined ? undefined : { from, to };
  return { kind: 'act', name, done, about: run, items, half, adult, lasting, purpose, ...whenOf(action, day) };
}

function actDone(recording: ActRecording): ActDone {
  const { name, done, about, items, half, adult, lasting, purpose } = recording;
  return {
    name,
    done,
    ...when(recording),
    ...(about ? { about: { from: formatIsoDay(about.from), to: formatIsoDay(about.to) } } : {}),
    ...(items.length === 0 ? {} : { items }),
    ...(half === undefined ? {} : { half }),
    ...(adult === undefined ? {} : { adult }),
    ...(lasting === undefined ? {} : { lasting }),
    ...(purpose === undefined ? {} : { purpose }),
  };
}

type When = Pick<Recording, 'day' | 'time' | 'note'>;

function when({ day, time, note }: When): Pick<ActDone, 'asAt' | 'time' | 'note'> {
  return {
    asAt: formatIsoDay(day),
    ...(time === undefined ? {} : { time: formatClockTime(time) }),
    ...(note === '' ? {} : { note }),
  };
}

function whenOf({ time = '', note = '' }: Pick<ActDone, 'time' | 'note'>, day: Day): When {
  return { day, time: parseClockTime(time), note };
}
