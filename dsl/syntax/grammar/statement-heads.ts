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
    'SchoolIn GoesTo IssuedBy ArrangedBy LedBy AttendedBy Includes Needs AlsoCalled CountedPer Telephone Open Ages ' +
    'Serves Under Document Ratified ReviewDue ActionsApplyIf',
} as const;

export type StatementRule = keyof typeof rules | 'paper' | 'sentenceItem';

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
  const rule = ruleOf.get(token.tokenType) ?? (belongs(token, t.PaperHead) ? 'paper' : 'sentenceItem');
  const sentence = belongs(token, t.Name) && (belongs(next, t.Strength) || furtherParty.has(next.tokenType));
  return sentence ? 'sentenceItem' : rule;
}

const furtherParty: ReadonlySet<TokenType> = new Set([t.Comma, phrase('And'), phrase('Or')]);

function belongs(token: IToken, category: TokenType): boolean {
  return token.tokenType.CATEGORIES?.includes(category) === true;
}
