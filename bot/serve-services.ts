import { printDiagnostic } from '../dsl/index.ts';
import { printProblem } from '../letters/letter-problem.ts';
import { makeServices, type ServiceParts } from './answers/make-services.ts';
import type { Services } from './answers/services.ts';
import { packagedPolicies } from './packaged-policies.ts';

export interface ServicesOpened {
  readonly services: Services;
  /** What is wrong with a policy or a template, as text for a terminal; it is not used, and the rest is. */
  readonly problems: readonly string[];
}

/** Reads the policies of the package, compiles each once, and makes the templates ready. */
export async function openServices(parts: Omit<ServiceParts, 'policies' | 'templates'>): Promise<ServicesOpened> {
  const { policies, diagnostics } = await packagedPolicies();
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
