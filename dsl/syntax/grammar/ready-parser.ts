import { EmbeddedActionsParser, MismatchedTokenException, NoViableAltException } from 'chevrotain';
import type { IToken, TokenType } from 'chevrotain';
import type { Span } from '../../text/span.ts';
import type { Choice, Rule, Words } from './choices.ts';
import { grammarMessages } from '../grammar-messages.ts';
import * as t from '../tokens.ts';
import { firstOf, startsOf, waysOf } from './choices.ts';

/** How many tokens Chevrotain looks at to tell alternatives apart, at most: two only where a rule looks for itself. */
export const tokensAhead = 2;

/** Takes the place of what reads, where the grammar is not read with but recorded (recorder.ts). */
export type Recorder = (parser: ReadyParser) => void;

/**
 * Chevrotain's parser, ready at once and quick: with what a rule begins was written down beforehand
 * (starts.generated.ts), so a process need not record the grammar and work it out; and what a rule may choose from, leave
 * out or repeat is itself a rule, so that reading makes no function on its way. All choices are by the next token alone.
 *
 * Rules are written with `take`, `has`, `read`, `maybe`, `all`, `again`, `oneOf` and `word`, and with nothing that Chevrotain
 * would do for its own recovery or its own trees, neither of which is used. For tests and the generator Chevrotain
 * records them and looks them over as ever.
 */
export abstract class ReadyParser extends EmbeddedActionsParser {
  // What Chevrotain's parser has and its published types leave out.
  declare protected currIdx: number;
  declare private selfAnalysisDone: boolean;
  declare private SAVE_ERROR: (error: Error) => Error;

  constructor(recorder: Recorder | undefined) {
    super([...t.allTokens], {
      maxLookahead: tokensAhead,
      recoveryEnabled: false,
      nodeLocationTracking: 'none',
      errorMessageProvider: grammarMessages,
      skipValidations: recorder === undefined,
    });
    recorder?.(this);
  }

  /** To be called when all rules are there. */
  protected makeReady(recorder: Recorder | undefined): void {
    if (recorder) this.performSelfAnalysis();
    this.selfAnalysisDone = true;
  }

  /** A rule of the grammar. The name is the one under which its beginnings are written down. */
  protected rule<Node, Given = void>(ruleName: string, read: (given: Given) => Node): Rule<Node, Given> {
    return Object.assign(read, { ruleName, starts: undefined });
  }

  /** One of several rules, known by the token it begins with; of two that may begin with it the first. */
  protected among<Node, Given = void>(...rules: readonly Rule<Node, Given>[]): Choice<Node, Given> {
    return { rules, ways: undefined };
  }

  protected read<Node>(rule: Rule<Node>): Node;
  protected read<Node, Given>(rule: Rule<Node, Given>, given: Given): Node;
  protected read(rule: Rule<unknown, unknown>, given?: unknown): unknown {
    return rule(given);
  }

  /** The next token, which must be of a type. */
  protected take(type: TokenType): IToken {
    const next = this.LA_FAST(1);
    const index = next.tokenTypeIdx;
    if (index !== type.tokenTypeIdx && type.categoryMatchesMap![index] !== true) this.raiseMismatch(type);
    this.currIdx++;
    return next;
  }

  /** The next token where it is of a type. */
  protected maybeTake(type: TokenType): IToken | undefined {
    const next = this.LA_FAST(1);
    const index = next.tokenTypeIdx;
    if (index !== type.tokenTypeIdx && type.categoryMatchesMap![index] !== true) return undefined;
    this.currIdx++;
    return next;
  }

  /** Whether the next token is of a type; it is taken then. */
  protected has(type: TokenType): boolean {
    return this.maybeTake(type) !== undefined;
  }

  /** What a rule reads, where it begins with the next token. */
  protected maybe<Node>(rule: Rule<Node>): Node | undefined {
    return (rule.starts ?? startsOf(rule))[this.LA_FAST(1).tokenTypeIdx] === 1 ? rule() : undefined;
  }

  /** What a rule reads, as often as it comes. */
  protected all<Node>(rule: Rule<Node>): readonly Node[] {
    const starts = rule.starts ?? startsOf(rule);
    if (starts[this.LA_FAST(1).tokenTypeIdx] !== 1) return none;
    const found: Node[] = [];
    do found.push(rule());
    while (starts[this.LA_FAST(1).tokenTypeIdx] === 1);
    return found;
  }

  /** Whether one of the ways of a choice comes next: the head of a `while` over what may come again and again. */
  protected again(choice: Choice<unknown, never> | Words<string>): boolean {
    return (choice.ways ?? waysOf(choice))[this.LA_FAST(1).tokenTypeIdx] !== 0;
  }

  protected oneOf<Node>(choice: Choice<Node>): Node;
  protected oneOf<Node, Given>(choice: Choice<Node, Given>, given: Given): Node;
  protected oneOf(choice: Choice<unknown, unknown>, given?: unknown): unknown {
    const way = (choice.ways ?? waysOf(choice))[this.LA_FAST(1).tokenTypeIdx]!;
    return way === 0 ? this.raiseNoAlternative(choice) : choice.rules[way - 1]!(given);
  }

  protected maybeOneOf<Node>(choice: Choice<Node>): Node | undefined;
  protected maybeOneOf<Node, Given>(choice: Choice<Node, Given>, given: Given): Node | undefined;
  protected maybeOneOf(choice: Choice<unknown, unknown>, given?: unknown): unknown {
    const way = (choice.ways ?? waysOf(choice))[this.LA_FAST(1).tokenTypeIdx]!;
    return way === 0 ? undefined : choice.rules[way - 1]!(given);
  }

  /** One phrase of several, and what it means. */
  protected word<const Meaning extends string>(words: Words<Meaning>): Meaning {
    const way = (words.ways ?? waysOf(words))[this.LA_FAST(1).tokenTypeIdx]!;
    if (way === 0) return this.raiseNoAlternative(words);
    this.currIdx++;
    return words.meanings[way - 1]!;
  }

  /** From a token to the last one taken. */
  protected spanFrom(first: IToken): Span {
    return this.spanSince(first.startOffset);
  }

  protected spanSince(start: number): Span {
    const last = this.LA(0);
    return { start, end: Math.max(t.endOf(last), start) };
  }

  private raiseMismatch(expected: TokenType): never {
    const [actual, previous] = [this.LA_FAST(1), this.LA(0)];
    const words = grammarMessages.buildMismatchTokenMessage({ expected, actual, previous, ruleName: '' });
    throw this.SAVE_ERROR(new MismatchedTokenException(words, actual, previous));
  }

  protected raiseNoAlternative(choice: Choice<unknown, never> | Words<string>): never {
    const [next, previous] = [this.LA_FAST(1), this.LA(0)];
    const expectedPathsPerAlt = firstOf(choice).map((types) => types.map((type) => [type]));
    const given = { expectedPathsPerAlt, actual: [next], previous, ruleName: '' };
    throw this.SAVE_ERROR(
      new NoViableAltException(grammarMessages.buildNoViableAltMessage({ ...given }), next, previous),
    );
  }
}

const none: readonly never[] = [];
