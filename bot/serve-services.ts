import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { england, printDiagnostic, readPolicies } from '../dsl/index.ts';
import type { Source } from '../dsl/index.ts';
import { printProblem } from '../letters/letter-problem.ts';
import { makeServices, type ServiceParts } from './answers/make-services.ts';
import type { Services } from './answers/services.ts';
import { packageRoot } from './package-root.ts';

export interface ServicesOpened {
  readonly services: Services;
  /** What is wrong with a policy or a template, as text for a terminal; it is not used, and the rest is. */
  readonly problems: readonly string[];
}

/** Reads the policies of the package, compiles each once, and makes the templates ready. */
export async function openServices(parts: Omit<ServiceParts, 'policies' | 'templates'>): Promise<ServicesOpened> {
  const { policies, diagnostics } = readPolicies(await policySources(), { rulebook: england });
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

async function policySources(): Promise<readonly Source[]> {
  const folder = join(packageRoot(), 'policies');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.att')).sort();
  return Promise.all(names.map(async (name) => ({ name, text: await readFile(join(folder, name), 'utf8') })));
}
