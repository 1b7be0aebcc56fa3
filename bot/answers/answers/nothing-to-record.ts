import type { PolicyEvent } from '../../../dsl/index.ts';
import type { NotUnderstoodAnswer } from '../answer.ts';
import { nearestEvents } from '../which-event.ts';
import { notUnderstood } from './help.ts';

/** Words that name nothing the policy knows: what comes nearest, or how to see what there is. */
export function nothingToRecord(events: readonly PolicyEvent[], words: string): NotUnderstoodAnswer {
  const nearest = nearestEvents(events, words).map(sayingOf);
  return notUnderstood('', {
    reason: 'The policy knows nothing of that name to record.',
    cure:
      nearest.length === 0
        ? 'Say what was done and of whom: “called Amira Khan’s parents today at 9.20”, “stage 1 letter sent for Amira Khan”.'
        : `Did you mean: ${nearest.join('; ')}?`,
  });
}

/** An event as one may type it. */
export function sayingOf({ kind, says, title }: PolicyEvent): string {
  return kind === 'judgement' ? `“${says[0] ?? title}” yes or no` : `“${says[0] ?? title}”`;
}
