import type * as n from '../tree.ts';
import { phrase } from '../tokens.ts';
import type { Rule } from './choices.ts';
import { words } from './choices.ts';
import { SentenceRules } from './sentences.ts';

const Is = phrase('Is');
const NotStated = phrase('NotStated');
const Measure = phrase('Measure');
const Judgement = phrase('Judgement');
const By = phrase('By');
const About = phrase('About');
const Fact = phrase('Fact');
const For = phrase('For');
const Role = phrase('Role');
const Every = phrase('Every');
const With = phrase('With');
const NamedWord = phrase('Named');
const OutsideSchool = phrase('OutsideSchool');
const OrPerhaps = phrase('OrPerhaps');
const Service = phrase('Service');

const levels = words({ Policy: 'policy', Trust: 'trust', Framework: 'framework', Cluster: 'cluster' });
const perhaps = words({ OrPerhaps: '' });
const tests = words({ Threshold: 'threshold', Group: 'group' });

/** Of whom and about what a judgement is, as it is read. */
interface Judged {
  by: n.Parties | undefined;
  about: n.EventNode | undefined;
}

/** Declarations: a head, a name, a title, what it is, marks, and a body in braces. */
export abstract class DeclarationRules extends SentenceRules {
  abstract body: Rule<n.Item[]>;

  protected optionalBody = this.rule('optionalBody', (): readonly n.Item[] => this.maybe(this.body) ?? none);

  protected notStated = this.rule('notStated', (): undefined => void this.take(NotStated));

  protected header = this.rule('header', (): n.Header => {
    const first = this.LA(1);
    const level = this.word(levels);
    const name = this.read(this.name);
    const title = this.maybe(this.text);
    const marks = this.read(this.marks);
    const body = this.read(this.optionalBody);
    return { kind: 'header', level, name, title, marks, body, span: this.spanFrom(first) };
  });

  private statedTests = this.among<n.Test | undefined>(this.notStated, this.test);
  protected testDeclaration = this.rule('testDeclaration', (): n.TestDeclaration => {
    const first = this.LA(1);
    const kind = this.word(tests);
    const name = this.read(this.name);
    const title = this.maybe(this.text);
    this.take(Is);
    const test = this.oneOf(this.statedTests);
    const marks = this.read(this.marks);
    return { kind, name, title, test, marks, span: this.spanFrom(first) };
  });

  private someMeasures = this.rule('someMeasures', (): readonly n.MeasureNode[] => {
    const measures = [this.read(this.measure)];
    while (this.again(perhaps)) {
      this.take(OrPerhaps);
      measures.push(this.read(this.measure));
    }
    return measures;
  });

  private statedMeasures = this.among<readonly n.MeasureNode[] | undefined>(this.notStated, this.someMeasures);
  protected measureDeclaration = this.rule('measureDeclaration', (): n.MeasureDeclaration => {
    const first = this.take(Measure);
    const name = this.read(this.name);
    const title = this.maybe(this.text);
    this.take(Is);
    const measures = this.oneOf(this.statedMeasures) ?? none;
    const marks = this.read(this.marks);
    return { kind: 'measure', name, title, measures, marks, span: this.spanFrom(first) };
  });

  private judgedBy = this.rule('judgedBy', (found: Judged): void => {
    this.take(By);
    found.by = this.read(this.parties);
  });

  private judgedAbout = this.rule('judgedAbout', (found: Judged): void => {
    this.take(About);
    found.about = this.read(this.event);
  });

  private judged = this.among<void, Judged>(this.judgedBy, this.judgedAbout);
  protected judgementDeclaration = this.rule('judgementDeclaration', (): n.JudgementDeclaration => {
    const first = this.take(Judgement);
    const name = this.read(this.name);
    const title = this.maybe(this.text);
    const found: Judged = { by: undefined, about: undefined };
    while (this.again(this.judged)) this.oneOf(this.judged, found);
    const { by, about: event } = found;
    const about = event?.name;
    const aboutDone = event?.done;
    const marks = this.read(this.marks);
    return { kind: 'judgement', name, title, by, about, aboutDone, marks, span: this.spanFrom(first) };
  });

  protected factDeclaration = this.rule('factDeclaration', (): n.FactDeclaration => {
    const first = this.take(Fact);
    const name = this.read(this.name);
    const title = this.maybe(this.text);
    this.take(For);
    const of = this.read(this.name);
    const marks = this.read(this.marks);
    return { kind: 'fact', name, title, of, marks, span: this.spanFrom(first) };
  });

  private withTest = this.rule('withTest', (): n.Test => {
    this.take(With);
    return this.read(this.test);
  });

  private isEvery = this.rule('isEvery', (): n.RoleDeclaration['who'] => {
    this.take(Is);
    this.take(Every);
    const of = this.read(this.name);
    const test = this.maybe(this.withTest);
    return { of, test };
  });

  /** `role carers is every adult with parental-responsibility or day-to-day-care`, `role ewo "…" outside school`. */
  protected roleDeclaration = this.rule('roleDeclaration', (): n.RoleDeclaration => {
    const first = this.take(Role);
    const name = this.read(this.name);
    const title = this.maybe(this.text);
    const outside = this.has(OutsideSchool);
    const who = this.maybe(this.isEvery);
    const named = this.has(NamedWord);
    const marks = this.read(this.marks);
    return { kind: 'role', name, title, outside, who, named, marks, span: this.spanFrom(first) };
  });

  protected serviceDeclaration = this.rule('serviceDeclaration', (): n.ServiceDeclaration => {
    const first = this.take(Service);
    const name = this.read(this.name);
    const title = this.maybe(this.text);
    const marks = this.read(this.marks);
    const body = this.read(this.optionalBody);
    return { kind: 'service', name, title, marks, body, span: this.spanFrom(first) };
  });
}

const none: readonly never[] = [];
