import type { CheckingRule } from '../rule.ts';
import { diagnostic } from '../../text/report.ts';

/** reachable-stages: on a ladder by steps, every stage has a way in: a condition, or a move from another stage. */
export const reachableStages: CheckingRule = ({ policy }) =>
  policy.ladders.flatMap((ladder) => {
    if (ladder.by.kind !== 'steps') return [];
    const movedTo = new Set(ladder.stages.flatMap((stage) => stage.moves.map((move) => move.to)));
    return ladder.stages
      .filter((stage) => stage.entry === undefined && !movedTo.has(stage.name))
      .map((stage) =>
        diagnostic('unreachable-stage', stage.place.source, stage.place.span, [
          stage.title,
          'nothing says when it is entered',
        ]),
      );
  });
