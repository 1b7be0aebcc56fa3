import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { RulebookText } from '../dsl/rulebook/load-rulebook.ts';

/** The files of the rulebook, in the order in which its provisions are shown. */
export const rulebookFiles = [
  'england',
  'codes',
  'registers',
  'admission-and-returns',
  'leave',
  'policy-content',
  'absence',
  'penalty-notices',
  'improvement-and-court',
  'year-and-day',
].map((name) => `policies/statutory/${name}.yaml`);

export function readRulebookFiles(): readonly RulebookText[] {
  return rulebookFiles.map((name) => ({
    name,
    text: readFileSync(fileURLToPath(new URL(`../${name}`, import.meta.url)), 'utf8'),
  }));
}
