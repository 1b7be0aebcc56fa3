import type { ItemKind } from '../syntax/tree.ts';
import type { TokenType } from '../syntax/tokens.ts';
import type { Line, Piece } from './line.ts';
import * as t from '../syntax/tokens.ts';
import { phrase } from '../syntax/tokens.ts';

/**
 * Columns that an author lined up in statements of a kind that follow each other stay lined up, and are mended when one
 * of them grows. A column counts as lined up where at least half of the lines that would need padding have some; so
 * setting it up takes one save, and a stray double space in a longer table goes away.
 */
export function alignColumns(lines: readonly Line[]): void {
  const tables = Map.groupBy(
    lines.filter((line) => line.table !== undefined),
    (line) => line.table,
  );
  for (const rows of tables.values()) {
    if (rows.length < 2) continue;
    for (const column of columnOrder) align(rows, column);
  }
}

/** Gives the pieces of a statement's first line the names of the columns they begin. */
export function nameColumns(line: Line): void {
  const wanted = [...(columnsOf[line.kind!] ?? [])];
  let marksSeen = 0;
  let depth = 0;
  for (const [index, piece] of line.pieces.entries()) {
    if (piece.type === t.OpenBracket) depth++;
    if (piece.type === t.CloseBracket) depth--;
    if (index === 0 || depth > 0 || typeof piece.type === 'string') continue;
    if (marks.has(piece.type)) piece.column = `mark ${++marksSeen}`;
    else if (piece.type === t.OpenBrace) {
      piece.column = 'brace';
      return;
    } else if (marksSeen === 0) {
      const found = wanted.findIndex((column) => begins(column, piece, line.pieces[index - 1]!));
      if (found === -1) continue;
      piece.column = wanted[found]!;
      wanted.splice(0, found + 1);
    }
  }
}

type Column = 'title' | 'what' | 'is' | 'act' | 'timing' | 'guard';

const columnOrder = ['title', 'what', 'is', 'act', 'timing', 'guard', 'brace', 'mark 1', 'mark 2', 'mark 3', 'comment'];

const titled: readonly Column[] = ['title', 'what'];
const columnsOf: Partial<Record<ItemKind, readonly Column[]>> = {
  ...Object.fromEntries(
    ['role', 'time', 'judgement', 'fact', 'measure', 'threshold', 'group', 'period', 'ladder', 'stage'].map((kind) => [
      kind,
      titled,
    ]),
  ),
  paper: titled,
  service: titled,
  band: titled,
  reward: ['title', 'what', 'timing'],
  review: titled,
  outcome: ['title', 'guard'],
  'arriving row': ['is'],
  sentence: ['act', 'timing', 'guard'],
  marked: ['guard'],
  expect: ['timing'],
  suppose: ['timing'],
};

function begins(column: Column, piece: Piece, before: Piece): boolean {
  const type = piece.type as TokenType;
  switch (column) {
    case 'title':
      return type === t.Text;
    case 'act':
      return isStrength(before.type);
    default:
      return beginnings[column].has(type);
  }
}

function isStrength(type: Piece['type']): boolean {
  return typeof type !== 'string' && type.CATEGORIES?.includes(t.Strength) === true;
}

const typesOf = (names: string): ReadonlySet<TokenType> => new Set(names.split(' ').map((name) => phrase(name)));

const marks = typesOf('Cite Assumed Unclear');
const beginnings: Record<'what' | 'is' | 'timing' | 'guard', ReadonlySet<TokenType>> = {
  what: new Set([
    ...typesOf('Is By BySteps ByGroups About For From Below EnteredWhen Each Due NotStated AtMost AtLeast MoreThan'),
    ...typesOf('FewerThan Above Exactly'),
    t.ClockLiteral,
    t.Percent,
    t.NumberLiteral,
  ]),
  is: typesOf('Is'),
  timing: typesOf(
    'To With From For By About Before After Between On OnAbsenceDay OnTheSameSchoolDay ThatMorning Within NoLaterThan OnceEach Each AtMost',
  ),
  guard: typesOf('If Unless InEveryCase'),
};

/** Far more than its neighbours: such a line goes its own way, or it would push the column off the page. */
const outlier = 30;

function align(rows: readonly Line[], column: string): void {
  const cells = rows.flatMap((row) => {
    const index = row.pieces.findIndex((piece) => piece.column === column);
    if (index < 1) return [];
    const width = row.pieces.slice(0, index).reduce((sum, piece) => sum + piece.gap + piece.text.length, 0);
    const piece = row.pieces[index]!;
    return [{ piece, natural: width + piece.gap }];
  });
  cells.sort((a, b) => a.natural - b.natural);
  while (cells.length > 1 && cells.at(-1)!.natural - cells.at(-2)!.natural > outlier) cells.pop();
  const target = cells.at(-1)?.natural ?? 0;
  const short = cells.filter(({ natural }) => natural < target);
  const padded = short.filter(({ piece }) => piece.given > piece.gap);
  if (padded.length === 0 || padded.length * 2 < short.length) return;
  for (const { piece, natural } of short) piece.gap += target - natural;
}
