import type { Source } from '../text/source.ts';
import { parse } from '../syntax/parse.ts';
import { alignColumns } from './columns.ts';
import { layOut } from './lay-out.ts';
import { printLine } from './line.ts';

/**
 * A policy laid out: two spaces to a level, one statement a line, at most one blank line between two, literals and
 * phrases in one spelling. The author's line breaks inside a statement stay, and so does a one-line body with one
 * statement in it. Columns that the author lined up in neighbouring statements of a kind stay lined up.
 *
 * No comment is lost, and the policy means what it meant. Statements that do not parse are left as they stand, and so
 * are the statements round a brace that has no partner; the rest is laid out. Formatting twice is formatting once. The
 * file's own line ends (LF or CRLF) are kept.
 */
export function formatPolicy(source: Source): string {
  const windows = source.text.includes('\r\n');
  const text = windows ? source.text.replaceAll('\r\n', '\n') : source.text;
  const lines = layOut(parse({ name: source.name, text }));
  alignColumns(lines);
  const formatted = lines.map((line) => `${printLine(line)}\n`).join('');
  return windows ? formatted.replaceAll('\n', '\r\n') : formatted;
}
