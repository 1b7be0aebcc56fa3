import type * as n from '../tree.ts';
import * as t from '../tokens.ts';
import { phrase } from '../tokens.ts';
import { words } from './choices.ts';
import { SupposeRules } from './suppose.ts';
import { tokenName } from './terminals.ts';

const Example = phrase('Example');
const Expect = phrase('Expect');
const From = phrase('From');
const Is = phrase('Is');
const Not = phrase('Not');
const At = phrase('At');
const Arriving = phrase('Arriving');
const Afternoon = phrase('Afternoon');
const Morning = phrase('Morning');
const InForce = phrase('InForce');
const MayMark = phrase('MayMark');
const Due = phrase('Due');
const Open = phrase('Open');
const By = phrase('By');

const dueWords = words({ Due: 'due', Open: 'open' });

type Told = n.ToldTest['what'];

/** Examples: what is supposed of a pupil, and what is then expected. */
export abstract class ExampleRules extends SupposeRules {
  protected example = this.rule('example', (): n.ExampleItem => {
    const first = this.take(Example);
    const title = this.read(this.text);
    const marks = this.read(this.marks);
    const body = this.read(this.body);
    return { kind: 'example', title, marks, body, span: this.spanFrom(first) };
  });

  // ── expect ───────────────────────────────────────────────────────────────────────────────────────────────────────

  private toldArrival = this.rule('toldArrival', (): Told => {
    this.take(Arriving);
    const time = this.read(this.atTime);
    const half = this.has(Afternoon) ? 'PM' : 'AM';
    this.take(Is);
    const enters = this.read(this.entered);
    return { kind: 'arrival', time, half, enters };
  });

  private toldInForce = this.rule('toldInForce', (): Told => {
    this.take(InForce);
    return { kind: 'in force', holds: true };
  });

  private notInForce = this.rule('notInForce', (): Told => ({ ...this.read(this.toldInForce), holds: false }) as Told);

  private mayMark = this.rule('mayMark', (name: n.NameNode): Extract<Told, { kind: 'may mark' }> => {
    this.take(MayMark);
    return { kind: 'may mark', name, enters: this.read(this.entered), holds: true };
  });

  private mayNotMark = this.rule('mayNotMark', (): Told => ({
    ...this.read(this.mayMark, this.read(this.name)),
    holds: false,
  }));

  private toldNots = this.among(this.notInForce, this.mayNotMark);
  private toldNot = this.rule('toldNot', (): Told => {
    this.take(Not);
    return this.oneOf(this.toldNots);
  });

  private toldFine = this.rule('toldFine', (name: n.NameNode): Told => {
    return { kind: 'fine', name, pounds: this.take(t.Money).image.slice(1) };
  });

  private toldTime = this.rule('toldTime', (name: n.NameNode): Told => {
    return { kind: 'time', name, time: this.read(this.time) };
  });

  private toldDue = this.rule('toldDue', (name: n.NameNode): Told => {
    const kind = this.word(dueWords);
    const from = this.maybe(this.fromTime);
    const until = this.maybe(this.byTheTime);
    return { kind, name, from, until };
  });

  private morningName = this.rule('morningName', (): n.NameNode => tokenName(this.take(Morning)));
  private afternoonName = this.rule('afternoonName', (): n.NameNode => tokenName(this.take(Afternoon)));

  private toldNames = this.among(this.name, this.morningName, this.afternoonName);
  private toldValues = this.among<Told, n.NameNode>(this.toldFine, this.toldTime, this.toldDue);
  private toldValue = this.rule('toldValue', (name: n.NameNode): Told => {
    this.take(Is);
    return this.oneOf(this.toldValues, name);
  });

  private ofToldName = this.among<Told, n.NameNode>(this.mayMark, this.toldValue);
  private toldOfName = this.rule('toldOfName', (): Told => this.oneOf(this.ofToldName, this.oneOf(this.toldNames)));

  private tolds = this.among<Told>(this.toldArrival, this.toldInForce, this.toldNot, this.toldOfName);
  private told = this.rule('told', (): n.ToldTest => {
    const first = this.LA(1);
    const what = this.oneOf(this.tolds);
    return { kind: 'told', what, span: this.spanFrom(first) };
  });

  private expectations = { ...this.among<n.ExpectItem['test']>(this.told, this.test), settled: true as const };
  private expected = this.rule('expected', (): n.ExpectItem['test'] => {
    if (this.RECORDING_PHASE) return this.oneOf(this.expectations);
    return this.toldFollows() ? this.read(this.told) : this.read(this.test);
  });

  /** A condition says what is so; a time, an amount or a date of an answer is said by these alone. */
  private toldFollows(): boolean {
    const first = this.LA(1).tokenType;
    const second = this.LA(2).tokenType;
    if (first === Arriving) return second === At;
    if (first === InForce || (first === Not && second === InForce)) return true;
    const third = this.LA(3).tokenType;
    if (second === MayMark || (first === Not && third === MayMark)) return true;
    if (second !== Is) return false;
    if (third === t.Money || third === t.ClockLiteral) return true;
    if (third !== Due && third !== Open) return false;
    const fourth = this.LA(4).tokenType;
    return fourth === From || fourth === By;
  }

  protected expect = this.rule('expect', (): n.ExpectItem => {
    const first = this.take(Expect);
    const test = this.read(this.expected);
    const on = this.maybe(this.onDay);
    const at = this.maybe(this.atTime);
    const adult = this.maybe(this.forAdult);
    return { kind: 'expect', test, on, at, adult, marks: none, span: this.spanFrom(first) };
  });
}

const none: readonly never[] = [];
