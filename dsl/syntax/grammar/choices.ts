import type { TokenType } from 'chevrotain';
import * as t from '../tokens.ts';

/**
 * How rules choose where the grammar leaves a choice, by the rule and the choice: `or0`, `option2`, `many0`. Alternatives
 * are parted by `|`; each is the token types it may begin with, parted by spaces. `*` is whatever comes.
 */
export type WrittenChoices = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** By the index of a token's type, the first alternative that may begin with it, or −1. */
export type ChoiceTable = Int8Array;

/** The table of a choice; the alternatives whose bit is set in `shut` are left out. */
export function tableOf(written: string, shut = 0): ChoiceTable {
  const table = new Int8Array(countTypes()).fill(-1);
  for (const [alternative, names] of namesIn(written).entries()) {
    if (shut & (1 << alternative)) continue;
    for (const type of names.flatMap(typesOf)) if (table[type] === -1) table[type] = alternative;
  }
  return table;
}

/** By alternative, the types it may begin with, as Chevrotain hands them to messages. */
export function firstTokens(written: string): TokenType[][][] {
  return namesIn(written).map((names) => names.filter((name) => name !== '*').map((name) => [typeNamed(name)]));
}

function namesIn(written: string): readonly string[][] {
  return written.split('|').map((alternative) => alternative.split(' '));
}

/** Indexes of the types that a name stands for: a type and, where it is a category, what belongs to it. */
function typesOf(name: string): readonly number[] {
  if (name === '*') return Array.from({ length: countTypes() }, (_, index) => index);
  const type = typeNamed(name);
  return [type.tokenTypeIdx!, ...(type.categoryMatches ?? [])];
}

let types: ReadonlyMap<string, TokenType> | undefined;
/** Chevrotain numbers the types when the parser is made. */
let typeCount: number | undefined;

function typeNamed(name: string): TokenType {
  types ??= new Map(t.allTokens.map((type) => [type.name, type]));
  const type = types.get(name);
  if (!type) throw new Error(`the grammar was written down with a token type ${name}: run npm run generate`);
  return type;
}

function countTypes(): number {
  typeCount ??= 1 + Math.max(...t.allTokens.map((type) => type.tokenTypeIdx!));
  return typeCount;
}
