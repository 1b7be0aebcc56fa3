import type { TextEdit } from '../../text/diagnostic.ts';
import type { Relation } from '../../rulebook/rulebook.ts';
import type { Quantity, Unit } from '../../rulebook/value.ts';
import type { ClauseToken } from './clause-tokens.ts';
import { units } from '../../rulebook/value.ts';
import * as t from '../../syntax/tokens.ts';
import { compare } from '../relations.ts';
import { bothLengths, unitOfLaw } from '../unit-meaning.ts';
import { quantityWords } from '../value-words.ts';
import { isKind, isPhrase, unitNamed } from './clause-tokens.ts';
import { edit, numberEdits, rewritten } from './edit.ts';

/** Numbers with their units that the provision does not allow, and those it has in their place. */
export function quantityEdits(
  relation: Relation,
  required: Quantity,
  tokens: readonly ClauseToken[],
): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  tokens.forEach((token, index) => {
    const [before, next] = [tokens[index - 1], tokens[index + 1]];
    if (isPhrase(before, 'InARolling')) return;
    const comparator = before && isKind(before, t.Comparator) ? before : undefined;
    const perUnit = comparator && isKind(token, t.NumberLiteral) ? inUnits(required.unit, tokens, index) : undefined;
    if (isPhrase(token, 'Any') && required.unit === 'sessions') edits.push(...anySession(required, tokens, index));
    else if (comparator && perUnit !== undefined) {
      edits.push(...countEdits(relation, required, comparator, token, perUnit));
    } else if (isKind(token, t.NumberLiteral)) {
      const unit = unitOfLaw(unitNamed(next));
      const stated: Quantity | undefined = unit && { kind: 'quantity', number: Number(token.text), unit };
      if (stated && sameSort(stated.unit, required.unit) && !allows(relation, required, stated))
        edits.push(...numberEdits(token, next!, unit, required));
    } else if (token.type === t.Text) edits.push(...inQuotes(relation, required, token));
  });
  return edits;
}

/** Sessions stand after their class: `at least 12 unauthorised sessions`. */
function unitAfter(tokens: readonly ClauseToken[], index: number): ClauseToken | undefined {
  const next = tokens[index + 1];
  return isKind(next, t.SessionClass) ? tokens[index + 2] : next;
}

/** How many of the provision's unit one of what is counted is; undefined where they do not measure the same. */
function inUnits(wanted: Unit, tokens: readonly ClauseToken[], index: number): number | undefined {
  const unit = unitAfter(tokens, index);
  if (wanted === 'sessions') {
    if (isPhrase(unit, 'Sessions')) return 1;
    // A day of absence is two sessions, and so is a possible school day.
    return isPhrase(unit, 'DaysAbsent') || isPhrase(tokens[index + 1], 'Possible') ? 2 : undefined;
  }
  const days = isPhrase(unit, 'DaysAbsent') || isPhrase(unit, 'SchoolDays');
  return wanted === 'school days' && days ? 1 : undefined;
}

function countEdits(
  relation: Relation,
  required: Quantity,
  comparator: ClauseToken,
  number: ClauseToken,
  perUnit: number,
): readonly TextEdit[] {
  if (!upwards.some((each) => isPhrase(comparator, each))) return [];
  const least = isPhrase(comparator, 'AtLeast');
  const count = Number(number.text) * perUnit;
  const reached = least ? Math.ceil(count) : Math.floor(count) + 1;
  const stated: Quantity = { kind: 'quantity', number: reached, unit: required.unit, boundary: 'included' };
  if (compare(relation, required, stated) === 'meets') return [];
  const wanted = String(required.number / perUnit);
  return least ? rewritten(number, number, wanted) : rewritten(comparator, number, `at least ${wanted}`);
}

const upwards = ['AtLeast', 'MoreThan', 'Above'];

/** `any session coded U`, `any unauthorised session`: reached at the first. */
function anySession(required: Quantity, tokens: readonly ClauseToken[], index: number): readonly TextEdit[] {
  const any = tokens[index]!;
  const unit = unitAfter(tokens, index);
  if (!unit || !isPhrase(unit, 'Sessions') || required.number === 1) return [];
  return [edit(any.start, any.end, `at least ${required.number}`), edit(unit.start, unit.end, 'sessions')];
}

function sameSort(a: Unit, b: Unit): boolean {
  return a === b || bothLengths(a, b);
}

function allows(relation: Relation, required: Quantity, stated: Quantity): boolean {
  return compare(relation, required, stated) !== 'breaches';
}

/** `"keep registers for 3 years"`: a number that stands directly before its unit, as figures or as a word. */
function inQuotes(relation: Relation, required: Quantity, token: ClauseToken): readonly TextEdit[] {
  const pattern = new RegExp(
    `(?<![\\w.])(\\d+(?:\\.\\d+)?|${numerals.slice(1).join('|')})[ -](${units.join('|')})\\b`,
    'gi',
  );
  const singular = new RegExp(`\\b(1|one)[ -](${units.map((unit) => unit.replace(/s$/, '')).join('|')})\\b`, 'gi');
  return [...token.text.matchAll(pattern), ...token.text.matchAll(singular)].flatMap((match) => {
    const [whole, figure = '', word = ''] = match;
    const number = numerals.indexOf(figure.toLowerCase());
    const unit = units.find((each) => each === word.toLowerCase() || each === `${word.toLowerCase()}s`)!;
    const stated: Quantity = { kind: 'quantity', number: number === -1 ? Number(figure) : number, unit };
    if (!sameSort(unit, required.unit) || allows(relation, required, stated)) return [];
    const start = token.start + match.index;
    return [edit(start, start + whole.length, quantityWords(required))];
  });
}

const numerals = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
