import type { IToken } from 'chevrotain';
import type { ClockTime } from '../../../register/clock-time.ts';
import type { Day } from '../../../register/day.ts';
import type { Span } from '../../text/span.ts';
import type {
  Amount,
  ClockNode,
  ComparatorName,
  DayOfYear,
  EventNode,
  NameNode,
  Parties,
  Quantity,
  TextNode,
  TimeBound,
  TimeRange,
  UnitName,
} from '../tree.ts';
import { parseClockTime } from '../../../register/clock-time.ts';
import { parseDate, parseDayOfYear, parseMonth } from '../literals.ts';
import { ReadyParser } from './ready-parser.ts';
import * as t from '../tokens.ts';
import { phrase } from '../tokens.ts';

/**
 * The grammar is one parser in five files, each a class that extends the one before: terminals, conditions, sentences,
 * declarations, and the policy. Its rules return nodes of the tree as they parse; Chevrotain's own recovery is off
 * (policy-parser.ts recovers by statement).
 */
export abstract class TerminalRules extends ReadyParser {
  protected spanFrom(first: IToken): Span {
    const last = this.LA(0);
    return { start: first.startOffset, end: Math.max((last.endOffset ?? first.startOffset) + 1, first.startOffset) };
  }

  name = this.RULE('name', (): NameNode => {
    const token = this.CONSUME(t.Name);
    return { name: token.image, span: tokenSpan(token) };
  });

  text = this.RULE('text', (): TextNode => {
    const token = this.CONSUME(t.Text);
    return { text: textOf(token.image), span: tokenSpan(token) };
  });

  texts = this.RULE('texts', (): TextNode[] => {
    const texts = [this.SUBRULE(this.text)];
    this.MANY(() => {
      this.CONSUME(t.Comma);
      texts.push(this.SUBRULE2(this.text));
    });
    return texts;
  });

  codes = this.RULE('codes', (): TextNode[] => {
    const codes = [codeNode(this.CONSUME(t.Code))];
    this.MANY(() => {
      this.CONSUME(t.Comma);
      codes.push(codeNode(this.CONSUME2(t.Code)));
    });
    return codes;
  });

  /** A list of names: by `and` and commas all of them, by `or` any one, after `every` each separately. */
  parties = this.RULE('parties', (): Parties => {
    const first = this.LA(1);
    let every = false;
    this.OPTION(() => {
      this.CONSUME(phrase('Every'));
      every = true;
    });
    const names = [this.SUBRULE(this.name)];
    let join: 'all' | 'any' = 'all';
    this.MANY({
      GATE: () => this.listGoesOn(),
      DEF: () => {
        this.OR([
          { ALT: () => this.CONSUME(t.Comma) },
          { ALT: () => this.CONSUME(phrase('And')) },
          {
            ALT: () => {
              this.CONSUME(phrase('Or'));
              join = 'any';
            },
          },
        ]);
        names.push(this.SUBRULE2(this.name));
      },
    });
    return { join, every, names, span: this.spanFrom(first) };
  });

  /** A list ends before `and name sent`, which begins another condition, not another party. */
  private listGoesOn(): boolean {
    const after = this.LA(3).tokenType;
    return !(after.CATEGORIES?.includes(t.Done) && !after.CATEGORIES.includes(t.Verb));
  }

  unit = this.RULE('unit', (): UnitName => {
    const token = this.CONSUME(t.Unit);
    return this.ACTION(() => unitName(token));
  });

  quantity = this.RULE('quantity', (): Quantity => {
    const first = this.LA(1);
    const number = Number(this.CONSUME(t.NumberLiteral).image);
    const unit = this.SUBRULE(this.unit);
    return { from: undefined, number, unit, span: this.spanFrom(first) };
  });

  amount = this.RULE('amount', (): Amount => {
    const first = this.LA(1);
    return this.OR([
      { ALT: () => this.amountOf(this.CONSUME(t.Percent), 'per cent', first) },
      {
        ALT: () => {
          const number = this.CONSUME(t.NumberLiteral);
          const unit = this.OPTION(() => this.SUBRULE(this.unit));
          return this.amountOf(number, unit, first);
        },
      },
    ]);
  });

  private amountOf(token: IToken, unit: Amount['unit'], first: IToken): Amount {
    const [whole, fraction = ''] = /^[\d.]+/.exec(token.image)?.[0].split('.') ?? ['0'];
    return {
      numerator: Number(`${whole}${fraction}`),
      denominator: 10 ** fraction.length,
      unit,
      span: this.spanFrom(first),
    };
  }

  clock = this.RULE('clock', (): ClockNode => {
    return this.OR([
      {
        ALT: () => {
          const token = this.CONSUME(t.ClockLiteral);
          return clockNode(token);
        },
      },
      {
        ALT: () => {
          const named = this.SUBRULE(this.name);
          return { kind: 'named time' as const, name: named.name, span: named.span };
        },
      },
    ]);
  });

  timeBound = this.RULE('timeBound', (): TimeBound => {
    const first = this.LA(1);
    const kind = this.word({ After: 'after', By: 'by', Before: 'before', From: 'from', Until: 'until' });
    const time = this.SUBRULE(this.clock);
    return { kind, time, span: this.spanFrom(first) };
  });

  timeRange = this.RULE('timeRange', (): TimeRange => {
    const first = this.LA(1);
    const bounds = [this.SUBRULE(this.timeBound)];
    this.OPTION(() => {
      this.CONSUME(phrase('But'));
      bounds.push(this.SUBRULE2(this.timeBound));
    });
    return { bounds, span: this.spanFrom(first) };
  });

  event = this.RULE('event', (): EventNode => {
    const first = this.LA(1);
    const name = this.OR([
      { ALT: () => this.SUBRULE(this.name) },
      { ALT: () => tokenName(this.CONSUME(phrase('Absence'))) },
      { ALT: () => tokenName(this.CONSUME(phrase('Sessions'))) },
    ]);
    const done = this.OPTION(() => this.CONSUME(t.Done).image);
    return { name, done, span: this.spanFrom(first) };
  });

  comparator = this.RULE('comparator', (): ComparatorName => {
    return this.word({
      AtLeast: 'at least',
      AtMost: 'at most',
      MoreThan: 'more than',
      FewerThan: 'fewer than',
      Below: 'below',
      Above: 'above',
      Exactly: 'exactly',
    });
  });

  day = this.RULE('day', (): Day => dateOf(this.CONSUME(t.DateLiteral)));

  dayOfYear = this.RULE('dayOfYear', (): DayOfYear => {
    const { image } = this.CONSUME(t.DayOfYear);
    return parseDayOfYear(image) ?? { month: 1, date: 1 };
  });
}

export function tokenSpan(token: IToken): Span {
  return { start: token.startOffset, end: (token.endOffset ?? token.startOffset) + 1 };
}

export function tokenName(token: IToken): NameNode {
  return { name: token.image, span: tokenSpan(token) };
}

function codeNode(token: IToken): TextNode {
  return { text: token.image, span: tokenSpan(token) };
}

export function textOf(image: string): string {
  return /["”]$/.test(image.slice(1)) ? image.slice(1, -1) : image.slice(1).trimEnd();
}

/** Units are written by the first form of their phrase. */
function unitName(token: IToken): UnitName {
  return t.phraseOf.get(token.tokenType)!.forms[0] as UnitName;
}

export function clockNode(token: IToken): ClockNode {
  return { kind: 'clock', time: clockOf(token), span: tokenSpan(token) };
}

export function clockOf(token: IToken): ClockTime {
  return parseClockTime(token.image) ?? (0 as ClockTime);
}

/** The day a date literal names. One that no calendar has is told by the lexer, and read as the first of its month. */
export function dateOf(token: IToken): Day {
  return parseDate(token.image) ?? parseMonth(token.image.replace(/^\d+\s+/, '')) ?? (0 as Day);
}

/** The first day of the month. */
export function monthOf(token: IToken): Day {
  return parseMonth(token.image) ?? (0 as Day);
}
