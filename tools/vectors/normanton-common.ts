import type { SchoolWords } from './school-words.ts';
import { events } from './events/normanton-common.ts';
import { normantonCommon as questions } from './questions/normanton-common.ts';

export const normantonCommon: SchoolWords = {
  policy: 'normanton-common',
  events,
  questions,
  // A child is of compulsory school age unless the vector says otherwise, or gives the date of birth that decides it.
  facts: (pupil) => ({
    'compulsory-school-age': pupil['csa'] !== false,
    'has-social-worker': Boolean(pupil['socialWorker']),
    'looked-after': pupil['inCare'] === true,
    send: flagged(pupil['flags'], 'send'),
    'medical-condition': flagged(pupil['flags'], 'medical'),
  }),
};

function flagged(flags: unknown, word: string): boolean {
  return Array.isArray(flags) && flags.some((flag) => String(flag).toLowerCase().includes(word));
}
