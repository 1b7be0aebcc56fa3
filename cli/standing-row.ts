import { frame, headline, keyed, numbered, paints, placeAt, usualWidth, weightOf } from '../dsl/index.ts';
import type { PolicyClause, Severity, Source, Span, StandingRow } from '../dsl/index.ts';
import { formatDay, parseIsoDay } from '../register/day.ts';
import type { Context } from './context.ts';

/** A row, and of the place only where it stands. */
export type ShownRow = Omit<StandingRow, 'place'> & {
  readonly place: { readonly source: Source; readonly span: Span } | undefined;
};

/**
 * One provision for a terminal: what the policy says and does, in its own words and line with the very value marked; what
 * the law says, how binding and how surely known; who would be affected; and what would put it right.
 */
export function printStandingRow(
  { colour, columns }: Pick<Context, 'colour' | 'columns'>,
  row: ShownRow,
  weight: Severity = weightOf(row),
): string {
  const width = columns ?? usualWidth;
  const paint = paints(colour)[row.standing === 'meets' ? 'good' : weight];
  const marked = valueSpans(row);
  const told = toldPlace(row);
  const at = told && placeAt(told.source, told.span.start);
  const where = told && at ? `${told.source.name}:${at.line}:${at.column}` : undefined;
  const { text, here, notes } = saidOf(row);
  return [
    headline({ word: wordOf(row, weight), id: row.provision, text, where }, width, paint),
    ...(row.place ? framed(row, row.place, marked, width, paint) : []),
    ...(here === undefined ? [] : [keyed('here', here, width)]),
    ...row.beside.map((each) => keyed('also', besideWords(row, each), width)),
    ...notes.map((note) => keyed('note', note, width)),
    keyed('law', lawWords(row), width),
    ...(row.witness ? [keyed('who', row.witness.words, width)] : []),
    ...(row.departure ? [keyed('but', departureWords(row.departure), width)] : []),
    ...(row.fixes.length > 0 ? [keyed('fix', numbered(row.fixes.map(({ title }) => title)), width)] : []),
  ].join('\n');
}

/** Where a row is told: the value that is wrong, or the clause that decides; undefined where no clause speaks. */
export function toldPlace(row: ShownRow): ShownRow['place'] {
  return row.place && { source: row.place.source, span: valueSpans(row)[0] ?? row.place.span };
}

function wordOf({ standing, departure }: ShownRow, weight: Severity): string {
  if (departure && !departure.lapsed) return 'departure';
  return standing === 'breaches' || standing === 'contradicts itself' ? weight : standing;
}

interface Said {
  readonly text: string;
  /** What the clause in the frame says, where another says otherwise. */
  readonly here: string | undefined;
  readonly notes: readonly string[];
}

/** What is so, without its full stop; of two clauses that differ each has its own; what its writer assumed is a note. */
function saidOf({ why, standing }: ShownRow): Said {
  const [, said = why, doubt] =
    /^(.*?)(?: The (clause (?:rests on an assumption|is marked unclear): .*?)\.?)?$/s.exec(why) ?? [];
  const notes = doubt === undefined ? [] : [`the ${doubt}`];
  const here = standing === 'contradicts itself' ? said.split(' But elsewhere: ')[1] : undefined;
  if (here === undefined) return { text: plainEnd(said), here, notes };
  return { text: 'two clauses contradict each other, and one of them breaches this', here: plainEnd(here), notes };
}

function plainEnd(sentence: string): string {
  return sentence.replace(/\.$/, '');
}

/** The words that another value would stand in place of; the first fix has them. */
function valueSpans({ fixes, place }: ShownRow): readonly Span[] {
  const change = fixes.find(({ id }) => id === 'change-value');
  return (change?.edits ?? [])
    .filter(({ file, span }) => file === place?.source.name && within(span, place.span) && span.end > span.start)
    .map(({ span }) => span);
}

function within(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function framed(
  { fixes }: ShownRow,
  { source, span }: NonNullable<ShownRow['place']>,
  marked: readonly Span[],
  width: number,
  paint: (text: string) => string,
): readonly string[] {
  const edits = fixes.find(({ id }) => id === 'change-value')?.edits ?? [];
  const to = edits.find((each) => each.span === marked[0])?.text;
  const label = marked.length === 1 && to !== undefined && to !== '' ? `${to} would do` : '';
  return frame({ source, marked: marked.length > 0 ? marked : [span], label }, width, paint);
}

function besideWords(row: ShownRow, { clause, policyText, why }: ShownRow['beside'][number]): string {
  const repeats = row.why.startsWith(why) && row.standing !== 'contradicts itself';
  const says = repeats ? '' : plainEnd(why);
  if (policyText === null) return says;
  // What the policy itself notes of two clauses says all of it.
  if (why.startsWith('The policy notes')) return `${lineWords(row, clause)}${says}`;
  return `${lineWords(row, clause)}${short(policyText)}${says === '' ? '' : `: ${says}`}`;
}

/** Where a further clause stands: its line, and the policy where that is another. */
function lineWords(row: ShownRow, clause: PolicyClause | null): string {
  if (clause === null) return '';
  return clause.policy === row.clause?.policy ? `line ${clause.line}  ` : `${clause.policy} line ${clause.line}  `;
}

/** Long clauses are known by their beginning. */
function short(text: string): string {
  return text.length > 100 ? `${text.slice(0, 99).trimEnd()}…` : text;
}

/** `at most 30 minutes since 19 August 2024: Working together … (statutory guidance; confirmed second-hand)`. */
function lawWords({ value, citation, level, confidence, inForce: { from } }: ShownRow): string {
  const day = parseIsoDay(from);
  const since = from === 'not known' ? '' : ` since ${day === undefined ? from : formatDay(day)}`;
  return `${value}${since}: ${citation} (${level}; ${confidence})`;
}

function departureWords({
  because,
  approvedBy,
  on,
  until,
  lapsed,
  clause,
}: NonNullable<ShownRow['departure']>): string {
  const end = lapsed ? `, lapsed after ${formatDay(until)}` : `, until ${formatDay(until)}`;
  return `the school departs from it: “${because}”, approved by ${approvedBy} on ${formatDay(on)}${end} (line ${clause.line})`;
}
