import type { CaseEntry } from '../register/case-log.ts';
import { parseClockTime } from '../register/clock-time.ts';
import { dayIn, text } from './case-fields.ts';
import type { Fields } from './case-fields.ts';
import type { CaseFile } from './read-case.ts';

/** An entry of the case log, once a paper’s title can be looked up. */
export type Entry = (paper: (title: string) => string) => CaseEntry;

/** Acts, letters sent and judgements; anything else is a problem, never a guess. */
export function entryIn(event: Fields, index: number, problems: string[]): readonly Entry[] {
  const at = text(event['at'] ?? event['date']);
  const day = dayIn(at.slice(0, 10), `events[${index}].at`, problems);
  if (day === undefined) return [];
  const entry = {
    id: `event-${index + 1}`,
    day,
    time: parseClockTime(at.slice(11, 16)),
    recordedAt: '',
    by: 'case',
    note: '',
  };
  switch (event['type']) {
    case 'act': {
      const about = daysAbout(event, index, problems);
      const adult = text(event['parent']) || undefined;
      return [() => ({ ...entry, kind: 'act', name: text(event['name']), done: text(event['done']), about, adult })];
    }
    case 'letterSent':
      return [
        (paper) => ({ ...entry, kind: 'act', name: paper(text(event['template'])), done: 'sent', about: undefined }),
      ];
    case 'judgement':
      return [() => ({ ...entry, kind: 'judgement', name: text(event['name']), holds: event['holds'] === true })];
    default:
      problems.push(
        `events[${index}].type is “${text(event['type'])}”; write it as {type: act, name, done, at}, with from, to or parent where it has them, or {type: judgement, name, holds, at}`,
      );
      return [];
  }
}

/** `from` and `to`: the days it is about; one day alone where only the first is given. */
function daysAbout(event: Fields, index: number, problems: string[]): Extract<CaseEntry, { kind: 'act' }>['about'] {
  if (event['from'] === undefined) return undefined;
  const from = dayIn(text(event['from']), `events[${index}].from`, problems);
  const to = event['to'] === undefined ? from : dayIn(text(event['to']), `events[${index}].to`, problems);
  return from === undefined || to === undefined ? undefined : { from, to };
}

export function arrivalIn(event: Fields, problems: string[]): CaseFile['arrivals'] {
  const time = parseClockTime(text(event['at']).slice(11, 16));
  if (time === undefined) {
    problems.push('an arrival has its time in “at”, as 2024-01-15T09:10');
    return [];
  }
  return [{ time, half: event['session'] === 'PM' ? 'PM' : 'AM' }];
}
