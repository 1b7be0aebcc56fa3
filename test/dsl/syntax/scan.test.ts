import { expect, test } from 'vitest';
import { scan } from '../../../dsl/syntax/scan.ts';

/** `Type:image@start`, comments and characters that mean nothing after the tokens. */
function scanned(text: string): string {
  const { tokens, comments, unknown } = scan(text);
  const told = [...tokens, ...comments].map((token) => `${token.tokenType.name}:${token.image}@${token.startOffset}`);
  return [...told, ...unknown.map(({ start, end }) => `?${text.slice(start, end)}@${start}`)].join(' ');
}

test.each([
  ['nothing', '', ''],
  ['words and names', 'élan O’Brien a-b.c_d', 'Word:élan@0 Word:O’Brien@5 Word:a-b.c_d@13'],
  ['marks without space', '{(x),}', 'OpenBrace:{@0 OpenBracket:(@1 Word:x@2 CloseBracket:)@3 Comma:,@4 CloseBrace:}@5'],
  ['straight and curly texts', '"a b"“c”', 'Text:"a b"@0 Text:“c”@5'],
  ['a text that is not closed', '"a b\nc', 'UnclosedText:"a b@0 Word:c@5'],
  ['a date before a number', '4 May 2026 4 Mayor', 'Date:4 May 2026@0 Number:4@11 Word:Mayor@13'],
  ['an ISO date', '2026-05-04', 'Date:2026-05-04@0'],
  ['a month before a word', 'May 2026 May', 'Month:May 2026@0 Word:May@9'],
  ['times', '8:45 8.45am 8.45', 'Clock:8:45@0 Clock:8.45am@5 Number:8.45@12'],
  ['amounts', '9.5 per cent £60', 'Percent:9.5 per cent@0 Money:£60@13'],
  ['spaces of every kind', '\ufeffa\u00a0b\u2007c\u202fd\r\n\te', 'Word:a@1 Word:b@3 Word:c@5 Word:d@7 Word:e@11'],
  ['a comment, apart', 'a // b\nc', 'Word:a@0 Word:c@7 Comment:// b@2'],
  ['characters that mean nothing, those side by side together', 'a ;; # b ^', 'Word:a@0 Word:b@7 ?;;@2 ?#@5 ?^@9'],
])('scans %s', (_, text, expected) => {
  expect(scanned(text)).toBe(expected);
});
