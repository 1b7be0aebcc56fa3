import type { ClockTime } from '../../register/clock-time.ts';
import type { Day } from '../../register/day.ts';
import type { Recording } from './recording.ts';
import type { EventMeant } from './which-event.ts';

/** What was told beside the event itself. */
export interface Details {
  readonly day: Day;
  readonly time: ClockTime | undefined;
  readonly about: { readonly from: Day; readonly to: Day } | undefined;
  readonly items: readonly string[];
  readonly note: string;
}

/** The entry that an event and its details make; undefined for a judgement without its answer. */
export function recordingFrom({ event, holds, withWhom }: EventMeant, details: Details): Recording | undefined {
  const { day, time, about, items } = details;
  const note = [withWhom ?? '', details.note].filter((part) => part !== '').join(', ');
  const common = { day, time, note };
  if (event.kind === 'act') return { ...common, kind: 'act', name: event.name, done: event.done ?? '', about, items };
  return holds === undefined ? undefined : { ...common, kind: 'judgement', name: event.name, holds };
}
