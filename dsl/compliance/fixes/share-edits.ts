import type { TextEdit } from '../../text/diagnostic.ts';
import type { Place, Policy } from '../../resolve/policy.ts';
import type { Quantity } from '../../rulebook/value.ts';
import type { ClauseToken } from './clause-tokens.ts';
import * as t from '../../syntax/tokens.ts';
import { isKind, isPhrase } from './clause-tokens.ts';
import { rewritten } from './edit.ts';

/** A share of possible sessions missed, from which on: `attendance … at most 90%`, `absence … at least 10%`, `from 10%`. */
export function shareEdits(
  { number, boundary }: Quantity,
  tokens: readonly ClauseToken[],
  layer: Policy | undefined,
  place: Place,
): readonly TextEdit[] {
  const included = boundary !== 'excluded';
  return tokens.flatMap((token, index) => {
    if (token.type !== t.Percent) return [];
    const before = tokens[index - 1];
    const rate = rateBefore(tokens, index) ?? rateAround(layer, place);
    if (rate === undefined) return [];
    const wanted = `${rate === 'absence' ? number : 100 - number}%`;
    if (isPhrase(before, 'From') && rate === 'absence' && included) return rewritten(token, token, wanted);
    if (!before || !isKind(before, t.Comparator) || inStage(layer, place)) return [];
    const comparator = rate === 'absence' ? (included ? 'at least' : 'more than') : included ? 'at most' : 'below';
    if (before.text === comparator) return rewritten(token, token, wanted);
    return rewritten(before, token, `${comparator} ${wanted}`);
  });
}

type Rate = 'attendance' | 'absence';

function rateBefore(tokens: readonly ClauseToken[], index: number): Rate | undefined {
  for (let at = index - 1; at >= 0; at--) {
    if (isPhrase(tokens[at], 'Attendance')) return 'attendance';
    if (isPhrase(tokens[at], 'Absence')) return 'absence';
  }
  return undefined;
}

/** Of a band or a stage: what its bands or its ladder go by. */
function rateAround(layer: Policy | undefined, place: Place): Rate | undefined {
  const bands = layer?.bands.find((each) => each.bands.some((band) => band.place === place));
  const ladder = layer?.ladders.find((each) => each.stages.some((stage) => stage.place === place));
  const measure = bands?.measure ?? (ladder?.by.kind === 'measure' ? ladder.by.measure : undefined);
  return measure?.kind === 'rate' ? measure.of : undefined;
}

/** A stage says `from` or `below` and nothing else. */
function inStage(layer: Policy | undefined, place: Place): boolean {
  return layer?.ladders.some((each) => each.stages.some((stage) => stage.place === place)) === true;
}
