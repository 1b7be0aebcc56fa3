import { addDays, formatDay, parseIsoDay } from '../day.ts';
import type { Day } from '../day.ts';
import { sameYearGroup } from '../year-group.ts';

/** A calendar file that has the right shape; its dates may still not exist. */
export interface CalendarFile {
  readonly school: string;
  readonly start: string;
  readonly end: string;
  readonly terms?: readonly SpanRow[];
  readonly halfTerms?: readonly SpanRow[];
  readonly closures?: readonly (Omit<SpanRow, 'name'> & { readonly why?: string })[];
  /** Which year groups make each phase of the school. */
  readonly phases?: readonly { readonly name: string; readonly yearGroups: readonly (string | number)[] }[];
}

export interface SpanRow {
  /** Half terms may go without. */
  readonly name?: string;
  readonly from: string;
  readonly to: string;
}

/** What is wrong, at which place in the file, and what would be right. */
export interface CalendarFault {
  readonly path: readonly string[];
  readonly found: string;
  readonly cure: string;
}

/** A half term of school is five to eight weeks long; a span this short, in days, is a break between two. */
const shortestHalfTerm = 15;
/** A school year of more than thirteen months is a slip of the pen. */
const longestYear = 400;

/** All that is wrong with a calendar beside its shape: a year group in two phases, and of its dates none that does not exist, ends after starts, nothing outside or overlapping. */
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
      const name = nameOf(row) ?? (list === 'closures' ? 'a closure' : list === 'terms' ? 'a term' : 'a half term');
      if (last < first) {
        faults.push({ path: [...path, 'to'], found: `${name} ends before it begins`, cure: 'the later day last' });
      } else if (list !== 'closures' && (first < from || last > to)) {
        const cure = `days from ${formatDay(from)} to ${formatDay(to)}`;
        faults.push({ path, found: `${name} lies outside the school year`, cure });
      } else spans.push({ path, name, first, last });
    }
    if (list !== 'closures') faults.push(...overlaps(spans));
    if (list === 'halfTerms') faults.push(...mixed(spans));
  }
  return [...faults, ...phaseFaults(file)];
}

/** A year group is in one phase, written once. */
function phaseFaults({ phases = [] }: CalendarFile): CalendarFault[] {
  const all = phases.flatMap(({ name, yearGroups }, phase) =>
    yearGroups.map((yearGroup, index) => ({
      name,
      yearGroup: String(yearGroup),
      path: ['phases', `${phase}`, 'yearGroups', `${index}`],
    })),
  );
  return all.flatMap(({ yearGroup, path }, index) => {
    const before = all.slice(0, index).find((each) => sameYearGroup(each.yearGroup, yearGroup));
    return before
      ? [{ path, found: `year group ${yearGroup} is in ${before.name} already`, cure: 'one phase for each year group' }]
      : [];
  });
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

function nameOf(row: SpanRow | NonNullable<CalendarFile['closures']>[number]): string | undefined {
  if ('why' in row && row.why !== undefined) return row.why;
  return 'name' in row ? row.name : undefined;
}

/**
 * Schools write `half term` for the weeks of school and for the break between them. A list is of one or the other: of
 * breaks where every span is shorter than a half term of school can be.
 */
export function isListOfBreaks(spans: readonly { readonly from: Day; readonly to: Day }[]): boolean {
  return spans.length > 0 && spans.every(isBreak);
}

function isBreak(span: { readonly from: Day; readonly to: Day }): boolean {
  return addDays(span.from, shortestHalfTerm - 1) > span.to;
}

function mixed(spans: readonly Placed[]): CalendarFault[] {
  const short = spans.filter(({ first, last }) => isBreak({ from: first, to: last }));
  if (short.length === spans.length) return [];
  return short.map(({ path, name, first, last }) => ({
    path,
    found: `${name} has ${last - first + 1} days, and others in the list are weeks of school`,
    cure: 'a list of the weeks of school between two breaks, or of the breaks alone',
  }));
}
