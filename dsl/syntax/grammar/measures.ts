import type { IToken } from 'chevrotain';
import type { ClassName, InWhich, MeasureNode, TextNode, WindowNode } from '../tree.ts';
import { phrase } from '../tokens.ts';
import { words } from './choices.ts';
import { WindowRules } from './windows.ts';

const OutOf = phrase('OutOf');
const AtHighest = phrase('AtHighest');
const Coded = phrase('Coded');
const OrPerhaps = phrase('OrPerhaps');
const WithThoseExpected = phrase('WithThoseExpected');
const InWhichPhrase = phrase('InWhich');
const Is = phrase('Is');

const rates = words({ Attendance: 'attendance', Absence: 'absence' });
const quantifiers = words({ Every: 'every', Some: 'some', SomeButNotEvery: 'some but not every' });

/** What narrows a count, as it is read. */
interface Narrowing {
  codes: readonly TextNode[];
  windows: WindowNode[];
  withExpected: boolean;
  class: ClassName | undefined;
  inWhich: InWhich | undefined;
}

/** Measures: what is counted, and over when. */
export abstract class MeasureRules extends WindowRules {
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
