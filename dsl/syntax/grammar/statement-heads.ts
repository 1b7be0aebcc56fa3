import type { IToken, TokenType } from 'chevrotain';
import * as t from '../tokens.ts';
import { phrase } from '../tokens.ts';

/** The rule that reads a statement, by the phrase that begins it. A paper's head and a sentence's words are told apart by category. */
const rules = {
  header: 'Policy Trust Framework Cluster',
  testDeclaration: 'Threshold Group',
  measureDeclaration: 'Measure',
  judgementDeclaration: 'Judgement',
  factDeclaration: 'Fact',
  roleDeclaration: 'Role',
  serviceDeclaration: 'Service',
  periodDeclaration: 'Period',
  ladderDeclaration: 'Ladder',
  stageDeclaration: 'Stage',
  schoolDay: 'SchoolDays',
  halfDay: 'Morning Afternoon',
  arrivingRow: 'Arriving',
  timeDeclaration: 'Time',
  block: 'When While Where',
  schoolBlock: 'ForEachSchool ForSchoolsTogether',
  bands: 'Bands',
  band: 'Band',
  reward: 'Reward',
  contradiction: 'ContradictionBetween',
  attention: 'ParticularAttentionTo',
  departure: 'DepartsFrom',
  note: 'Note',
  example: 'Example',
  suppose: 'Suppose',
  expect: 'Expect',
  marked: 'Marked MayMark Otherwise',
  review: 'Review',
  outcome: 'Outcome',
  move: 'MovesTo Moves Leaves StaysHere',
  fine: 'FirstFine SecondFine AnyFine',
  detail:
    'SchoolIn SchoolIs GoesTo IssuedBy ArrangedBy LedBy AttendedBy Includes Needs AlsoCalled CountedPer Telephone Open Ages ' +
    'Serves Under Document Ratified ReviewDue ActionsApplyIf',
} as const;

export type StatementRule = keyof typeof rules | 'paper' | 'sentence';

const ruleOf: ReadonlyMap<TokenType, StatementRule> = new Map(
  Object.entries(rules).flatMap(([rule, heads]) =>
    heads.split(' ').map((head) => [phrase(head), rule as StatementRule]),
  ),
);

/** Phrases that begin a statement and nothing else, or a sentence. */
export const statementStarts: ReadonlySet<TokenType> = new Set([...ruleOf.keys(), phrase('Every')]);

/**
 * The rule that reads the statement at a token. A head that may also be a name is a head, unless a strength or a further
 * party follows: `plan will be …`, `order, notice must …`.
 */
export function statementRule(token: IToken, next: IToken): StatementRule {
  const rule = ruleOf.get(token.tokenType);
  if (rule === undefined && !t.isOf(token, t.PaperHead)) return 'sentence';
  const isName = t.isOf(token, t.Name) && (t.isOf(next, t.Strength) || furtherParty.has(next.tokenType));
  return isName ? 'sentence' : (rule ?? 'paper');
}

const furtherParty: ReadonlySet<TokenType> = new Set([t.Comma, phrase('And'), phrase('Or')]);

/** The rule of a head that says more of a statement than its first word; a block or a detail says no more. */
export function headRule(token: IToken): StatementRule | undefined {
  if (t.isOf(token, t.PaperHead)) return 'paper';
  const rule = ruleOf.get(token.tokenType);
  return rule !== undefined && tellingRules.has(rule) ? rule : undefined;
}

const tellingRules: ReadonlySet<StatementRule> = new Set([
  'header',
  'testDeclaration',
  'judgementDeclaration',
  'factDeclaration',
  'measureDeclaration',
  'periodDeclaration',
  'ladderDeclaration',
  'stageDeclaration',
  'roleDeclaration',
  'serviceDeclaration',
  'bands',
  'band',
  'reward',
  'note',
  'example',
  'suppose',
  'expect',
  'review',
  'outcome',
  'timeDeclaration',
]);
