import { formatIsoDay } from '../../register/day.ts';
import type { Action } from './action.ts';
import type { Answer } from './answer.ts';
import { notUnderstood } from './answers/help.ts';
import type { Asking } from './asking.ts';
import { foldedWords } from './fold.ts';
import type { Asked } from './question.ts';
import { papersNamed } from './which-paper.ts';

/** A question about one pupil, or about the one last asked about. */
export type OfPupil = Extract<
  Asked,
  {
    kind:
      | 'stage'
      | 'why'
      | 'what next'
      | 'attendance'
      | 'band'
      | 'threshold'
      | 'notice'
      | 'what if'
      | 'log'
      | 'undo'
      | 'letter'
      | 'named'
      | 'bare';
  }
>;

/** What is to be done about the pupil, once they are found. */
export type Deed =
  | { readonly kind: 'stage' | 'why' | 'what next' | 'attendance' | 'band' | 'log' | 'undo' }
  | { readonly kind: 'threshold' | 'notice'; readonly which: string }
  | { readonly kind: 'what if'; readonly says: string }
  | { readonly kind: 'letter'; readonly paper: string };

export type Meaning =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | {
      readonly kind: 'deed';
      readonly deed: Deed;
      readonly who: string | undefined;
      /** The same once more, of the pupil chosen: without a name in it. */
      readonly again: (pupil: string, because: string | undefined) => Action;
    };

/** Reads a question in the light of the school’s policy: its letters have the names that the policy gives. */
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
    case 'band':
    case 'log':
    case 'undo':
      return { kind: 'deed', deed: { kind: asked.kind }, who: asked.who, again: askAgain(asked.kind) };
    case 'threshold':
    case 'notice': {
      const { kind, which, who } = asked;
      return { kind: 'deed', deed: { kind, which }, who, again: askAgain(`${kind} ${which}`.trim()) };
    }
    case 'what if': {
      const { says, who } = asked;
      return { kind: 'deed', deed: { kind: 'what if', says }, who, again: askAgain(`what if ${says}`) };
    }
    case 'bare':
      return { kind: 'deed', deed: { kind: 'stage' }, who: asked.words, again: askAgain('stage') };
    case 'letter':
      return letterMeant(asking, asked.paper, asked.who);
    case 'named': {
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
