import type { TextEdit } from '../../text/diagnostic.ts';
import type { Value } from '../../rulebook/rulebook.ts';
import type { Question } from '../subject.ts';
import type { ClauseToken } from './clause-tokens.ts';
import * as t from '../../syntax/tokens.ts';
import { clausesSaying, textSays } from '../reading/said-in.ts';
import { isPhrase } from './clause-tokens.ts';
import { edit } from './edit.ts';

/** What a paper’s own list of contents leaves out, added at its end in words that say it. */
export function listEdits(
  question: Question,
  { items }: Value & { readonly kind: 'list' },
  tokens: readonly ClauseToken[],
): readonly TextEdit[] {
  if (question.provision.relation !== 'includes' || !isPhrase(tokens[0], 'Includes')) return [];
  const last = tokens.findLast(({ type }) => type === t.Text);
  const lacking = items.filter(({ said }) => clausesSaying(question, said).length === 0);
  const words = lacking.map(({ name, said }) => wordsFor(name, said));
  if (!last || words.length === 0 || words.includes(undefined)) return [];
  return [edit(last.end, last.end, words.map((each) => `, "${each}"`).join(''))];
}

/** The item as the rulebook calls it, where those words say it; else the first way of saying it. */
function wordsFor(name: string, said: readonly string[]): string | undefined {
  const plain = said.map((each) => each.replaceAll('*', '').replaceAll(' + ', ' and '));
  return [name, ...plain].find((each) => textSays(each, said) && !each.includes('"'));
}
