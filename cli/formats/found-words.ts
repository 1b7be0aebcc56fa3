import { catalogue, standings } from '../../dsl/index.ts';
import type { DiagnosticCode, Standing } from '../../dsl/index.ts';
import { formatDay } from '../../register/day.ts';
import type { Found } from '../check/found.ts';
import type { CheckReport } from '../check/report.ts';
import type { ShownRow } from '../standing-row.ts';

/** What was found, in the fewest words: `breaches REG-OPEN-30`, `error unknown-word`. */
export function titleWords({ kind, rule, weight, row }: Found): string {
  return kind === 'standing' ? `${row!.standing} ${rule}` : `${weight} ${rule}`;
}

/** All of it, a line for each part: what is so, the law with its strength and citation, and what puts it right. */
export function fullWords(found: Found): string {
  return [found.message, ...lawLines(found), ...witnessLines(found), ...departureLines(found), ...fixLines(found)].join(
    '\n',
  );
}

/** `at most 30 minutes: Working together … (statutory guidance; confirmed second-hand)`. */
export function lawWords({ value, citation, level, confidence }: ShownRow): string {
  return `${value}: ${citation} (${level}; ${confidence})`;
}

/** What puts a mistake in a policy’s text right, where no edit does. */
export function cureOf({ kind, rule }: Found): string {
  return kind === 'diagnostic' ? catalogue[rule as DiagnosticCode].cure : '';
}

/** One line for each policy and day: how many provisions stand how, and on which the policy is silent. */
export function countLines({ policies }: CheckReport): readonly CountLine[] {
  return policies.flatMap(({ title, id, source, judged }) =>
    judged.map(({ day, counts, silent }) => {
      const unsaid = silent.length === 0 ? '' : `; silent on ${silent.join(', ')}`;
      const words = `${title} (${id}) beside the law of ${formatDay(day)}: ${countWords(counts)}${unsaid}`;
      return { file: source.name, policy: id, words };
    }),
  );
}

export interface CountLine {
  readonly file: string;
  readonly policy: string;
  readonly words: string;
}

/** How many provisions stand how, in the order of the words. */
export function countWords(counts: Readonly<Partial<Record<Standing, number>>>): string {
  return standings.flatMap((each) => (counts[each] === undefined ? [] : [`${each} ${counts[each]}`])).join(' · ');
}

function lawLines({ row, asAt, by }: Found): readonly string[] {
  if (!row) return [];
  const day =
    by === 'today' ? ` This is the law of today, ${formatDay(asAt!)}, and not of the policy’s first day.` : '';
  return [`law: ${row.provision}, ${row.provisionText}: ${lawWords(row)}${day}`];
}

/** A pupil for whom the policy and the law part ways. */
function witnessLines({ row }: Found): readonly string[] {
  return row?.witness ? [`who: ${row.witness.words}`] : [];
}

function departureLines({ row }: Found): readonly string[] {
  if (!row?.departure) return [];
  const { because, approvedBy, on, until, lapsed } = row.departure;
  const end = lapsed ? `lapsed after ${formatDay(until)}` : `until ${formatDay(until)}`;
  return [`departure: ${because}; approved by ${approvedBy} on ${formatDay(on)}, ${end}`];
}

function fixLines(found: Found): readonly string[] {
  const titles = found.fixes.map(({ title }, index) => `${index + 1} ${title}`);
  const cure = cureOf(found);
  if (titles.length === 0 && cure === '') return [];
  return [`fix: ${titles.length > 0 ? titles.join('; ') : cure}`];
}
