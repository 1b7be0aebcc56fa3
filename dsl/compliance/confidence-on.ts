import type { Regime } from '../rulebook/regime.ts';
import type { Provision } from '../rulebook/rulebook.ts';
import { confidenceWords } from './standing.ts';

/** How surely a provision is known on a day: guidance read in one edition may say something else in the edition that holds now. */
export function confidenceOn(
  { citation, confidence }: Pick<Provision, 'citation' | 'confidence'>,
  { period }: Pick<Regime, 'period'>,
): string {
  const words = confidenceWords(confidence);
  const now = period?.guidance;
  if (now === undefined || now.title !== citation.title || now.edition === citation.edition) return words;
  return `${words}; not read in the ${now.edition} edition`;
}
