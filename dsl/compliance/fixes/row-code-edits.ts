import type { TextEdit } from '../../text/diagnostic.ts';
import type { ClauseToken } from './clause-tokens.ts';
import * as t from '../../syntax/tokens.ts';
import { isPhrase } from './clause-tokens.ts';
import { edit, rewritten } from './edit.ts';

/** What a row enters, `marked C if …`, `arriving after 09:10 is O`, or words say: `"record code U"`. */
export function rowCodeEdits(code: string, tokens: readonly ClauseToken[]): readonly TextEdit[] {
  return tokens.flatMap((token, index) => {
    const enters = rowWords.some((word) => isPhrase(tokens[index - 1], word));
    if (enters && (token.type === t.Code || classes.some((each) => isPhrase(token, each))))
      return rewritten(token, token, code);
    if (token.type !== t.Text) return [];
    return [...token.text.matchAll(/(?<=\bcode )[A-Z]\d?\b/g)].flatMap((match) => {
      const start = token.start + match.index;
      return match[0] === code ? [] : [edit(start, start + match[0].length, code)];
    });
  });
}

const rowWords = ['Marked', 'MayMark', 'Is'];
const classes = ['Present', 'Late', 'Authorised', 'Unauthorised'];
