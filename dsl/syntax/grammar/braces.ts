import { EOF } from 'chevrotain';
import type { IToken } from 'chevrotain';
import type * as n from '../tree.ts';
import type { Layout } from './layout.ts';
import * as t from '../tokens.ts';
import { DepartureRules } from './departures.ts';
import { statementStarts } from './statement-heads.ts';

/** Where a body ends, in a file whose braces may not all have a partner. */
export abstract class BraceRules extends DepartureRules {
  protected layout: Layout = { indentOf: () => 0, beginsLine: () => true };
  /** First tokens of the statements whose bodies are being read, innermost last. */
  protected owners: IToken[] = [];
  /** How many more { than } there are, less those accounted for. */
  protected unclosed = 0;

  protected abstract statement(into: n.Item[]): void;

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
  protected lostItsBrace(owner: IToken): boolean {
    const next = this.LA(1);
    if (this.unclosed >= 0 || isEnd(next) || !this.layout.beginsLine(next) || !mayStart(next)) return false;
    return this.layout.indentOf(next) > this.layout.indentOf(owner);
  }

  protected bodyWithoutBrace(owner: IToken): n.Item[] {
    this.unclosed++;
    const items: n.Item[] = [];
    while (!isEnd(this.LA(1)) && this.LA(1).tokenType !== t.CloseBrace) {
      if (this.layout.beginsLine(this.LA(1)) && this.layout.indentOf(this.LA(1)) <= this.layout.indentOf(owner)) break;
      this.statement(items);
    }
    if (this.LA(1).tokenType === t.CloseBrace) this.currIdx++;
    return items;
  }
}

export function isEnd(token: IToken): boolean {
  return token.tokenType === EOF;
}

export function mayStart(token: IToken): boolean {
  return (
    statementStarts.has(token.tokenType) ||
    token.tokenType === t.Word ||
    t.isOf(token, t.Strength) ||
    t.isOf(token, t.PaperHead)
  );
}
