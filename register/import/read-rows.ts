import { parse } from 'csv-parse';
import { guessEncoding } from './guess-encoding.ts';

/** The bytes of a file: at once, or in pieces as they come. */
export type ByteSource = Uint8Array | Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

/**
 * A row of a file of separated values, numbered as a spreadsheet does. `unreadable`: this row alone. `broken`: nothing
 * from here on can be read, and nothing follows.
 */
export type CsvRow =
  | { readonly kind: 'cells'; readonly row: number; readonly cells: readonly string[] }
  | { readonly kind: 'unreadable'; readonly row: number; readonly found: string; readonly expected: string }
  | { readonly kind: 'broken'; readonly row: number | null; readonly found: string; readonly expected: string }
  /** The last row, cut off: the file does not end with the end of a line. */
  | { readonly kind: 'unfinished'; readonly row: number; readonly cells: readonly string[] };

/** The longest row, in characters: a wide register of five years has some 30,000. */
const longestRow = 1_000_000;
/** How much of the file the separator is told from. */
const headSize = 65_536;

/**
 * Reads a file piece by piece, in groups of rows, holding no more than one piece and one row. Bytes that are not UTF-8
 * leave U+FFFD in the cells of their row.
 * @param separatorOf told the first line, gives the character that separates its cells
 */
export async function* readRows(
  source: ByteSource,
  separatorOf: (firstLine: string) => string,
): AsyncGenerator<readonly CsvRow[]> {
  let reader: RowReader | undefined;
  let head: Uint8Array | undefined = new Uint8Array();
  let last = 0x0a;
  for await (const piece of piecesOf(source)) {
    if (piece.length === 0) continue;
    last = piece.at(-1)!;
    if (head) {
      head = joined(head, piece);
      if (head.length < headSize && !firstLineOf(head).ended) continue;
    }
    const problem = reader ? undefined : guessEncoding(head!);
    if (problem) {
      yield [{ kind: 'broken', row: null, ...problem }];
      return;
    }
    reader ??= rowReader(separatorOf(firstLineOf(head!).text));
    const rows = await reader.take(head ?? piece);
    head = undefined;
    yield rows;
    if (rows.at(-1)?.kind === 'broken') return;
  }
  if (head) {
    const problem = guessEncoding(head);
    if (problem) {
      yield [{ kind: 'broken', row: null, ...problem }];
      return;
    }
    reader = rowReader(separatorOf(firstLineOf(head).text));
    yield await reader.take(head);
  }
  const rest = await reader!.end();
  const final = rest.at(-1);
  const cutOff = last !== 0x0a && last !== 0x0d && final?.kind === 'cells';
  yield cutOff ? [...rest.slice(0, -1), { ...final, kind: 'unfinished' }] : rest;
}

interface RowReader {
  take(piece: Uint8Array): Promise<readonly CsvRow[]>;
  end(): Promise<readonly CsvRow[]>;
}

function rowReader(separator: string): RowReader {
  let rows: CsvRow[] = [];
  let row = 0;
  let broken = false;
  const parser = parse({
    delimiter: separator,
    bom: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    max_record_size: longestRow,
    skip_records_with_error: true,
    on_record: (cells: string[]) => {
      row += 1;
      if (!broken) rows.push({ kind: 'cells', row, cells });
      return null;
    },
    on_skip: (error) => {
      row += 1;
      if (broken || !error) return undefined;
      const fault = faultOf(error.code);
      broken = fault.kind === 'broken';
      rows.push({ ...fault, row });
      return undefined;
    },
  });
  parser.resume();
  const taken = (): readonly CsvRow[] => {
    const result = rows;
    rows = [];
    return result;
  };
  return {
    async take(piece) {
      await new Promise<void>((resolve, reject) => {
        parser.write(piece, (error) => {
          if (error) reject(error);
          else resolve();
        });
      });
      return taken();
    },
    async end() {
      await new Promise<void>((resolve, reject) => {
        parser.once('end', resolve).once('error', reject).end();
      });
      return taken();
    },
  };
}

type Fault = Pick<Extract<CsvRow, { kind: 'unreadable' | 'broken' }>, 'kind' | 'found' | 'expected'>;

/** A stray quotation mark spoils its row; one that is opened and not closed as it should be swallows what follows. */
function faultOf(code: string): Fault {
  if (code === 'INVALID_OPENING_QUOTE') {
    return {
      kind: 'unreadable',
      found: 'a quotation mark inside a cell',
      expected: 'a cell that holds a quotation mark to be in quotation marks itself, the mark inside written twice',
    };
  }
  if (code === 'CSV_MAX_RECORD_SIZE') {
    return {
      kind: 'broken',
      found: `a row of more than ${longestRow.toLocaleString('en-GB')} characters`,
      expected: 'rows of cells, each row on a line',
    };
  }
  return {
    kind: 'broken',
    found: 'a quotation mark that opens here and is not closed at the end of its cell',
    expected: 'every cell that begins with a quotation mark to end with one; export the file again',
  };
}

async function* piecesOf(source: ByteSource): AsyncGenerator<Uint8Array> {
  if (!(source instanceof Uint8Array)) {
    yield* source;
    return;
  }
  for (let start = 0; start < source.length; start += headSize) yield source.subarray(start, start + headSize);
}

function firstLineOf(head: Uint8Array): { readonly text: string; readonly ended: boolean } {
  const lines = new TextDecoder('utf-8').decode(head).split(/\r\n|\n|\r/);
  const index = lines.findIndex((line) => line.trim() !== '');
  return { text: lines[index] ?? '', ended: index !== -1 && index < lines.length - 1 };
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
