import { heldAgainst } from '../../letters/held-against.ts';
import { ownOutlines } from '../../letters/outlines.generated.ts';
import type { Context } from '../context.ts';
import { readPolicyFiles } from '../policy-files.ts';
import { heldToBaseline } from './baseline.ts';
import { checkFiles } from './check-files.ts';
import { questionKey, readDaysAsked } from './days-asked.ts';
import type { CheckQuestion } from './days-asked.ts';
import { findAll } from './find-all.ts';
import type { FailLevel } from './found.ts';
import type { KeptOutcomes } from './kept-outcomes.ts';
import { diagnosticsOf, policiesOf } from './report.ts';
import type { CheckReport } from './report.ts';

/** Checks files, and holds what is found to a baseline where there is one. Throws CommandFailure where something cannot be read. */
export async function checkReport(
  context: Context,
  paths: readonly string[],
  options: {
    readonly asAt?: string | undefined;
    readonly failOn?: FailLevel | undefined;
    readonly baseline?: string | undefined;
    /** Whether every row is wanted (so it is where this is left out), or those alone that there is something to say of. */
    readonly rows?: CheckQuestion['rows'];
  },
  keptUnder: (question: string) => KeptOutcomes | undefined = () => undefined,
): Promise<CheckReport> {
  const files = readPolicyFiles(context, paths);
  const question: CheckQuestion = { days: readDaysAsked(options.asAt), rows: options.rows ?? 'all' };
  const checked = await checkFiles(files, question, keptUnder(questionKey(question)));
  const diagnostics = diagnosticsOf(files.asked, checked);
  const policies = policiesOf(files.asked, checked);
  const templates = heldAgainst(ownOutlines, new Map(checked.policies.flatMap(({ policy }) => policy.papers)));
  const all = findAll(checked, diagnostics, templates, policies);
  const asked = files.asked.map(({ name }) => name);
  const found =
    options.baseline === undefined
      ? all
      : heldToBaseline(all, { folder: context.folder, name: options.baseline, asked });
  return { files: files.asked, policies, diagnostics, templates, found, failOn: options.failOn ?? 'error' };
}
