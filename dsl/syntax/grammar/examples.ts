import type { ClockTime } from '../../../register/clock-time.ts';
import type { Day } from '../../../register/day.ts';
import type * as n from '../tree.ts';
import * as t from '../tokens.ts';
import { phrase } from '../tokens.ts';
import { words } from './choices.ts';
import { PaperRules } from './papers.ts';
import { tokenName } from './terminals.ts';

const Example = phrase('Example');
const Suppose = phrase('Suppose');
const Expect = phrase('Expect');
const Born = phrase('Born');
const On = phrase('On');
const From = phrase('From');
const Is = phrase('Is');
const Not = phrase('Not');
const At = phrase('At');
const About = phrase('About');
const For = phrase('For');
const With = phrase('With');
const In = phrase('In');
const Arriving = phrase('Arriving');
const Afternoon = phrase('Afternoon');
const Morning = phrase('Morning');
const InForce = phrase('InForce');
const MayMark = phrase('MayMark');
const Due = phrase('Due');
const Open = phrase('Open');
const By = phrase('By');

const termWords = words({ Terms: 'term', HalfTerms: 'half term' });
const dueWords = words({ Due: 'due', Open: 'open' });

type Supposed = n.SupposeItem['what'];
type SupposedFor = Pick<Extract<Supposed, { kind: 'act' }>, 'adult' | 'lasting'>;
type Told = n.ToldTest['what'];
interface Days {
  readonly from: Day;
  readonly to: Day;
}

/** Examples: what is supposed of a pupil, and what is then expected. */
export abstract class ExampleRules extends PaperRules {
  protected example = this.rule('example', (): n.ExampleItem => {
    const first = this.take(Example);
    const title = this.read(this.text);
    const marks = this.read(this.marks);
    const body = this.read(this.body);
    return { kind: 'example', title, marks, body, span: this.spanFrom(first) };
  });

  // ── days and times ───────────────────────────────────────────────────────────────────────────────────────────────

  private onDay = this.rule('onDay', (): Day => {
    this.take(On);
    return this.read(this.day);
  });

  private onOneDay = this.rule('onOneDay', (): Days => {
    const day = this.read(this.onDay);
    return { from: day, to: day };
  });

  private fromDay = this.rule('fromDay', (): Days => {
    this.take(From);
    const from = this.read(this.day);
    const to = this.maybe(this.toDay);
    return { from, to: to ?? from };
  });

  private daysSorts = this.among<Days>(this.onOneDay, this.fromDay);
  private days = this.rule('days', (): Days => this.oneOf(this.daysSorts));

  private atTime = this.rule('atTime', (): ClockTime => {
    this.take(At);
    return this.read(this.time);
  });

  private fromTime = this.rule('fromTime', (): ClockTime => {
    this.take(From);
    return this.read(this.time);
  });

  private byTheTime = this.rule('byTheTime', (): ClockTime => {
    this.take(By);
    return this.read(this.time);
  });

  private forAdult = this.rule('forAdult', (): n.NameNode => {
    this.take(For);
    return this.read(this.name);
  });

  // ── suppose ──────────────────────────────────────────────────────────────────────────────────────────────────────

  /** `I from D to D`, `U on D in the morning`: days not mentioned are attended. */
  private supposedMarks = this.rule('supposedMarks', (): Supposed => {
    const code = this.take(t.Code).image;
    const half = this.maybe(this.half);
    const { from, to } = this.read(this.days);
    return { kind: 'marks', code, half, from, to };
  });

  /** `term from D to D`: of the school year supposed. */
  private supposedTerm = this.rule('supposedTerm', (): Supposed => {
    const kind = this.word(termWords);
    const { from, to } = this.read(this.days);
    return { kind, from, to };
  });

  private supposedBirth = this.rule('supposedBirth', (): Supposed => {
    this.take(Born);
    return { kind: 'born', on: this.read(this.onDay) };
  });

  private supposedJudgement = this.rule('supposedJudgement', (name: n.NameNode): Supposed => {
    this.take(Is);
    const holds = !this.has(Not);
    this.read(this.name);
    const on = this.maybe(this.onDay);
    return { kind: 'judgement', name, holds, on };
  });

  private aboutDays = this.rule('aboutDays', (): Days => {
    this.take(About);
    const from = this.read(this.day);
    const to = this.maybe(this.toDay);
    return { from, to: to ?? from };
  });

  private withItems = this.rule('withItems', (): readonly n.TextNode[] => {
    this.take(With);
    return this.read(this.texts);
  });

  private forWhom = this.rule('forWhom', (): SupposedFor => ({ adult: this.read(this.name), lasting: undefined }));

  private forLong = this.rule('forLong', (): SupposedFor => {
    const { number, unit } = this.read(this.quantity);
    return { adult: undefined, lasting: { number, unit } };
  });

  private forWhat = this.among(this.forWhom, this.forLong);
  /** `for mother`, `for 4 weeks`. */
  private supposedFor = this.rule('supposedFor', (): SupposedFor => {
    this.take(For);
    return this.oneOf(this.forWhat);
  });

  private supposedAct = this.rule('supposedAct', (name: n.NameNode): Supposed => {
    const done = this.take(t.Done).image;
    const on = this.read(this.onDay);
    const time = this.maybe(this.atTime);
    const whom = this.maybe(this.supposedFor);
    const about = this.maybe(this.aboutDays);
    const items = this.maybe(this.withItems);
    const { adult, lasting } = whom ?? forNobody;
    return { kind: 'act', name, done, on, time, adult, lasting, about, items: items ?? none };
  });

  private supposedFamily = this.rule<Supposed, n.NameNode>('supposedFamily', () => {
    this.take(In);
    const number = this.read(this.number);
    return { kind: 'family', number, noun: this.read(this.name) };
  });

  private supposedDays = this.rule('supposedDays', ({ name }: n.NameNode): Supposed => {
    const { from, to } = this.read(this.days);
    if (name === 'on-roll') return { kind: 'on roll', from };
    if (name === 'school-year') return { kind: 'school year', from, to };
    return { kind: 'closed', from, to, why: name === 'bank-holiday' ? 'bank holiday' : 'closed' };
  });

  private supposable = this.among(this.name, this.absence);
  private supposedOfName = this.among<Supposed, n.NameNode>(
    this.supposedJudgement,
    this.supposedAct,
    this.supposedFamily,
    this.supposedDays,
  );
  private supposedEvent = this.rule('supposedEvent', (): Supposed =>
    this.oneOf(this.supposedOfName, this.oneOf(this.supposable)),
  );

  private supposed = this.among<Supposed>(
    this.supposedMarks,
    this.supposedTerm,
    this.supposedEvent,
    this.supposedBirth,
  );
  protected suppose = this.rule('suppose', (): n.SupposeItem => {
    const first = this.take(Suppose);
    const what = this.oneOf(this.supposed);
    return { kind: 'suppose', what, marks: none, span: this.spanFrom(first) };
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
const forNobody: SupposedFor = { adult: undefined, lasting: undefined };
