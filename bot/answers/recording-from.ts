import type { ClockTime } from '../../register/clock-time.ts';
import type { Day } from '../../register/day.ts';
import type { Recording } from './recording.ts';
import type { EventMeant } from './which-event.ts';
import { itemsMeant } from './which-items.ts';

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
  const common = { day, time, note: noteOf(withWhom, details.note) };
  if (event.kind === 'act') {
    const meant = itemsMeant(event, items.length > 0 ? items.join('; ') : details.note);
    const own = items.length > 0 ? common.note : noteOf(withWhom, meant.rest);
    const seen = { items: meant.items, note: own };
    return { ...common, ...seen, kind: 'act', name: event.name, done: event.done ?? '', about };
  }
  return holds === undefined ? undefined : { ...common, kind: 'judgement', name: event.name, holds };
}

function noteOf(withWhom: string | undefined, note: string): string {
  return [withWhom ?? '', note].filter((part) => part !== '').join(', ');
}
