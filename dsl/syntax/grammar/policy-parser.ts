import type { IToken, ParserMethod, TokenType } from 'chevrotain';
import type { Span } from '../../text/span.ts';
import type * as n from '../tree.ts';
import * as t from '../tokens.ts';
import { phrase } from '../tokens.ts';
import { DeclarationRules } from './declarations.ts';
import { clockOf, monthOf, textOf, tokenName, tokenSpan } from './terminals.ts';
import { statementRule, statementStarts } from './statement-heads.ts';

/** One message about the syntax: what to say, and about which token. */
export interface SyntaxComplaint {
  readonly token: IToken;
  readonly kind:
    | 'unexpected'
    | 'unfinished'
    | 'missing brace'
    | 'missing opening brace'
    | 'extra brace'
    | 'not a statement'
    | 'subject not first';
  /** What the grammar expected there, in words. */
  readonly expected?: string;
  /** The token before which a lost } belongs, by the indentation. */
  readonly before?: IToken;
}

/** Where a token stands in its text. */
export interface Layout {
  /** Spaces that the token's line begins with. */
  indentOf(token: IToken): number;
  beginsLine(token: IToken): boolean;
}

const plainDetail = {
  texts: [],
  parties: undefined,
  day: undefined,
  test: undefined,
  range: undefined,
  ages: undefined,
  lookBack: [],
  guard: undefined,
};

/** The whole policy: items, bodies, and what happens when one statement does not parse. */
export class PolicyParser extends DeclarationRules {
  private complaintsSoFar: SyntaxComplaint[] = [];
  private doubtful = new Set<string>();
  private cutShort: Span[] = [];
  private latest: n.Item | undefined;
  private layout: Layout = { indentOf: () => 0, beginsLine: () => true };
  /** First tokens of the statements whose bodies are being read, innermost last. */
  private owners: IToken[] = [];
  /** How many more { than } there are, less those accounted for. */
  private unclosed = 0;

  // Chevrotain's lexer adapter has these two; its published types leave them out.
  declare private exportLexerState: () => number;
  declare private importLexerState: (state: number) => void;

  /** With `record` Chevrotain records the grammar and looks it over; otherwise it is taken as it was written down. */
  constructor(record = false) {
    super(record);
    this.makeReady(record);
  }

  /** Tokens → items, with one complaint for each statement that does not parse, and the names such statements hold. */
  parseTokens(
    tokens: readonly IToken[],
    layout: Layout,
  ): {
    readonly items: n.Item[];
    readonly complaints: readonly SyntaxComplaint[];
    readonly doubtfulNames: ReadonlySet<string>;
    /** Statements that parse, and after which something on the same line does not. */
    readonly cutShort: readonly Span[];
  } {
    this.input = [...tokens];
    this.complaintsSoFar = [];
    this.doubtful = new Set();
    this.cutShort = [];
    this.latest = undefined;
    this.layout = layout;
    this.owners = [];
    this.unclosed = 0;
    for (const { tokenType } of tokens) {
      if (tokenType === t.OpenBrace) this.unclosed++;
      else if (tokenType === t.CloseBrace) this.unclosed--;
    }
    const items = this.file() ?? [];
    return { items, complaints: this.complaintsSoFar, doubtfulNames: this.doubtful, cutShort: this.cutShort };
  }

  file = this.RULE('file', (): n.Item[] => {
    if (this.RECORDING_PHASE) {
      this.MANY(() => this.SUBRULE(this.item));
      return [];
    }
    const items: n.Item[] = [];
    while (!isEnd(this.LA(1))) {
      if (this.LA(1).tokenType === t.CloseBrace) {
        this.complaintsSoFar.push({ token: this.LA(1), kind: 'extra brace' });
        this.moveTo(1);
      } else items.push(...this.statement());
    }
    return items;
  });

  override body = this.RULE('body', (): n.Item[] => {
    const open = this.CONSUME(t.OpenBrace);
    if (this.RECORDING_PHASE) {
      this.MANY(() => this.SUBRULE(this.item));
      this.CONSUME(t.CloseBrace);
      return [];
    }
    const items: n.Item[] = [];
    while (!this.bodyEnds()) items.push(...this.statement());
    const next = this.LA(1);
    if (next.tokenType === t.CloseBrace && !this.isOutdented(next)) this.CONSUME(t.CloseBrace);
    else {
      this.unclosed--;
      this.complaintsSoFar.push({ token: open, kind: 'missing brace', ...(isEnd(next) ? {} : { before: next }) });
    }
    return items;
  });

  private bodyEnds(): boolean {
    const next = this.LA(1);
    return isEnd(next) || next.tokenType === t.CloseBrace || (this.isOutdented(next) && this.mayStart(next));
  }

  /**
   * Where the file has a { too many, a line that stands no deeper than the statement whose body is being read is taken
   * to be outside it: so the { without a partner is found, and the statements after it keep their place.
   */
  private isOutdented(token: IToken): boolean {
    const owner = this.owners.at(-1);
    if (this.unclosed <= 0 || !owner || !this.layout.beginsLine(token)) return false;
    const [indent, owned] = [this.layout.indentOf(token), this.layout.indentOf(owner)];
    return token.tokenType === t.CloseBrace ? indent < owned : indent <= owned;
  }

  /** Where the file has a } too many, deeper lines after a statement without braces are its body: its { was lost. */
  private lostItsBrace(owner: IToken): boolean {
    const next = this.LA(1);
    if (this.unclosed >= 0 || isEnd(next) || !this.layout.beginsLine(next) || !this.mayStart(next)) return false;
    return this.layout.indentOf(next) > this.layout.indentOf(owner);
  }

  private bodyWithoutBrace(owner: IToken): n.Item[] {
    this.unclosed++;
    const items: n.Item[] = [];
    while (!isEnd(this.LA(1)) && this.LA(1).tokenType !== t.CloseBrace) {
      if (this.layout.beginsLine(this.LA(1)) && this.layout.indentOf(this.LA(1)) <= this.layout.indentOf(owner)) break;
      items.push(...this.statement());
    }
    if (this.LA(1).tokenType === t.CloseBrace) this.moveTo(1);
    return items;
  }

  /**
   * A statement is known by its first words, and its rule looked up: of so many alternatives Chevrotain's own choice
   * would be the slowest part of a start. The grammar it records, and its tests check, holds them all.
   */
  item = this.RULE('item', (): n.Item => {
    if (this.RECORDING_PHASE) return this.anyItem();
    const rule: () => n.Item = this[statementRule(this.LA(1), this.LA(2))];
    return this.SUBRULE(rule);
  });

  /** Every alternative, for the grammar as Chevrotain and its tests see it. */
  private anyItem(): n.Item {
    return this.OR([
      { ALT: () => this.SUBRULE(this.header) },
      { ALT: () => this.SUBRULE(this.testDeclaration) },
      { ALT: () => this.SUBRULE(this.measureDeclaration) },
      { ALT: () => this.SUBRULE(this.judgementDeclaration) },
      { ALT: () => this.SUBRULE(this.factDeclaration) },
      { ALT: () => this.SUBRULE(this.roleDeclaration) },
      { ALT: () => this.SUBRULE(this.serviceDeclaration) },
      { ALT: () => this.SUBRULE(this.periodDeclaration) },
      { ALT: () => this.SUBRULE(this.ladderDeclaration) },
      { ALT: () => this.SUBRULE(this.stageDeclaration) },
      { ALT: () => this.SUBRULE(this.schoolDay) },
      { ALT: () => this.SUBRULE(this.halfDay) },
      { ALT: () => this.SUBRULE(this.arrivingRow) },
      { ALT: () => this.SUBRULE(this.timeDeclaration) },
      { ALT: () => this.SUBRULE(this.block) },
      { ALT: () => this.SUBRULE(this.schoolBlock) },
      { ALT: () => this.SUBRULE(this.paper) },
      { ALT: () => this.SUBRULE(this.bands) },
      { ALT: () => this.SUBRULE(this.band) },
      { ALT: () => this.SUBRULE(this.reward) },
      { ALT: () => this.SUBRULE(this.contradiction) },
      { ALT: () => this.SUBRULE(this.attention) },
      { ALT: () => this.SUBRULE(this.note) },
      { ALT: () => this.SUBRULE(this.example) },
      { ALT: () => this.SUBRULE(this.suppose) },
      { ALT: () => this.SUBRULE(this.expect) },
      { ALT: () => this.SUBRULE(this.marked) },
      { ALT: () => this.SUBRULE(this.review) },
      { ALT: () => this.SUBRULE(this.outcome) },
      { ALT: () => this.SUBRULE(this.move) },
      { ALT: () => this.SUBRULE(this.fine) },
      { ALT: () => this.SUBRULE(this.detail) },
      { ALT: () => this.SUBRULE(this.sentenceItem) },
    ]);
  }

  // ── details: one keyword and its values ──────────────────────────────────────────────────────────────────────────

  private detail = this.RULE('detail', (): n.Item => {
    const first = this.LA(1);
    const found = this.OR([
      { ALT: () => this.SUBRULE(this.partyDetail) },
      { ALT: () => this.SUBRULE(this.countedDetail) },
      { ALT: () => this.SUBRULE(this.textDetail) },
      { ALT: () => this.SUBRULE(this.dayDetail) },
      { ALT: () => this.SUBRULE(this.testDetail) },
      { ALT: () => this.SUBRULE(this.openDetail) },
      { ALT: () => this.SUBRULE(this.agesDetail) },
    ]);
    const marks = this.SUBRULE(this.marks);
    return this.ACTION(() => ({
      kind: 'detail' as const,
      ...plainDetail,
      ...found,
      marks,
      span: this.spanFrom(first),
    }));
  });

  private partyDetail = this.RULE('partyDetail', (): Partial<n.Detail> & { word: n.DetailWord } => {
    const word = this.word({
      GoesTo: 'goes to',
      IssuedBy: 'issued by',
      ArrangedBy: 'arranged by',
      LedBy: 'led by',
      AttendedBy: 'attended by',
      Under: 'under',
    });
    const parties = this.SUBRULE(this.parties);
    const guard = this.OPTION(() => this.SUBRULE(this.guard));
    return { word, parties, guard };
  });

  /** `counted per parent, pupil incurred in a rolling 3 years after 19 August 2024`. */
  private countedDetail = this.RULE('countedDetail', (): Partial<n.Detail> & { word: n.DetailWord } => {
    this.CONSUME(phrase('CountedPer'));
    const start = this.LA(1);
    const names = [this.SUBRULE(this.name)];
    this.MANY2(() => {
      this.OR([{ ALT: () => this.CONSUME(t.Comma) }, { ALT: () => this.CONSUME(phrase('And')) }]);
      names.push(this.SUBRULE2(this.name));
    });
    const parties: n.Parties = { join: 'all', every: false, names, span: this.spanFrom(start) };
    const lookBack: n.Detail['lookBack'][number][] = [];
    this.OPTION(() => {
      lookBack.push(this.SUBRULE(this.lookBack));
      this.MANY(() => {
        this.CONSUME(phrase('OrPerhaps'));
        lookBack.push(this.SUBRULE2(this.lookBack));
      });
    });
    return { word: 'counted per', parties, lookBack };
  });

  private lookBack = this.RULE('lookBack', (): n.Detail['lookBack'][number] => {
    const first = this.LA(1);
    const done = this.CONSUME(t.Done).image;
    const window = this.SUBRULE(this.window);
    return { done, window, span: this.spanFrom(first) };
  });

  private textDetail = this.RULE('textDetail', (): Partial<n.Detail> & { word: n.DetailWord } => {
    const word = this.word({
      Includes: 'includes',
      AlsoCalled: 'also called',
      Telephone: 'telephone',
      Document: 'document',
      SchoolIn: 'school in',
    });
    const texts = this.SUBRULE(this.texts);
    const guard = this.OPTION(() => this.SUBRULE(this.guard));
    return { word, texts, guard };
  });

  private dayDetail = this.RULE('dayDetail', (): Partial<n.Detail> & { word: n.DetailWord } => {
    const word = this.word({ Ratified: 'ratified', ReviewDue: 'review due' });
    const day = this.OR2([
      { ALT: () => ({ day: this.SUBRULE(this.day), monthOnly: false }) },
      {
        ALT: () => {
          const month = this.CONSUME(t.MonthLiteral);
          return { day: this.ACTION(() => monthOf(month)), monthOnly: true };
        },
      },
    ]);
    return { word, day };
  });

  private testDetail = this.RULE('testDetail', (): Partial<n.Detail> & { word: n.DetailWord } => {
    const word = this.word({ Needs: 'needs', Serves: 'serves', ActionsApplyIf: 'actions apply if' });
    const test = this.SUBRULE(this.test);
    const guard = this.OPTION(() => this.SUBRULE(this.guard));
    return { word, test, guard };
  });

  /** `open Monday to Thursday from 09:00 until 17:00 not bank holidays`. */
  private openDetail = this.RULE('openDetail', (): Partial<n.Detail> & { word: n.DetailWord } => {
    this.CONSUME(phrase('Open'));
    const texts = [this.SUBRULE(this.name)];
    this.OPTION(() => {
      this.CONSUME(phrase('To'));
      texts.push(this.SUBRULE2(this.name));
    });
    this.CONSUME(phrase('From'));
    const from = this.CONSUME(t.ClockLiteral);
    this.CONSUME(phrase('Until'));
    const until = this.CONSUME2(t.ClockLiteral);
    let notBankHolidays = false;
    this.OPTION2(() => {
      this.CONSUME(phrase('NotBankHolidays'));
      notBankHolidays = true;
    });
    const range = this.ACTION(() => ({ from: clockOf(from), until: clockOf(until), notBankHolidays }));
    return { word: 'open', texts: texts.map((each) => ({ text: each.name, span: each.span })), range };
  });

  private agesDetail = this.RULE('agesDetail', (): Partial<n.Detail> & { word: n.DetailWord } => {
    this.CONSUME(phrase('Ages'));
    const ages = this.OR([
      {
        ALT: () => {
          const low = Number(this.CONSUME(t.NumberLiteral).image);
          this.CONSUME(phrase('To'));
          return { low, high: Number(this.CONSUME2(t.NumberLiteral).image) };
        },
      },
      {
        ALT: () => {
          this.CONSUME(phrase('AtMost'));
          return { low: undefined, high: Number(this.CONSUME3(t.NumberLiteral).image) };
        },
      },
    ]);
    const guard = this.OPTION(() => this.SUBRULE(this.guard));
    return { word: 'ages', ages, guard };
  });

  // ── recovery: one statement, one message ─────────────────────────────────────────────────────────────────────────

  /**
   * One statement. Where it does not parse, there is one complaint; the parser goes on at the next token that begins a
   * line and can begin a statement, or at the } that closes the block. If a { comes first, the statement's head was at
   * fault: what stands in its braces is parsed all the same, and kept.
   */
  private statement(): n.Item[] {
    const first = this.LA(1);
    const from = this.exportLexerState();
    this.owners.push(first);
    try {
      const item = this.SUBRULE(this.item);
      if (item.kind === 'sentence') this.checkSubject(item, first);
      this.latest = item;
      if (!('body' in item) || this.LA(0).tokenType === t.CloseBrace || !this.lostItsBrace(first)) return [item];
      this.complaintsSoFar.push({ token: this.LA(0), kind: 'missing opening brace' });
      const body = this.bodyWithoutBrace(first);
      return [{ ...item, body, span: this.spanFrom(first) }];
    } catch (error) {
      this.complain(error, first, from);
      return this.recover(first, from);
    } finally {
      this.owners.pop();
    }
  }

  private complain(error: unknown, first: IToken, from: number): void {
    const recognition = error as { readonly token?: IToken };
    if (!recognition.token) throw error;
    if (this.latest && !this.layout.beginsLine(first)) this.cutShort.push(this.latest.span);
    const known = this.complaintsSoFar.some((each) => each.token.startOffset >= first.startOffset);
    if (known) return;
    const { token, message } = this.insideHead(recognition as { token: IToken; message: string }, first, from);
    const before = this.tokenBefore(token);
    const starts = statementStarts.has(first.tokenType) || isIn(first, t.Strength) || isIn(first, t.PaperHead);
    // A word of the language that begins none, as a verb does: what comes after it is not what is wrong.
    const verbFirst = before === first && first.tokenType !== t.Word;
    if (!starts && (token === first || verbFirst)) this.complaintsSoFar.push({ token: first, kind: 'not a statement' });
    else if (token !== first && before && this.isAfter(token)) {
      this.complaintsSoFar.push({ token: before, kind: 'unfinished', expected: message });
    } else this.complaintsSoFar.push({ token, kind: 'unexpected', expected: message });
  }

  /** Whether a token begins the next statement, so that the one before it ends too soon. */
  private isAfter(token: IToken): boolean {
    if (isEnd(token) || token.tokenType === t.CloseBrace) return true;
    if (!this.layout.beginsLine(token)) return false;
    if (token.tokenType !== t.Word) return this.mayStart(token);
    const next = this.input[this.input.indexOf(token) + 1];
    return next !== undefined && (isIn(next, t.Strength) || subjectGoesOn.has(next.tokenType));
  }

  /** A complaint about a statement's first word, which can begin one: what its own rule has to say is nearer the fault. */
  private insideHead(
    recognition: { readonly token: IToken; readonly message: string },
    first: IToken,
    from: number,
  ): { readonly token: IToken; readonly message: string } {
    const rule = recognition.token === first ? this.ruleOf(first) : undefined;
    if (!rule) return recognition;
    this.importLexerState(from);
    const complaints = this.complaintsSoFar.length;
    try {
      this.SUBRULE(rule);
      return recognition;
    } catch (error) {
      const nearer = error as { readonly token?: IToken; readonly message: string };
      return nearer.token ? { token: nearer.token, message: nearer.message } : recognition;
    } finally {
      this.complaintsSoFar.length = complaints;
    }
  }

  private ruleOf(first: IToken): ParserMethod<[], n.Item> | undefined {
    if (isIn(first, t.PaperHead)) return this.paper;
    switch (t.phraseOf.get(first.tokenType)?.token) {
      case 'Policy':
      case 'Trust':
      case 'Framework':
      case 'Cluster':
        return this.header;
      case 'Threshold':
      case 'Group':
        return this.testDeclaration;
      case 'Judgement':
        return this.judgementDeclaration;
      case 'Fact':
        return this.factDeclaration;
      case 'Measure':
        return this.measureDeclaration;
      case 'Period':
        return this.periodDeclaration;
      case 'Ladder':
        return this.ladderDeclaration;
      case 'Stage':
        return this.stageDeclaration;
      case 'Role':
        return this.roleDeclaration;
      case 'Service':
        return this.serviceDeclaration;
      case 'Bands':
        return this.bands;
      case 'Band':
        return this.band;
      case 'Reward':
        return this.reward;
      case 'Note':
        return this.note;
      case 'Example':
        return this.example;
      case 'Suppose':
        return this.suppose;
      case 'Expect':
        return this.expect;
      case 'Review':
        return this.review;
      case 'Outcome':
        return this.outcome;
      case 'Time':
        return this.timeDeclaration;
      default:
        return undefined;
    }
  }

  /** Goes on to the next statement. What the broken one declares by its first words, and what its braces hold, is kept. */
  private recover(first: IToken, from: number): n.Item[] {
    this.importLexerState(from);
    const declares = this.declaredBy(first);
    const broken = (body: n.Item[]): n.Item[] => [
      { kind: 'broken', declares, marks: [], body, span: this.spanFrom(first) },
    ];
    this.noteName(this.LA(1));
    this.moveTo(1);
    for (;;) {
      const token = this.LA(1);
      if (isEnd(token) || token.tokenType === t.CloseBrace) return broken([]);
      if (token.tokenType === t.OpenBrace) return broken(this.SUBRULE(this.body));
      if (this.layout.beginsLine(token) && this.mayStart(token)) {
        return broken(this.lostItsBrace(first) ? this.bodyWithoutBrace(first) : []);
      }
      this.noteName(token);
      this.moveTo(1);
    }
  }

  private declaredBy(first: IToken): n.Broken['declares'] {
    const [, name, title] = [this.LA(1), this.LA(2), this.LA(3)];
    if (t.phraseOf.get(first.tokenType)?.role !== 'head' || !(name.tokenType === t.Word || isIn(name, t.Name)))
      return undefined;
    const isTitled = title.tokenType === t.Text;
    return {
      head: first.image,
      name: tokenName(name),
      title: isTitled ? { text: textOf(title.image), span: tokenSpan(title) } : undefined,
    };
  }

  private mayStart(token: IToken): boolean {
    return (
      statementStarts.has(token.tokenType) ||
      token.tokenType === t.Word ||
      isIn(token, t.Strength) ||
      isIn(token, t.PaperHead)
    );
  }

  private noteName(token: IToken): void {
    if (token.tokenType === t.Word || token.tokenType.CATEGORIES?.includes(t.Name)) this.doubtful.add(token.image);
  }

  /** A sentence's subject stands first on its line or after a brace: a lost comma must not hand a party over to the next sentence. */
  private checkSubject(sentence: n.Sentence, first: IToken): void {
    const before = this.tokenBefore(first);
    if (!sentence.subject || this.layout.beginsLine(first)) return;
    if (!before || before.tokenType === t.OpenBrace || before.tokenType === t.CloseBrace) return;
    this.complaintsSoFar.push({ token: first, kind: 'subject not first' });
  }

  private tokenBefore(token: IToken): IToken | undefined {
    const index = isEnd(token) ? this.input.length : this.input.indexOf(token);
    return this.input[index - 1];
  }

  private moveTo(tokens: number): void {
    this.importLexerState(this.exportLexerState() + tokens);
  }
}

function isIn(token: IToken, category: TokenType): boolean {
  return token.tokenType.CATEGORIES?.includes(category) === true;
}

function isEnd(token: IToken): boolean {
  return token.tokenType.name === 'EOF';
}

const subjectGoesOn: ReadonlySet<TokenType> = new Set([t.Comma, phrase('And'), phrase('Or')]);
