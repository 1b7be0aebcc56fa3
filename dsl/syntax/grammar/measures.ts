import type { IToken } from 'chevrotain';
import type { Day } from '../../../register/day.ts';
import type { ClassName, InWhich, MeasureNode, TextNode, UnitName, WindowNode } from '../tree.ts';
import * as t from '../tokens.ts';
import { phrase } from '../tokens.ts';
import { words } from './choices.ts';
import { TerminalRules } from './terminals.ts';

const OutOf = phrase('OutOf');
const AtHighest = phrase('AtHighest');
const Coded = phrase('Coded');
const OrPerhaps = phrase('OrPerhaps');
const WithThoseExpected = phrase('WithThoseExpected');
const InWhichPhrase = phrase('InWhich');
const Is = phrase('Is');
const InARolling = phrase('InARolling');
const After = phrase('After');
const During = phrase('During');
const Since = phrase('Since');
const InARow = phrase('InARow');

const windowWords = words({ This: 'this', Last: 'last' });
const rates = words({ Attendance: 'attendance', Absence: 'absence' });
const quantifiers = words({ Every: 'every', Some: 'some', SomeButNotEvery: 'some but not every' });
const perhaps = words({ OrPerhaps: '' });
const windowStarts = new Set(['This', 'Last', 'InARolling', 'During', 'Since', 'InARow'].map((name) => phrase(name)));

/** What narrows a count, as it is read. */
interface Narrowing {
  codes: readonly TextNode[];
  windows: WindowNode[];
  withExpected: boolean;
  class: ClassName | undefined;
  inWhich: InWhich | undefined;
}

/** Measures: what is counted, and over when. */
export abstract class MeasureRules extends TerminalRules {
  sessionClass = this.rule('sessionClass', (): ClassName => this.take(t.SessionClass).image as ClassName);

  // ── windows ──────────────────────────────────────────────────────────────────────────────────────────────────────

  private periodWindow = this.rule('periodWindow', (): WindowNode => {
    const first = this.LA(1);
    const kind = this.word(windowWords);
    const unit: UnitName = this.read(this.unit);
    return { kind, unit, span: this.spanFrom(first) };
  });

  private afterDay = this.rule('afterDay', (): Day => {
    this.take(After);
    return this.read(this.day);
  });

  private dateFollows(): boolean {
    return this.RECORDING_PHASE || this.LA(2).tokenType === t.DateLiteral;
  }

  private rollingWindow = this.rule('rollingWindow', (): WindowNode => {
    const first = this.take(InARolling);
    const number = this.read(this.number);
    const unit = this.read(this.unit);
    const after = this.dateFollows() ? this.maybe(this.afterDay) : undefined;
    return { kind: 'rolling', number, unit, after, span: this.spanFrom(first) };
  });

  private duringWindow = this.rule('duringWindow', (): WindowNode => {
    const first = this.take(During);
    const name = this.read(this.name);
    return { kind: 'during', name, span: this.spanFrom(first) };
  });

  private sinceWindow = this.rule('sinceWindow', (): WindowNode => {
    const first = this.take(Since);
    const event = this.read(this.event);
    return { kind: 'since', event, span: this.spanFrom(first) };
  });

  private rowWindow = this.rule('rowWindow', (): WindowNode => {
    const first = this.take(InARow);
    return { kind: 'in a row', span: this.spanFrom(first) };
  });

  private windowSorts = this.among<WindowNode>(
    this.periodWindow,
    this.rollingWindow,
    this.duringWindow,
    this.sinceWindow,
    this.rowWindow,
  );
  window = this.rule('window', (): WindowNode => this.oneOf(this.windowSorts));

  /** One, or several readings of one. */
  private someWindows = this.rule('someWindows', (): readonly WindowNode[] => {
    const windows = [this.read(this.window)];
    while (this.again(perhaps) && this.windowFollows()) {
      this.take(OrPerhaps);
      windows.push(this.read(this.window));
    }
    return windows;
  });

  /** None, one, or several readings of one. */
  windows = this.rule('windows', (): readonly WindowNode[] => this.maybe(this.someWindows) ?? none);

  private windowFollows(): boolean {
    return this.RECORDING_PHASE || windowStarts.has(this.LA(2).tokenType);
  }

  // ── counts ───────────────────────────────────────────────────────────────────────────────────────────────────────

  private withCodes = this.rule('withCodes', (found: Narrowing): void => {
    this.take(Coded);
    found.codes = this.read(this.codes);
  });

  private withWindow = this.rule('withWindow', (found: Narrowing): void => {
    found.windows.push(this.read(this.window));
  });

  private orPerhapsWindow = this.rule('orPerhapsWindow', (found: Narrowing): void => {
    this.take(OrPerhaps);
    found.windows.push(this.read(this.window));
  });

  private withExpected = this.rule('withExpected', (found: Narrowing): void => {
    this.take(WithThoseExpected);
    found.withExpected = true;
  });

  private withClass = this.rule('withClass', (found: Narrowing): void => {
    found.class = this.read(this.sessionClass);
  });

  private withInWhich = this.rule('withInWhich', (found: Narrowing): void => {
    const first = this.take(InWhichPhrase);
    const quantifier = this.word(quantifiers);
    const unit = this.read(this.unit);
    this.take(Is);
    const each = this.read(this.sessionClass);
    found.inWhich = { quantifier, unit, class: each, span: this.spanFrom(first) };
  });

  private narrowings = this.among<void, Narrowing>(
    this.withCodes,
    this.withWindow,
    this.orPerhapsWindow,
    this.withExpected,
    this.withClass,
    this.withInWhich,
  );

  /** Class, unit, then what narrows it, in any order. */
  countMeasure = this.rule('countMeasure', (): MeasureNode => {
    const first = this.LA(1);
    const before = this.maybe(this.sessionClass);
    const unit = this.read(this.unit);
    const found: Narrowing = {
      codes: none,
      windows: [],
      withExpected: false,
      class: undefined,
      inWhich: undefined,
    };
    while (this.again(this.narrowings) && this.narrowingFollows(this.LA(1))) this.oneOf(this.narrowings, found);
    const { codes, windows, withExpected, inWhich } = found;
    const span = this.spanFrom(first);
    return { kind: 'count', class: before ?? found.class, unit, codes, windows, withExpected, inWhich, span };
  });

  private narrowingFollows(next: IToken): boolean {
    return next.tokenType !== OrPerhaps || this.windowFollows();
  }

  // ── measures ─────────────────────────────────────────────────────────────────────────────────────────────────────

  rateMeasure = this.rule('rateMeasure', (): MeasureNode => {
    const first = this.LA(1);
    const of = this.word(rates);
    const windows = this.read(this.windows);
    return { kind: 'rate', of, windows, span: this.spanFrom(first) };
  });

  namedMeasure = this.rule('namedMeasure', (): MeasureNode => {
    const name = this.read(this.name);
    return { kind: 'named', name, span: name.span };
  });

  constantMeasure = this.rule('constantMeasure', (): MeasureNode => {
    const first = this.LA(1);
    const amount = this.read(this.amount);
    return { kind: 'constant', amount, span: this.spanFrom(first) };
  });

  private plainMeasures = this.among(this.countMeasure, this.rateMeasure, this.namedMeasure, this.constantMeasure);
  private plainMeasure = this.rule('plainMeasure', (): MeasureNode => this.oneOf(this.plainMeasures));

  private outOf = this.rule('outOf', (): MeasureNode => {
    this.take(OutOf);
    return this.read(this.plainMeasure);
  });

  private atHighest = this.rule('atHighest', (of: MeasureNode): MeasureNode => {
    this.take(AtHighest);
    const window = this.maybe(this.window);
    return { kind: 'highest', of, window, span: this.spanSince(of.span.start) };
  });
  private highest = this.among(this.atHighest);

  measure = this.rule('measure', (): MeasureNode => {
    const first = this.LA(1);
    let measure = this.read(this.plainMeasure);
    const bottom = this.maybe(this.outOf);
    if (bottom) measure = { kind: 'ratio', top: measure, bottom, span: this.spanFrom(first) };
    return this.maybeOneOf(this.highest, measure) ?? measure;
  });
}

const none: readonly never[] = [];
