import type { ClockTime } from '../../register/clock-time.ts';
import type { Day } from '../../register/day.ts';
import type { HalfDay } from '../../register/session.ts';
import type { Length } from './action.ts';
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
  readonly lasting?: Length | undefined;
  readonly purpose?: string | undefined;
  readonly note: string;
}

/** The entry that an event and its details make; undefined for a judgement without its answer. */
export function recordingFrom(meant: EventMeant, details: Details): Recording | undefined {
  const { event, holds } = meant;
  // Whom an act concerns is kept apart from its note.
  const withWhom = event.needs.adult === 'no' ? meant.withWhom : undefined;
  const { day, time, about, items, lasting } = details;
  const purpose = event.needs.purpose ? details.purpose : undefined;
  // What something else than leave is for is noted with it.
  const notePut = noteOf(event.needs.purpose ? undefined : details.purpose, details.note);
  const common = { day, time, note: noteOf(withWhom, notePut) };
  if (event.kind === 'act') {
    const told = items.length > 0 ? items.join('; ') : event.done === 'seen' ? details.note : '';
    const found = itemsMeant(event, told);
    const rest = items.length === 0 && event.done === 'seen' ? found.rest : notePut;
    const seen = { items: found.items, note: noteOf(withWhom, rest) };
    const half = event.needs.half ? details.half : undefined;
    return { ...common, ...seen, kind: 'act', name: event.name, done: event.done ?? '', about, half, lasting, purpose };
  }
  return holds === undefined ? undefined : { ...common, kind: 'judgement', name: event.name, holds };
}

function noteOf(withWhom: string | undefined, note: string): string {
  return [withWhom ?? '', note].filter((part) => part !== '').join(', ');
}
