import type * as n from '../tree.ts';
import { phrase } from '../tokens.ts';
import { words } from './choices.ts';
import { DeclarationRules } from './declarations.ts';

const Period = phrase('Period');
const Is = phrase('Is');
const OrPerhaps = phrase('OrPerhaps');
const Last = phrase('Last');
const Of = phrase('Of');
const From = phrase('From');
const To = phrase('To');
const FromTheFirst = phrase('FromTheFirst');
const Birthday = phrase('Birthday');
const Review = phrase('Review');
const Due = phrase('Due');
const AsAgreed = phrase('AsAgreed');
const By = phrase('By');
const AndAgainAfterEach = phrase('AndAgainAfterEach');

const perhaps = words({ OrPerhaps: '' });
const afterOrFrom = words({ After: 'after', From: 'from' });
const onOrAfter = words({ OnOrAfter: 'on', After: 'after' });
const dayJoiners = words({ Comma: '', Or: '' });

/** Stretches of time with a name, and reviews that fall due in them. */
export abstract class PeriodRules extends DeclarationRules {
  // ── `15 school days after notice issued`, `from 3 to 6 calendar weeks after X`, `last 3 months of P`, `D to D` ───────

  private lengthFrom = this.rule('lengthFrom', (): number => {
    this.take(From);
    const number = this.read(this.number);
    this.take(To);
    return number;
  });

  private lengthOfTime = this.rule('lengthOfTime', (): n.Quantity => {
    const first = this.LA(1);
    const from = this.maybe(this.lengthFrom);
    const number = this.read(this.number);
    const unit = this.read(this.unit);
    return { from, number, unit, span: this.spanFrom(first) };
  });

  private stretchOfTime = this.rule('stretchOfTime', (): n.Stretch => {
    const first = this.LA(1);
    const quantity = this.read(this.lengthOfTime);
    const kind = this.word(afterOrFrom);
    const event = this.read(this.event);
    return { kind, quantity, event, span: this.spanFrom(first) };
  });

  private lastStretch = this.rule('lastStretch', (): n.Stretch => {
    const first = this.take(Last);
    const quantity = this.read(this.quantity);
    this.take(Of);
    const name = this.read(this.name);
    return { kind: 'last of', quantity, name, span: this.spanFrom(first) };
  });

  private datesStretch = this.rule('datesStretch', (): n.Stretch => {
    const first = this.LA(1);
    const from = this.read(this.day);
    const to = this.read(this.toDay);
    return { kind: 'dates', from, to, span: this.spanFrom(first) };
  });

  private daysOfYear = this.rule('daysOfYear', (): readonly n.DayOfYear[] => {
    const days = [this.read(this.dayOfYear)];
    while (this.again(dayJoiners)) {
      this.word(dayJoiners);
      days.push(this.read(this.dayOfYear));
    }
    return days;
  });

  private firstOnes = this.among<n.UnitName | readonly n.DayOfYear[]>(this.unit, this.daysOfYear);
  /** `from the first 31 March or 31 August on or after birthday 5`, `from the first term after birthday 5`. */
  private birthdayStretch = this.rule('birthdayStretch', (): n.Stretch => {
    const start = this.take(FromTheFirst);
    const first = this.oneOf(this.firstOnes);
    const orOn = this.word(onOrAfter) === 'on';
    this.take(Birthday);
    const birthday = this.read(this.number);
    return { kind: 'from birthday', first, orOn, birthday, span: this.spanFrom(start) };
  });

  private stretches = this.among<n.Stretch>(
    this.stretchOfTime,
    this.lastStretch,
    this.datesStretch,
    this.birthdayStretch,
  );
  private stretch = this.rule('stretch', (): n.Stretch => this.oneOf(this.stretches));

  private notStatedPeriod = this.rule('notStatedPeriod', (): readonly n.Stretch[] => {
    this.read(this.notStated);
    return none;
  });

  private someStretches = this.rule('someStretches', (): readonly n.Stretch[] => {
    const stretches = [this.read(this.stretch)];
    while (this.again(perhaps)) {
      this.take(OrPerhaps);
      stretches.push(this.read(this.stretch));
    }
    return stretches;
  });

  private statedPeriods = this.among(this.notStatedPeriod, this.someStretches);
  protected periodDeclaration = this.rule('periodDeclaration', (): n.PeriodDeclaration => {
    const first = this.take(Period);
    const name = this.read(this.name);
    const title = this.maybe(this.text);
    this.take(Is);
    const stretches = this.oneOf(this.statedPeriods);
    const marks = this.read(this.marks);
    return { kind: 'period', name, title, stretches, marks, span: this.spanFrom(first) };
  });

  // ── reviews ──────────────────────────────────────────────────────────────────────────────────────────────────────

  protected asAgreed = this.rule('asAgreed', (): 'as agreed' => {
    this.take(AsAgreed);
    return 'as agreed';
  });

  private dueTimes = this.among<n.Stretch | 'as agreed'>(this.stretch, this.asAgreed);
  private dueAt = this.rule('dueAt', (): n.ReviewDeclaration['due'] => {
    this.take(Due);
    return this.oneOf(this.dueTimes);
  });

  private byParties = this.rule('byParties', (): n.Parties => {
    this.take(By);
    return this.read(this.parties);
  });

  private dues = this.among<n.ReviewDeclaration['due']>(this.dueAt, this.asAgreed);
  protected review = this.rule('review', (): n.ReviewDeclaration => {
    const first = this.take(Review);
    const name = this.read(this.name);
    const title = this.maybe(this.text);
    const due = this.maybeOneOf(this.dues);
    const by = this.maybe(this.byParties);
    const again = this.has(AndAgainAfterEach);
    const marks = this.read(this.marks);
    const body = this.read(this.optionalBody);
    return { kind: 'review', name, title, due, by, again, marks, body, span: this.spanFrom(first) };
  });
}

const none: readonly never[] = [];
