import { isoDay } from '../../register/day.ts';
import type { Day } from '../../register/day.ts';
import type { LoggedSchool } from './sample-plan.ts';
import type { LogRow, SamplePupil } from './sample-school.ts';

/** What was done about one pupil, written down row by row. A day after the last with marks has not come, and is left out. */
export interface LogBook {
  /** An act, or a judgement with `yes` or `no`. The day as `2023-03-30`, or a day. */
  readonly note: (day: string | Day, name: string, done: string, more?: Partial<LogRow>) => void;
}

/** A case log being written: its rows, day by day. */
export interface LogBooks {
  readonly of: (pupil: SamplePupil) => LogBook;
  /** The book of the one pupil of a name; none where this school has none. */
  readonly named: (name: string) => LogBook;
  /** By day and time; what happened to one pupil at the same time stays in the order noted. */
  readonly rows: () => readonly LogRow[];
}

/** @param by who does what is noted, unless a row says otherwise */
export function logBooks({ pupils, schoolDays }: LoggedSchool, by: string): LogBooks {
  const rows: LogRow[] = [];
  const last = schoolDays.at(-1)!;
  const of = ({ upn }: Pick<SamplePupil, 'upn'>): LogBook => ({
    note(when, name, done, more = {}) {
      const day = typeof when === 'string' ? isoDay(when) : when;
      if (day <= last) rows.push({ upn, day, name, done, by, ...more });
    },
  });
  return {
    of,
    named(name) {
      const found = pupils.find(({ forename, surname }) => `${forename} ${surname}` === name);
      return found ? of(found) : { note: () => undefined };
    },
    rows: () => rows.toSorted((a, b) => a.day - b.day || (a.time ?? '').localeCompare(b.time ?? '', 'en-GB')),
  };
}
