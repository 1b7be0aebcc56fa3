import type { NameNode, Test } from '../tree.ts';
import * as t from '../tokens.ts';
import { phrase } from '../tokens.ts';
import { words } from './choices.ts';
import { ComparisonRules } from './comparisons.ts';
import { tokenName, tokenSpan } from './terminals.ts';

const OrPerhaps = phrase('OrPerhaps');
const Or = phrase('Or');
const And = phrase('And');
const Not = phrase('Not');
const Sessions = phrase('Sessions');
const Coded = phrase('Coded');
const Arriving = phrase('Arriving');
const Born = phrase('Born');
const From = phrase('From');
const To = phrase('To');
const Is = phrase('Is');
const InAdvance = phrase('InAdvance');
const InSchoolHours = phrase('InSchoolHours');
const In = phrase('In');
const Open = phrase('Open');

const perhaps = words({ OrPerhaps: '' });
const or = words({ Or: '' });
const and = words({ And: '' });

/** Conditions: how what is counted compares; and what happened, was judged or holds. */
export abstract class ConditionRules extends ComparisonRules {
  test = this.rule('test', (): Test => {
    const first = this.LA(1);
    const test = this.read(this.eitherTest);
    let parts: Test[] | undefined;
    while (this.again(perhaps)) {
      this.take(OrPerhaps);
      (parts ??= [test]).push(this.read(this.eitherTest));
    }
    return parts ? { kind: 'or perhaps', parts, span: this.spanFrom(first) } : test;
  });

  private eitherTest = this.rule('eitherTest', (): Test => {
    const first = this.LA(1);
    const test = this.read(this.bothTest);
    let parts: Test[] | undefined;
    while (this.again(or)) {
      this.take(Or);
      (parts ??= [test]).push(this.read(this.bothTest));
    }
    return parts ? { kind: 'or', parts, span: this.spanFrom(first) } : test;
  });

  private bothTest = this.rule('bothTest', (): Test => {
    const first = this.LA(1);
    const test = this.read(this.unaryTest);
    let parts: Test[] | undefined;
    while (this.again(and)) {
      this.take(And);
      (parts ??= [test]).push(this.read(this.unaryTest));
    }
    return parts ? { kind: 'and', parts, span: this.spanFrom(first) } : test;
  });

  private notTest = this.rule('notTest', (): Test => {
    const first = this.take(Not);
    const part = this.read(this.unaryTest);
    return { kind: 'not', part, span: this.spanFrom(first) };
  });

  private bracketedTest = this.rule('bracketedTest', (): Test => {
    const first = this.take(t.OpenBracket);
    const inner = this.read(this.test);
    this.take(t.CloseBracket);
    return { ...inner, bracketed: true, span: this.spanFrom(first) };
  });

  /** `absent`: of the day itself. */
  private todayTest = this.rule('todayTest', (): Test => {
    const first = this.LA(1);
    const found = this.read(this.sessionClass);
    return { kind: 'today', class: found, span: this.spanFrom(first) };
  });

  private markTest = this.rule('markTest', (): Test => {
    const first = this.take(Sessions);
    this.take(Coded);
    const codes = this.read(this.codes);
    return { kind: 'mark', codes, span: this.spanFrom(first) };
  });

  private arrivingTest = this.rule('arrivingTest', (): Test => {
    const first = this.take(Arriving);
    const range = this.read(this.timeRange);
    return { kind: 'arriving', range, span: this.spanFrom(first) };
  });

  private bornTest = this.rule('bornTest', (): Test => {
    const first = this.take(Born);
    this.take(From);
    const from = this.read(this.dayOfYear);
    this.take(To);
    const to = this.read(this.dayOfYear);
    return { kind: 'born', from, to, span: this.spanFrom(first) };
  });

  // ── what begins with a name ──────────────────────────────────────────────────────────────────────────────────────

  private becameOf = this.rule('becameOf', (name: NameNode): Test => {
    const not = this.has(Not);
    const done = this.take(t.Done);
    const doneSpan = tokenSpan(done);
    const ahead = this.has(InAdvance) ? { ahead: true as const } : undefined;
    const hours = this.has(InSchoolHours) ? { inSchoolHours: true as const } : undefined;
    const windows = this.read(this.windows);
    const span = this.spanSince(name.span.start);
    const limits = { ...ahead, ...hours };
    return { kind: 'happened', name, not, done: done.image, doneSpan, times: undefined, ...limits, windows, span };
  });

  private openValue = this.rule('openValue', (): NameNode => tokenName(this.take(Open)));
  private codeValue = this.rule('codeValue', (): NameNode => tokenName(this.take(t.Code)));
  private classValue = this.rule('classValue', (): NameNode => tokenName(this.take(t.SessionClass)));
  private values = this.among(this.name, this.openValue, this.codeValue, this.classValue);

  private isValue = this.rule('isValue', (name: NameNode): Test => {
    this.take(Is);
    const not = this.has(Not);
    const value = this.oneOf(this.values);
    return { kind: 'is', name, not, value, span: this.spanSince(name.span.start) };
  });

  private inAtLeast = this.rule('inAtLeast', (name: NameNode): Test => {
    this.take(In);
    const comparator = this.read(this.comparator);
    const number = this.read(this.number);
    const noun = this.read(this.name);
    return { kind: 'in at least', name, comparator, number, noun, span: this.spanSince(name.span.start) };
  });

  private nameCompared = this.rule('nameCompared', (name: NameNode): Test => {
    return this.read(this.compared, { kind: 'named', name, span: name.span });
  });

  private ofNames = this.among(this.becameOf, this.isValue, this.inAtLeast, this.nameCompared);

  /** A condition that begins with a name: what became of it, what it is, how it compares, or the name alone. */
  private namedTest = this.rule('namedTest', (): Test => {
    const name = this.read(this.name);
    return this.maybeOneOf(this.ofNames, name) ?? { kind: 'name', name, span: name.span };
  });

  // ── one of all these ─────────────────────────────────────────────────────────────────────────────────────────────

  private primaryTests = this.among<Test>(
    this.todayTest,
    this.numberedTest,
    this.rateTest,
    this.markTest,
    this.arrivingTest,
    this.bornTest,
    this.namedTest,
  );

  private primaryTest = this.rule('primaryTest', (): Test => {
    // A class with a unit counts something: that is a measure, and by itself no condition.
    if (t.isOf(this.LA(1), t.SessionClass) && t.isOf(this.LA(2), t.Unit)) this.raiseNoAlternative(this.primaryTests);
    return this.oneOf(this.primaryTests);
  });

  private unaryTests = this.among<Test>(this.notTest, this.bracketedTest, this.primaryTest);
  private unaryTest = this.rule('unaryTest', (): Test => this.oneOf(this.unaryTests));
}
