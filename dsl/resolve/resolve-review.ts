import type { Item, OutcomeDeclaration, Paper, ReviewDeclaration } from '../syntax/tree.ts';
import type { Condition, Review, ReviewOutcome } from './policy.ts';
import type { Context } from './resolve-rules.ts';
import type { Scope } from './scope.ts';
import { partyNames } from './parties.ts';
import { resolveCondition } from './resolve-condition.ts';
import { stretch } from './resolve-declarations.ts';
import { placeOf } from './scope.ts';
import { spaced } from './symbols.ts';

/** A review with its outcomes, in the stage or paper it stands in. */
export function resolveReview(scope: Scope, node: ReviewDeclaration, context: Context): Review {
  const name = node.name.name;
  const due = typeof node.due === 'object' ? stretch(scope, node.due) : node.due;
  if (typeof due === 'object' && due.kind !== 'after' && due.kind !== 'from') {
    scope.report('does-not-belong', node.span, ['this run of days', 'a review: say how long after what']);
  }
  return {
    name,
    title: node.title?.text ?? spaced(name),
    place: placeOf(scope, name, node.span, node.marks, context.place),
    of: 'review',
    stage: context.stage,
    paper: context.paper,
    due: typeof due === 'object' && due.kind !== 'after' && due.kind !== 'from' ? undefined : due,
    by: node.by ? partyNames(scope, node.by) : [],
    again: node.again,
    outcomes: outcomesIn(scope, node.body, name, context),
    events: ['held', 'agreed', 'missed'].map((done) => ({ name, done, words: `${spaced(name)} ${done}` })),
  };
}

/** A meeting whose outcomes are written in it is looked at like a review, on the day it is held. */
export function resolveMeeting(scope: Scope, node: Paper, context: Context): readonly Review[] {
  const name = node.name.name;
  const outcomes = outcomesIn(scope, node.body, name, context);
  if (outcomes.length === 0) return [];
  return [
    {
      name,
      title: node.title?.text ?? spaced(name),
      place: placeOf(scope, name, node.span, node.marks),
      of: 'meeting',
      stage: undefined,
      paper: name,
      due: undefined,
      by: [],
      again: false,
      outcomes,
      events: [{ name, done: 'held', words: `${spaced(name)} held` }],
    },
  ];
}

function outcomesIn(scope: Scope, items: readonly Item[], review: string, context: Context): readonly ReviewOutcome[] {
  return items
    .filter((item): item is OutcomeDeclaration => item.kind === 'outcome')
    .map((item) => ({
      name: item.name.name,
      title: item.title?.text ?? spaced(item.name.name),
      place: placeOf(scope, `${review}.${item.name.name}`, item.span, item.marks, context.place),
      condition: item.test && resolveCondition(scope, item.test),
      move: moveOf(item.body),
    }));
}

function moveOf(items: readonly Item[]): string | undefined {
  const move = items.find((item) => item.kind === 'move');
  if (move?.kind !== 'move') return undefined;
  return move.to ? `to ${move.to.name}` : move.move;
}

export function heldCondition(review: string): Condition {
  return { kind: 'reviewed', review, words: `${spaced(review)} held` };
}

export function outcomeCondition(review: string, node: OutcomeDeclaration, unopposed: boolean): Condition {
  const title = node.title?.text ?? spaced(node.name.name);
  return { kind: 'outcome', review, outcome: node.name.name, unopposed, words: `${spaced(review)}: ${title}` };
}
