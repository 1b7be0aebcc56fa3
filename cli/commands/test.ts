import { codeTableOf, england, readPolicies, runExamples } from '../../dsl/index.ts';
import { printJson } from '../context.ts';
import type { Context, ExitCode } from '../context.ts';
import { readPolicyFiles } from '../policy-files.ts';
import { diagnosticJson, printDiagnostics } from '../print-diagnostics.ts';

/** Runs the examples that stand in policies. Exit 1: one does not come out as it says, or a policy does not read. */
export async function test(context: Context, paths: readonly string[]): Promise<ExitCode> {
  const { asked, beside } = readPolicyFiles(context, paths);
  const set = readPolicies([...asked, ...beside], { rulebook: england });
  const errors = set.diagnostics.filter(({ source, severity }) => severity === 'error' && asked.includes(source));
  const codes = codeTableOf(england);
  const results = [...set.policies.values()]
    .filter(({ source }) => asked.includes(source))
    .flatMap((policy) => runExamples(policy, codes).map((result) => ({ policy: policy.id, ...result })));
  const failures = results.flatMap((result) => result.failures);
  const failed = results.filter((result) => result.failures.length > 0).length;
  if (context.format === 'json') {
    printJson(context, {
      kind: 'test',
      examples: results.map(({ policy, example, expected, failures: found }) => ({
        policy,
        example: example.title,
        expected,
        failures: found.map(diagnosticJson),
      })),
      diagnostics: errors.map(diagnosticJson),
    });
  } else {
    printDiagnostics(context, [...errors, ...failures]);
    const count = results.length === 1 ? '1 example' : `${results.length} examples`;
    context.out(`${count} run: ${failed === 0 ? 'all hold' : `${failed} ${failed === 1 ? 'does' : 'do'} not hold`}\n`);
  }
  return Promise.resolve(errors.length + failures.length > 0 ? 1 : 0);
}
