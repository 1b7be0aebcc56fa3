import type * as n from '../tree.ts';
import * as t from '../tokens.ts';
import { phrase } from '../tokens.ts';
import { DetailRules } from './details.ts';
import { dateOf, tokenName, tokenSpan } from './terminals.ts';

const DepartsFrom = phrase('DepartsFrom');
const Because = phrase('Because');
const Approved = phrase('Done_approved');
const By = phrase('By');
const On = phrase('On');
const Until = phrase('Until');

/**
 * `departs from REG-OPEN-30 because "…" approved by headteacher on 1 September 2024, until 31 August 2025`: what is left
 * out is told by its meaning, in one message, not by the grammar word by word.
 */
export abstract class DepartureRules extends DetailRules {
  private becauseText = this.rule('becauseText', (): n.TextNode => {
    this.take(Because);
    return this.read(this.text);
  });

  private approverSorts = this.among<n.NameNode | n.TextNode>(this.text, this.name);
  private approvedBy = this.rule('approvedBy', (): n.NameNode | n.TextNode => {
    this.take(Approved);
    this.take(By);
    return this.oneOf(this.approverSorts);
  });

  private dayNode = this.rule('dayNode', (): n.DayNode => {
    const token = this.take(t.DateLiteral);
    return { day: dateOf(token), span: tokenSpan(token) };
  });

  private approvedOn = this.rule('approvedOn', (): n.DayNode => {
    this.take(On);
    return this.read(this.dayNode);
  });

  private untilDay = this.rule('untilDay', (): n.DayNode => {
    this.take(Until);
    return this.read(this.dayNode);
  });

  private commaUntil = this.rule('commaUntil', (): n.DayNode => {
    this.take(t.Comma);
    return this.read(this.untilDay);
  });

  private untilSorts = this.among(this.commaUntil, this.untilDay);
  protected departure = this.rule('departure', (): n.DepartureItem => {
    const first = this.take(DepartsFrom);
    const provision = tokenName(this.take(t.Name));
    const because = this.maybe(this.becauseText);
    const by = this.maybe(this.approvedBy);
    const on = this.maybe(this.approvedOn);
    const until = this.maybeOneOf(this.untilSorts);
    const marks = this.read(this.marks);
    return { kind: 'departure', provision, because, by, on, until, marks, span: this.spanFrom(first) };
  });
}
