import { england, readPolicies } from '../../dsl/index.ts';
import { heldAgainst } from '../../letters/held-against.ts';
import { printProblem } from '../../letters/letter-problem.ts';
import { papersWanted } from '../../letters/papers-wanted.ts';
import { ownOutlines } from '../../letters/outlines.generated.ts';
import { printJson } from '../context.ts';
import type { Context, ExitCode } from '../context.ts';
import { diagnosticJson, printDiagnostics } from '../print-diagnostics.ts';
import { readPolicyFiles } from '../policy-files.ts';
import { readDay } from '../read-day.ts';
import { countWrong, printStandings, remarkWords, standingsJson, standingsOn } from '../standing-table.ts';

/**
 * Says what is wrong with policies, and how each stands to the law: of the day asked about, or of its own first day. Exit
 * 1: an error (a letter’s template that does not say what its policy wants is one), or a breach of law or statutory guidance. Silence is shown and does not fail.
 */
export async function check(
  context: Context,
  paths: readonly string[],
  options: { readonly asAt?: string },
): Promise<ExitCode> {
  const day = readDay(options.asAt);
  const { asked, beside } = readPolicyFiles(context, paths);
  const set = readPolicies([...asked, ...beside], {
    rulebook: england,
    templates: new Set(ownOutlines.map(({ paper }) => paper)),
    ...(day === undefined ? {} : { asAt: day }),
  });
  const letters = heldAgainst(ownOutlines, papersWanted(set.policies.values()));
  const told = set.diagnostics.filter(({ source }) => asked.includes(source));
  const errors = told.filter(({ severity }) => severity === 'error').length + letters.length;
  const policies = [...set.policies.values()].filter(({ source }) => asked.includes(source));
  const standings = standingsOn(policies, day, told);
  const breaches = countWrong(standings);
  if (context.format === 'json') {
    printJson(context, {
      kind: 'check',
      policies: policies.map(({ id, title, source }) => ({ id, title, file: source.name })),
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
  return Promise.resolve(errors + breaches > 0 ? 1 : 0);
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
