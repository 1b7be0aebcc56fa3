import type { TokenType } from 'chevrotain';
import { allTokens } from '../tokens.ts';

/**
 * How rules choose where the grammar leaves a choice, by the rule and the choice: `or0`, `option2`, `many0`. Alternatives
 * are parted by `|`; each is the names of the token types it may begin with, a space around each. `*` is whatever comes.
 */
export type WrittenChoices = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The first alternative that may begin with a token, or −1; the alternatives whose bit is set in `shut` are left out. */
export function alternativeFor(token: TokenType, written: string, shut: number): number {
  const names = [token.name, ...token.CATEGORIES!.map(({ name }) => name), '*'].map((name) => ` ${name} `);
  let alternative = 0;
  for (const words of written.split('|')) {
    if ((shut & (1 << alternative)) === 0 && names.some((name) => words.includes(name))) return alternative;
    alternative++;
  }
  return -1;
}

/** By alternative, the types it may begin with, as Chevrotain hands them to messages. */
export function firstTokens(written: string): TokenType[][][] {
  return written.split('|').map((words) => {
    const names = words.split(' ').filter((name) => name !== '' && name !== '*');
    return names.map((name) => [typeNamed(name)]);
  });
}

function typeNamed(name: string): TokenType {
  const type = allTokens.find((each) => each.name === name);
  if (!type) throw new Error(`the grammar was written down with a token type ${name}: run npm run generate`);
  return type;
}
