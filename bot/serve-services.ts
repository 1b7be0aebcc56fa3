import { printDiagnostic } from '../dsl/index.ts';
import { printProblem } from '../letters/letter-problem.ts';
import { makeServices, type ServiceParts } from './answers/make-services.ts';
import type { Services } from './answers/services.ts';
import { packagedPolicies, policiesFollowed } from './packaged-policies.ts';

export interface ServicesOpened {
  readonly services: Services;
  /** What is wrong with a policy or a template, as text for a terminal; it is not used, and the rest is. */
  readonly problems: readonly string[];
}

/**
 * Reads the policies of the package, compiles each once, and makes the templates ready. What serves schools that may yet
 * be imported has them all; what answers once needs only those `followed` by the schools of the store.
 */
export async function openServices(
  parts: Omit<ServiceParts, 'policies' | 'templates'>,
  followed?: readonly string[],
): Promise<ServicesOpened> {
  const { policies, diagnostics } = await (followed ? policiesFollowed(followed) : packagedPolicies());
  const services = makeServices({ ...parts, policies: policies.values() });
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  return {
    services,
    problems: [
      ...errors.map((diagnostic) => printDiagnostic(diagnostic, { colour: false })),
      ...services.letters.problems.map(printProblem),
    ],
  };
}
