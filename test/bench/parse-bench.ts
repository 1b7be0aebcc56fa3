import { readFileSync } from 'node:fs';
import { Lexer } from 'chevrotain';
import { parse } from '../../dsl/syntax/parse.ts';
import { lexed } from '../../dsl/syntax/tokens.ts';
import type { Line } from './timing.ts';
import { ratio, row } from './timing.ts';

const name = 'widnes.att';
const policy = readFileSync(new URL(`../../policies/${name}`, import.meta.url), 'utf8');

/** Parsing a policy, tree and messages and all, against Chevrotain's bare lexing of the same text: a short one and a long one. */
export function parseBench(): readonly Line[] {
  const lexer = new Lexer([...lexed], { positionTracking: 'onlyOffset' });
  for (let time = 0; time < 300; time++) {
    parse({ name, text: policy });
    lexer.tokenize(policy);
  }
  return [150, 15_000].map((lines) => race(lexer, lines));
}

function race(lexer: Lexer, lines: number): Line {
  const text = textOf(lines);
  const times = Math.ceil(2_000_000 / text.length);
  const found = ratio(
    () => repeat(times, () => parse({ name, text })),
    () => repeat(times, () => lexer.tokenize(text)),
    40,
  );
  const note = `${name}, ${text.length} characters, ${times} times`;
  return row(`parsing ÷ Chevrotain’s lexing, ${lines} lines`, found, note, 3);
}

/** So many lines of the policy, which begins anew where it ends, less a statement that is cut off. */
function textOf(lines: number): string {
  const all = policy.trimEnd().split('\n');
  const found = Array.from({ length: lines }, (_, index) => all[index % all.length]!);
  return found.slice(0, found.lastIndexOf('}') + 1).join('\n');
}

function repeat(times: number, run: () => void): void {
  for (let time = 0; time < times; time++) run();
}
