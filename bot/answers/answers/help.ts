import type { HelpAnswer, NotUnderstoodAnswer, QuestionForm } from '../answer.ts';
import { nearestForms } from '../nearest-forms.ts';

/** Every form of question, in the order of a working day. */
export const questionForms: readonly QuestionForm[] = [
  { form: 'stage for Amira Khan', says: 'which stage, since when, and how far to the next' },
  { form: 'why', says: 'of whom you last asked: the marks counted and the clause' },
  { form: 'what next for Amira Khan', says: 'what is due, and what would bring the next stage' },
  { form: 'attendance for Amira Khan', says: 'the school year so far' },
  {
    form: 'what if Amira Khan misses Thursday and Friday',
    says: 'what would change; also “… from 2 to 6 May with code O”, “… attends until half term”, “what if the three N become I”',
  },
  { form: 'threshold for Amira Khan', says: 'what counts towards each threshold, and when it leaves the window' },
  { form: 'notice for Amira Khan', says: 'whether a notice may be considered, by whom, and what must be shown first' },
  {
    form: 'stage for Amira Khan as known on 12 March',
    says: 'by the records as they stood that day, and what has changed since',
  },
  { form: 'letter stage 1 for Amira Khan', says: 'drafts a letter for you to read, edit and approve' },
  {
    form: 'called Amira Khan’s parents today at 9.20',
    says: 'records what was done: calls, visits, meetings, letters, leave',
  },
  { form: 'engaged no for Amira Khan', says: 'records a judgement that the policy asks for' },
  { form: 'undo', says: 'takes back what you recorded last; the log keeps both' },
  { form: 'log for Amira Khan', says: 'what was recorded' },
  { form: 'due today', says: 'what the school is to do, the most pressing first' },
  { form: 'what does the school owe', says: 'what is asked of the school itself: this week, this term, always' },
  { form: 'joined the forum on 8 October', says: 'records what the school itself did; “school log” shows it' },
  { form: 'who is at serious concerns', says: 'the pupils at a stage' },
  { form: 'letters due', says: 'the letters that are due, and what others wait for; “letters due in 5B”' },
  { form: 'returns due', says: 'returns and referrals to the authority that are owed' },
  { form: 'reviews due', says: 'reviews that are overdue, due and to come; “reviews due at stage 2”' },
  { form: 'band for Amira Khan', says: 'the band of attendance, where the policy has bands' },
  { form: 'rewards due', says: 'who has earned what' },
  { form: 'when do registers close', says: 'the times in the policy' },
  { form: 'mark for an arrival at 09:10', says: 'the code the policy gives' },
  { form: 'what are the stages', says: 'the stages of the policy' },
  { form: 'help', says: 'this list' },
];

export function helpAnswer(): HelpAnswer {
  return {
    kind: 'help',
    headline: 'Ask about a pupil, a stage or the policy. Add “on 28 March 2024” for another day.',
    facts: [],
    lines: questionForms.map(formLine),
    context: [
      'Answers show what the policy says of the register. People decide; nothing is sent to a parent from here.',
    ],
    offers: [],
    forms: questionForms,
  };
}

/** Something that cannot be read as a question; with a reason of its own, or with the forms nearest to it. */
export function notUnderstood(
  typed: string,
  why?: { readonly reason: string; readonly cure: string },
): NotUnderstoodAnswer {
  const nearest = why ? [] : nearestForms(typed, questionForms);
  return {
    kind: 'not understood',
    headline: why?.reason ?? 'That is not a question I can read. Did you mean one of these?',
    facts: [],
    lines: why ? [why.cure] : nearest.map(formLine),
    context: [],
    offers: [{ label: 'Help', action: { kind: 'ask', question: 'help' } }],
    nearest,
  };
}

function formLine({ form, says }: QuestionForm): string {
  return `“${form}”: ${says}`;
}
