import { didYouMean } from '../../dsl/index.ts';
import type { QuestionForm } from './answer.ts';
import { foldedWords } from './fold.ts';

const most = 4;
/** Words that stand in many forms, or in names, and tell nothing. */
const common = new Set(['for', 'is', 'at', 'the', 'an', 'do', 'what', 'who', 'amira', 'khan', '09', '10', '1', 'no']);

/** The forms that share most words, or nearly words, with what was typed; the first few where none does. */
export function nearestForms(typed: string, forms: readonly QuestionForm[]): readonly QuestionForm[] {
  const words = foldedWords(typed);
  const scored = forms
    .map((form) => ({ form, score: scoreOf(words, form) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score);
  return scored.length === 0 ? forms.slice(0, most) : scored.slice(0, most).map(({ form }) => form);
}

function scoreOf(words: readonly string[], { form }: QuestionForm): number {
  const telling = foldedWords(form).filter((word) => !common.has(word));
  return telling.filter((word) => words.some((typed) => alike(typed, word))).length / telling.length;
}

function alike(typed: string, word: string): boolean {
  if (typed === word || `${typed}s` === word || typed === `${word}s`) return true;
  return word.length >= 4 && didYouMean(typed, [word], 1).length === 1;
}
