import type * as n from '../tree.ts';
import type { PaperKind } from '../vocabulary.ts';
import * as t from '../tokens.ts';
import { phrase } from '../tokens.ts';
import { words } from './choices.ts';
import { LadderRules } from './ladders.ts';

const AtMost = phrase('AtMost');
const Each = phrase('Each');
const IfPaidWithin = phrase('IfPaidWithin');
const OrPerhaps = phrase('OrPerhaps');
const Outcome = phrase('Outcome');
const Bands = phrase('Bands');
const Of = phrase('Of');
const Band = phrase('Band');
const To = phrase('To');
const From = phrase('From');
const Reward = phrase('Reward');

const fines = words({ FirstFine: 'first', SecondFine: 'second', AnyFine: 'any' });
const bestClasses = words({ BestClassWith: 'best class in each phase', BestClassOfAll: 'best class' });
const rewarded = words({ PupilsWith: 'pupils', ClassesWith: 'classes' });
const countedWords = words({ Of: 'of', From: 'from' });
const perhaps = words({ OrPerhaps: '' });
const commas = words({ Comma: '' });

/** Papers and what stands in them; bands of a measure; rewards. */
export abstract class PaperRules extends LadderRules {
  // ── papers ───────────────────────────────────────────────────────────────────────────────────────────────────────

  private atMost = this.rule('atMost', (): NonNullable<n.Paper['atMost']> => {
    this.take(AtMost);
    const number = this.read(this.number);
    this.take(Each);
    return { number, each: this.read(this.name) };
  });

  protected paper = this.rule('paper', (): n.Paper => {
    const first = this.take(t.PaperHead);
    const paper = first.image as PaperKind;
    const name = this.read(this.name);
    const title = this.maybe(this.text);
    const atMost = this.maybe(this.atMost);
    const marks = this.read(this.marks);
    const body = this.read(this.optionalBody);
    return { kind: 'paper', paper, name, title, atMost, marks, body, span: this.spanFrom(first) };
  });

  protected outcome = this.rule('outcome', (): n.OutcomeDeclaration => {
    const first = this.take(Outcome);
    const name = this.read(this.name);
    const title = this.maybe(this.text);
    const test = this.maybe(this.ifTest);
    const marks = this.read(this.marks);
    const body = this.read(this.optionalBody);
    return { kind: 'outcome', name, title, test, marks, body, span: this.spanFrom(first) };
  });

  private countedFrom = this.rule('countedFrom', (): n.Fine['amounts'][number]['of'][number] => {
    const kind = this.word(countedWords);
    return { kind, event: this.read(this.event) };
  });

  private fineAmount = this.rule('fineAmount', (): n.Fine['amounts'][number] => {
    const first = this.take(t.Money);
    const pounds = first.image.slice(1);
    this.take(IfPaidWithin);
    const within = this.read(this.quantity);
    const of = [this.read(this.countedFrom)];
    while (this.again(perhaps)) {
      this.take(OrPerhaps);
      of.push(this.read(this.countedFrom));
    }
    return { pounds, within, of, span: this.spanFrom(first) };
  });

  /** `first fine £80 if paid within 21 calendar days of notice received, £160 if paid within …`. */
  protected fine = this.rule('fine', (): n.Fine => {
    const first = this.LA(1);
    const which = this.word(fines);
    const amounts = [this.read(this.fineAmount)];
    while (this.again(commas)) {
      this.take(t.Comma);
      amounts.push(this.read(this.fineAmount));
    }
    const marks = this.read(this.marks);
    return { kind: 'fine', which, amounts, marks, span: this.spanFrom(first) };
  });

  // ── bands ────────────────────────────────────────────────────────────────────────────────────────────────────────

  protected bands = this.rule('bands', (): n.BandsDeclaration => {
    const first = this.take(Bands);
    const name = this.read(this.name);
    const title = this.maybe(this.text);
    this.take(Of);
    const measure = this.read(this.measure);
    const marks = this.read(this.marks);
    const body = this.read(this.body);
    return { kind: 'bands', name, title, measure, marks, body, span: this.spanFrom(first) };
  });

  private betweenAmounts = this.rule('betweenAmounts', (): n.BandDeclaration['range'] => {
    const low = this.read(this.amount);
    this.take(To);
    return { kind: 'between', low, high: this.read(this.amount) };
  });

  private bandFrom = this.rule('bandFrom', (): n.BandDeclaration['range'] => {
    this.take(From);
    return { kind: 'compared', comparator: 'from', amount: this.read(this.amount) };
  });

  private bandCompared = this.rule('bandCompared', (): n.BandDeclaration['range'] => {
    const comparator = this.read(this.comparator);
    return { kind: 'compared', comparator, amount: this.read(this.amount) };
  });

  private ranges = this.among<n.BandDeclaration['range']>(this.betweenAmounts, this.bandFrom, this.bandCompared);
  protected band = this.rule('band', (): n.BandDeclaration => {
    const first = this.take(Band);
    const name = this.read(this.name);
    const title = this.maybe(this.text);
    const range = this.oneOf(this.ranges);
    const marks = this.read(this.marks);
    return { kind: 'band', name, title, range, marks, span: this.spanFrom(first) };
  });

  // ── rewards ──────────────────────────────────────────────────────────────────────────────────────────────────────

  private toBestClass = this.rule('toBestClass', (): n.RewardDeclaration['to'] => {
    const kind = this.word(bestClasses);
    return { kind, measure: this.read(this.measure) };
  });

  private toAllWith = this.rule('toAllWith', (): n.RewardDeclaration['to'] => {
    const kind = this.word(rewarded);
    return { kind, test: this.read(this.test) };
  });

  private rewardedSorts = this.among<n.RewardDeclaration['to']>(this.toBestClass, this.toAllWith);
  /** `reward N each term to pupils with TEST`, `… to the class in each phase with the highest MEASURE`. */
  protected reward = this.rule('reward', (): n.RewardDeclaration => {
    const first = this.take(Reward);
    const name = this.read(this.name);
    const title = this.maybe(this.text);
    this.take(Each);
    const each = this.read(this.unit);
    this.take(To);
    const to = this.oneOf(this.rewardedSorts);
    const marks = this.read(this.marks);
    return { kind: 'reward', name, title, each, to, marks, span: this.spanFrom(first) };
  });
}
