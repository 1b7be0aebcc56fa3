import type { Item, LadderDeclaration, StageDeclaration } from '../syntax/tree.ts';
import type { Ladder, Rule, Stage } from './policy.ts';
import type { Scope } from './scope.ts';
import type { Context } from './resolve-rules.ts';
import { placeOf, titleOf } from './scope.ts';
import { resolveCondition, resolveNeed } from './resolve-condition.ts';
import { asOneMeasure } from './resolve-measure.ts';
import { movesIn } from './resolve-moves.ts';
import { topLevel } from './resolve-rules.ts';
import { checkAmount, checkUnit, unitOf } from './units.ts';

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
  const by = ladderBy(scope, node);
  const rules: Rule[] = [];
  const stages: Stage[] = [];
  for (const item of node.body) {
    if (item.kind === 'stage') {
      const context: Context = {
        of: 'pupil',
        blocks: [],
        stage: { ladder: name, stage: item.name.name },
        paper: undefined,
        gate,
        place: placeOf(scope, `${name}.${item.name.name}`, item.span, item.marks, place),
      };
      stages.push(resolveStage(scope, item, context, by));
      rules.push(...rulesIn(item.body, context));
    } else if (item.kind === 'broken') {
      rules.push(...rulesIn(item.body, { ...topLevel, gate, place }));
    }
  }
  return { ladder: { name, title: titleOf(scope, name), place, by, stages, gate, moves: [] }, rules };
}

function ladderBy(scope: Scope, node: LadderDeclaration): Ladder['by'] {
  if (node.by.kind !== 'measure') return node.by;
  return { kind: 'measure', measure: asOneMeasure(scope, node.by.measure) };
}

function resolveStage(scope: Scope, node: StageDeclaration, context: Context, by: Ladder['by']): Stage {
  checkUnit(scope, node.keptToEndOf, node.span, 'latch');
  const needs = node.body.flatMap((item) =>
    item.kind === 'detail' && item.word === 'needs' && item.test ? [resolveNeed(scope, item.test, item.guard)] : [],
  );
  return {
    name: node.name.name,
    title: node.title?.text ?? node.name.name.replaceAll('-', ' '),
    place: context.place!,
    entry: stageEntry(scope, node, by),
    keptToEndOf: node.keptToEndOf,
    needs,
    moves: movesIn(scope, node.body, context),
  };
}

/** By measure, stages are reached from or below an amount; by groups, for a test; by steps, when one comes to hold. */
function stageEntry(scope: Scope, node: StageDeclaration, by: Ladder['by']): Stage['entry'] {
  const { entry } = node;
  if (!entry) return undefined;
  const fits = { measure: ['from', 'below'], groups: ['for'], steps: ['when'] }[by.kind];
  if (!fits.includes(entry.kind)) {
    const written = entry.kind === 'when' ? 'entered when' : entry.kind;
    scope.report('does-not-belong', node.name.span, [`a stage with “${written}”`, `a ladder by ${by.kind}`]);
  }
  if (entry.kind === 'when' || entry.kind === 'for')
    return { kind: entry.kind, condition: resolveCondition(scope, entry.test) };
  const { numerator, denominator, unit } = entry.amount;
  if (by.kind === 'measure') checkAmount(scope, entry.amount, unitOf(by.measure));
  return { kind: entry.kind, value: { numerator, denominator: denominator * (unit === 'per cent' ? 100 : 1) } };
}
