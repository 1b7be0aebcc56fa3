import type { IToken, TokenType } from 'chevrotain';
import * as t from '../tokens.ts';

/**
 * How a rule chooses where its grammar leaves a choice, by the choice's name: `or0`, `option2`, `many0`. Alternatives are
 * parted by `|`; each is the token types it may begin with, parted by spaces. `*` is whatever comes.
 */
export type WrittenChoices = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Chooses by the token that comes: of alternatives, the index of one; of what may be left out, whether it is there. */
export type Choose = (this: Reader, alternatives?: readonly Gated[]) => number | boolean | undefined;

interface Reader {
  LA_FAST(ahead: number): IToken;
}

interface Gated {
  readonly GATE?: () => boolean;
}

// Chevrotain's own numbers for what leaves a choice: it finds a rule's choices by them.
const kinds = { or: 1 << 8, option: 2 << 8, many: 3 << 8 };

/** A rule's choices, where Chevrotain looks for them. Each is made ready when it is first met. */
export function choicesOf(written: Readonly<Record<string, string>> | undefined): readonly Choose[] {
  const choices: Choose[] = [];
  for (const name in written) {
    const kind = name.slice(0, -1) as keyof typeof kinds;
    choices[kinds[kind] | Number(name.slice(-1))] = (kind === 'or' ? alternation : presence)(written[name]!);
  }
  return choices;
}

/** By alternative, the types it may begin with, as Chevrotain hands them to messages. */
export function firstTokens(written: string): TokenType[][][] {
  return namesIn(written).map((names) => names.filter((name) => name !== '*').map((name) => [typeNamed(name)]));
}

function alternation(written: string): Choose {
  const tables: Int8Array[] = [];
  return function (this: Reader, alternatives) {
    const shut = shutGates(alternatives!);
    const table = (tables[shut] ??= tableOf(written, shut));
    const found = table[this.LA_FAST(1).tokenTypeIdx]!;
    return found < 0 ? undefined : found;
  };
}

function presence(written: string): Choose {
  let table: Int8Array | undefined;
  return function (this: Reader) {
    table ??= tableOf(written, 0);
    return table[this.LA_FAST(1).tokenTypeIdx] === 0;
  };
}

/** A bit for each alternative whose gate is shut. */
function shutGates(alternatives: readonly Gated[]): number {
  let shut = 0;
  for (let index = 0; index < alternatives.length; index++) {
    const gate = alternatives[index]!.GATE;
    if (gate !== undefined && !gate()) shut |= 1 << index;
  }
  return shut;
}

/** By the index of a token's type, the first alternative that may begin with it, or −1. */
function tableOf(written: string, shut: number): Int8Array {
  const table = new Int8Array(countTypes()).fill(-1);
  for (const [alternative, names] of namesIn(written).entries()) {
    if (shut & (1 << alternative)) continue;
    for (const type of names.flatMap(typesOf)) if (table[type] === -1) table[type] = alternative;
  }
  return table;
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
