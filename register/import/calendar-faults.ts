import { addDays, formatDay, parseIsoDay } from '../day.ts';
import type { Day } from '../day.ts';

/** A calendar file that has the right shape; its dates may still not exist. */
export interface CalendarFile {
  readonly school: string;
  readonly start: string;
  readonly end: string;
  readonly terms?: readonly SpanRow[];
  readonly halfTerms?: readonly SpanRow[];
  readonly closures?: readonly (Omit<SpanRow, 'name'> & { readonly why?: string })[];
}

interface SpanRow {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

/** What is wrong, at which place in the file, and what would be right. */
export interface CalendarFault {
  readonly path: readonly string[];
  readonly found: string;
  readonly cure: string;
}

/** A half term of school is five to eight weeks long; a list of spans this short is of the breaks between them. */
const shortestHalfTerm = 15;
/** A school year of more than thirteen months is a slip of the pen. */
const longestYear = 400;

/** All that is wrong with the dates of a calendar: none that does not exist, ends after starts, nothing outside or overlapping. */
export function calendarFaults(file: CalendarFile): readonly CalendarFault[] {
  const faults: CalendarFault[] = [];
  const dayAt = (path: readonly string[], text: string): Day | undefined => {
    const day = parseIsoDay(text);
    if (day === undefined) faults.push({ path, found: `${text} does not exist`, cure: 'a date of the calendar' });
    return day;
  };
  const from = dayAt(['start'], file.start);
  const to = dayAt(['end'], file.end);
  if (from === undefined || to === undefined) return faults;
  if (to < from) {
    return [{ path: ['end'], found: 'the end comes before the start', cure: `a day after ${formatDay(from)}` }];
  }
  if (to - from > longestYear) {
    return [{ path: ['end'], found: `${to - from} days in a school year`, cure: 'one school year to a file' }];
  }

  for (const list of ['terms', 'halfTerms', 'closures'] as const) {
    const spans: Placed[] = [];
    for (const [index, row] of (file[list] ?? []).entries()) {
      const path = [list, String(index)];
      const first = dayAt([...path, 'from'], row.from);
      const last = dayAt([...path, 'to'], row.to);
      if (first === undefined || last === undefined) continue;
      const name = 'name' in row ? row.name : (row.why ?? 'a closure');
      if (last < first) {
        faults.push({ path: [...path, 'to'], found: `${name} ends before it begins`, cure: 'the later day last' });
      } else if (list !== 'closures' && (first < from || last > to)) {
        const cure = `days from ${formatDay(from)} to ${formatDay(to)}`;
        faults.push({ path, found: `${name} lies outside the school year`, cure });
      } else spans.push({ path, name, first, last });
    }
    if (list !== 'closures') faults.push(...overlaps(spans));
    if (list === 'halfTerms') faults.push(...breaks(spans));
  }
  return faults;
}

interface Placed {
  readonly path: readonly string[];
  readonly name: string;
  readonly first: Day;
  readonly last: Day;
}

function overlaps(spans: readonly Placed[]): CalendarFault[] {
  const ordered = spans.toSorted((a, b) => a.first - b.first);
  return ordered.flatMap((span, index) => {
    const before = ordered[index - 1];
    if (!before || before.last < span.first) return [];
    const cure = `it begins after ${formatDay(before.last)}, or ${before.name} ends before ${formatDay(span.first)}`;
    return [{ path: span.path, found: `${span.name} overlaps ${before.name}`, cure }];
  });
}

function breaks(spans: readonly Placed[]): CalendarFault[] {
  const short = spans.filter((span) => addDays(span.first, shortestHalfTerm - 1) > span.last);
  return short.map(({ path, name, first, last }) => ({
    path,
    found: `${name} has ${last - first + 1} days`,
    cure: 'the weeks of school between two breaks; the break itself belongs under closures',
  }));
}
