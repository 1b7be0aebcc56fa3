import type { Item, LadderDeclaration, Move, StageDeclaration } from '../syntax/tree.ts';
import type { Condition, Ladder, Rule, Stage, StageMove } from './policy.ts';
import type { Scope } from './scope.ts';
import type { Context } from './resolve-rules.ts';
import { find, placeOf, titleOf } from './scope.ts';
import { resolveCondition, resolveGuard, resolveNeed } from './resolve-condition.ts';
import { resolveMeasure } from './resolve-measure.ts';
import { heldCondition, inBlock } from './resolve-rules.ts';

/** A ladder with its stages; the rules in its stages are handed to `rules`, with the gate they stand behind. */
export function resolveLadder(
  scope: Scope,
  node: LadderDeclaration,
  rulesIn: (items: readonly Item[], context: Context) => readonly Rule[],
): { readonly ladder: Ladder; readonly rules: readonly Rule[] } {
  const name = node.name.name;
  const place = placeOf(scope, name, node.span, node.marks);
  const gateItem = node.body.find((item) => item.kind === 'detail' && item.word === 'actions apply if');
  const gate = gateItem?.kind === 'detail' && gateItem.test ? resolveCondition(scope, gateItem.test) : undefined;
  const rules: Rule[] = [];
  const stages: Stage[] = [];
  for (const item of node.body) {
    if (item.kind === 'stage') {
      const context: Context = {
        blocks: [],
        stage: { ladder: name, stage: item.name.name },
        paper: undefined,
        gate,
        place: placeOf(scope, `${name}.${item.name.name}`, item.span, item.marks, place),
      };
      stages.push(resolveStage(scope, item, context));
      rules.push(...rulesIn(item.body, context));
    } else if (item.kind === 'broken') {
      rules.push(...rulesIn(item.body, { blocks: [], stage: undefined, paper: undefined, gate, place }));
    } else if (item !== gateItem && item.kind !== 'note') {
      scope.report('does-not-belong', item.span, [item.kind, 'a ladder']);
    }
  }
  const by =
    node.by.kind === 'measure'
      ? { kind: 'measure' as const, measure: resolveMeasure(scope, node.by.measure)[0]! }
      : node.by;
  return { ladder: { name, title: titleOf(scope, name), place, by, stages, gate }, rules };
}

function resolveStage(scope: Scope, node: StageDeclaration, context: Context): Stage {
  const needs = node.body.flatMap((item) =>
    item.kind === 'detail' && item.word === 'needs' && item.test ? [resolveNeed(scope, item.test, item.guard)] : [],
  );
  return {
    name: node.name.name,
    title: node.title?.text ?? node.name.name.replaceAll('-', ' '),
    place: context.place!,
    entry: stageEntry(scope, node),
    keptToEndOf: node.keptToEndOf,
    needs,
    moves: movesIn(scope, node.body, context, []),
  };
}

function stageEntry(scope: Scope, node: StageDeclaration): Stage['entry'] {
  const { entry } = node;
  if (!entry) return undefined;
  if (entry.kind === 'when' || entry.kind === 'for')
    return { kind: entry.kind, condition: resolveCondition(scope, entry.test) };
  const { numerator, denominator, unit } = entry.amount;
  if (unit === undefined)
    scope.report('needs-unit', entry.amount.span, [String(numerator / denominator), 'days absent, sessions or %']);
  const scale = unit === 'per cent' ? 100 : 1;
  return { kind: entry.kind, value: { numerator, denominator: denominator * scale } };
}

/** Moves in a stage, in its blocks and in the outcomes of its reviews. */
function movesIn(
  scope: Scope,
  items: readonly Item[],
  context: Context,
  when: readonly Condition[],
): readonly StageMove[] {
  return items.flatMap((item): readonly StageMove[] => {
    switch (item.kind) {
      case 'move':
        return [resolveMove(scope, item, context, when)];
      case 'when':
      case 'while':
      case 'where':
        return movesIn(scope, item.body, inBlock(scope, item, context), [...when, resolveCondition(scope, item.test)]);
      case 'outcome': {
        const condition = item.test ? [resolveCondition(scope, item.test)] : [];
        return movesIn(scope, item.body, context, [...when, ...condition]);
      }
      case 'review':
        return movesIn(scope, item.body, context, [...when, heldCondition(item.name.name)]);
      default:
        return [];
    }
  });
}

function resolveMove(scope: Scope, node: Move, context: Context, when: readonly Condition[]): StageMove {
  const guard = node.guard ? [resolveGuard(scope, node.guard)] : [];
  if (node.to) find(scope, { name: `${context.stage!.ladder}.${node.to.name}`, span: node.to.span }, 'stage');
  return {
    move: node.move,
    to: node.to?.name,
    when: [...when, ...guard],
    place: placeOf(scope, context.place?.id ?? 'move', node.span, node.marks, context.place),
  };
}
