import { EmbeddedActionsParser, NoViableAltException } from 'chevrotain';
import type { IOrAlt, IToken, TokenType } from 'chevrotain';
import { grammarMessages } from '../grammar-messages.ts';
import * as t from '../tokens.ts';
import { writtenChoices } from './choices.generated.ts';
import { alternativeFor, firstTokens } from './choices.ts';

/** How many tokens Chevrotain looks at to tell alternatives apart, at most: two only where a rule looks for itself. */
export const tokensAhead = 2;

/** A rule as Chevrotain defines it, and what is known of its choices. */
interface ReadyRule {
  readonly ruleName: string;
  readonly originalGrammarAction: (...given: unknown[]) => unknown;
  /** By the place of a choice and the index of a token's type: two more than the alternative, or 0 if never met. */
  known?: (Uint8Array | undefined)[];
}

/** What may be left out or come again. */
type Part = (() => unknown) | { readonly GATE?: () => boolean; readonly DEF: () => unknown };

/** Where a rule's choices stand among what is known of them, by what leaves the choice and its occurrence. */
const places = { option: 10, many: 20, gates: 30 };

/**
 * Chevrotain's parser, ready at once: how it chooses was written down beforehand (choices.generated.ts), so a process need
 * not record the grammar and work it out. With it go what Chevrotain does at every step for its own recovery and its
 * own trees, neither of which is used. Grammars are written, recorded and looked over as ever.
 */
export abstract class ReadyParser extends EmbeddedActionsParser {
  private rule: ReadyRule | undefined;
  private typeCount = 0;

  // What Chevrotain's parser has and its published types leave out.
  declare private selfAnalysisDone: boolean;
  declare private consumeToken: () => void;
  declare private consumeInternalError: (type: TokenType, next: IToken, options: unknown) => never;
  declare private SAVE_ERROR: (error: Error) => Error;

  /** With `record` Chevrotain records the grammar and looks it over: slow, and the affair of tests and the generator. */
  constructor(record: boolean) {
    super([...t.allTokens], {
      maxLookahead: tokensAhead,
      recoveryEnabled: false,
      nodeLocationTracking: 'none',
      errorMessageProvider: grammarMessages,
      skipValidations: !record,
    });
  }

  /** To be called when all rules are there, in place of `performSelfAnalysis`. */
  protected makeReady(record: boolean): void {
    if (record) this.performSelfAnalysis();
    this.selfAnalysisDone = true;
    for (const { tokenTypeIdx } of t.allTokens) this.typeCount = Math.max(this.typeCount, tokenTypeIdx! + 1);
  }

  /** One phrase of several, and what it means: `OR` where each alternative is one phrase, without a function for each. */
  protected word<const Meaning extends string>(meanings: Readonly<Record<string, Meaning>>): Meaning {
    return this.oneWord(meanings, 0);
  }

  protected word2<const Meaning extends string>(meanings: Readonly<Record<string, Meaning>>): Meaning {
    return this.oneWord(meanings, 2);
  }

  protected word3<const Meaning extends string>(meanings: Readonly<Record<string, Meaning>>): Meaning {
    return this.oneWord(meanings, 3);
  }

  private oneWord<Meaning extends string>(meanings: Readonly<Record<string, Meaning>>, occurrence: number): Meaning {
    if (this.RECORDING_PHASE) {
      const alternatives = Object.entries(meanings).map(([name, meaning]) => ({
        ALT: () => (this.consume(10 + occurrence, t.phrase(name)), meaning),
      }));
      return this.or(occurrence, alternatives);
    }
    const meaning = meanings[this.LA_FAST(1).tokenType.name];
    if (meaning === undefined) return this.raiseNoAlternative(occurrence);
    this.consumeToken();
    return meaning;
  }

  protected consumeInternal(type: TokenType, _occurrence: number, options: unknown): IToken {
    const next = this.LA_FAST(1);
    const index = next.tokenTypeIdx;
    if (index !== type.tokenTypeIdx && type.categoryMatchesMap![index] !== true) {
      this.consumeInternalError(type, next, options);
    }
    this.consumeToken();
    return next;
  }

  protected subruleInternal(
    rule: ReadyRule,
    _occurrence: number,
    options: { readonly ARGS?: unknown[] } | undefined,
  ): unknown {
    const caller = this.rule;
    this.rule = rule;
    try {
      return options?.ARGS
        ? rule.originalGrammarAction.apply(this, options.ARGS)
        : rule.originalGrammarAction.call(this);
    } finally {
      this.rule = caller;
    }
  }

  protected optionInternal(part: Part, occurrence: number): unknown {
    return isOpen(part) && this.isThere('option', occurrence) ? actionOf(part)() : undefined;
  }

  protected manyInternal(occurrence: number, part: Part): void {
    const action = actionOf(part);
    while (isOpen(part) && this.isThere('many', occurrence)) action();
  }

  protected orInternal(alternatives: readonly IOrAlt<unknown>[], occurrence: number): unknown {
    const { tokenTypeIdx } = this.LA_FAST(1);
    const known = this.rule!.known?.[occurrence]?.[tokenTypeIdx] || this.choose(alternatives, occurrence);
    return known < 2 ? this.raiseNoAlternative(occurrence) : alternatives[known - 2]!.ALT();
  }

  private isThere(kind: 'option' | 'many', occurrence: number): boolean {
    const place = places[kind] + occurrence;
    const { tokenTypeIdx } = this.LA_FAST(1);
    return (this.rule!.known?.[place]?.[tokenTypeIdx] || this.learn(place, kind, occurrence)) === 2;
  }

  /** Where alternatives have gates, there is a choice for each way in which they can stand. */
  private choose(alternatives: readonly IOrAlt<unknown>[], occurrence: number): number {
    let shut = 0;
    let place = occurrence;
    for (let index = 0; index < alternatives.length; index++) {
      const gate = alternatives[index]!.GATE;
      if (gate === undefined) continue;
      if (!gate()) shut |= 1 << index;
      place = places.gates + 10 * shut + occurrence;
    }
    const { tokenTypeIdx } = this.LA_FAST(1);
    return this.rule!.known?.[place]?.[tokenTypeIdx] || this.learn(place, 'or', occurrence, shut);
  }

  private learn(place: number, kind: string, occurrence: number, shut = 0): number {
    const { tokenType, tokenTypeIdx } = this.LA_FAST(1);
    const found = 2 + alternativeFor(tokenType, this.written(kind, occurrence), shut);
    const known = (this.rule!.known ??= []);
    (known[place] ??= new Uint8Array(this.typeCount))[tokenTypeIdx] = found;
    return found;
  }

  private written(kind: string, occurrence: number): string {
    const { ruleName } = this.rule!;
    const written = writtenChoices[ruleName]?.[`${kind}${occurrence}`];
    if (written === undefined) throw new Error(`the grammar of ${ruleName} is not written down: run npm run generate`);
    return written;
  }

  private raiseNoAlternative(occurrence: number): never {
    const expectedPathsPerAlt = firstTokens(this.written('or', occurrence));
    const [next, previous] = [this.LA(1), this.LA(0)];
    const { ruleName } = this.rule!;
    const words = grammarMessages.buildNoViableAltMessage({ expectedPathsPerAlt, actual: [next], previous, ruleName });
    throw this.SAVE_ERROR(new NoViableAltException(words, next, previous));
  }
}

function isOpen(part: Part): boolean {
  return typeof part === 'function' || part.GATE === undefined || part.GATE();
}

function actionOf(part: Part): () => unknown {
  return typeof part === 'function' ? part : part.DEF;
}
