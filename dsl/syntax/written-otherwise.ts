import { formatClockTime, parseClockTime } from '../../register/clock-time.ts';
import { monthNames } from '../../register/day.ts';

/** Something written as people write it elsewhere, and as it is written here. */
export interface WrittenOtherwise {
  readonly written: string;
  readonly spelt: string;
}

/**
 * The date, time, amount or comparison that begins a piece of text in a way that people write it and policies do not:
 * `1st Sept 2025`, `01/09/2025` (the day first), `9.15`, `9am`, `80 pounds`, `5 or more`. Only what was expected there is
 * looked for; undefined where it is nothing of the kind.
 */
export function writtenOtherwise(text: string, expected: string): WrittenOtherwise | undefined {
  const ways = [
    ...(expected.includes('a date such as') ? dates : []),
    ...(expected.includes('a time such as') ? times : []),
    ...(expected.includes('an amount such as') ? amounts : []),
    ...comparisons,
  ];
  for (const [pattern, spell] of ways) {
    const match = pattern.exec(text);
    const spelt = match === null ? undefined : spell(match);
    if (match !== null && spelt !== undefined) return { written: match[0], spelt };
  }
  return undefined;
}

type Way = readonly [pattern: RegExp, spell: (match: RegExpExecArray) => string | undefined];

const dates: readonly Way[] = [
  [
    /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b/,
    ([, day, month, year]) => dateOf(day!, monthNames[Number(month) - 1], year!),
  ],
  [
    /^(\d{1,2})(?:st|nd|rd|th)?(?: of)? ([A-Z][a-z]{2,8})\.?,? (\d{4})\b/,
    ([, day, month, year]) =>
      dateOf(
        day!,
        monthNames.find((name) => name.startsWith(month!)),
        year!,
      ),
  ],
];

const times: readonly Way[] = [
  [/^(\d{1,2}) ?([ap])m\b/, ([, hour, half]) => timeOf(`${hour}:00${half}m`)],
  [/^(\d{1,2})\.(\d{2})\b/, ([, hour, minute]) => timeOf(`${hour}:${minute}`)],
  [/^(\d{2})(\d{2})\b/, ([, hour, minute]) => timeOf(`${hour}:${minute}`)],
];

const amounts: readonly Way[] = [[/^(\d+(?:\.\d{2})?) pounds?\b/, ([, pounds]) => `£${pounds}`]];

const comparisons: readonly Way[] = [
  [/^(\d+(?:\.\d+)?%?) or (?:more|over)\b/, ([, number]) => `at least ${number}`],
  [/^(\d+(?:\.\d+)?%?) or (?:fewer|less|under)\b/, ([, number]) => `at most ${number}`],
];

function dateOf(day: string, month: string | undefined, year: string): string | undefined {
  return month === undefined ? undefined : `${Number(day)} ${month} ${year}`;
}

function timeOf(text: string): string | undefined {
  const time = parseClockTime(text);
  return time === undefined ? undefined : formatClockTime(time);
}
