import type { TextEdit } from '../../text/diagnostic.ts';
import type { Quantity, Unit } from '../../rulebook/value.ts';
import type { ClauseToken } from './clause-tokens.ts';
import { quantityWords } from '../value-words.ts';

export function edit(start: number, end: number, text: string): TextEdit {
  return { span: { start, end }, text };
}

/** Words over tokens that follow each other; none where they stand there already. */
export function rewritten(first: ClauseToken, last: ClauseToken, words: string): readonly TextEdit[] {
  const written = first === last ? first.text : `${first.text} ${last.text}`;
  return written === words ? [] : [edit(first.start, last.end, words)];
}

/** A number and its unit, or the number alone where the unit is the one wanted. */
export function numberEdits(
  number: ClauseToken,
  unit: ClauseToken,
  stated: Unit | undefined,
  wanted: Quantity,
): readonly TextEdit[] {
  if (stated === wanted.unit && wanted.number !== 1 && Number(number.text) !== 1)
    return rewritten(number, number, String(wanted.number));
  return [edit(number.start, unit.end, quantityWords(wanted))];
}
