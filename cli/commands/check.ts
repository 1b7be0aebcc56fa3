import { heldAgainst } from '../../letters/held-against.ts';
import { ownOutlines } from '../../letters/outlines.generated.ts';
import { heldToBaseline, writeBaseline } from '../check/baseline.ts';
import { buildDigest } from '../check/build-digest.ts';
import { checkFiles } from '../check/check-files.ts';
import type { DaysAsked } from '../check/days-asked.ts';
import { daysKey, readDaysAsked } from '../check/days-asked.ts';
import { findAll } from '../check/find-all.ts';
import { fails } from '../check/found.ts';
import { keptFolder } from '../check/kept-folder.ts';
import type { KeptOutcomes } from '../check/kept-outcomes.ts';
import { keptIn } from '../check/kept-outcomes.ts';
import { diagnosticsOf, policiesOf } from '../check/report.ts';
import type { CheckReport } from '../check/report.ts';
import type { Context, ExitCode } from '../context.ts';
import type { CheckFlags, CheckFormat } from '../flags.ts';
import { printGitHub } from '../formats/github.ts';
import { printGitLab } from '../formats/gitlab.ts';
import { printJsonReport } from '../formats/json.ts';
import { printJUnit } from '../formats/junit.ts';
import { printPretty } from '../formats/pretty.ts';
import { printSarif } from '../formats/sarif.ts';
import { readPolicyFiles } from '../policy-files.ts';

/**
 * Says what is wrong with policies, and how each stands to the law: of the days asked about, or of its own first day and
 * today. Exit 1: something that weighs as much as `--fail-on` (a template of a letter that does not say what its policy
 * wants is an error; so is a breach of law or statutory guidance, except of today’s law alone), and is not in the baseline.
 */
export async function check(
  context: Context,
  paths: readonly string[],
  options: CheckFlags,
  kept?: KeptOutcomes,
): Promise<ExitCode> {
  const days = readDaysAsked(options.asAt);
  const files = readPolicyFiles(context, paths);
  const checked = await checkFiles(files, days, kept ?? keptFor(context, options, days));
  const diagnostics = diagnosticsOf(files.asked, checked);
  const policies = policiesOf(files.asked, checked);
  const templates = heldAgainst(ownOutlines, new Map(checked.policies.flatMap(({ policy }) => policy.papers)));
  const all = findAll(checked, diagnostics, templates, policies);
  const failOn = options.failOn ?? 'error';
  if (options.writeBaseline !== undefined) {
    const written = writeBaseline(context.folder, options.writeBaseline, all, failOn);
    context.out(`${options.writeBaseline}: ${written} ${written === 1 ? 'finding' : 'findings'} written\n`);
    return 0;
  }
  const asked = files.asked.map(({ name }) => name);
  const found =
    options.baseline === undefined
      ? all
      : heldToBaseline(all, { folder: context.folder, name: options.baseline, asked });
  const report: CheckReport = { files: files.asked, policies, diagnostics, templates, found, failOn };
  print(context, options.format ?? 'pretty', report, options.baseline !== undefined);
  return found.some((each) => fails(each, failOn)) ? 1 : 0;
}

/** What was kept of earlier checks, by the code that runs now. Nothing is where that is unwanted, or where Att runs from its sources. */
function keptFor({ environment }: Context, { fresh }: CheckFlags, days: DaysAsked): KeptOutcomes | undefined {
  if (fresh === true || (environment['ATT_FRESH'] ?? '') !== '') return undefined;
  const folder = keptFolder(process.getBuiltinModule('node:module').getCompileCacheDir());
  const build = folder === undefined ? undefined : buildDigest(import.meta.url);
  return build === undefined ? undefined : keptIn(folder!, build, daysKey(days));
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
