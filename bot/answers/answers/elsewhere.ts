import type { ElsewhereAnswer } from '../answer.ts';

/** Pupil detail was asked for where others may read it. Nothing was looked up. */
export function elsewhere(): ElsewhereAnswer {
  return {
    kind: 'elsewhere',
    headline: 'Answers about pupils are not shown here. Ask me in a direct message.',
    facts: [],
    lines: [],
    context: [],
    offers: [],
  };
}
