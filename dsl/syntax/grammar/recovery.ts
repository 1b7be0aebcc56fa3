import { EOF } from 'chevrotain';
import type { IToken } from 'chevrotain';
import type { Span } from '../../text/span.ts';
import type * as n from '../tree.ts';
import type { Rule } from './choices.ts';
import type { Layout } from './layout.ts';
import type { StatementRule } from './statement-heads.ts';
import * as t from '../tokens.ts';
import { phrase } from '../tokens.ts';
import { DetailRules } from './details.ts';
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
export abstract class RecoveringRules extends DetailRules {
  protected tokens: readonly IToken[] = [];
  protected complaints: SyntaxComplaint[] = [];
  protected doubtful = new Set<string>();
  protected cutShort: Span[] = [];
  protected layout: Layout = { indentOf: () => 0, beginsLine: () => true };
  /** First tokens of the statements whose bodies are being read, innermost last. */
  protected owners: IToken[] = [];
  /** How many more { than } there are, less those accounted for. */
  protected unclosed = 0;
  protected latest: n.Item | undefined;

  abstract item: Rule<n.Item>;
  /** The rule of a statement, by its name. */
  protected abstract ruleNamed(name: StatementRule): Rule<n.Item>;

  /**
   * Reads one statement into a list. Where it does not parse, there is one complaint; the parser goes on at the next token
   * that begins a line and can begin a statement, or at the } that closes the block. If a { comes first, the statement's
   * head was at fault: what stands in its braces is parsed all the same, and kept.
   */
  protected statement(into: n.Item[]): void {
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

  // ── braces ───────────────────────────────────────────────────────────────────────────────────────────────────────

  protected bodyEnds(): boolean {
    const next = this.LA(1);
    return isEnd(next) || next.tokenType === t.CloseBrace || (this.isOutdented(next) && mayStart(next));
  }

  /**
   * Where the file has a { too many, a line that stands no deeper than the statement whose body is being read is taken
   * to be outside it: so the { without a partner is found, and the statements after it keep their place.
   */
  protected isOutdented(token: IToken): boolean {
    if (this.unclosed <= 0) return false;
    const owner = this.owners.at(-1);
    if (!owner || !this.layout.beginsLine(token)) return false;
    const [indent, owned] = [this.layout.indentOf(token), this.layout.indentOf(owner)];
    return token.tokenType === t.CloseBrace ? indent < owned : indent <= owned;
  }

  /** Where the file has a } too many, deeper lines after a statement without braces are its body: its { was lost. */
  private lostItsBrace(owner: IToken): boolean {
    const next = this.LA(1);
    if (this.unclosed >= 0 || isEnd(next) || !this.layout.beginsLine(next) || !mayStart(next)) return false;
    return this.layout.indentOf(next) > this.layout.indentOf(owner);
  }

  private bodyWithoutBrace(owner: IToken): n.Item[] {
    this.unclosed++;
    const items: n.Item[] = [];
    while (!isEnd(this.LA(1)) && this.LA(1).tokenType !== t.CloseBrace) {
      if (this.layout.beginsLine(this.LA(1)) && this.layout.indentOf(this.LA(1)) <= this.layout.indentOf(owner)) break;
      this.statement(items);
    }
    if (this.LA(1).tokenType === t.CloseBrace) this.currIdx++;
    return items;
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

export function isEnd(token: IToken): boolean {
  return token.tokenType === EOF;
}

function mayStart(token: IToken): boolean {
  return (
    statementStarts.has(token.tokenType) ||
    token.tokenType === t.Word ||
    t.isOf(token, t.Strength) ||
    t.isOf(token, t.PaperHead)
  );
}

const subjectGoesOn = new Set([t.Comma, phrase('And'), phrase('Or')]);
