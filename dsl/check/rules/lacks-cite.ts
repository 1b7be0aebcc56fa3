import type { CheckingRule } from '../rule.ts';
import { diagnostic } from '../../text/report.ts';

/**
 * lacks-cite: what decides about a pupil, or asks something of people, cites the place in the school's document that
 * says so. A policy that cites nothing at all rests on no document, and is left alone.
 */
export const lacksCite: CheckingRule = ({ policy }) => {
  const clauses = [
    ...policy.thresholds.map((each) => ({ what: `the ${each.kind} “${each.title}”`, place: each.place })),
    ...policy.ladders.flatMap((ladder) =>
      ladder.stages.map((stage) => ({ what: `the stage “${stage.title}”`, place: stage.place })),
    ),
    ...policy.bands.map((each) => ({ what: `the bands “${each.title}”`, place: each.place })),
    ...policy.rewards.map((each) => ({ what: `the reward “${each.title}”`, place: each.place })),
    ...policy.rules.map((each) => ({ what: `“${each.words}”`, place: each.place })),
  ];
  if (clauses.every(({ place }) => place.cite === undefined)) return [];
  return clauses
    .filter(({ place }) => place.cite === undefined)
    .map(({ what, place }) => diagnostic('lacks-cite', place.source, place.span, [what]));
};
