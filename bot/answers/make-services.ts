import { codeTableOf, compilePolicy, england } from '../../dsl/index.ts';
import type { Policy } from '../../dsl/index.ts';
import type { SchoolDetails } from '../../letters/draft-fields.ts';
import { papersWanted } from '../../letters/papers-wanted.ts';
import { letterRenderer } from '../../letters/render-letter.ts';
import type { TemplateSources } from '../../letters/template-sources.ts';
import { ownTemplates } from '../../letters/templates.generated.ts';
import type { Day } from '../../register/day.ts';
import type { Store } from '../store/store.ts';
import type { Actor } from './actor.ts';
import type { Services } from './services.ts';

export interface ServiceParts {
  readonly store: Store;
  /** Policies without an error in them or in a layer above. */
  readonly policies: Iterable<Policy>;
  readonly schoolDetails?: ReadonlyMap<string, SchoolDetails>;
  /** Those who may ask. */
  readonly staff?: readonly Pick<Actor, 'id' | 'role'>[] | undefined;
  readonly asAt?: Day | undefined;
  /** The present instant (ISO 8601, UTC). */
  readonly now: () => string;
  /** Left out: the project’s own templates. */
  readonly templates?: TemplateSources;
}

/** Compiles the policies and makes the letters ready, once. */
export function makeServices({
  store,
  policies,
  schoolDetails,
  staff = [],
  asAt,
  now,
  templates,
}: ServiceParts): Services {
  const read = [...policies];
  return {
    store,
    policies: new Map(read.map((policy) => [policy.id, { policy, compiled: compilePolicy(policy) }])),
    codes: codeTableOf(england),
    letters: letterRenderer(templates ?? ownTemplates, papersWanted(read)),
    schoolDetails: schoolDetails ?? new Map(),
    roles: new Map(staff.map(({ id, role }) => [id, role])),
    asAt,
    now,
  };
}
