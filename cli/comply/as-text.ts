import { formatDay } from '../../register/day.ts';
import { weightOf } from '../../dsl/index.ts';
import type { ShownRow } from '../standing-row.ts';
import { byArea } from './areas.ts';
import { clauseWords, departureWords, isDoubted, standingMeanings, standingsGravestFirst } from './standing-words.ts';
import type { ComplyTable } from './table.ts';

interface Layout {
  readonly colour: boolean;
  /** Characters in a line. */
  readonly width: number;
}

/** The table for a terminal: by area, what is asked beside what the policy does, and at the end how many stand how. */
export function complyText(table: ComplyTable, layout: Layout): string {
  const { policy, day, rows, remarks, counts } = table;
  const idWidth = Math.max(...rows.map(({ provision }) => provision.length), 0);
  const bold = layout.colour ? (text: string): string => `\u001b[1m${text}\u001b[22m` : plain;
  const title = `${policy.title} (${policy.id}) beside the law and guidance of ${formatDay(day)}`;
  const areas = byArea(rows).flatMap((part) => [
    bold(part.area),
    ...part.rows.map((row) => rowText(row, idWidth, layout)),
    '',
  ]);
  const legend = standingsGravestFirst.flatMap((standing) =>
    counts[standing] === undefined
      ? []
      : wrap(standingMeanings[standing], layout.width - standingWidth - 6).map((line, index) =>
          index === 0
            ? `${standing.padEnd(standingWidth)} ${String(counts[standing]).padStart(3)}  ${line}`
            : ' '.repeat(standingWidth + 6) + line,
        ),
  );
  return [
    ...wrap(title, layout.width).map(bold),
    ...remarks.flatMap((each) => wrap(each, layout.width)),
    '',
    ...areas,
    ...legend,
    '',
  ].join('\n');
}

/** As long as the longest, `local – cannot judge`. */
const standingWidth = 20;

/** The standing and the provision; below its id why, the policy’s clause and the law, as far as each tells something. */
function rowText(row: ShownRow, idWidth: number, { colour, width }: Layout): string {
  const below = standingWidth + 2;
  const beside = below + idWidth + 2;
  const dim = colour ? (text: string): string => `\u001b[2m${text}\u001b[22m` : plain;
  const details = (text: string): readonly string[] =>
    text === '' ? [] : wrap(text, width - below).map((line) => ' '.repeat(below) + line);
  const [first = '', ...more] = wrap(row.provisionText, width - beside);
  const paint = colour ? colours[row.standing === 'meets' ? 'meets' : weightOf(row)] : plain;
  const wrong = row.standing === 'breaches' || row.standing === 'contradicts itself';
  const told = wrong || (row.standing === 'silent' && row.clause !== null);
  const doubt = isDoubted(row) ? `; ${row.confidence}` : '';
  const law = `${wrong ? `${row.value}: ` : ''}${row.citation} (${row.level}${doubt})`;
  const sources = [clauseWords(row), law].filter((each) => each !== '').join(' · ');
  return [
    `${paint(row.standing.padEnd(standingWidth))}  ${row.provision.padEnd(idWidth)}  ${first}`,
    ...more.map((line) => ' '.repeat(beside) + line),
    ...details(told ? row.why : ''),
    ...details(departureWords(row) ?? ''),
    ...details(sources).map(dim),
  ].join('\n');
}

/** Words in lines of so many characters; a word that is longer stands alone. */
function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

const plain = (text: string): string => text;
const colours = {
  error: (text: string) => `\u001b[31m${text}\u001b[39m`,
  warning: (text: string) => `\u001b[33m${text}\u001b[39m`,
  information: (text: string) => `\u001b[36m${text}\u001b[39m`,
  meets: (text: string) => `\u001b[32m${text}\u001b[39m`,
} as const;
