import { policyJudgements } from '../../dsl/index.ts';
import { formatIsoDay } from '../../register/day.ts';
import type { Action } from './action.ts';
import type { Answer } from './answer.ts';
import { notUnderstood } from './answers/help.ts';
import { refused } from './answers/refused.ts';
import type { Asking } from './asking.ts';
import { foldedWords } from './fold.ts';
import type { Asked } from './question.ts';
import { judgementNamed } from './which-judgement.ts';
import { papersNamed } from './which-paper.ts';

/** A question about one pupil, or about the one last asked about. */
export type OfPupil = Extract<
  Asked,
  { kind: 'stage' | 'why' | 'what next' | 'attendance' | 'letter' | 'named' | 'bare' }
>;

/** What is to be done about the pupil, once they are found. */
export type Deed =
  | { readonly kind: 'stage' | 'why' | 'what next' | 'attendance' }
  | { readonly kind: 'letter'; readonly paper: string }
  | { readonly kind: 'judgement'; readonly name: string; readonly holds: boolean };

export type Meaning =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | {
      readonly kind: 'deed';
      readonly deed: Deed;
      readonly who: string | undefined;
      /** The same once more, of the pupil chosen: without a name in it. */
      readonly again: (pupil: string, because: string | undefined) => Action;
    };

/** Reads a question in the light of the school’s policy: its letters and judgements have the names that the policy gives. */
export function meaningOf(asking: Asking, asked: OfPupil, question: string): Meaning {
  const asAt = formatIsoDay(asking.asAt);
  const askAgain =
    (form: string) =>
    (about: string): Action => ({ kind: 'ask', question: form, about, asAt });
  switch (asked.kind) {
    case 'stage':
    case 'why':
    case 'what next':
    case 'attendance':
      return { kind: 'deed', deed: { kind: asked.kind }, who: asked.who, again: askAgain(asked.kind) };
    case 'bare':
      return { kind: 'deed', deed: { kind: 'stage' }, who: asked.words, again: askAgain('stage') };
    case 'letter':
      return letterMeant(asking, asked.paper, asked.who);
    case 'named': {
      const judged = judgementNamed(policyJudgements(asking.policy.policy), asked.words);
      if (judged?.kind === 'judgement') {
        const { name, holds } = judged;
        return {
          kind: 'deed',
          deed: { kind: 'judgement', name, holds },
          who: asked.who,
          again: (pupil, because) => ({
            kind: 'record judgement',
            pupil,
            judgement: name,
            holds,
            asAt,
            ...(because === undefined ? {} : { note: because }),
          }),
        };
      }
      if (judged) {
        const form = `“${judged.id} yes for …” or “${judged.id} no for …”`;
        return { kind: 'answer', answer: refused({ reason: `Yes or no? ${judged.title}`, cure: `Write ${form}.` }) };
      }
      if (papersNamed(asking.policy.policy, asked.words).length > 0) return letterMeant(asking, asked.words, asked.who);
      return { kind: 'answer', answer: notUnderstood(question) };
    }
  }
}

/** “letter” and then a name without “for” reads as a paper; where the policy has none such, it is the name. */
function letterMeant(asking: Asking, words: string, who: string | undefined): Meaning {
  const asAt = formatIsoDay(asking.asAt);
  const isName = who === undefined && words !== '' && papersNamed(asking.policy.policy, words).length === 0;
  const [paper, name] = isName && foldedWords(words).length > 0 ? ['', words] : [words, who];
  return {
    kind: 'deed',
    deed: { kind: 'letter', paper },
    who: name,
    again: (about, because) => {
      const reason = because === undefined ? '' : ` because ${because}`;
      return { kind: 'ask', question: `letter ${paper}${reason}`, about, asAt };
    },
  };
}
