import type { AttendanceCode, StatisticalMeaning } from '../../register/attendance-code.ts';
import type { Day } from '../../register/day.ts';
import { formatDay, formatIsoDay, partsOf } from '../../register/day.ts';
import type { NamedSpan, SchoolCalendar } from '../../register/school-calendar.ts';
import type { Witness, WitnessCase } from './comparison.ts';
import type { Difference } from './difference.ts';
import type { Laid } from './lay-out.ts';
import { layOut } from './lay-out.ts';

/** A difference as a pupil’s case, and in words. */
export function witnessOf(
  difference: Difference,
  codes: readonly AttendanceCode[],
  policy: string | undefined,
): Witness {
  const { lie, sessions, given } = difference;
  const laid = layOut(difference, codes);
  const words = wordsOf(difference, laid, codes);
  const untold = given.some(
    ({ given: { told }, holds }) => told === undefined || (told === 'by being logged' && holds),
  );
  const logged = difference.scheme.reaches.some(({ kind }) => kind === 'logged');
  const told = untold || logged ? null : caseOf(difference, laid, words, policy);
  return { words, sessions, asAt: lie.asAt, case: told };
}

function caseOf(
  { lie: { calendar, asAt }, given }: Difference,
  laid: readonly Laid[],
  words: string,
  policy: string | undefined,
): WitnessCase {
  const { years } = calendar;
  const first = laid[0] === undefined ? asAt : dayOf(calendar, laid[0]);
  const facts = (kind: 'fact' | 'school fact'): Record<string, boolean> =>
    Object.fromEntries(
      given.flatMap(({ given: { told }, holds }) =>
        isTold(told) && told.kind === kind ? [[told.name, holds] as const] : [],
      ),
    );
  return {
    id: words,
    school: policy ?? '',
    ...(policy !== undefined && { policy }),
    calendar: {
      start: formatIsoDay(years[0]!.from),
      end: formatIsoDay(years.at(-1)!.to),
      closures: years.flatMap(({ closures }) =>
        closures.map(({ from, to, why }) => ({ from: formatIsoDay(from), to: formatIsoDay(to), why })),
      ),
      terms: years.flatMap(({ terms }) => terms.map(dates)),
      halfTerms: years.flatMap(({ halfTerms }) => halfTerms.map(dates)),
      years: years.map(({ from, to }) => dates({ name: `${partsOf(from).year} to ${partsOf(to).year}`, from, to })),
    },
    pupil: { onRollFrom: formatIsoDay(first), ...facts('fact') },
    schoolFacts: facts('school fact'),
    marks: marksOf(calendar, laid),
    events: given.flatMap(({ given: { told }, holds }) =>
      isTold(told) && told.kind === 'judgement'
        ? [{ type: 'judgement' as const, name: told.name, holds, at: formatIsoDay(asAt) }]
        : [],
    ),
    asOf: formatIsoDay(asAt),
  };
}

type Told = Difference['given'][number]['given']['told'];

function isTold(told: Told): told is Exclude<Told, string | undefined> {
  return typeof told === 'object';
}

function dates({ name, from, to }: NamedSpan): { readonly name: string; readonly from: string; readonly to: string } {
  return { name, from: formatIsoDay(from), to: formatIsoDay(to) };
}

function dayOf({ schoolDays }: SchoolCalendar, { at }: Pick<Laid, 'at'>): Day {
  return schoolDays[at >> 1]!;
}

/** School days one after another that are marked alike are one row. */
function marksOf(calendar: SchoolCalendar, laid: readonly Laid[]): WitnessCase['marks'] {
  const rows: { from: string; to: string; am: string; pm: string }[] = [];
  for (let index = 0; index < laid.length; index += 2) {
    const [morning, afternoon] = [laid[index]!, laid[index + 1]!];
    const day = formatIsoDay(dayOf(calendar, morning));
    const last = rows.at(-1);
    if (last?.am === morning.code && last.pm === afternoon.code) last.to = day;
    else rows.push({ from: day, to: day, am: morning.code, pm: afternoon.code });
  }
  return rows;
}

function wordsOf(
  { lie: { calendar, asAt }, given }: Difference,
  laid: readonly Laid[],
  codes: readonly AttendanceCode[],
): string {
  const counted = laid.filter(({ cell }) => cell !== undefined);
  const groups = [...Map.groupBy(counted, ({ code }) => kindWords(code, codes))];
  const last = counted.at(-1);
  const marked = groups.map(([kind, each]) => groupWords(calendar, kind, each));
  const asked = last && dayOf(calendar, last) === asAt ? '' : `, as at ${formatDay(asAt)}`;
  const stand = given.map((each) => `“${each.given.words}” ${each.holds ? 'holds' : 'does not hold'}`);
  const beside = stand.length === 0 ? '' : `, of whom ${listed(stand)}`;
  return `a pupil with ${marked.length === 0 ? 'no mark that counts' : listed(marked)}${asked}${beside}`;
}

const meaningWords: Readonly<Record<StatisticalMeaning, string>> = {
  present: 'attended',
  'approved educational activity': 'of approved educational activity',
  'authorised absence': 'of authorised absence',
  'unauthorised absence': 'of unauthorised absence',
  'not a possible attendance': 'in which attendance was not possible',
  'not collected': 'outside the count',
};

function kindWords(letter: string, codes: readonly AttendanceCode[]): string {
  const entry = codes.find(({ code }) => code === letter);
  if (!entry) return `coded ${letter}`;
  const plain = entry.meaning === 'present' && !entry.late;
  return plain ? meaningWords.present : `${meaningWords[entry.meaning]} (${letter})`;
}

/** `11 sessions of unauthorised absence (O) between 9 September and 21 November 2024`, by stretch where there are several. */
function groupWords(calendar: SchoolCalendar, kind: string, each: readonly Laid[]): string {
  const number = `${each.length} ${each.length === 1 ? 'session' : 'sessions'} ${kind}`;
  const stretches = [...Map.groupBy(each, ({ cell }) => cell?.inside).values()];
  if (stretches.length === 1) return `${number} ${daysWords(calendar, each)}`;
  return `${number} (${listed(stretches.map((part) => `${part.length} ${daysWords(calendar, part)}`))})`;
}

function daysWords(calendar: SchoolCalendar, each: readonly Laid[]): string {
  const [first, last] = [dayOf(calendar, each[0]!), dayOf(calendar, each.at(-1)!)];
  if (first === last) return `on ${formatDay(first)}`;
  const sameYear = partsOf(first).year === partsOf(last).year;
  return `between ${sameYear ? formatDay(first).replace(/ \d+$/, '') : formatDay(first)} and ${formatDay(last)}`;
}

function listed(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}
