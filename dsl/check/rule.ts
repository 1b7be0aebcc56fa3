import type { Day } from '../../register/day.ts';
import type { Policy } from '../resolve/policy.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import type { Diagnostic } from '../text/diagnostic.ts';

/** What a checking rule is given. */
export interface RuleInput {
  readonly policy: Policy;
  readonly rulebook: Rulebook;
  readonly templates?: ReadonlySet<string>;
  readonly asAt?: Day;
}

/** A rule looks at a resolved policy and says what is wrong with it. */
export type CheckingRule = (input: RuleInput) => readonly Diagnostic[];
