import type { TokenType } from 'chevrotain';
import { allTokens } from '../tokens.ts';
import { writtenStarts } from './starts.generated.ts';

/** A part of the grammar: reads its tokens, and gives a node of the tree or part of one. */
export interface Rule<out Node, in Given = void> {
  (given: Given): Node;
  readonly ruleName: string;
  /** By the index of a token's type: 1 where the rule may begin with it. Made when first asked for. */
  starts: Uint8Array | undefined;
}

/** Rules of which one is read. */
export interface Choice<out Node, in Given = void> {
  readonly rules: readonly Rule<Node, Given>[];
  /** The rule that chooses looks for itself what comes. */
  readonly settled?: true;
  /** By the index of a token's type: the place of the rule that begins with it, from 1. Made when first asked for. */
  ways: Uint8Array | undefined;
}

/** Phrases of which one stands, and what each means. */
export interface Words<out Meaning extends string> {
  /** Of the token types. */
  readonly names: readonly string[];
  readonly meanings: readonly Meaning[];
  ways: Uint8Array | undefined;
}

/** Phrases, by the names that the vocabulary gives them, and what they mean. */
export function words<const Meaning extends string>(meanings: Readonly<Record<string, Meaning>>): Words<Meaning> {
  return { names: Object.keys(meanings), meanings: Object.values(meanings), ways: undefined };
}

export function startsOf(rule: Rule<unknown, never>): Uint8Array {
  rule.starts = empty();
  for (const type of firstTypes(rule)) for (const index of indexesOf(type)) rule.starts[index] = 1;
  return rule.starts;
}

export function waysOf(choice: Choice<unknown, never> | Words<string>): Uint8Array {
  const ways = (choice.ways = empty());
  firstOf(choice).forEach((types, place) => {
    for (const type of types) for (const index of indexesOf(type)) ways[index] ||= place + 1;
  });
  return ways;
}

/** The types that each way of a choice may begin with. */
export function firstOf(choice: Choice<unknown, never> | Words<string>): readonly (readonly TokenType[])[] {
  return 'rules' in choice ? choice.rules.map(firstTypes) : choice.names.map((name) => [typeNamed(name)]);
}

function firstTypes({ ruleName }: Rule<unknown, never>): readonly TokenType[] {
  const written = writtenStarts[ruleName];
  if (written === undefined) throw new Error(`the grammar of ${ruleName} is not written down: run npm run generate`);
  return written.split(' ').map(typeNamed);
}

let byName: ReadonlyMap<string, TokenType> | undefined;

export function typeNamed(name: string): TokenType {
  byName ??= new Map(allTokens.map((type) => [type.name, type]));
  const type = byName.get(name);
  if (!type) throw new Error(`the grammar was written down with a token type ${name}: run npm run generate`);
  return type;
}

/** Of a type, and of all that belong to it. */
function indexesOf(type: TokenType): readonly number[] {
  return [type.tokenTypeIdx!, ...type.categoryMatches!];
}

let typeCount = 0;

function empty(): Uint8Array {
  if (typeCount === 0) for (const { tokenTypeIdx } of allTokens) typeCount = Math.max(typeCount, tokenTypeIdx! + 1);
  return new Uint8Array(typeCount);
}
