import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { checkFiles } from '../check/check-files.ts';
import { readDaysAsked } from '../check/days-asked.ts';
import type { CheckQuestion } from '../check/days-asked.ts';
import { diagnosticsOf, policiesOf } from '../check/report.ts';
import { complyCsv, complyJson } from '../comply/as-data.ts';
import { complyHtml } from '../comply/as-html.ts';
import { complyText } from '../comply/as-text.ts';
import { findPolicy } from '../comply/find-policy.ts';
import type { ComplyTable } from '../comply/table.ts';
import { CommandFailure, whyOf } from '../context.ts';
import type { Context, ExitCode } from '../context.ts';
import type { ComplyFlags } from '../flags.ts';
import { printDiagnostics } from '../print-diagnostics.ts';

/**
 * Shows one policy beside every provision in force on a day (today, where none is named). Exit 1: part of its text does not
 * read, so the table may not be whole. What it breaches fails nothing here: that is for the check.
 */
export async function comply(context: Context, named: string, flags: ComplyFlags): Promise<ExitCode> {
  const days = readDaysAsked(flags.asAt);
  if (days.kind === 'range')
    throw new CommandFailure(2, 'att comply shows one day; over a run of days: att check --as-at FROM..TO');
  const files = findPolicy(context, named);
  const day = days.kind === 'day' ? days.day : days.today;
  const question: CheckQuestion = { days: { kind: 'day', day }, rows: 'all' };
  const checked = await checkFiles(files, question, undefined);
  const errors = diagnosticsOf(files.asked, checked).filter(({ severity }) => severity === 'error');
  printDiagnostics({ out: context.err, colour: context.colour }, errors);
  const [policy] = policiesOf(files.asked, checked);
  const [judged] = policy?.judged ?? [];
  if (!policy || !judged)
    throw new CommandFailure(1, `${named} holds no policy that can be held beside the law of England.`);
  const text = written({ policy, ...judged }, flags, context);
  if (flags.out === undefined) context.out(text);
  else {
    write(context.folder, flags.out, text);
    context.out(`${flags.out} written\n`);
  }
  return errors.length > 0 ? 1 : 0;
}

function written(table: ComplyTable, { format = 'pretty', out }: ComplyFlags, context: Context): string {
  switch (format) {
    case 'pretty':
      return complyText(table, { colour: context.colour && out === undefined, width: widthOf(context) });
    case 'html':
      return complyHtml(table);
    case 'csv':
      return complyCsv(table);
    case 'json':
      return complyJson(table);
  }
}

/** As wide as the terminal, within what reads well. */
function widthOf({ columns = 100 }: Context): number {
  return Math.min(120, Math.max(80, columns));
}

function write(folder: string, file: string, text: string): void {
  try {
    writeFileSync(resolve(folder, file), text);
  } catch (error) {
    throw new CommandFailure(3, `cannot write ${file}: ${whyOf(error)}`, error);
  }
}
