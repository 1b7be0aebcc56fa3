import type { EventNode, Quantity, Timing } from '../tree.ts';
import { phrase } from '../tokens.ts';
import { ConditionRules } from './conditions.ts';

const By = phrase('By');
const About = phrase('About');
const Before = phrase('Before');
const After = phrase('After');
const Of = phrase('Of');
const Between = phrase('Between');
const And = phrase('And');

/** By whom and when something is done, before and after what. A rule that follows a word is given where that begins. */
export abstract class MomentRules extends ConditionRules {
  private byTime = this.rule('byTime', (start: number): Timing => {
    const time = this.read(this.clockTime);
    return { kind: 'by time', time, span: this.spanSince(start) };
  });

  private byParty = this.rule('byParty', (start: number): Timing => {
    const parties = this.read(this.parties);
    return { kind: 'party', word: 'by', parties, span: this.spanSince(start) };
  });

  private afterBy = this.among(this.byTime, this.byParty);
  protected byTiming = this.rule('byTiming', (): Timing => this.oneOf(this.afterBy, this.take(By).startOffset));

  private aboutText = this.rule('aboutText', (start: number): Timing => {
    const text = this.read(this.text);
    return { kind: 'about', text, name: undefined, span: this.spanSince(start) };
  });

  private aboutName = this.rule('aboutName', (start: number): Timing => {
    const name = this.read(this.name);
    return { kind: 'about', text: undefined, name, span: this.spanSince(start) };
  });

  private afterAbout = this.among(this.aboutText, this.aboutName);
  protected aboutTiming = this.rule('aboutTiming', (): Timing =>
    this.oneOf(this.afterAbout, this.take(About).startOffset),
  );

  private beforeTime = this.rule('beforeTime', (start: number): Timing => {
    const time = this.read(this.clockTime);
    return { kind: 'before time', time, span: this.spanSince(start) };
  });

  private beforeEvent = this.rule('beforeEvent', (start: number): Timing => {
    const event = this.read(this.event);
    return { kind: 'before event', event, span: this.spanSince(start) };
  });

  private afterBefore = this.among(this.beforeTime, this.beforeEvent);
  protected beforeTiming = this.rule('beforeTiming', (): Timing =>
    this.oneOf(this.afterBefore, this.take(Before).startOffset),
  );

  private afterTime = this.rule('afterTime', (start: number): Timing => {
    const time = this.read(this.clockTime);
    return { kind: 'after time', time, span: this.spanSince(start) };
  });

  private afterLapse = this.rule('afterLapse', (start: number): Timing => {
    const quantity: Quantity = this.read(this.quantity);
    const event = this.read(this.ofEvent);
    return { kind: 'after event', quantity, event, span: this.spanSince(start) };
  });

  private afterEvent = this.rule('afterEvent', (start: number): Timing => {
    const event = this.read(this.event);
    return { kind: 'after event', quantity: undefined, event, span: this.spanSince(start) };
  });

  protected ofEvent = this.rule('ofEvent', (): EventNode => {
    this.take(Of);
    return this.read(this.event);
  });

  private afterAfter = this.among(this.afterTime, this.afterLapse, this.afterEvent);
  /** `after 09:00`, `after plan agreed`, `after 28 calendar days of notice issued`. */
  protected afterTiming = this.rule('afterTiming', (): Timing =>
    this.oneOf(this.afterAfter, this.take(After).startOffset),
  );

  protected betweenTiming = this.rule('betweenTiming', (): Timing => {
    const first = this.take(Between);
    const from = this.read(this.clock);
    this.take(And);
    const until = this.read(this.clock);
    return { kind: 'between times', from, until, span: this.spanFrom(first) };
  });
}
