import { policyPapers } from '../dsl/index.ts';
import type { Policy } from '../dsl/index.ts';
import type { IncludedItem } from './held-against.ts';

/** The papers of policies by their full names, and what each is to say. */
export type PapersWanted = ReadonlyMap<string, { readonly includes: readonly IncludedItem[] }>;

/** The papers of the policies and of the layers above them: what templates are held against. */
export function papersWanted(policies: Iterable<Policy>): PapersWanted {
  return new Map(
    [...policies].flatMap((policy) =>
      policyPapers(policy).map((paper) => [fullPaperName(policy, paper.id), paper] as const),
    ),
  );
}

/** A paper of a policy with the name of the policy that declares it: how templates know it. `widnes.stage-1-letter`. */
export function fullPaperName({ id }: Pick<Policy, 'id'>, paper: string): string {
  return paper.includes('.') ? paper : `${id}.${paper}`;
}
