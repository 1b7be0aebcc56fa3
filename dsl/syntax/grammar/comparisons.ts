import type { ComparatorName, MeasureNode, NameNode, Test } from '../tree.ts';
import * as t from '../tokens.ts';
import { phrase } from '../tokens.ts';
import { MeasureRules } from './measures.ts';
import { tokenSpan } from './terminals.ts';

const Any = phrase('Any');
const No = phrase('No');
const AsSetIn = phrase('AsSetIn');

/** `at least 10`, `any`, `no`. */
interface Times {
  readonly comparator: ComparatorName;
  readonly number: number;
  /** Of the number, or of the word that stands for it. */
  readonly span: NameNode['span'];
  /** Where the whole of it begins. */
  readonly start: number;
}

/** Conditions that compare: a number of sessions or of times, and a rate. */
export abstract class ComparisonRules extends MeasureRules {
  // ── a number of sessions, or of times that something happened ────────────────────────────────────────────────────

  private comparedTimes = this.rule('comparedTimes', (): Times => {
    const { startOffset: start } = this.LA(1);
    const comparator = this.read(this.comparator);
    const token = this.take(t.NumberLiteral);
    return { comparator, number: Number(token.image), span: tokenSpan(token), start };
  });

  private anyTimes = this.rule('anyTimes', (): Times => {
    const token = this.take(Any);
    return { comparator: 'at least', number: 1, span: tokenSpan(token), start: token.startOffset };
  });

  private noTimes = this.rule('noTimes', (): Times => {
    const token = this.take(No);
    return { comparator: 'exactly', number: 0, span: tokenSpan(token), start: token.startOffset };
  });

  private timesCounted = this.rule('timesCounted', ({ comparator, number, span, start }: Times): Test => {
    const measure = this.read(this.countMeasure);
    const amount = { numerator: number, denominator: 1, unit: undefined, span };
    const to: MeasureNode = { kind: 'constant', amount, span };
    return { kind: 'compare', measure, comparator, to, span: this.spanSince(start) };
  });

  private timesHappened = this.rule('timesHappened', ({ comparator, number, start }: Times): Test => {
    const name = this.read(this.name);
    const done = this.take(t.Done);
    const doneSpan = tokenSpan(done);
    const windows = this.read(this.windows);
    const times = { comparator, number };
    const span = this.spanSince(start);
    return { kind: 'happened', name, not: false, done: done.image, doneSpan, times, windows, span };
  });

  private timesSorts = this.among(this.comparedTimes, this.anyTimes, this.noTimes);
  private ofTimes = this.among(this.timesCounted, this.timesHappened);

  /** `at least 10 …`, `any …`, `no …`. */
  protected numberedTest = this.rule('numberedTest', (): Test => this.oneOf(this.ofTimes, this.oneOf(this.timesSorts)));

  // ── a rate ───────────────────────────────────────────────────────────────────────────────────────────────────────

  private comparedTos = this.among(this.constantMeasure, this.rateMeasure, this.namedMeasure);
  private comparedTo = this.rule('comparedTo', (): MeasureNode => this.oneOf(this.comparedTos));

  protected compared = this.rule('compared', (measure: MeasureNode): Test => {
    const comparator = this.read(this.comparator);
    const to = this.read(this.comparedTo);
    return { kind: 'compare', measure, comparator, to, span: this.spanSince(measure.span.start) };
  });

  private asSetIn = this.rule('asSetIn', (measure: MeasureNode): Test => {
    this.take(AsSetIn);
    const provision = this.read(this.text);
    return { kind: 'as set', measure, provision, span: this.spanSince(measure.span.start) };
  });

  private ofRates = this.among(this.compared, this.asSetIn);
  protected rateTest = this.rule('rateTest', (): Test => this.oneOf(this.ofRates, this.read(this.rateMeasure)));
}
