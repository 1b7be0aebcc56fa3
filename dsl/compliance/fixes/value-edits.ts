import type { TextEdit } from '../../text/diagnostic.ts';
import type { Value } from '../../rulebook/rulebook.ts';
import type { Place } from '../../resolve/policy.ts';
import type { Question } from '../subject.ts';
import { clauseTokens } from './clause-tokens.ts';
import { closingEdits } from './closing-edits.ts';
import { codeEdits, windowEdits } from './count-edits.ts';
import { headsAbove } from './heads-above.ts';
import { listEdits } from './list-edits.ts';
import { paymentEdits } from './payment-edits.ts';
import { quantityEdits } from './quantity-edits.ts';
import { rangeEdits } from './range-edits.ts';
import { rowCodeEdits } from './row-code-edits.ts';
import { shareEdits } from './share-edits.ts';
import { subjectOf } from '../subjects/index.ts';

/** What to write in a clause so that it says what the provision does, by what its value is. None where no edit is known. */
export function valueEdits(question: Question, place: Place): readonly TextEdit[] {
  const own = editsIn(question, place);
  if (own.length > 0) return own;
  for (const head of headsAbove(place)) {
    const edits = editsIn(question, head);
    if (edits.length > 0) return edits;
  }
  return [];
}

function editsIn(question: Question, place: Place, value: Value = question.provision.value): readonly TextEdit[] {
  const { layers, provision } = question;
  const layer = layers.find((each) => each.id === place.policy);
  switch (value.kind) {
    case 'quantity':
      if (value.unit === 'per cent') return shareEdits(value, clauseTokens(place), layer, place);
      if (value.unit === 'minutes' && layer) {
        const closing = closingEdits(value.number, layer, place);
        if (closing.length > 0) return closing;
      }
      return quantityEdits(provision.relation, value, clauseTokens(place));
    case 'window':
      return windowEdits(value, clauseTokens(place));
    case 'codes': {
      // From a list of which a policy may use any, nobody can tell which code is meant in place of another.
      if (provision.relation === 'one of') return [];
      const [only = '', ...more] = value.codes;
      const tokens = clauseTokens(place);
      return more.length > 0 ? codeEdits(value, tokens) : rowCodeEdits(only, tokens);
    }
    case 'payment':
      return servesAnother(question, place) ? [] : paymentEdits(value, clauseTokens(place));
    case 'range':
      return rangeEdits(value, clauseTokens(place));
    case 'list':
      return listEdits(question, value, clauseTokens(place));
    case 'any of':
      return value.values.map((each) => editsIn(question, place, each)).find((edits) => edits.length > 0) ?? [];
    default:
      return [];
  }
}

/** Sums that serve two kinds of notice and are right for the other: to change them would only move the breach. */
function servesAnother(question: Question, place: Place): boolean {
  return question.regime.provisions.some(
    (provision) =>
      provision.id !== question.provision.id &&
      provision.value.kind === 'payment' &&
      subjectOf(provision.field)
        .claims({ ...question, provision })
        .some((claim) => claim.verdict === 'meets' && claim.place === place),
  );
}
