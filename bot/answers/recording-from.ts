import type { ClockTime } from '../../register/clock-time.ts';
import type { Day } from '../../register/day.ts';
import type { HalfDay } from '../../register/session.ts';
import type { Recording } from './recording.ts';
import type { EventMeant } from './which-event.ts';
import { itemsMeant } from './which-items.ts';

/** What was told beside the event itself. */
export interface Details {
  readonly day: Day;
  readonly time: ClockTime | undefined;
  readonly about: { readonly from: Day; readonly to: Day } | undefined;
  readonly items: readonly string[];
  readonly half?: HalfDay | undefined;
  readonly note: string;
}

/** The entry that an event and its details make; undefined for a judgement without its answer. */
export function recordingFrom({ event, holds, withWhom }: EventMeant, details: Details): Recording | undefined {
  const { day, time, about, items } = details;
  const common = { day, time, note: noteOf(withWhom, details.note) };
  if (event.kind === 'act') {
    const told = items.length > 0 ? items.join('; ') : event.done === 'seen' ? details.note : '';
    const meant = itemsMeant(event, told);
    const rest = items.length === 0 && event.done === 'seen' ? meant.rest : details.note;
    const seen = { items: meant.items, note: noteOf(withWhom, rest) };
    const half = event.needs.half ? details.half : undefined;
    return { ...common, ...seen, kind: 'act', name: event.name, done: event.done ?? '', about, half };
  }
  return holds === undefined ? undefined : { ...common, kind: 'judgement', name: event.name, holds };
}

function noteOf(withWhom: string | undefined, note: string): string {
  return [withWhom ?? '', note].filter((part) => part !== '').join(', ');
}
