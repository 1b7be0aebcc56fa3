import type * as n from '../tree.ts';
import * as t from '../tokens.ts';
import { phrase } from '../tokens.ts';
import { words } from './choices.ts';
import { ExampleRules } from './examples.ts';

const Open = phrase('Open');
const To = phrase('To');
const From = phrase('From');
const Until = phrase('Until');
const NotBankHolidays = phrase('NotBankHolidays');
const CountedPer = phrase('CountedPer');
const OrPerhaps = phrase('OrPerhaps');
const Ages = phrase('Ages');
const AtMost = phrase('AtMost');

const partyWords = words({
  GoesTo: 'goes to',
  IssuedBy: 'issued by',
  ArrangedBy: 'arranged by',
  LedBy: 'led by',
  AttendedBy: 'attended by',
  Under: 'under',
  SchoolIs: 'school is',
});
const textWords = words({
  Includes: 'includes',
  AlsoCalled: 'also called',
  Telephone: 'telephone',
  Document: 'document',
  SchoolIn: 'school in',
});
const joiners = words({ Comma: '', And: '' });
const perhaps = words({ OrPerhaps: '' });
const dayWords = words({ Ratified: 'ratified', ReviewDue: 'review due' });
const testWords = words({ Needs: 'needs', Serves: 'serves', ActionsApplyIf: 'actions apply if' });

type Said = Partial<n.Detail> & { readonly word: n.DetailWord };

/** Details: one keyword and its values. */
export abstract class DetailRules extends ExampleRules {
  private partyDetail = this.rule('partyDetail', (): Said => {
    const word = this.word(partyWords);
    const parties = this.read(this.parties);
    const guard = this.maybe(this.guard);
    return { word, parties, guard };
  });

  private lookBack = this.rule('lookBack', (): n.Detail['lookBack'][number] => {
    const first = this.take(t.Done);
    const window = this.read(this.window);
    return { done: first.image, window, span: this.spanFrom(first) };
  });

  private someLookBack = this.rule('someLookBack', (): n.Detail['lookBack'] => {
    const found = [this.read(this.lookBack)];
    while (this.again(perhaps)) {
      this.take(OrPerhaps);
      found.push(this.read(this.lookBack));
    }
    return found;
  });

  /** `counted per parent, pupil incurred in a rolling 3 years after 19 August 2024`. */
  private countedDetail = this.rule('countedDetail', (): Said => {
    this.take(CountedPer);
    const start = this.LA(1);
    const names = [this.read(this.name)];
    while (this.again(joiners)) {
      this.word(joiners);
      names.push(this.read(this.name));
    }
    const parties: n.Parties = { join: 'all', every: false, names, span: this.spanFrom(start) };
    const lookBack = this.maybe(this.someLookBack) ?? none;
    return { word: 'counted per', parties, lookBack };
  });

  private textDetail = this.rule('textDetail', (): Said => {
    const word = this.word(textWords);
    const texts = this.read(this.texts);
    const guard = this.maybe(this.guard);
    return { word, texts, guard };
  });

  private wholeDay = this.rule('wholeDay', (): n.Detail['day'] => ({ day: this.read(this.day), monthOnly: false }));
  private wholeMonth = this.rule('wholeMonth', (): n.Detail['day'] => ({
    day: this.read(this.month),
    monthOnly: true,
  }));
  private daysOrMonths = this.among(this.wholeDay, this.wholeMonth);
  private dayDetail = this.rule('dayDetail', (): Said => {
    const word = this.word(dayWords);
    const day = this.oneOf(this.daysOrMonths);
    return { word, day };
  });

  private testDetail = this.rule('testDetail', (): Said => {
    const word = this.word(testWords);
    const test = this.read(this.test);
    const guard = this.maybe(this.guard);
    return { word, test, guard };
  });

  private toWeekday = this.rule('toWeekday', (): n.NameNode => {
    this.take(To);
    return this.read(this.name);
  });

  /** `open Monday to Thursday from 09:00 until 17:00 not bank holidays`. */
  private openDetail = this.rule('openDetail', (): Said => {
    this.take(Open);
    const day = this.read(this.name);
    const to = this.maybe(this.toWeekday);
    this.take(From);
    const from = this.read(this.time);
    this.take(Until);
    const until = this.read(this.time);
    const notBankHolidays = this.has(NotBankHolidays);
    const texts = (to ? [day, to] : [day]).map(({ name, span }) => ({ text: name, span }));
    return { word: 'open', texts, range: { from, until, notBankHolidays } };
  });

  private agesBetween = this.rule('agesBetween', (): n.Detail['ages'] => {
    const low = this.read(this.number);
    this.take(To);
    return { low, high: this.read(this.number) };
  });

  private agesUpTo = this.rule('agesUpTo', (): n.Detail['ages'] => {
    this.take(AtMost);
    return { low: undefined, high: this.read(this.number) };
  });

  private agesSorts = this.among(this.agesBetween, this.agesUpTo);
  private agesDetail = this.rule('agesDetail', (): Said => {
    this.take(Ages);
    const ages = this.oneOf(this.agesSorts);
    const guard = this.maybe(this.guard);
    return { word: 'ages', ages, guard };
  });

  private details = this.among<Said>(
    this.partyDetail,
    this.countedDetail,
    this.textDetail,
    this.dayDetail,
    this.testDetail,
    this.openDetail,
    this.agesDetail,
  );

  protected detail = this.rule('detail', (): n.Detail => {
    const first = this.LA(1);
    const { texts = none, parties, day, test, range, ages, lookBack = none, guard, word } = this.oneOf(this.details);
    const marks = this.read(this.marks);
    const span = this.spanFrom(first);
    return { kind: 'detail', texts, parties, day, test, range, ages, lookBack, guard, word, marks, span };
  });
}

const none: readonly never[] = [];
