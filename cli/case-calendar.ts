import type { Day } from '../register/day.ts';
import { addDays, dayOf, partsOf } from '../register/day.ts';
import { schoolCalendar } from '../register/school-calendar.ts';
import type { Closure, NamedSpan, SchoolCalendar, SchoolYear } from '../register/school-calendar.ts';
import { dayIn, list, text } from './case-fields.ts';
import type { Fields } from './case-fields.ts';

/**
 * The calendar of a case: `{start, end, closures: [{from, to, why}], terms, halfTerms, years: [{name, from, to}]}`.
 * School days are Monday to Friday from `start` to `end` but for the closures; `years` says where one school year ends
 * and the next begins, where the case spans several. Undefined, with a problem, where a day does not read.
 */
export function calendarIn(file: Fields, school: string, problems: string[]): SchoolCalendar | undefined {
  const from = dayIn(text(file['start']), 'calendar.start', problems);
  const to = dayIn(text(file['end']), 'calendar.end', problems);
  if (from === undefined || to === undefined) return undefined;
  if (to < from) {
    problems.push('calendar.end is before calendar.start');
    return undefined;
  }
  const spans = (key: string): readonly NamedSpan[] =>
    list(file[key]).flatMap((row, index) => spanIn(row, `calendar.${key}[${index}]`, problems));
  const closures = spans('closures').map(({ name, ...span }) => ({ ...span, why: name }));
  const years = spans('years');
  const shared = { terms: spans('terms'), halfTerms: spans('halfTerms') };
  if (years.length === 0) return schoolCalendar(school, [{ from, to, closures, ...shared }]);
  return schoolCalendar(
    school,
    years.map((year) => within(year, { from, to }, closures, shared)),
  );
}

/** Where a case needs no register, days are still counted: the school year of a day, closed on no weekday. */
export function plainYear(school: string, day: Day): SchoolCalendar {
  const { year, month } = partsOf(day);
  const september = month >= 9 ? year : year - 1;
  const [from, to] = [dayOf(september, 9, 1)!, dayOf(september + 1, 8, 31)!];
  return schoolCalendar(school, [{ from, to, terms: [], halfTerms: [], closures: [] }]);
}

/** A school year that begins before the case or ends after it is closed on the days outside. */
function within(
  year: NamedSpan,
  open: { readonly from: Day; readonly to: Day },
  closures: readonly Closure[],
  spans: Pick<SchoolYear, 'terms' | 'halfTerms'>,
): SchoolYear {
  const inYear = (each: { readonly from: Day; readonly to: Day }): boolean =>
    each.from <= year.to && each.to >= year.from;
  const outside: readonly Closure[] = [
    { from: year.from, to: addDays(open.from, -1), why: 'before the case' },
    { from: addDays(open.to, 1), to: year.to, why: 'after the case' },
  ];
  return {
    from: year.from,
    to: year.to,
    terms: spans.terms.filter(inYear),
    halfTerms: spans.halfTerms.filter(inYear),
    closures: [...closures, ...outside].filter((each) => each.from <= each.to && inYear(each)),
  };
}

function spanIn(row: Fields, place: string, problems: string[]): readonly NamedSpan[] {
  const from = dayIn(text(row['from']), `${place}.from`, problems);
  const to = dayIn(text(row['to']), `${place}.to`, problems);
  return from === undefined || to === undefined ? [] : [{ name: text(row['name'] ?? row['why']), from, to }];
}
