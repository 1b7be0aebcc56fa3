import type { ClockTime } from '../../../register/clock-time.ts';
import type { Day } from '../../../register/day.ts';
import type { ClockNode, DayOfYear, TimeBound, TimeRange } from '../tree.ts';
import { parseClockTime } from '../../../register/clock-time.ts';
import { parseDayOfYear, parseMonth } from '../literals.ts';
import { words } from './choices.ts';
import { TerminalRules, dateOf, tokenSpan } from './terminals.ts';
import * as t from '../tokens.ts';
import { phrase } from '../tokens.ts';

const But = phrase('But');

const bounds = words({ After: 'after', By: 'by', Before: 'before', From: 'from', Until: 'until' });

/** Times of day and dates. */
export abstract class ClockRules extends TerminalRules {
  time = this.rule('time', (): ClockTime => parseClockTime(this.take(t.ClockLiteral).image) ?? (0 as ClockTime));

  clockTime = this.rule('clockTime', (): ClockNode => {
    const token = this.LA(1);
    return { kind: 'clock', time: this.read(this.time), span: tokenSpan(token) };
  });

  private namedTime = this.rule('namedTime', (): ClockNode => {
    const { name, span } = this.read(this.name);
    return { kind: 'named time', name, span };
  });

  private clocks = this.among(this.clockTime, this.namedTime);
  clock = this.rule('clock', (): ClockNode => this.oneOf(this.clocks));

  private timeBound = this.rule('timeBound', (): TimeBound => {
    const first = this.LA(1);
    const kind = this.word(bounds);
    const time = this.read(this.clock);
    return { kind, time, span: this.spanFrom(first) };
  });

  private furtherBound = this.rule('furtherBound', (): TimeBound => {
    this.take(But);
    return this.read(this.timeBound);
  });

  timeRange = this.rule('timeRange', (): TimeRange => {
    const first = this.LA(1);
    const bound = this.read(this.timeBound);
    const further = this.maybe(this.furtherBound);
    return { bounds: further ? [bound, further] : [bound], span: this.spanFrom(first) };
  });

  /** The day a date literal names. One that no calendar has is told by the lexer, and read as the first of its month. */
  day = this.rule('day', (): Day => dateOf(this.take(t.DateLiteral)));

  /** The first day of the month. */
  month = this.rule('month', (): Day => parseMonth(this.take(t.MonthLiteral).image) ?? (0 as Day));

  dayOfYear = this.rule('dayOfYear', (): DayOfYear => {
    return parseDayOfYear(this.take(t.DayOfYear).image) ?? { month: 1, date: 1 };
  });
}
