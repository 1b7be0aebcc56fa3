import { formatClockTime } from '../../register/clock-time.ts';
import type { Act, CaseEntry } from '../../register/case-log.ts';
import { formatIsoDay } from '../../register/day.ts';
import type { CaseRecord } from '../store/store.ts';
import type { EntryShown, Fact } from './answer.ts';
import type { Called } from './called-adults.ts';
import { eventOf } from './policy-log.ts';
import { lengthWords } from './read-length.ts';
import type { SchoolPolicy } from './services.ts';
import { dayWords, longDayWords, runWords } from './words.ts';

/** An entry of the case log as data, with the words of the policy it was recorded under and the adult as they are called. */
export function entryShown(
  policy: SchoolPolicy,
  entry: CaseEntry,
  called: Called,
  undone?: CaseRecord['undone'],
): EntryShown {
  const done = entry.kind === 'act' ? entry.done : null;
  const title = eventOf(policy, entry.name, done)?.title ?? [entry.name, done ?? ''].join(' ').trim();
  const { about, adult, lasting, purpose }: Partial<Act> = entry.kind === 'act' ? entry : {};
  return {
    id: entry.id,
    kind: entry.kind,
    name: entry.name,
    done,
    holds: entry.kind === 'judgement' ? entry.holds : null,
    day: formatIsoDay(entry.day),
    time: entry.time === undefined ? null : formatClockTime(entry.time),
    about: about ? { from: formatIsoDay(about.from), to: formatIsoDay(about.to) } : null,
    items: (entry.kind === 'act' ? entry.items : undefined) ?? [],
    half: (entry.kind === 'act' ? entry.half : undefined) ?? null,
    adult: adult === undefined ? null : { id: adult, called: called(adult) },
    lasting: lasting ?? null,
    purpose: purpose ?? null,
    note: entry.note,
    by: entry.by,
    recordedAt: entry.recordedAt,
    undone: undone ? { by: undone.by, at: undone.at } : null,
    words: entry.kind === 'act' ? title : `${title}: ${entry.holds ? 'yes' : 'no'}`,
  };
}

/** When, whom it concerns, about which days, for how long and for what, what was seen, what was noted and by whom, side by side. */
export function entryFacts(entry: EntryShown, by: string): readonly Fact[] {
  const time = entry.time === null ? '' : ` at ${entry.time}`;
  const half = entry.half === null ? '' : ` ${entry.half}`;
  return [
    { label: 'On', value: `${longDayWords(entry.day)}${half}${time}` },
    ...(entry.adult === null ? [] : [{ label: 'Parent', value: entry.adult.called }]),
    ...(entry.about === null ? [] : [{ label: 'About', value: runWords(entry.about) }]),
    ...(entry.lasting === null ? [] : [{ label: 'Length', value: lengthWords(entry.lasting) }]),
    ...(entry.purpose === null ? [] : [{ label: 'Purpose', value: entry.purpose }]),
    ...(entry.items.length === 0 ? [] : [{ label: 'Seen', value: entry.items.join('; ') }]),
    ...(entry.note === '' ? [] : [{ label: 'Note', value: entry.note }]),
    { label: 'By', value: by },
  ];
}

/** `28 March 2024 at 09:20: call made, “no answer” (attendance-lead)`. */
export function entryLine(entry: EntryShown): string {
  const time = entry.time === null ? '' : ` at ${entry.time}`;
  const about = entry.about === null ? '' : `, ${runWords(entry.about)}`;
  const note = entry.note === '' ? '' : `, “${entry.note}”`;
  const undone =
    entry.undone === null ? '' : `; undone by ${entry.undone.by} on ${dayWords(entry.undone.at.slice(0, 10))}`;
  const items = entry.items.length === 0 ? '' : `: ${entry.items.join('; ')}`;
  const half = entry.half === null ? '' : ` ${entry.half}`;
  const adult = entry.adult === null ? '' : `, ${entry.adult.called}`;
  const length = entry.lasting === null ? '' : `, for ${lengthWords(entry.lasting)}`;
  const purpose = entry.purpose === null ? '' : `, for ${entry.purpose}`;
  return `${dayWords(entry.day)}${half}${time}: ${entry.words}${adult}${items}${about}${length}${purpose}${note} (${entry.by}${undone})`;
}
