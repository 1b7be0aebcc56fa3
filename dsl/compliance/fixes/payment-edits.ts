import type { TextEdit } from '../../text/diagnostic.ts';
import type { Value } from '../../rulebook/rulebook.ts';
import type { ClauseToken } from './clause-tokens.ts';
import { unitOfLaw } from '../unit-meaning.ts';
import * as t from '../../syntax/tokens.ts';
import { quantityWords } from '../value-words.ts';
import { isPhrase, unitNamed } from './clause-tokens.ts';
import { numberEdits, rewritten } from './edit.ts';

/** What is to be paid and within what time, step by step: the words that say from when stay as the policy has them. */
export function paymentEdits(
  { steps }: Value & { readonly kind: 'payment' },
  tokens: readonly ClauseToken[],
): readonly TextEdit[] {
  const found = tokens.flatMap((token, index) => {
    const [paid, number, unit] = [tokens[index + 1], tokens[index + 2], tokens[index + 3]];
    if (token.type !== t.Money || !isPhrase(paid, 'IfPaidWithin') || !number || !unit) return [];
    return [{ amount: token, number, unit, index }];
  });
  // A step more or less changes what the clause is: that is for a person.
  if (found.length !== steps.length) return [];
  return found.flatMap(({ amount, number, unit }, index) => {
    const step = steps[index]!;
    const stated = unitOfLaw(unitNamed(unit));
    return [
      ...rewritten(amount, amount, quantityWords(step.amount)),
      ...numberEdits(number, unit, stated, step.within).filter(({ text }) => text !== `${number.text} ${unit.text}`),
    ];
  });
}
