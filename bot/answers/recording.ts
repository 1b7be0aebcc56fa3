import { formatClockTime, parseClockTime } from '../../register/clock-time.ts';
import type { ClockTime } from '../../register/clock-time.ts';
import { formatIsoDay, parseIsoDay } from '../../register/day.ts';
import type { Day } from '../../register/day.ts';
import type { HalfDay } from '../../register/session.ts';
import type { Action } from './action.ts';

/** Something to be written in the case log: an act, or the answer to a question that the policy makes someone judge. */
export type Recording = (
  | {
      readonly kind: 'act';
      readonly name: string;
      readonly done: string;
      readonly about: { readonly from: Day; readonly to: Day } | undefined;
      readonly items: readonly string[];
      readonly half?: HalfDay | undefined;
    }
  | { readonly kind: 'judgement'; readonly name: string; readonly holds: boolean }
) & { readonly day: Day; readonly time: ClockTime | undefined; readonly note: string };

export type ActRecording = Extract<Recording, { kind: 'act' }>;

type RecordAction = Extract<Action, { kind: 'record judgement' | 'record act' }>;

/** The button that records it of a pupil. */
export function recordAction(pupil: string, recording: Recording): RecordAction {
  const common = {
    pupil,
    asAt: formatIsoDay(recording.day),
    ...(recording.time === undefined ? {} : { time: formatClockTime(recording.time) }),
    ...(recording.note === '' ? {} : { note: recording.note }),
  };
  if (recording.kind === 'judgement') {
    return { ...common, kind: 'record judgement', judgement: recording.name, holds: recording.holds };
  }
  const { name, done, about, items, half } = recording;
  return {
    ...common,
    kind: 'record act',
    name,
    done,
    ...(about ? { about: { from: formatIsoDay(about.from), to: formatIsoDay(about.to) } } : {}),
    ...(items.length === 0 ? {} : { items }),
    ...(half === undefined ? {} : { half }),
  };
}

/** The button that records it of a school. */
export function schoolAction(school: string, recording: ActRecording): Extract<Action, { kind: 'record school act' }> {
  const { pupil: _nobody, ...action } = recordAction('', recording) as Extract<Action, { kind: 'record act' }>;
  return { ...action, kind: 'record school act', school };
}

/** What a button records of a school. */
export function actRecordingOf(action: Extract<Action, { kind: 'record school act' }>, day: Day): ActRecording {
  return recordingOf({ ...action, kind: 'record act', pupil: '' }, day) as ActRecording;
}

/** What a button records, on the day that it carries. */
export function recordingOf(action: RecordAction, day: Day): Recording {
  const common = { day, time: parseClockTime(action.time ?? ''), note: action.note ?? '' };
  if (action.kind === 'record judgement') {
    return { ...common, kind: 'judgement', name: action.judgement, holds: action.holds };
  }
  const { name, done, about, items = [], half } = action;
  const [from, to] = [parseIsoDay(about?.from ?? ''), parseIsoDay(about?.to ?? '')];
  const run = from === undefined || to === undefined ? undefined : { from, to };
  return { ...common, kind: 'act', name, done, about: run, items, half };
}
