import type { IToken } from 'chevrotain';
import type { Day } from '../../../register/day.ts';
import type { Span } from '../../text/span.ts';
import type { Amount, ComparatorName, EventNode, NameNode, Parties, Quantity, TextNode, UnitName } from '../tree.ts';
import { parseDate, parseMonth } from '../literals.ts';
import { words } from './choices.ts';
import { ReadyParser } from './ready-parser.ts';
import * as t from '../tokens.ts';
import { phrase } from '../tokens.ts';

const Every = phrase('Every');
const Absence = phrase('Absence');
const Sessions = phrase('Sessions');

const joiners = words({ Comma: '', And: '', Or: 'any' });
const comparators = words({
  AtLeast: 'at least',
  AtMost: 'at most',
  MoreThan: 'more than',
  FewerThan: 'fewer than',
  Below: 'below',
  Above: 'above',
  Exactly: 'exactly',
});

/**
 * The grammar is one parser in several files, each a class that extends the one before: terminals, measures, conditions,
 * timings, sentences, declarations of each sort, and the policy. Its rules return nodes of the tree as they parse;
 * Chevrotain's own recovery is off (policy-parser.ts recovers by statement).
 */
export abstract class TerminalRules extends ReadyParser {
  name = this.rule('name', (): NameNode => tokenName(this.take(t.Name)));

  /** `absence`, said where a name is. */
  absence = this.rule('absence', (): NameNode => tokenName(this.take(Absence)));

  private sessions = this.rule('sessions', (): NameNode => tokenName(this.take(Sessions)));

  text = this.rule('text', (): TextNode => {
    const token = this.take(t.Text);
    return { text: textOf(token.image), span: tokenSpan(token) };
  });

  texts = this.rule('texts', (): readonly TextNode[] => {
    const texts = [this.read(this.text)];
    while (this.again(commas)) {
      this.take(t.Comma);
      texts.push(this.read(this.text));
    }
    return texts;
  });

  code = this.rule('code', (): TextNode => {
    const token = this.take(t.Code);
    return { text: token.image, span: tokenSpan(token) };
  });

  codes = this.rule('codes', (): readonly TextNode[] => {
    const codes = [this.read(this.code)];
    while (this.again(commas)) {
      this.take(t.Comma);
      codes.push(this.read(this.code));
    }
    return codes;
  });

  /** A list of names: by `and` and commas all of them, by `or` any one, after `every` each separately. */
  parties = this.rule('parties', (): Parties => {
    const first = this.LA(1);
    const every = this.has(Every);
    const names = [this.read(this.name)];
    let join: 'all' | 'any' = 'all';
    while (this.again(joiners) && this.listGoesOn()) {
      if (this.word(joiners) === 'any') join = 'any';
      names.push(this.read(this.name));
    }
    return { join, every, names, span: this.spanFrom(first) };
  });

  /** A list ends before `and name sent`, which begins another condition, not another party. */
  private listGoesOn(): boolean {
    const after = this.LA(3);
    return !(t.isOf(after, t.Done) && !t.isOf(after, t.Verb));
  }

  /** Units are written by the first form of their phrase. */
  unit = this.rule('unit', (): UnitName => t.formOf(this.take(t.Unit)) as UnitName);

  number = this.rule('number', (): number => Number(this.take(t.NumberLiteral).image));

  quantity = this.rule('quantity', (): Quantity => {
    const first = this.LA(1);
    const number = this.read(this.number);
    const unit = this.read(this.unit);
    return { from: undefined, number, unit, span: this.spanFrom(first) };
  });

  private percentage = this.rule('percentage', (): Amount => {
    const token = this.take(t.Percent);
    return amountOf(token, 'per cent', tokenSpan(token));
  });

  private plainAmount = this.rule('plainAmount', (): Amount => {
    const token = this.take(t.NumberLiteral);
    const unit = this.maybe(this.unit);
    return amountOf(token, unit, this.spanFrom(token));
  });

  private amounts = this.among(this.percentage, this.plainAmount);
  amount = this.rule('amount', (): Amount => this.oneOf(this.amounts));

  private happenings = this.among(this.name, this.absence, this.sessions);
  event = this.rule('event', (): EventNode => {
    const first = this.LA(1);
    const name = this.oneOf(this.happenings);
    const done = this.maybeTake(t.Done)?.image;
    return { name, done, span: this.spanFrom(first) };
  });

  comparator = this.rule('comparator', (): ComparatorName => this.word(comparators));
}

const commas = words({ Comma: '' });

export function tokenSpan(token: IToken): Span {
  return { start: token.startOffset, end: t.endOf(token) };
}

export function tokenName(token: IToken): NameNode {
  return { name: token.image, span: tokenSpan(token) };
}

export function textOf(image: string): string {
  const last = image.charCodeAt(image.length - 1);
  const closed = image.length > 1 && (last === straightQuote || last === closingQuote);
  return closed ? image.slice(1, -1) : image.slice(1).trimEnd();
}

const straightQuote = 0x22;
const closingQuote = 0x201d;

function amountOf(token: IToken, unit: Amount['unit'], span: Span): Amount {
  const [whole, fraction = ''] = /^[\d.]+/.exec(token.image)?.[0].split('.') ?? ['0'];
  return { numerator: Number(`${whole}${fraction}`), denominator: 10 ** fraction.length, unit, span };
}

export function dateOf(token: IToken): Day {
  return parseDate(token.image) ?? parseMonth(token.image.replace(/^\d+\s+/, '')) ?? (0 as Day);
}
