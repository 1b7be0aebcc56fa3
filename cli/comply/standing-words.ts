import { formatDay, parseIsoDay } from '../../register/day.ts';
import type { Standing } from '../../dsl/index.ts';
import type { ShownRow } from '../standing-row.ts';

/** What each standing means, for whoever reads the table. */
export const standingMeanings: Readonly<Record<Standing, string>> = {
  meets: 'the policy does what is asked',
  breaches: 'the policy does less, or other, than is asked',
  'contradicts itself': 'one clause of the policy does what is asked, and another does not',
  silent: 'nothing was found that could be judged, or not enough of it: this is no pass',
  'local – cannot judge': 'the council’s code of conduct decides',
  'not applicable': 'nothing is asked of this policy, or not of this kind of school',
};

/** In the order in which a reader needs them. */
export const standingsGravestFirst: readonly Standing[] = [
  'breaches',
  'contradicts itself',
  'silent',
  'meets',
  'local – cannot judge',
  'not applicable',
];

/** `widnes line 146, “Punctuality”`; empty where no clause speaks. */
export function clauseWords({ clause }: ShownRow): string {
  if (clause === null) return '';
  const cited = clause.cite === null ? '' : `, “${clause.cite}”`;
  return `${clause.policy} line ${clause.line}${cited}`;
}

/** Whether somebody must still read the source: what is known of it was not read in the text itself. */
export function isDoubted({ confidence }: Pick<ShownRow, 'confidence'>): boolean {
  return confidence !== 'confirmed';
}

/** `from 19 August 2024`, `from 2007 to 18 August 2024`: a date known only in part is shown as it is known. */
export function datesWords({ inForce: { from, to } }: Pick<ShownRow, 'inForce'>): string {
  const start = from === 'not known' ? 'from a day not known' : `from ${dateWords(from)}`;
  return to === null ? start : `${start} to ${dateWords(to)}`;
}

/** Why the policy may depart from guidance; undefined where it does not say. */
export function departureWords({ departure }: ShownRow): string | undefined {
  if (!departure) return undefined;
  const { because, approvedBy, on, until, lapsed } = departure;
  const end = lapsed ? `lapsed after ${formatDay(until)}` : `until ${formatDay(until)}`;
  return `departs, because “${because}” (${approvedBy}, ${formatDay(on)}), ${end}`;
}

function dateWords(date: string): string {
  const day = parseIsoDay(date);
  return day === undefined ? date : formatDay(day);
}
