import type { Condition, Place, Policy } from './policy.ts';
import type { SymbolKind } from './symbols.ts';

/** A clause that a layer below may name: a declaration, or a sentence by its id. */
export interface NamedClause {
  readonly policy: Policy;
  readonly sort: SymbolKind | 'sentence';
  /** As findings name it, without its layer: `call-parents`, `support-map.pa`. */
  readonly name: string;
  readonly place: Place;
  /** Whether the document leaves it not stated. */
  readonly stated: boolean;
}

/** Every clause of a policy itself that has a name or an id of its own. */
export function clausesOf(policy: Policy): readonly NamedClause[] {
  type Has = { readonly name: string; readonly place: Place };
  const of = (sort: NamedClause['sort'], things: readonly Has[]): readonly NamedClause[] =>
    things.map(({ name, place }) => ({ policy, sort, name, place, stated: true }));
  const inside = (sort: 'stage' | 'band', outer: string, things: readonly Has[]): readonly NamedClause[] =>
    of(sort, things).map((each) => ({ ...each, name: `${outer}.${each.name}` }));
  return [
    ...policy.rules.flatMap((rule) => of('sentence', [{ name: rule.id, place: rule.place }])),
    ...policy.thresholds.flatMap((each) =>
      of(each.kind, [each]).map((one) => ({ ...one, stated: says(each.condition) })),
    ),
    ...policy.times.flatMap((each) => of('time', [each]).map((one) => ({ ...one, stated: each.time !== undefined }))),
    ...policy.measures.flatMap((each) =>
      of('measure', [each]).map((one) => ({ ...one, stated: each.measure.kind !== 'not stated' })),
    ),
    ...of('role', policy.roles),
    ...of('judgement', policy.judgements),
    ...of('fact', policy.facts),
    ...of('period', policy.periods),
    ...of('service', policy.services),
    ...of('reward', policy.rewards),
    ...policy.papers.flatMap((each) => of(each.paper, [each])),
    ...policy.reviews.filter((each) => each.of === 'review').flatMap((each) => of('review', [each])),
    ...of('ladder', policy.ladders),
    ...policy.ladders.flatMap((each) => inside('stage', each.name, each.stages)),
    ...of('bands', policy.bands),
    ...policy.bands.flatMap((each) => inside('band', each.name, each.bands)),
  ];
}

/** The clause that a policy calls so: its own, or one of a layer above by `layer.name`. */
export function clauseNamed(layers: readonly Policy[], written: string): NamedClause | undefined {
  for (const policy of layers) {
    if (!written.startsWith(`${policy.id}.`)) continue;
    const name = written.slice(policy.id.length + 1);
    const found = clausesOf(policy).find((each) => each.name === name);
    if (found) return found;
  }
  return undefined;
}

function says(condition: Condition): boolean {
  return condition.kind !== 'not stated';
}
