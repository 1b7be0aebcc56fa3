import type { Found } from '../check/found.ts';
import type { CheckReport } from '../check/report.ts';
import type { DiffReport } from '../diff/diff-report.ts';
import { diffMarkdown } from '../diff/diff-markdown.ts';
import { folded, plainMarkdown, table } from '../diff/markdown.ts';
import { lawWords, titleWords } from '../formats/found-words.ts';
import { summaryLine } from '../formats/summary-line.ts';

/** What a summary tells of. */
export interface Told {
  readonly check: CheckReport;
  /** Undefined where there was nothing to compare with, and why. */
  readonly diff: DiffReport | undefined;
  readonly notCompared: string | undefined;
  /** The address of a line; undefined where there is none to lead to. */
  readonly link: ((file: string, line: number) => string) | undefined;
}

/**
 * The summary of a run: what the change means first, then what is wrong; whatever is only worth a look is folded away. At most
 * `limit` characters long: what does not fit is counted.
 */
export function summaryMarkdown(told: Told, limit: number): string {
  const head = `### Attendance policy\n\n${plainMarkdown(summaryLine(told.check))}.`;
  const wrong = [findings(told, 'error', 40), findings(told, 'error', 5)];
  const look = findings(told, 'warning', 40);
  for (const [errors, warnings] of [
    [wrong[0]!, look],
    [wrong[0]!, ''],
    [wrong[1]!, ''],
  ] as const) {
    const room = limit - [head, errors, warnings].join('\n\n').length - 20;
    if (room < 1000) continue;
    const means = told.diff ? diffMarkdown(told.diff, room).trimEnd() : (told.notCompared ?? '');
    return `${[head, means, errors, warnings].filter((each) => each !== '').join('\n\n')}\n`;
  }
  return `${head}\n`;
}

function findings({ check, link }: Told, weight: Found['weight'], most: number): string {
  const found = check.found.filter((each) => each.weight === weight && !each.known && !each.quiet);
  if (found.length === 0) return '';
  const rows = found.slice(0, most).map((each) => [where(each, link), plainMarkdown(titleWords(each)), what(each)]);
  const left = found.length - rows.length;
  const more = left === 0 ? '' : `\n\n… and ${left} more: \`att check\` shows all of it.`;
  const whole = `${table(['Where', 'Found', 'What'], rows)}${more}`;
  return weight === 'error' ? `#### What is wrong\n\n${whole}` : folded(`Worth a look: ${found.length}`, whole);
}

function where({ at }: Found, link: Told['link']): string {
  const words = plainMarkdown(`${at.file}:${at.start.line}`);
  return link ? `[${words}](${link(at.file, at.start.line)})` : words;
}

function what({ message, row }: Found): string {
  const law = row ? `<br>Law: ${plainMarkdown(lawWords(row))}` : '';
  return `${plainMarkdown(message)}${law}`;
}
