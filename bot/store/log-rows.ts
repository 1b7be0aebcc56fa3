import type { CaseEntry } from '../../register/case-log.ts';
import type { CaseRecord, NewCaseEntry } from './store.ts';

/** What stands already and says the same: an act; of judgements only the last can be repeated, since a later one overrules it. */
export function sameStanding(standing: readonly CaseEntry[], entry: NewCaseEntry): CaseEntry | undefined {
  if (entry.kind === 'act') return standing.find((each) => sameOf(each) === sameOf(entry));
  const last = standing.findLast((each) => each.kind === 'judgement' && each.name === entry.name);
  return last && sameOf(last) === sameOf(entry) ? last : undefined;
}

function sameOf(entry: CaseEntry | NewCaseEntry): string {
  const { name, day, time, note } = entry;
  const of =
    entry.kind === 'act'
      ? [
          entry.done,
          entry.about?.from,
          entry.about?.to,
          entry.items,
          entry.half,
          entry.adult,
          entry.lasting,
          entry.purpose,
        ]
      : [entry.holds];
  return JSON.stringify([entry.kind, name, day, time ?? null, note, ...of.map((each) => each ?? null)]);
}

/** An entry from its row. JSON leaves out what is undefined; the type says it is there. */
export function toEntry(row: { readonly content: string }): CaseEntry {
  const entry = JSON.parse(row.content) as CaseEntry;
  return entry.kind === 'act' ? { ...entry, time: entry.time, about: entry.about } : { ...entry, time: entry.time };
}

export function undoingOf(row: {
  readonly by: string | null;
  readonly at: string | null;
  readonly reason: string | null;
}): CaseRecord['undone'] {
  if (row.by === null || row.at === null || row.reason === null) return undefined;
  return { by: row.by, at: row.at, reason: row.reason };
}
