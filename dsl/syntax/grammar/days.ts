import type { ClockTime } from '../../../register/clock-time.ts';
import type * as n from '../tree.ts';
import * as t from '../tokens.ts';
import { phrase } from '../tokens.ts';
import { words } from './choices.ts';
import { PeriodRules } from './periods.ts';
import { tokenSpan } from './terminals.ts';

const SchoolDays = phrase('SchoolDays');
const From = phrase('From');
const Arriving = phrase('Arriving');
const Is = phrase('Is');
const NotStated = phrase('NotStated');
const Time = phrase('Time');
const If = phrase('If');

const halves = words({ Morning: 'AM', Afternoon: 'PM' });
const enteredClasses = words({
  Present: 'present',
  Late: 'late',
  Authorised: 'authorised',
  Unauthorised: 'unauthorised',
});
const markedWords = words({ Otherwise: 'otherwise', Marked: 'marked', MayMark: 'may mark' });

/** The school day: its half days, arrivals, named times, and how absences are marked. */
export abstract class DayRules extends PeriodRules {
  protected half = this.rule('half', () => this.word(halves));

  protected schoolDay = this.rule('schoolDay', (): n.SchoolDayDeclaration => {
    const first = this.take(SchoolDays);
    const marks = this.read(this.marks);
    const body = this.read(this.body);
    return { kind: 'school day', marks, body, span: this.spanFrom(first) };
  });

  private fromClock = this.rule('fromClock', (): n.ClockNode => {
    this.take(From);
    return this.read(this.clock);
  });

  private notStatedTime = this.rule('notStatedTime', (): 'not stated' => {
    this.read(this.notStated);
    return 'not stated';
  });

  private halfDayStarts = this.among<n.ClockNode | 'not stated'>(this.notStatedTime, this.fromClock);
  protected halfDay = this.rule('halfDay', (): n.HalfDayDeclaration => {
    const first = this.LA(1);
    const half = this.read(this.half);
    const start = this.maybeOneOf(this.halfDayStarts);
    const stated = start !== 'not stated';
    const from = start === 'not stated' ? undefined : start;
    const marks = this.read(this.marks);
    const body = this.read(this.optionalBody);
    return { kind: 'half day', half, from, stated, marks, body, span: this.spanFrom(first) };
  });

  private enteredCode = this.rule('enteredCode', (): n.Entered => {
    const token = this.take(t.Code);
    return { kind: 'code', code: token.image, span: tokenSpan(token) };
  });

  private enteredClass = this.rule('enteredClass', (): n.Entered => {
    const first = this.LA(1);
    return { kind: 'class', class: this.word(enteredClasses), span: this.spanFrom(first) };
  });

  private enteredNotStated = this.rule('enteredNotStated', (): n.Entered => {
    const first = this.take(NotStated);
    return { kind: 'not stated', span: this.spanFrom(first) };
  });

  private enteredSorts = this.among<n.Entered>(this.enteredCode, this.enteredClass, this.enteredNotStated);
  protected entered = this.rule('entered', (): n.Entered => this.oneOf(this.enteredSorts));

  protected arrivingRow = this.rule('arrivingRow', (): n.ArrivingRow => {
    const first = this.take(Arriving);
    const range = this.read(this.timeRange);
    this.take(Is);
    const enters = this.read(this.entered);
    const marks = this.read(this.marks);
    return { kind: 'arriving row', range, enters, marks, span: this.spanFrom(first) };
  });

  private statedTimes = this.among<ClockTime | undefined>(this.time, this.notStated);
  protected timeDeclaration = this.rule('timeDeclaration', (): n.TimeDeclaration => {
    const first = this.take(Time);
    const name = this.read(this.name);
    const title = this.maybe(this.text);
    const time = this.oneOf(this.statedTimes);
    const marks = this.read(this.marks);
    return { kind: 'time', name, title, time, marks, span: this.spanFrom(first) };
  });

  protected ifTest = this.rule('ifTest', (): n.Test => {
    this.take(If);
    return this.read(this.test);
  });

  protected marked = this.rule('marked', (): n.MarkedRow => {
    const first = this.LA(1);
    const word = this.word(markedWords);
    const enters = this.read(this.entered);
    const test = this.maybe(this.ifTest);
    const marks = this.read(this.marks);
    return { kind: 'marked', enters, test, word, marks, span: this.spanFrom(first) };
  });
}
