import type { Timing } from '../tree.ts';
import { phrase } from '../tokens.ts';
import { words } from './choices.ts';
import { MomentRules } from './moments.ts';

const Before = phrase('Before');
const And = phrase('And');
const OnAbsenceDay = phrase('OnAbsenceDay');
const OnTheSameSchoolDay = phrase('OnTheSameSchoolDay');
const ThatMorning = phrase('ThatMorning');
const On = phrase('On');
const Within = phrase('Within');
const NoLaterThan = phrase('NoLaterThan');
const AtMost = phrase('AtMost');
const Each = phrase('Each');

const partyWords = words({ To: 'to', With: 'with', From: 'from', For: 'for' });
const cadences = words({ OnceEach: 'once each', Each: 'each' });
const and = words({ And: '' });

/** When something is done, how often, to whom and about what. */
export abstract class TimingRules extends MomentRules {
  private partyTiming = this.rule('partyTiming', (): Timing => {
    const first = this.LA(1);
    const word = this.word(partyWords);
    const parties = this.read(this.parties);
    return { kind: 'party', word, parties, span: this.spanFrom(first) };
  });

  // ── on a day ─────────────────────────────────────────────────────────────────────────────────────────────────────

  private onAbsenceDay = this.rule('onAbsenceDay', (): Timing => {
    const first = this.take(OnAbsenceDay);
    const numbers = [this.read(this.number)];
    while (this.again(and)) {
      this.take(And);
      numbers.push(this.read(this.number));
    }
    return { kind: 'absence day', numbers, span: this.spanFrom(first) };
  });

  private onSameDay = this.rule('onSameDay', (): Timing => {
    const first = this.take(OnTheSameSchoolDay);
    return { kind: 'same school day', span: this.spanFrom(first) };
  });

  private thatMorning = this.rule('thatMorning', (): Timing => {
    const first = this.take(ThatMorning);
    return { kind: 'that morning', span: this.spanFrom(first) };
  });

  private onDate = this.rule('onDate', (): Timing => {
    const first = this.take(On);
    const day = this.read(this.day);
    return { kind: 'on date', day, span: this.spanFrom(first) };
  });

  // ── within a time, and how often ─────────────────────────────────────────────────────────────────────────────────

  private withinTime = this.rule('withinTime', (): Timing => {
    const first = this.take(Within);
    const quantity = this.read(this.quantity);
    const of = this.maybe(this.ofEvent);
    return { kind: 'within', quantity, of, span: this.spanFrom(first) };
  });

  private noLaterThan = this.rule('noLaterThan', (): Timing => {
    const first = this.take(NoLaterThan);
    const quantity = this.read(this.quantity);
    this.take(Before);
    const before = this.read(this.event);
    return { kind: 'no later than', quantity, before, span: this.spanFrom(first) };
  });

  private eachUnit = this.rule('eachUnit', ({ kind, start }: Cadence): Timing => {
    return { kind, unit: this.read(this.unit), name: undefined, span: this.spanSince(start) };
  });

  private eachName = this.rule('eachName', ({ kind, start }: Cadence): Timing => {
    return { kind, unit: undefined, name: this.read(this.name), span: this.spanSince(start) };
  });

  private eachAbsence = this.rule('eachAbsence', ({ kind, start }: Cadence): Timing => {
    return { kind, unit: undefined, name: this.read(this.absence), span: this.spanSince(start) };
  });

  private afterEach = this.among(this.eachUnit, this.eachName, this.eachAbsence);
  private each = this.rule('each', (): Timing => {
    const { startOffset: start } = this.LA(1);
    return this.oneOf(this.afterEach, { kind: this.word(cadences), start });
  });

  private atMostEach = this.rule('atMostEach', (): Timing => {
    const first = this.take(AtMost);
    const number = this.read(this.number);
    this.take(Each);
    const each = this.read(this.name);
    return { kind: 'at most', number, each, span: this.spanFrom(first) };
  });

  private timings = this.among<Timing>(
    this.byTiming,
    this.partyTiming,
    this.aboutTiming,
    this.beforeTiming,
    this.afterTiming,
    this.betweenTiming,
    this.onAbsenceDay,
    this.onSameDay,
    this.thatMorning,
    this.onDate,
    this.withinTime,
    this.noLaterThan,
    this.each,
    this.atMostEach,
  );
  protected timing = this.rule('timing', (): Timing => this.oneOf(this.timings));
}

interface Cadence {
  readonly kind: 'once each' | 'each';
  readonly start: number;
}
