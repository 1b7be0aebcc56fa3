import { writeBaseline } from '../check/baseline.ts';
import { buildDigest } from '../check/build-digest.ts';
import { checkReport } from '../check/check-report.ts';
import { fails } from '../check/found.ts';
import { keptFolder } from '../check/kept-folder.ts';
import type { KeptOutcomes } from '../check/kept-outcomes.ts';
import { keptIn } from '../check/kept-outcomes.ts';
import type { CheckReport } from '../check/report.ts';
import { CommandFailure } from '../context.ts';
import type { Context, ExitCode } from '../context.ts';
import type { CheckFlags, CheckFormat } from '../flags.ts';
import { printGitHub } from '../formats/github.ts';
import { printGitLab } from '../formats/gitlab.ts';
import { printJsonReport } from '../formats/json.ts';
import { printJUnit } from '../formats/junit.ts';
import { printPretty } from '../formats/pretty.ts';
import { printSarif } from '../formats/sarif.ts';

/**
 * Says what is wrong with policies, and how each stands to the law: of the days asked about, or of its own first day and
 * today. Exit 1: something that weighs as much as `--fail-on` (a template of a letter that does not say what its policy
 * wants is an error; so is a breach of law or statutory guidance, except of today’s law alone), and is not in the baseline.
 */
export async function check(
  context: Context,
  paths: readonly string[],
  options: CheckFlags,
  keptUnder: (question: string) => KeptOutcomes | undefined = keptFor(context, options),
): Promise<ExitCode> {
  if (options.dryRun === true) throw new CommandFailure(2, '--dry-run is of --fix: att check --fix --dry-run');
  const { writeBaseline: baseline, format = 'pretty', ...flags } = options;
  const asked = baseline === undefined ? flags : { ...flags, baseline: undefined };
  const whole = wholeFormats.includes(format) || options.failOn === 'information';
  const report = await checkReport(context, paths, { ...asked, rows: whole ? 'all' : 'told' }, keptUnder);
  if (baseline !== undefined) {
    const written = writeBaseline(context.folder, baseline, report.found, report.failOn);
    context.out(`${baseline}: ${written} ${written === 1 ? 'finding' : 'findings'} written\n`);
    return 0;
  }
  print(context, format, report, options.baseline !== undefined);
  return report.found.some((each) => fails(each, report.failOn)) ? 1 : 0;
}

/** Formats that hold the whole table, what is only counted included. */
const wholeFormats: readonly CheckFormat[] = ['json', 'sarif', 'junit'];

/** What was kept of earlier checks, by the code that runs now. Nothing is where that is unwanted, or where Att runs from its sources. */
function keptFor({ environment }: Context, { fresh }: CheckFlags): (question: string) => KeptOutcomes | undefined {
  return (question) => {
    if (fresh === true || (environment['ATT_FRESH'] ?? '') !== '') return undefined;
    const folder = keptFolder(process.getBuiltinModule('node:module').getCompileCacheDir());
    const build = folder === undefined ? undefined : buildDigest(import.meta.url);
    return build === undefined ? undefined : keptIn(folder!, build, question);
  };
}

function print(context: Context, format: CheckFormat, report: CheckReport, held: boolean): void {
  switch (format) {
    case 'pretty':
      printPretty(context, report);
      return;
    case 'json':
      context.out(printJsonReport(report));
      return;
    case 'github':
      context.out(printGitHub(report));
      return;
    case 'sarif':
      context.out(printSarif(report, held));
      return;
    case 'junit':
      context.out(printJUnit(report));
      return;
    case 'gitlab':
      context.out(printGitLab(report));
  }
}
