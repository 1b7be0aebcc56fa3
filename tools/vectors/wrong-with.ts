import type { CompiledPolicy } from '../../dsl/index.ts';
import type { Vector } from './vector.ts';
import { differences } from './difference.ts';
import { schools } from './schools.ts';
import { vectorCase } from './vector-case.ts';

/** What keeps a vector from passing, in words; empty where it passes. */
export function wrongWith(vector: Vector, policyOf: (id: string) => CompiledPolicy): readonly string[] {
  const words = schools[vector.school];
  if (!words) return [`no words for the school “${vector.school}”`];
  const question = words.questions[vector.ask.fn];
  if (!question) return [`no words for the question “${vector.ask.fn}”`];
  try {
    const answer = question(vectorCase(vector, words, policyOf(words.policy)));
    const guessed = vector.undetermined.filter((key) => answer[key] !== undefined);
    return [
      ...differences(vector.expected, answer),
      ...guessed.map((key) => `${key}: not determined, answered ${JSON.stringify(answer[key])}`),
    ];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}
