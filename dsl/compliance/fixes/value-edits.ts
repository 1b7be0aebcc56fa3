import type { TextEdit } from '../../text/diagnostic.ts';
import type { Value } from '../../rulebook/rulebook.ts';
import type { Place } from '../../resolve/policy.ts';
import type { Question } from '../subject.ts';
import { clauseTokens } from './clause-tokens.ts';
import { closingEdits } from './closing-edits.ts';
import { codeEdits, windowEdits } from './count-edits.ts';
import { listEdits } from './list-edits.ts';
import { paymentEdits } from './payment-edits.ts';
import { quantityEdits } from './quantity-edits.ts';
import { rangeEdits } from './range-edits.ts';
import { shareEdits } from './share-edits.ts';

/** What to write in a clause so that it says what the provision does, by what its value is. None where no edit is known. */
export function valueEdits(
  question: Question,
  place: Place,
  value: Value = question.provision.value,
): readonly TextEdit[] {
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
    case 'codes':
      // From a list of which a policy may use any, nobody can tell which code is meant in place of another.
      return provision.relation === 'one of' ? [] : codeEdits(value, clauseTokens(place));
    case 'payment':
      return paymentEdits(value, clauseTokens(place));
    case 'range':
      return rangeEdits(value, clauseTokens(place));
    case 'list':
      return listEdits(question, value, clauseTokens(place));
    case 'any of':
      return value.values.map((each) => valueEdits(question, place, each)).find((edits) => edits.length > 0) ?? [];
    default:
      return [];
  }
}
