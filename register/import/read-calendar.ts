import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ErrorObject } from 'ajv/dist/2020.js';
import { LineCounter, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import { addDays, isoDay, parseIsoDay } from '../day.ts';
import type { NamedSpan, SchoolYear } from '../school-calendar.ts';
import { calendarFaults, isListOfBreaks } from './calendar-faults.ts';
import type { CalendarFault, CalendarFile } from './calendar-faults.ts';
import { calendarSchema } from './calendar.schema.ts';
import { nearest } from './nearest.ts';

/** What is wrong with a calendar file, where, and what would be right. */
export interface CalendarProblem {
  /** From 1. */
  readonly line: number;
  readonly column: number;
  readonly found: string;
  readonly cure: string;
}

/** A calendar file once read: one school year. Refused: nothing of it is taken. */
export type CalendarReading =
  | { readonly kind: 'read'; readonly school: string; readonly year: SchoolYear }
  | { readonly kind: 'refused'; readonly problems: readonly CalendarProblem[] };

/** Reads the YAML of a school year. A list that is left out is empty: without terms the year is one run of days. */
export function readCalendar(text: string): CalendarReading {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const problemAt = (offset: number, found: string, cure: string): CalendarProblem => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col, found, cure };
  };
  const problemIn = ({ path, found, cure }: CalendarFault): CalendarProblem =>
    problemAt(offsetOf(document, path), found, cure);

  if (document.errors.length > 0) {
    const problems = document.errors.map((error) => problemAt(error.pos[0], error.message, 'YAML as in the example'));
    return { kind: 'refused', problems };
  }
  const file: unknown = document.toJS();
  if (!isCalendarFile(file)) {
    const faults = (isCalendarFile.errors ?? []).map((error) => faultOf(error, document));
    return { kind: 'refused', problems: faults.map(problemIn) };
  }
  const faults = calendarFaults(file);
  if (faults.length > 0) return { kind: 'refused', problems: faults.map(problemIn) };
  return { kind: 'read', school: file.school, year: toYear(file) };
}

const isCalendarFile = new Ajv2020({ allErrors: true }).compile<CalendarFile>(calendarSchema);

function toYear(file: CalendarFile): SchoolYear {
  const spans = (list: CalendarFile['terms'], what: string): NamedSpan[] =>
    (list ?? []).map(({ name, from, to }, index) => ({
      name: name ?? `${what} ${index + 1}`,
      from: isoDay(from),
      to: isoDay(to),
    }));
  const [from, to] = [isoDay(file.start), isoDay(file.end)];
  const terms = spans(file.terms, 'Term');
  const halfTerms = spans(file.halfTerms, 'Half term');
  const closures = (file.closures ?? []).map((closure) => ({
    from: isoDay(closure.from),
    to: isoDay(closure.to),
    why: closure.why ?? '',
  }));
  const phases = phasesOf(file);
  if (!isListOfBreaks(halfTerms)) return { from, to, terms, halfTerms, closures, ...phases };
  const breaks = halfTerms.map((span) => ({ from: span.from, to: span.to, why: span.name }));
  const whole = terms.length > 0 ? terms : [{ name: 'Half term', from, to }];
  return {
    from,
    to,
    terms,
    halfTerms: whole.flatMap((term) => betweenBreaks(term, halfTerms)),
    closures: [...closures, ...breaks],
    ...phases,
  };
}

function phasesOf({ phases }: CalendarFile): Pick<SchoolYear, 'phases'> {
  if (!phases) return {};
  return { phases: phases.map(({ name, yearGroups }) => ({ name, yearGroups: yearGroups.map(String) })) };
}

/** The weeks of school of a term, before and after the breaks that lie in it. */
function betweenBreaks(term: NamedSpan, breaks: readonly NamedSpan[]): NamedSpan[] {
  const inside = breaks
    .filter((each) => each.from > term.from && each.to < term.to)
    .toSorted((a, b) => a.from - b.from);
  const starts = [term.from, ...inside.map((each) => addDays(each.to, 1))];
  const ends = [...inside.map((each) => addDays(each.from, -1)), term.to];
  return starts.map((from, index) => ({ name: `${term.name} ${index + 1}`, from, to: ends[index]! }));
}

/** A fault of shape, in words. */
function faultOf(error: ErrorObject, document: Document): CalendarFault {
  const path = error.instancePath.split('/').slice(1);
  const value: unknown = path.length === 0 ? undefined : document.getIn(path);
  const found = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  switch (error.keyword) {
    case 'additionalProperties': {
      const key = (error.params as { additionalProperty: string }).additionalProperty;
      const keys = keysOf(path);
      const near = nearest(key, keys);
      const cure = near === undefined ? `one of: ${keys.join(', ')}` : `is \`${near}\` meant?`;
      return { path: [...path, key], found: `\`${key}\` is not known here`, cure };
    }
    case 'required': {
      const key = (error.params as { missingProperty: string }).missingProperty;
      return { path, found: `\`${key}\` is missing`, cure: `write \`${key}: ${sampleOf(key)}\`` };
    }
    case 'pattern': {
      const cure = parseIsoDay(found) ? 'a date' : 'a date as 2023-09-04: year, month, day';
      return { path, found: `${found} is not a date`, cure };
    }
    default:
      return { path, found: `${path.join('.') || 'the file'} ${error.message ?? 'is wrong'}`, cure: example };
  }
}

const example = 'a calendar such as:\nschool: widnes\nstart: 2023-09-04\nend: 2024-07-19\nterms: []\nclosures: []';

function keysOf(path: readonly string[]): readonly string[] {
  if (path.length === 0) return Object.keys(calendarSchema.properties);
  if (path[0] === 'phases') return ['name', 'yearGroups'];
  return path[0] === 'closures' ? ['from', 'to', 'why'] : ['name', 'from', 'to'];
}

function sampleOf(key: string): string {
  if (key === 'school') return 'widnes';
  if (key === 'yearGroups') return '[R, 1, 2]';
  return key === 'name' ? 'Autumn term' : '2023-09-04';
}

/** Where a value begins in the text; a key that is not wanted, where it is written; else where its parent begins. */
function offsetOf(document: Document, path: readonly string[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (hasRange(node)) return node.range[0];
  }
  return document.contents?.range?.[0] ?? 0;
}

function hasRange(node: unknown): node is { readonly range: readonly [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}
