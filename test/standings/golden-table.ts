import type { Standing, StandingRow } from '../../dsl/index.ts';
import { standings } from '../../dsl/index.ts';

/** How one policy stands against one provision on each day that is looked at, and the reason in the document. */
export interface GoldenRow {
  readonly policy: string;
  /** By the heading of its column. `–`: not in force on that day; an empty cell is still to be written. */
  readonly on: Readonly<Record<DayColumn, Cell>>;
  /** The clause that decides on the last of the days on which the provision is in force: `widnes:registers`, or `–`. */
  readonly clause: string;
  readonly reason: string;
  readonly line: number;
}

export interface GoldenSection {
  readonly provision: string;
  readonly rows: readonly GoldenRow[];
}

export const dayColumns = ['own date', '2024-09-01', '2026-11-22'] as const;
export type DayColumn = (typeof dayColumns)[number];
export const notThere = '–';
export type Cell = Standing | typeof notThere | '';

const headings = ['policy', ...dayColumns, 'clause', 'reason'];

/** The sections of a file, and the text that stands before the first of them. A row that does not read throws, with its line. */
export function readGolden(text: string): { readonly preface: string; readonly sections: readonly GoldenSection[] } {
  const [preface = '', ...parts] = `\n${text}`.split(/^(?=## )/m);
  let line = preface.split('\n').length - 1;
  const sections = parts.map((part) => {
    const provision = /^## (\S+)/.exec(part)![1]!;
    const rows = part.split('\n').flatMap((written, index) => rowOf(written, line + index));
    line += part.split('\n').length - 1;
    return { provision, rows };
  });
  return { preface: preface.trim(), sections };
}

function rowOf(written: string, line: number): readonly GoldenRow[] {
  if (!written.startsWith('|') || /^[-| ]*$/.test(written) || written === heading) return [];
  const cells = written
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
  if (cells.length !== headings.length) throw new Error(`line ${line}: ${cells.length} cells, not ${headings.length}`);
  const [policy, own, first, last, clause, reason] = cells as [string, string, string, string, string, string];
  const on = { 'own date': cellOf(own, line), '2024-09-01': cellOf(first, line), '2026-11-22': cellOf(last, line) };
  return [{ policy, on, clause, reason, line }];
}

function cellOf(written: string, line: number): Cell {
  const cell = ([...standings, notThere, ''] as const).find((each) => each === written);
  if (cell === undefined) throw new Error(`line ${line}: “${written}” is no standing`);
  return cell;
}

const heading = `| ${headings.join(' | ')} |`;

export function writeGolden(preface: string, sections: readonly GoldenSection[]): string {
  const written = sections.map(({ provision, rows }) => {
    const lines = rows.map(
      ({ policy, on, clause, reason }) =>
        `| ${[policy, ...dayColumns.map((column) => on[column]), clause, reason].join(' | ')} |`,
    );
    return `## ${provision}\n\n${heading}\n|${'---|'.repeat(headings.length)}\n${lines.join('\n')}\n`;
  });
  return `${preface.trimEnd()}\n\n${written.join('\n')}`;
}

/** The clause that decides, as the tables write it. */
export function clauseCell(row: Pick<StandingRow, 'clause'>): string {
  return row.clause ? `${row.clause.policy}:${row.clause.id}` : notThere;
}
