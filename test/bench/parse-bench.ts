import { readFileSync } from 'node:fs';
import { Lexer } from 'chevrotain';
import { parse } from '../../dsl/syntax/parse.ts';
import { lexed } from '../../dsl/syntax/tokens.ts';
import { ratio, row } from './timing.ts';

/** Parsing a policy, tree and messages and all, against Chevrotain's bare lexing of the same text. */
export function parseBench(): string {
  const name = new URL('../../policies/widnes.att', import.meta.url).pathname;
  const text = readFileSync(name, 'utf8');
  const lexer = new Lexer([...lexed], { positionTracking: 'onlyOffset' });
  const race = ratio(
    () => repeat(100, () => parse({ name, text })),
    () => repeat(100, () => lexer.tokenize(text)),
  );
  const lines = text.split('\n').length;
  return row('parsing ÷ Chevrotain’s lexing', race, `widnes.att, ${lines} lines, ${text.length} characters, 100 times`);
}

function repeat(times: number, run: () => void): void {
  for (let time = 0; time < times; time++) run();
}
