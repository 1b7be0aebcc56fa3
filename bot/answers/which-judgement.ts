import { foldedWords } from './fold.ts';

export interface JudgementAsked {
  readonly id: string;
  readonly title: string;
}

export type JudgementMeant =
  | { readonly kind: 'judgement'; readonly name: string; readonly holds: boolean }
  /** The judgement is clear, the answer is not. */
  | { readonly kind: 'yes or no'; readonly id: string; readonly title: string };

const yes = new Set(['yes', 'y', 'true', 'holds']);
const no = new Set(['no', 'n', 'not', 'false', 'dont', 'doesnt']);
const fillers = new Set(['record', 'note', 'judge', 'that', 'are', 'is', 'parents', 'the']);

/** `engaged no`, `not engaged`, `record parents engaged: no`; undefined where the words name no judgement of the policy. */
export function judgementNamed(judgements: readonly JudgementAsked[], words: string): JudgementMeant | undefined {
  const all = foldedWords(words);
  const answers = all.filter((word) => yes.has(word) || no.has(word));
  const rest = all.filter((word) => !yes.has(word) && !no.has(word));
  const found = judgements.find(({ id, title }) =>
    [rest, rest.filter((word) => !fillers.has(word))].some((asked) => {
      const name = asked.join(' ');
      return name !== '' && (name === foldedWords(id).join(' ') || name === foldedWords(title).join(' '));
    }),
  );
  if (!found) return undefined;
  const [answer, ...others] = answers;
  if (answer === undefined || others.length > 0) return { kind: 'yes or no', id: found.id, title: found.title };
  return { kind: 'judgement', name: found.id, holds: yes.has(answer) };
}
