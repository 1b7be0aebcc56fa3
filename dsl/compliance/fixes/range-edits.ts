import type { TextEdit } from '../../text/diagnostic.ts';
import type { Value } from '../../rulebook/rulebook.ts';
import type { ClauseToken } from './clause-tokens.ts';
import * as t from '../../syntax/tokens.ts';
import { isPhrase, unitNamed } from './clause-tokens.ts';
import { rewritten } from './edit.ts';

/** A length to be chosen, `from 2 to 8 calendar weeks`, brought within the range; one length to its nearer end. */
export function rangeEdits(
  { least, most }: Value & { readonly kind: 'range' },
  tokens: readonly ClauseToken[],
): readonly TextEdit[] {
  return tokens.flatMap((token, index) => {
    if (token.type !== t.NumberLiteral) return [];
    const to = isPhrase(tokens[index + 1], 'To') && tokens[index + 2]?.type === t.NumberLiteral;
    const unit = unitNamed(tokens[to ? index + 3 : index + 1]);
    if (unit !== least.unit) return [];
    const wanted = String(Math.min(Math.max(Number(token.text), least.number), most.number));
    return rewritten(token, token, wanted);
  });
}
