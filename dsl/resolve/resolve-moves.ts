import type { Item, Move } from '../syntax/tree.ts';
import type { Condition, StageMove } from './policy.ts';
import type { Context } from './resolve-rules.ts';
import type { Scope } from './scope.ts';
import { resolveCondition, resolveGuard } from './resolve-condition.ts';
import { outcomeCondition } from './resolve-review.ts';
import { inBlock, topLevel } from './resolve-rules.ts';
import { find, insidePaper, placeOf } from './scope.ts';

/** The moves of a stage: its own, those in its blocks, and those in the outcomes of its reviews. */
export function movesIn(scope: Scope, items: readonly Item[], context: Context): readonly StageMove[] {
  const { ladder } = context.stage!;
  return movesUnder(scope, items, context, [])
    .filter(({ node }) => node.ladder === undefined || node.ladder.name === ladder)
    .map((found) => resolveMove(scope, found, ladder));
}

/** Moves of a ladder that are written outside its stages, by ladder: `moves stages to stage-2` in the outcome of a meeting. */
export function movesOutside(scope: Scope, items: readonly Item[]): ReadonlyMap<string, readonly StageMove[]> {
  const found = new Map<string, StageMove[]>();
  const add = (own: Scope, inside: readonly Item[], context: Context, when: readonly Condition[]): void => {
    for (const move of movesUnder(own, inside, context, when)) {
      const ladder = move.node.ladder?.name;
      if (ladder === undefined || ladder === context.stage?.ladder) continue;
      if (!isOwnSteps(scope, move.node)) continue;
      found.set(ladder, [...(found.get(ladder) ?? []), resolveMove(own, move, ladder)]);
    }
  };
  for (const item of items) {
    if (item.kind === 'paper') {
      add(insidePaper(scope, item.name.name), item.body, { ...topLevel, paper: item.name.name }, []);
    } else if (item.kind === 'ladder') {
      for (const stage of item.body) {
        if (stage.kind !== 'stage') continue;
        const at = { ladder: item.name.name, stage: stage.name.name };
        const words = `${item.name.name} is ${stage.name.name}`;
        add(scope, stage.body, { ...topLevel, stage: at }, [{ kind: 'at stage', ...at, words }]);
      }
    } else if (item.kind === 'when' || item.kind === 'while' || item.kind === 'where') {
      add(scope, [item], topLevel, []);
    }
  }
  return found;
}

/** A move from outside goes by steps, on a ladder of the policy itself. */
function isOwnSteps(scope: Scope, { ladder, span }: Move): boolean {
  const found = find(scope, ladder!, 'ladder', (kind) => kind === 'ladder');
  if (found?.symbol.node.kind !== 'ladder') return false;
  const own = found.key === found.symbol.name;
  const steps = found.symbol.node.by.kind === 'steps';
  if (!own) scope.report('does-not-belong', span, ['a move', 'another policy than its ladder']);
  else if (!steps) scope.report('does-not-belong', span, ['a move', `a ladder by ${found.symbol.node.by.kind}`]);
  return own && steps;
}

interface FoundMove {
  readonly node: Move;
  readonly context: Context;
  readonly when: readonly Condition[];
}

function movesUnder(
  scope: Scope,
  items: readonly Item[],
  context: Context,
  when: readonly Condition[],
): readonly FoundMove[] {
  return items.flatMap((item): readonly FoundMove[] => {
    switch (item.kind) {
      case 'move':
        return [{ node: item, context, when }];
      case 'when':
      case 'while':
      case 'where':
        return holdsMove(item.body)
          ? movesUnder(scope, item.body, inBlock(scope, item, context), [...when, resolveCondition(scope, item.test)])
          : [];
      case 'outcome': {
        // `stays here` says that the review moves nobody; it holds nothing else back.
        const inside = item.body.filter((each) => each.kind !== 'move' || each.move !== 'stays');
        const review = context.review ?? context.paper;
        // An outcome of something whose head did not parse moves nobody.
        if (review === undefined) return [];
        const cameTo = outcomeCondition(review, item, true);
        return movesUnder(scope, inside, context, [...when, cameTo]);
      }
      case 'review':
        return movesUnder(scope, item.body, { ...context, review: item.name.name }, when);
      default:
        return [];
    }
  });
}

function holdsMove(items: readonly Item[]): boolean {
  return items.some((item) => item.kind === 'move' || ('body' in item && holdsMove(item.body)));
}

function resolveMove(scope: Scope, { node, context, when }: FoundMove, ladder: string): StageMove {
  const guard = node.guard ? [resolveGuard(scope, node.guard)] : [];
  if (node.to) find(scope, { name: `${ladder}.${node.to.name}`, span: node.to.span }, 'stage');
  return {
    move: node.move,
    to: node.to?.name,
    when: [...when, ...guard],
    place: placeOf(scope, context.place?.id ?? 'move', node.span, node.marks, context.place),
  };
}
