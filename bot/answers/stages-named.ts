import type { PolicyStage } from '../../dsl/index.ts';
import { foldedWords } from './fold.ts';

/** By id, by title, or by words of the title where they fit one alone. */
export function stagesNamed(stages: readonly PolicyStage[], words: string): readonly PolicyStage[] {
  const asked = foldedWords(words).join(' ');
  const exact = stages.filter(({ stage }) =>
    [stage.id, stage.title].some((name) => foldedWords(name).join(' ') === asked),
  );
  if (exact.length > 0 || asked === '') return exact;
  return stages.filter(({ stage }) => asked.split(' ').every((word) => foldedWords(stage.title).includes(word)));
}
