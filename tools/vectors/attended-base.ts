import type { Fields } from '../../cli/case-fields.ts';
import type { Vector } from './vector.ts';
import { list, record, text } from '../../cli/case-fields.ts';

/**
 * A vector whose form lays its marks over a pupil who attends, written out in the form that lays them over nothing:
 * every school day to the day asked about attended, a run of one day ending on it, the periods as terms and half terms,
 * bank holidays as closures, and the day and time of an event in one.
 */
export function overAttendance(vector: Vector): Vector {
  const calendar = record(vector.calendar);
  const attended = { from: text(calendar['start']), to: vector.asOf.slice(0, 10), am: '/', pm: '\\' };
  return {
    ...vector,
    calendar: vector.calendar && written(calendar),
    marks: [attended, ...vector.marks.map((run) => ({ to: run['from'], ...run }))],
    events: vector.events.map((event) => ({ at: atOf(event), ...event })),
  };
}

function written(calendar: Fields): Fields {
  const periods = Object.entries(record(calendar['periods'])).map(([name, span]) => ({ ...record(span), name }));
  const isHalf = ({ name }: { readonly name: string }): boolean => /^ht|half/i.test(name);
  const bankHolidays = Array.isArray(calendar['bankHolidays']) ? calendar['bankHolidays'].map(String) : [];
  return {
    ...calendar,
    terms: periods.filter((each) => !isHalf(each)),
    halfTerms: periods.filter(isHalf),
    closures: [
      ...list(calendar['closures']),
      ...bankHolidays.map((day) => ({ from: day, to: day, why: 'bank holiday' })),
    ],
  };
}

function atOf(event: Fields): string {
  const time = text(event['time']);
  return time === '' ? text(event['date']) : `${text(event['date'])}T${time}`;
}
