import type { TextEdit } from '../../text/diagnostic.ts';
import type { Value } from '../../rulebook/rulebook.ts';
import type { Unit } from '../../rulebook/value.ts';
import type { ClauseToken } from './clause-tokens.ts';
import { unitOfLaw } from '../unit-meaning.ts';
import * as t from '../../syntax/tokens.ts';
import { isKind, isPhrase, unitNamed } from './clause-tokens.ts';
import { edit, numberEdits } from './edit.ts';

/** Over what time sessions are counted: the window after each count of sessions, and its other readings with it. */
export function windowEdits(
  required: Value & { readonly kind: 'window' },
  tokens: readonly ClauseToken[],
): readonly TextEdit[] {
  const wanted = `${required.runs === 'rolling' ? 'in a rolling' : 'in'} ${required.number} ${required.unit}`;
  return counts(tokens).flatMap((index) => {
    const from = afterCodes(tokens, index);
    const to = endOfWindows(tokens, from);
    if (to === from) return [];
    const [first, second, last] = [tokens[from]!, tokens[from + 1]!, tokens[to - 1]!];
    if (to === from + 3 && required.runs === 'rolling' && isPhrase(first, 'InARolling'))
      return numberEdits(second, last, lengthUnit(last), { ...required, kind: 'quantity' });
    const written = tokens
      .slice(from, to)
      .map(({ text }) => text)
      .join(' ');
    return written.replace('in any rolling', 'in a rolling') === wanted ? [] : [edit(first.start, last.end, wanted)];
  });
}

function lengthUnit(token: ClauseToken): Unit | undefined {
  return unitOfLaw(unitNamed(token));
}

/** Which codes are counted: those listed, or those of the class before the sessions. */
export function codeEdits(
  required: Value & { readonly kind: 'codes' },
  tokens: readonly ClauseToken[],
): readonly TextEdit[] {
  const wanted = required.codes.join(', ');
  return counts(tokens).flatMap((index) => {
    const [before, unit] = [tokens[index - 1], tokens[index]!];
    const end = afterCodes(tokens, index);
    if (end === index + 1) {
      if (!before || !isKind(before, t.SessionClass)) return [];
      return [edit(before.start, unit.start, ''), edit(unit.end, unit.end, ` coded ${wanted}`)];
    }
    const codes = tokens.slice(index + 2, end).filter(({ type }) => type === t.Code);
    if (new Set(codes.map(({ text }) => text)).symmetricDifference(new Set(required.codes)).size === 0) return [];
    return [edit(codes[0]!.start, codes.at(-1)!.end, wanted)];
  });
}

/** Where sessions are counted with a comparison: not those of `school days in which every session is …`. */
function counts(tokens: readonly ClauseToken[]): readonly number[] {
  return tokens.flatMap((token, index) => {
    if (!isPhrase(token, 'Sessions')) return [];
    const number = isKind(tokens[index - 1], t.SessionClass) ? tokens[index - 2] : tokens[index - 1];
    return isKind(number, t.NumberLiteral) || isPhrase(number, 'Any') ? [index] : [];
  });
}

/** The place after `sessions coded O, U, G`. */
function afterCodes(tokens: readonly ClauseToken[], sessions: number): number {
  let at = sessions + 1;
  if (!isPhrase(tokens[at], 'Coded')) return at;
  at++;
  while (tokens[at]?.type === t.Code) at += tokens[at + 1]?.type === t.Comma ? 2 : 1;
  return at;
}

function endOfWindows(tokens: readonly ClauseToken[], from: number): number {
  let end = endOfWindow(tokens, from);
  while (end > from && isPhrase(tokens[end], 'OrPerhaps')) {
    const next = endOfWindow(tokens, end + 1);
    if (next === end + 1) break;
    end = next;
  }
  return end;
}

function endOfWindow(tokens: readonly ClauseToken[], from: number): number {
  const first = tokens[from];
  if (isPhrase(first, 'This') || isPhrase(first, 'Last')) return from + 2;
  if (isPhrase(first, 'InARow')) return from + 1;
  if (!isPhrase(first, 'InARolling')) return from;
  return isPhrase(tokens[from + 3], 'After') && tokens[from + 4]?.type === t.DateLiteral ? from + 5 : from + 3;
}
