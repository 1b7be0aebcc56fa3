import type { ClockTime } from '../../../register/clock-time.ts';
import type { Day } from '../../../register/day.ts';
import type * as n from '../tree.ts';
import * as t from '../tokens.ts';
import { phrase } from '../tokens.ts';
import { words } from './choices.ts';
import { PaperRules } from './papers.ts';

const Suppose = phrase('Suppose');
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
const By = phrase('By');

const termWords = words({ Terms: 'term', HalfTerms: 'half term' });

type Supposed = n.SupposeItem['what'];
type SupposedFor = Pick<Extract<Supposed, { kind: 'act' }>, 'adult' | 'lasting'>;
interface Days {
  readonly from: Day;
  readonly to: Day;
}

/** What an example supposes of a pupil, and the days and times in it. */
export abstract class SupposeRules extends PaperRules {
  // ── days and times ───────────────────────────────────────────────────────────────────────────────────────────────

  protected onDay = this.rule('onDay', (): Day => {
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

  protected atTime = this.rule('atTime', (): ClockTime => {
    this.take(At);
    return this.read(this.time);
  });

  protected fromTime = this.rule('fromTime', (): ClockTime => {
    this.take(From);
    return this.read(this.time);
  });

  protected byTheTime = this.rule('byTheTime', (): ClockTime => {
    this.take(By);
    return this.read(this.time);
  });

  protected forAdult = this.rule('forAdult', (): n.NameNode => {
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
}

const none: readonly never[] = [];
const forNobody: SupposedFor = { adult: undefined, lasting: undefined };
