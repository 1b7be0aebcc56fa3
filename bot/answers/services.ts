import type { CompiledPolicy, Policy } from '../../dsl/index.ts';
import type { SchoolDetails } from '../../letters/draft-fields.ts';
import type { LetterRenderer } from '../../letters/render-letter.ts';
import type { CodeTable } from '../../register/attendance-code.ts';
import type { Day } from '../../register/day.ts';
import type { Role } from './actor.ts';
import type { School, Store } from '../store/store.ts';

/** What answering needs, built once. */
export interface Services {
  readonly store: Store;
  /** By policy id. A policy with an error in it is not among them. */
  readonly policies: ReadonlyMap<string, SchoolPolicy>;
  readonly codes: CodeTable;
  readonly letters: LetterRenderer;
  /** How each school signs its letters, by school id. */
  readonly schoolDetails: ReadonlyMap<string, SchoolDetails>;
  /** The role of each member of staff, by id: what is told of whoever changed a record. */
  readonly roles: ReadonlyMap<string, Role>;
  /** The day answers are for where the question names none; undefined: the last day with marks. */
  readonly asAt: Day | undefined;
  /** The present instant (ISO 8601, UTC). */
  readonly now: () => string;
}

export interface SchoolPolicy {
  readonly policy: Policy;
  readonly compiled: CompiledPolicy;
}

/** The policy a school follows, or undefined where none of that id could be read. */
export function policyOf(services: Services, school: School): SchoolPolicy | undefined {
  return services.policies.get(school.policy);
}
