import type { NotFoundAnswer } from '../answer.ts';

/**
 * Nobody of that name, or nobody whom this person may ask about. One text for both, and it repeats nothing of what was
 * typed, so that the two cannot be told apart.
 */
export function notFound(): NotFoundAnswer {
  return {
    kind: 'not found',
    headline: 'No pupil of that name was found among those you may ask about.',
    facts: [],
    lines: ['Try the surname alone, or add the registration group: “stage for Khan in 5B”.'],
    context: [],
    offers: [],
  };
}
