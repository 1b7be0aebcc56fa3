import type {
  ClassName,
  ComparatorName,
  InWhich,
  MeasureNode,
  NameNode,
  TextNode,
  Test,
  UnitName,
  WindowNode,
} from '../tree.ts';
import * as t from '../tokens.ts';
import { phrase } from '../tokens.ts';
import { TerminalRules, tokenName, tokenSpan } from './terminals.ts';

/** Conditions and measures: what is counted, over when, how compared; and what happened, was judged or holds. */
export abstract class ConditionRules extends TerminalRules {
  test = this.RULE('test', (): Test => {
    const first = this.LA(1);
    const parts = [this.SUBRULE(this.eitherTest)];
    this.MANY(() => {
      this.CONSUME(phrase('OrPerhaps'));
      parts.push(this.SUBRULE2(this.eitherTest));
    });
    return parts.length === 1 ? parts[0]! : { kind: 'or perhaps', parts, span: this.spanFrom(first) };
  });

  eitherTest = this.RULE('eitherTest', (): Test => {
    const first = this.LA(1);
    const parts = [this.SUBRULE(this.bothTest)];
    this.MANY(() => {
      this.CONSUME(phrase('Or'));
      parts.push(this.SUBRULE2(this.bothTest));
    });
    return parts.length === 1 ? parts[0]! : { kind: 'or', parts, span: this.spanFrom(first) };
  });

  bothTest = this.RULE('bothTest', (): Test => {
    const first = this.LA(1);
    const parts = [this.SUBRULE(this.unaryTest)];
    this.MANY(() => {
      this.CONSUME(phrase('And'));
      parts.push(this.SUBRULE2(this.unaryTest));
    });
    return parts.length === 1 ? parts[0]! : { kind: 'and', parts, span: this.spanFrom(first) };
  });

  unaryTest = this.RULE('unaryTest', (): Test => {
    const first = this.LA(1);
    return this.OR([
      {
        ALT: () => {
          this.CONSUME(phrase('Not'));
          const part = this.SUBRULE(this.unaryTest);
          return { kind: 'not' as const, part, span: this.spanFrom(first) };
        },
      },
      {
        ALT: () => {
          this.CONSUME(t.OpenBracket);
          const inner = this.SUBRULE(this.test);
          this.CONSUME(t.CloseBracket);
          return { ...inner, bracketed: true as const, span: this.spanFrom(first) };
        },
      },
      { ALT: () => this.SUBRULE(this.primaryTest) },
    ]);
  });

  primaryTest = this.RULE('primaryTest', (): Test => {
    return this.OR([
      { GATE: () => this.absentToday(), ALT: () => this.SUBRULE(this.todayTest) },
      { ALT: () => this.SUBRULE(this.numberedTest) },
      { ALT: () => this.SUBRULE(this.rateTest) },
      { ALT: () => this.SUBRULE(this.markTest) },
      { ALT: () => this.SUBRULE(this.arrivingTest) },
      { ALT: () => this.SUBRULE(this.bornTest) },
      { ALT: () => this.SUBRULE(this.namedTest) },
    ]);
  });

  private absentToday(): boolean {
    return !this.LA(2).tokenType.CATEGORIES?.includes(t.Unit);
  }

  /** `absent`: of the day itself. */
  todayTest = this.RULE('todayTest', (): Test => {
    const first = this.LA(1);
    const found = this.SUBRULE(this.sessionClass);
    return { kind: 'today', class: found, span: this.spanFrom(first) };
  });

  markTest = this.RULE('markTest', (): Test => {
    const first = this.LA(1);
    this.CONSUME(phrase('Sessions'));
    this.CONSUME(phrase('Coded'));
    const codes = this.SUBRULE(this.codes);
    return { kind: 'mark', codes, span: this.spanFrom(first) };
  });

  arrivingTest = this.RULE('arrivingTest', (): Test => {
    const first = this.LA(1);
    this.CONSUME(phrase('Arriving'));
    const range = this.SUBRULE(this.timeRange);
    return { kind: 'arriving', range, span: this.spanFrom(first) };
  });

  bornTest = this.RULE('bornTest', (): Test => {
    const first = this.LA(1);
    this.CONSUME(phrase('Born'));
    this.CONSUME(phrase('From'));
    const from = this.SUBRULE(this.dayOfYear);
    this.CONSUME(phrase('To'));
    const to = this.SUBRULE2(this.dayOfYear);
    return { kind: 'born', from, to, span: this.spanFrom(first) };
  });

  /** `at least 10 …`, `any …`, `no …`: a count of sessions, or of times that something happened. */
  numberedTest = this.RULE('numberedTest', (): Test => {
    const first = this.LA(1);
    const { comparator, number, numberToken } = this.OR([
      {
        ALT: () => {
          const found = this.SUBRULE(this.comparator);
          const token = this.CONSUME(t.NumberLiteral);
          return { comparator: found, number: Number(token.image), numberToken: token };
        },
      },
      {
        ALT: () => ({ comparator: 'at least' as ComparatorName, number: 1, numberToken: this.CONSUME(phrase('Any')) }),
      },
      { ALT: () => ({ comparator: 'exactly' as ComparatorName, number: 0, numberToken: this.CONSUME(phrase('No')) }) },
    ]);
    return this.OR2([
      {
        ALT: (): Test => {
          const measure = this.SUBRULE(this.countMeasure);
          const amountSpan = this.ACTION(() => tokenSpan(numberToken));
          const amount = { numerator: number, denominator: 1, unit: undefined, span: amountSpan };
          const to: MeasureNode = { kind: 'constant', amount, span: amountSpan };
          return { kind: 'compare', measure, comparator, to, span: this.spanFrom(first) };
        },
      },
      {
        ALT: (): Test => {
          const name = this.SUBRULE(this.name);
          const done = this.CONSUME(t.Done);
          const windows = this.SUBRULE(this.windows);
          const doneSpan = tokenSpan(done);
          const times = { comparator, number };
          return {
            kind: 'happened',
            name,
            not: false,
            done: done.image,
            doneSpan,
            times,
            windows,
            span: this.spanFrom(first),
          };
        },
      },
    ]);
  });

  rateTest = this.RULE('rateTest', (): Test => {
    const first = this.LA(1);
    const measure = this.SUBRULE(this.rateMeasure);
    return this.OR([
      {
        ALT: (): Test => {
          const comparator = this.SUBRULE(this.comparator);
          const to = this.SUBRULE(this.comparedTo);
          return { kind: 'compare', measure, comparator, to, span: this.spanFrom(first) };
        },
      },
      {
        ALT: (): Test => {
          this.CONSUME(phrase('AsSetIn'));
          const provision = this.SUBRULE(this.text);
          return { kind: 'as set', measure, provision, span: this.spanFrom(first) };
        },
      },
    ]);
  });

  comparedTo = this.RULE('comparedTo', (): MeasureNode => {
    const first = this.LA(1);
    return this.OR([
      {
        ALT: (): MeasureNode => {
          const amount = this.SUBRULE(this.amount);
          return { kind: 'constant', amount, span: this.spanFrom(first) };
        },
      },
      { ALT: () => this.SUBRULE(this.rateMeasure) },
      {
        ALT: (): MeasureNode => {
          const name = this.SUBRULE(this.name);
          return { kind: 'named', name, span: name.span };
        },
      },
    ]);
  });

  /** A condition that begins with a name: what became of it, what it is, how it compares, or the name alone. */
  namedTest = this.RULE('namedTest', (): Test => {
    const first = this.LA(1);
    const name = this.SUBRULE(this.name);
    const rest = this.OPTION(() =>
      this.OR([
        { ALT: () => this.SUBRULE(this.becameOf, { ARGS: [name] }) },
        { ALT: () => this.SUBRULE(this.isValue, { ARGS: [name] }) },
        {
          ALT: (): Test => {
            this.CONSUME(phrase('In'));
            const comparator = this.SUBRULE(this.comparator);
            const number = Number(this.CONSUME(t.NumberLiteral).image);
            const noun = this.SUBRULE2(this.name);
            return { kind: 'in at least', name, comparator, number, noun, span: this.spanFrom(first) };
          },
        },
        {
          ALT: (): Test => {
            const comparator = this.SUBRULE2(this.comparator);
            const to = this.SUBRULE(this.comparedTo);
            const measure: MeasureNode = { kind: 'named', name, span: name.span };
            return { kind: 'compare', measure, comparator, to, span: this.spanFrom(first) };
          },
        },
      ]),
    );
    return this.ACTION(() =>
      rest ? { ...rest, span: this.spanFrom(first) } : { kind: 'name', name, span: name.span },
    );
  });

  becameOf = this.RULE('becameOf', (name: NameNode): Test => {
    const first = this.LA(1);
    let not = false;
    this.OPTION(() => {
      this.CONSUME(phrase('Not'));
      not = true;
    });
    const done = this.CONSUME(t.Done);
    let ahead = false;
    this.OPTION2(() => {
      this.CONSUME(phrase('InAdvance'));
      ahead = true;
    });
    const windows = this.SUBRULE(this.windows);
    const doneSpan = tokenSpan(done);
    return {
      kind: 'happened',
      name,
      not,
      done: done.image,
      doneSpan,
      times: undefined,
      ...(ahead ? { ahead: true as const } : {}),
      windows,
      span: this.spanFrom(first),
    };
  });

  isValue = this.RULE('isValue', (name: NameNode): Test => {
    const first = this.LA(1);
    let not = false;
    this.CONSUME(phrase('Is'));
    this.OPTION(() => {
      this.CONSUME(phrase('Not'));
      not = true;
    });
    const value = this.OR([
      { ALT: () => this.SUBRULE(this.name) },
      { ALT: () => tokenName(this.CONSUME(phrase('Open'))) },
      { ALT: () => tokenName(this.CONSUME(t.Code)) },
      { ALT: () => tokenName(this.CONSUME(t.SessionClass)) },
    ]);
    return { kind: 'is', name, not, value, span: this.spanFrom(first) };
  });

  // ── measures ─────────────────────────────────────────────────────────────────────────────────────────────────────

  measure = this.RULE('measure', (): MeasureNode => {
    const first = this.LA(1);
    let measure = this.SUBRULE(this.plainMeasure);
    this.OPTION(() => {
      this.CONSUME(phrase('OutOf'));
      const bottom = this.SUBRULE2(this.plainMeasure);
      measure = { kind: 'ratio', top: measure, bottom, span: this.spanFrom(first) };
    });
    this.OPTION2(() => {
      this.CONSUME(phrase('AtHighest'));
      const window = this.OPTION3(() => this.SUBRULE(this.window));
      measure = { kind: 'highest', of: measure, window, span: this.spanFrom(first) };
    });
    return measure;
  });

  plainMeasure = this.RULE('plainMeasure', (): MeasureNode => {
    const first = this.LA(1);
    return this.OR([
      { ALT: () => this.SUBRULE(this.countMeasure) },
      { ALT: () => this.SUBRULE(this.rateMeasure) },
      {
        ALT: (): MeasureNode => {
          const name = this.SUBRULE(this.name);
          return { kind: 'named', name, span: name.span };
        },
      },
      {
        ALT: (): MeasureNode => {
          const amount = this.SUBRULE(this.amount);
          return { kind: 'constant', amount, span: this.spanFrom(first) };
        },
      },
    ]);
  });

  rateMeasure = this.RULE('rateMeasure', (): MeasureNode => {
    const first = this.LA(1);
    const of = this.word({ Attendance: 'attendance', Absence: 'absence' });
    const windows = this.SUBRULE(this.windows);
    return { kind: 'rate', of, windows, span: this.spanFrom(first) };
  });

  /** Class, unit, then what narrows it, in any order. */
  countMeasure = this.RULE('countMeasure', (): MeasureNode => {
    const first = this.LA(1);
    const before = this.OPTION(() => this.SUBRULE(this.sessionClass));
    const unit = this.SUBRULE(this.unit);
    let codes: TextNode[] = [];
    let after: ClassName | undefined;
    let withExpected = false;
    let inWhich: InWhich | undefined;
    const windows: WindowNode[] = [];
    const narrowing = (): void => {
      this.OR([
        {
          ALT: () => {
            this.CONSUME(phrase('Coded'));
            codes = this.SUBRULE(this.codes);
          },
        },
        { ALT: () => windows.push(this.SUBRULE(this.window)) },
        {
          ALT: () => {
            this.CONSUME(phrase('OrPerhaps'));
            windows.push(this.SUBRULE2(this.window));
          },
        },
        {
          ALT: () => {
            this.CONSUME(phrase('WithThoseExpected'));
            withExpected = true;
          },
        },
        {
          ALT: () => {
            after = this.SUBRULE2(this.sessionClass);
          },
        },
        {
          ALT: () => {
            inWhich = this.SUBRULE(this.inWhich);
          },
        },
      ]);
    };
    this.MANY({ GATE: () => this.LA(1).tokenType !== phrase('OrPerhaps') || this.windowFollows(), DEF: narrowing });
    return {
      kind: 'count',
      class: before ?? after,
      unit,
      codes,
      windows,
      withExpected,
      inWhich,
      span: this.spanFrom(first),
    };
  });

  inWhich = this.RULE('inWhich', (): InWhich => {
    const first = this.LA(1);
    this.CONSUME(phrase('InWhich'));
    const quantifier = this.word({ Every: 'every', Some: 'some', SomeButNotEvery: 'some but not every' });
    const unit = this.SUBRULE(this.unit);
    this.CONSUME(phrase('Is'));
    const found = this.SUBRULE(this.sessionClass);
    return { quantifier, unit, class: found, span: this.spanFrom(first) };
  });

  sessionClass = this.RULE('sessionClass', (): ClassName => this.CONSUME(t.SessionClass).image as ClassName);

  // ── windows ──────────────────────────────────────────────────────────────────────────────────────────────────────

  /** None, one, or several readings of one. */
  windows = this.RULE('windows', (): WindowNode[] => {
    const windows: WindowNode[] = [];
    this.OPTION(() => {
      windows.push(this.SUBRULE(this.window));
      this.MANY({
        GATE: () => this.windowFollows(),
        DEF: () => {
          this.CONSUME(phrase('OrPerhaps'));
          windows.push(this.SUBRULE2(this.window));
        },
      });
    });
    return windows;
  });

  private windowFollows(): boolean {
    return windowStarts.has(this.LA(2).tokenType);
  }

  window = this.RULE('window', (): WindowNode => {
    const first = this.LA(1);
    return this.OR([
      {
        ALT: (): WindowNode => {
          const kind = this.word2({ This: 'this', Last: 'last' });
          const unit: UnitName = this.SUBRULE(this.unit);
          return { kind, unit, span: this.spanFrom(first) };
        },
      },
      {
        ALT: (): WindowNode => {
          this.CONSUME(phrase('InARolling'));
          const number = Number(this.CONSUME(t.NumberLiteral).image);
          const unit = this.SUBRULE2(this.unit);
          const after = this.OPTION({
            GATE: () => this.LA(2).tokenType === t.DateLiteral,
            DEF: () => {
              this.CONSUME(phrase('After'));
              return this.SUBRULE(this.day);
            },
          });
          return { kind: 'rolling', number, unit, after, span: this.spanFrom(first) };
        },
      },
      {
        ALT: (): WindowNode => {
          this.CONSUME(phrase('During'));
          const name = this.SUBRULE(this.name);
          return { kind: 'during', name, span: this.spanFrom(first) };
        },
      },
      {
        ALT: (): WindowNode => {
          this.CONSUME(phrase('Since'));
          const event = this.SUBRULE(this.event);
          return { kind: 'since', event, span: this.spanFrom(first) };
        },
      },
      {
        ALT: (): WindowNode => {
          this.CONSUME(phrase('InARow'));
          return { kind: 'in a row', span: this.spanFrom(first) };
        },
      },
    ]);
  });
}

const windowStarts = new Set(['This', 'Last', 'InARolling', 'During', 'Since', 'InARow'].map((name) => phrase(name)));
