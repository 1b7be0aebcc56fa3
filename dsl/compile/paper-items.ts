import type { Day } from '../../register/day.ts';
import type { Need } from './needs.ts';
import type { Timeline } from './timeline.ts';
import type { Three } from './truth.ts';
import { distinct } from './needs.ts';
import { NO, three, UNKNOWN } from './truth.ts';

/** One of the things that a paper includes. */
export interface PaperItem {
  readonly words: string;
  readonly applies: Three;
  readonly seen: boolean;
  /** What would tell whether it applies. */
  readonly needs: readonly Need[];
}

/** Complete where all that applies was seen; whether something missing applies may be open. */
export function isComplete(items: readonly PaperItem[]): { readonly holds: Three; readonly needs: readonly Need[] } {
  const missing = items.filter((item) => !item.seen && item.applies !== NO);
  const open = missing.every((item) => item.applies === UNKNOWN);
  if (missing.length === 0 || !open) return { holds: three(missing.length === 0), needs: [] };
  return { holds: UNKNOWN, needs: distinct(missing.flatMap((item) => item.needs)) };
}

/** How an item may be written: in its words, or with hyphens between them. */
export function itemName(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** Once a paper is out of hand, what is seen afterwards belongs to the next one. */
const ends: ReadonlySet<string> = new Set(['accepted', 'issued', 'sent', 'withdrawn']);

/** What was noted as seen of a paper, by the name of each item, up to a day. */
export function itemsSeen(timeline: Timeline, name: string, day: Day): ReadonlySet<string> {
  const seen = new Set<string>();
  let over = false;
  for (const entry of timeline.entries) {
    if (entry.kind !== 'act' || entry.name !== name || entry.day > day) continue;
    if (over && entry.items && entry.items.length > 0) {
      seen.clear();
      over = false;
    }
    for (const item of entry.items ?? []) seen.add(itemName(item));
    if (ends.has(entry.done)) over = true;
  }
  return seen;
}
