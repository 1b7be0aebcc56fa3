import { diffPolicies, england, readPolicies } from '../../dsl/index.ts';
import { CommandFailure, printJson } from '../context.ts';
import type { Context, ExitCode } from '../context.ts';
import { diffFails } from '../diff/diff-report.ts';
import type { DiffReport } from '../diff/diff-report.ts';
import { diffJson } from '../diff/diff-json.ts';
import { diffMarkdown } from '../diff/diff-markdown.ts';
import { printDiff } from '../diff/print-diff.ts';
import type { Versions } from '../diff/versions.ts';
import { readVersions } from '../diff/versions.ts';
import type { DiffFlags } from '../flags.ts';
import type { PolicyFiles } from '../policy-files.ts';
import { readDay, today } from '../read-day.ts';

/** Says what changed in meaning, and in standing, between two files or two revisions. Exit 1: as `--fail-on` says. */
export async function diff(context: Context, operands: readonly string[], options: DiffFlags): Promise<ExitCode> {
  const report = diffReport(readVersions(context, operands), readDay(options.asAt) ?? today());
  if (options.format === 'json') printJson(context, diffJson(report));
  else if (options.format === 'markdown') context.out(diffMarkdown(report));
  else printDiff(context, report);
  return diffFails(report, options.failOn ?? 'any') ? 1 : 0;
}

/** Compares two versions: of what was asked about, what is other than it was. */
export function diffReport({ was, is, names, pairs }: Versions, day: DiffReport['today']): DiffReport {
  const asked = new Set([...was.asked, ...is.asked]);
  const read = ({ asked: own, beside }: PolicyFiles) => readPolicies([...own, ...beside], { rulebook: england });
  const found = diffPolicies(read(was), read(is), {
    rulebook: england,
    today: day,
    pairs,
    asked: ({ source }) => asked.has(source),
  });
  if (found.length === 0) throw new CommandFailure(2, 'Neither version holds a policy.');
  return { names, today: day, compared: found.length, policies: found.filter(({ kind }) => kind !== 'same') };
}
