import type { Found } from '../check/found.ts';
import type { CheckReport } from '../check/report.ts';
import { countLines, fullWords, titleWords } from './found-words.ts';

/**
 * A check as commands of a GitHub workflow, each an annotation at its place. What the baseline holds is left out, and what is
 * only counted stands in one notice for each policy and day.
 */
export function printGitHub(report: CheckReport): string {
  const told = report.found.filter(({ known, quiet, kind }) => !quiet && (!known || kind === 'baseline'));
  const counts = countLines(report).map(({ file, words }) => command('notice', { title: 'standing', file }, words));
  return [...told.map(annotation), ...counts].map((line) => `${line}\n`).join('');
}

const commands = { error: 'error', warning: 'warning', information: 'notice' } as const;

function annotation(found: Found): string {
  const { file, start, end } = found.at;
  const place = { file, line: start.line, endLine: end.line, col: start.column, endColumn: end.column };
  return command(commands[found.weight], { title: titleWords(found), ...place }, fullWords(found));
}

/** A command to the runner, as a line without its end. */
export function command(name: string, properties: Readonly<Record<string, string | number>>, message: string): string {
  const given = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${name} ${given.join(',')}::${escapeData(message)}`;
}

/** The runner reads a command to the end of its line, and undoes these. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** In a property the characters that part properties are escaped too. */
function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
