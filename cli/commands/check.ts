import type { ShownDiagnostic, Source } from '../../dsl/index.ts';
import { heldAgainst } from '../../letters/held-against.ts';
import { printProblem } from '../../letters/letter-problem.ts';
import { ownOutlines } from '../../letters/outlines.generated.ts';
import { buildDigest } from '../check/build-digest.ts';
import type { CheckedFiles } from '../check/check-files.ts';
import { checkFiles } from '../check/check-files.ts';
import { keptFolder } from '../check/kept-folder.ts';
import type { KeptOutcomes } from '../check/kept-outcomes.ts';
import { keptIn } from '../check/kept-outcomes.ts';
import { printJson } from '../context.ts';
import type { Context, ExitCode } from '../context.ts';
import type { CheckFlags } from '../flags.ts';
import { diagnosticJson, printDiagnostics } from '../print-diagnostics.ts';
import { readPolicyFiles } from '../policy-files.ts';
import { readDay } from '../read-day.ts';
import type { PolicyStanding } from '../standing-table.ts';
import { countWrong, printStandings, remarkWords, standingsJson } from '../standing-table.ts';

/**
 * Says what is wrong with policies, and how each stands to the law: of the day asked about, or of its own first day. Exit
 * 1: an error (a letter’s template that does not say what its policy wants is one), or a breach of law or statutory guidance. Silence is shown and does not fail.
 */
export async function check(
  context: Context,
  paths: readonly string[],
  options: CheckFlags,
  kept: KeptOutcomes | undefined = keptFor(context, options),
): Promise<ExitCode> {
  const day = readDay(options.asAt);
  const found = readPolicyFiles(context, paths);
  return tell(context, found.asked, await checkFiles(found, day, kept));
}

/** What was kept of earlier checks, by the code that runs now. Nothing is where that is unwanted, or where Att runs from its sources. */
function keptFor({ environment }: Context, { fresh, asAt }: CheckFlags): KeptOutcomes | undefined {
  if (fresh === true || (environment['ATT_FRESH'] ?? '') !== '') return undefined;
  const folder = keptFolder(process.getBuiltinModule('node:module').getCompileCacheDir());
  const build = folder === undefined ? undefined : buildDigest(import.meta.url);
  return build === undefined ? undefined : keptIn(folder!, build, asAt);
}

function tell(context: Context, asked: readonly Source[], checked: CheckedFiles): ExitCode {
  const policies = checked.policies.filter(({ source }) => asked.includes(source));
  const told = toldOf(asked, checked);
  const standings = standingsOf(policies, checked);
  const letters = heldAgainst(ownOutlines, new Map(checked.policies.flatMap(({ policy }) => policy.papers)));
  const errors = told.filter(({ severity }) => severity === 'error').length + letters.length;
  const breaches = countWrong(standings);
  if (context.format === 'json') {
    printJson(context, {
      kind: 'check',
      policies: policies.map(({ source, policy: { id, title } }) => ({ id, title, file: source.name })),
      diagnostics: told.map(diagnosticJson),
      templates: letters,
      standings: standingsJson(standings),
    });
  } else {
    printDiagnostics(context, told);
    for (const problem of letters) context.out(`error  ${printProblem(problem)}\n`);
    printStandings(context, standings);
    const words = [
      summary(asked.length, errors, told.length + letters.length - errors, breaches),
      ...remarkWords(standings),
    ];
    context.out(`${words.join(', ')}\n`);
  }
  return errors + breaches > 0 ? 1 : 0;
}

function toldOf(asked: readonly Source[], { files }: CheckedFiles): readonly ShownDiagnostic[] {
  const named = sourceNamed(files);
  return files
    .filter(({ source }) => asked.includes(source))
    .flatMap(({ source, outcome }) =>
      outcome.diagnostics.map(({ related, fixes, ...each }) => ({
        ...each,
        source,
        related: related.map(({ message, file, span }) => ({ message, source: named(file), span })),
        fixes: fixes.map((title) => ({ title })),
      })),
    );
}

function standingsOf(policies: CheckedFiles['policies'], { files }: CheckedFiles): readonly PolicyStanding[] {
  const named = sourceNamed(files);
  return policies.flatMap(({ policy }) => {
    if (!policy.standing) return [];
    const { day, rows, remarks } = policy.standing;
    const shown = rows.map(({ place, ...row }) => ({
      ...row,
      place: place && { source: named(place.file), span: place.span },
    }));
    return [{ policy, day, rows: shown, remarks }];
  });
}

function sourceNamed(files: CheckedFiles['files']): (name: string) => Source {
  const byName = new Map(files.map(({ source }) => [source.name, source]));
  return (name) => byName.get(name)!;
}

function summary(files: number, errors: number, others: number, breaches: number): string {
  const read = files === 1 ? '1 policy' : `${files} policies`;
  if (errors + others + breaches === 0) return `${read} checked: nothing wrong`;
  const parts = [
    ...(errors === 0 ? [] : [errors === 1 ? '1 error' : `${errors} errors`]),
    ...(breaches === 0 ? [] : [`${breaches} ${breaches === 1 ? 'breach' : 'breaches'} of law or statutory guidance`]),
    ...(others === 0 ? [] : [others === 1 ? '1 remark' : `${others} remarks`]),
  ];
  return `${read} checked: ${parts.join(', ')}`;
}
