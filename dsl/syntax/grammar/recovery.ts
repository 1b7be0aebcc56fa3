import type { IToken } from 'chevrotain';
import type { Span } from '../../text/span.ts';
import type * as n from '../tree.ts';
import type { Rule } from './choices.ts';
import type { StatementRule } from './statement-heads.ts';
import * as t from '../tokens.ts';
import { phrase } from '../tokens.ts';
import { BraceRules, isEnd, mayStart } from './braces.ts';
import { headRule, statementStarts } from './statement-heads.ts';
import { textOf, tokenName, tokenSpan } from './terminals.ts';

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

/** Recovery: what happens when one statement does not parse. One statement, one message. */
export abstract class RecoveringRules extends BraceRules {
  protected tokens: readonly IToken[] = [];
  protected complaints: SyntaxComplaint[] = [];
  protected doubtful = new Set<string>();
  protected cutShort: Span[] = [];
  protected latest: n.Item | undefined;

  abstract item: Rule<n.Item>;
  /** The rule of a statement, by its name. */
  protected abstract ruleNamed(name: StatementRule): Rule<n.Item>;

  /**
   * Reads one statement into a list. Where it does not parse, there is one complaint; the parser goes on at the next token
   * that begins a line and can begin a statement, or at the } that closes the block. If a { comes first, the statement's
   * head was at fault: what stands in its braces is parsed all the same, and kept.
   */
  protected override statement(into: n.Item[]): void {
    const first = this.LA(1);
    const from = this.currIdx;
    this.owners.push(first);
    try {
      const item = this.item();
      if (item.kind === 'sentence') this.checkSubject(item, first);
      this.latest = item;
      if (this.unclosed >= 0 || !('body' in item)) into.push(item);
      else into.push(this.withLostBody(item, first));
    } catch (error) {
      this.complain(error, first, from);
      into.push(this.recover(first, from));
    } finally {
      this.owners.pop();
    }
  }

  /** In a file that has a } too many, deeper lines after a statement without braces are its body. */
  private withLostBody<Item extends n.Item & { readonly body: readonly n.Item[] }>(item: Item, first: IToken): Item {
    if (this.LA(0).tokenType === t.CloseBrace || !this.lostItsBrace(first)) return item;
    this.complaints.push({ token: this.LA(0), kind: 'missing opening brace' });
    const body = this.bodyWithoutBrace(first);
    return { ...item, body, span: this.spanFrom(first) };
  }

  // ── one message ──────────────────────────────────────────────────────────────────────────────────────────────────

  private complain(error: unknown, first: IToken, from: number): void {
    const recognition = error as { readonly token?: IToken };
    if (!recognition.token) throw error;
    if (this.latest && !this.layout.beginsLine(first)) this.cutShort.push(this.latest.span);
    if (this.complaints.some((each) => each.token.startOffset >= first.startOffset)) return;
    const { token, message } = this.insideHead(recognition as { token: IToken; message: string }, first, from);
    const before = this.tokenBefore(token);
    const starts = statementStarts.has(first.tokenType) || t.isOf(first, t.Strength) || t.isOf(first, t.PaperHead);
    // A word of the language that begins none, as a verb does: what comes after it is not what is wrong.
    const verbFirst = before === first && first.tokenType !== t.Word;
    if (!starts && (token === first || verbFirst)) this.complaints.push({ token: first, kind: 'not a statement' });
    else if (token !== first && before && this.isAfter(token)) {
      this.complaints.push({ token: before, kind: 'unfinished', expected: message });
    } else this.complaints.push({ token, kind: 'unexpected', expected: message });
  }

  /** Whether a token begins the next statement, so that the one before it ends too soon. */
  private isAfter(token: IToken): boolean {
    if (isEnd(token) || token.tokenType === t.CloseBrace) return true;
    if (!this.layout.beginsLine(token)) return false;
    if (token.tokenType !== t.Word) return mayStart(token);
    const next = this.tokens[this.tokens.indexOf(token) + 1];
    return next !== undefined && (t.isOf(next, t.Strength) || subjectGoesOn.has(next.tokenType));
  }

  /** A complaint about a statement's first word, which can begin one: what its own rule has to say is nearer the fault. */
  private insideHead(
    recognition: { readonly token: IToken; readonly message: string },
    first: IToken,
    from: number,
  ): { readonly token: IToken; readonly message: string } {
    const rule = recognition.token === first ? headRule(first) : undefined;
    if (!rule) return recognition;
    this.currIdx = from;
    const complaints = this.complaints.length;
    try {
      this.ruleNamed(rule)();
      return recognition;
    } catch (error) {
      const nearer = error as { readonly token?: IToken; readonly message: string };
      return nearer.token ? { token: nearer.token, message: nearer.message } : recognition;
    } finally {
      this.complaints.length = complaints;
    }
  }

  /** A sentence's subject stands first on its line or after a brace: a lost comma must not hand a party over to the next sentence. */
  private checkSubject(sentence: n.Sentence, first: IToken): void {
    if (!sentence.subject || this.layout.beginsLine(first)) return;
    const before = this.tokenBefore(first);
    if (!before || before.tokenType === t.OpenBrace || before.tokenType === t.CloseBrace) return;
    this.complaints.push({ token: first, kind: 'subject not first' });
  }

  private tokenBefore(token: IToken): IToken | undefined {
    return this.tokens[(isEnd(token) ? this.tokens.length - 1 : this.tokens.indexOf(token)) - 1];
  }

  // ── going on ─────────────────────────────────────────────────────────────────────────────────────────────────────

  /** Goes on to the next statement. What the broken one declares by its first words, and what its braces hold, is kept. */
  private recover(first: IToken, from: number): n.Item {
    this.currIdx = from;
    const declares = this.declaredBy(first);
    const broken = (body: readonly n.Item[]): n.Item => ({
      kind: 'broken',
      declares,
      marks: [],
      body,
      span: this.spanFrom(first),
    });
    this.noteName(this.LA(1));
    this.currIdx++;
    for (;;) {
      const token = this.LA(1);
      if (isEnd(token) || token.tokenType === t.CloseBrace) return broken([]);
      if (token.tokenType === t.OpenBrace) return broken(this.body());
      if (this.layout.beginsLine(token) && mayStart(token)) {
        return broken(this.lostItsBrace(first) ? this.bodyWithoutBrace(first) : []);
      }
      this.noteName(token);
      this.currIdx++;
    }
  }

  private declaredBy(first: IToken): n.Broken['declares'] {
    const [name, title] = [this.LA(2), this.LA(3)];
    if (t.phraseOf.get(first.tokenType)?.role !== 'head' || !t.isOf(name, t.Name)) return undefined;
    const isTitled = title.tokenType === t.Text;
    return {
      head: first.image,
      name: tokenName(name),
      title: isTitled ? { text: textOf(title.image), span: tokenSpan(title) } : undefined,
    };
  }

  private noteName(token: IToken): void {
    if (t.isOf(token, t.Name)) this.doubtful.add(token.image);
  }
}

const subjectGoesOn = new Set([t.Comma, phrase('And'), phrase('Or')]);
