import type { Item, Mark, NameNode, PolicyFile } from '../syntax/tree.ts';
import type { Policy } from './policy.ts';
import type { Scope } from './scope.ts';
import { didYouMean } from '../text/did-you-mean.ts';
import { replaceFix } from '../text/report.ts';
import { clauseNamed, clausesOf } from './clauses.ts';
import { withLayers } from './layers.ts';
import { isDoubtful, known } from './scope.ts';

/** What may have dates of its own: tests, what people do, and what stands against the law. */
const dated: ReadonlySet<Item['kind']> = new Set([
  ...(['header', 'threshold', 'group', 'sentence', 'when', 'while', 'where', 'paper', 'stage', 'broken'] as const),
  ...(['school day', 'half day', 'arriving row', 'fine', 'for schools', 'measure'] as const),
]);

/**
 * Tells what is read and not worked out, so that nothing is silently left aside; and names that `refines` and
 * `replaces` give and no layer above declares.
 */
export function checkNotYet(scope: Scope, file: PolicyFile, under: readonly Policy[]): void {
  const above = [...new Set(under.flatMap(withLayers))];
  const visit = (item: Item): void => {
    for (const mark of item.marks) {
      if (mark.kind === 'in force' && !dated.has(item.kind)) {
        scope.report('not-understood-yet', mark.span, [`a ${item.kind} with dates of its own`]);
      }
      if (mark.kind === 'refines' || mark.kind === 'replaces') checkAbove(scope, item, mark, above);
    }
    if ('body' in item) item.body.forEach(visit);
  };
  file.items.forEach(visit);
}

type Above = Extract<Mark, { readonly name: NameNode }>;

/** A sentence by its id, or a declaration, of a layer above; said by something that has a name or an id of its own. */
function checkAbove(scope: Scope, item: Item, { kind, name, span }: Above, above: readonly Policy[]): void {
  const named = item.kind === 'sentence' || ('name' in item && item.kind !== 'header' && item.kind !== 'outcome');
  if (!named) scope.report('not-understood-yet', span, [`“${kind}” on what has no name of its own`]);
  if (clauseNamed(above, known(scope, name.name)?.key ?? name.name) || isDoubtful(scope, name.name)) return;
  const names = above.flatMap((policy) => clausesOf(policy).map((each) => `${policy.id}.${each.name}`));
  const near = didYouMean(name.name, names);
  const fixes = near.map((each) => replaceFix(`write “${each}”`, name.span, each));
  const hint = near.length > 0 ? `; did you mean “${near[0]}”?` : '';
  scope.report('unknown-name', name.span, [name.name, 'clause of a layer above', hint], { fixes });
}
