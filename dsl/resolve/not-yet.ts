import type { Item, PolicyFile } from '../syntax/tree.ts';
import type { Scope } from './scope.ts';
import { find } from './scope.ts';

/** What may have dates of its own: tests, what people do, and what stands against the law. */
const dated: ReadonlySet<Item['kind']> = new Set([
  ...(['header', 'threshold', 'group', 'sentence', 'when', 'while', 'where', 'paper', 'stage', 'broken'] as const),
  ...(['school day', 'half day', 'arriving row', 'fine', 'for schools', 'measure'] as const),
]);

/**
 * Tells what is read and not worked out, so that nothing is silently left aside; and names that `refines` and
 * `replaces` give without a layer that declares them.
 */
export function checkNotYet(scope: Scope, file: PolicyFile): void {
  const visit = (item: Item): void => {
    for (const mark of item.marks) {
      if (mark.kind === 'in force' && !dated.has(item.kind)) {
        scope.report('not-understood-yet', mark.span, [`a ${item.kind} with dates of its own`]);
      }
      if (mark.kind === 'refines' || mark.kind === 'replaces') find(scope, mark.name, 'clause');
    }
    if ('body' in item) item.body.forEach(visit);
  };
  file.items.forEach(visit);
}
