import type { CodeTable } from '../../register/attendance-code.ts';
import { inForce } from '../../register/attendance-code.ts';
import type { Day } from '../../register/day.ts';
import type { CodeEntry, Provision, RegimePeriod, Rulebook } from './rulebook.ts';

/** What is in force on a day: the provisions and the codes. */
export interface Regime {
  readonly day: Day;
  /** Undefined on a day before anything the rulebook knows. */
  readonly period: RegimePeriod | undefined;
  readonly provisions: readonly Provision[];
  readonly codes: readonly CodeEntry[];
}

export function regimeOn(rulebook: Rulebook, day: Day): Regime {
  let ofRulebook = known.get(rulebook);
  if (!ofRulebook) known.set(rulebook, (ofRulebook = new Map()));
  let regime = ofRulebook.get(day);
  if (!regime) {
    regime = {
      day,
      period: rulebook.periods.find((period) => inForce(period, day)),
      provisions: rulebook.provisions.filter((provision) => inForce(provision, day)),
      codes: rulebook.codes.filter((entry) => inForce(entry, day)),
    };
    if (ofRulebook.size >= mostKept) ofRulebook.clear();
    ofRulebook.set(day, regime);
  }
  return regime;
}

/** Policies are held beside the same few days again and again. */
const known = new WeakMap<Rulebook, Map<Day, Regime>>();
const mostKept = 50;

/** The provision of that id as it stood on a day, or undefined where it was not in force. */
export function provisionOn(rulebook: Rulebook, id: string, day: Day): Provision | undefined {
  return rulebook.provisions.find((provision) => provision.id === id && inForce(provision, day));
}

/** Every code of every day the rulebook knows, as registers are read with. */
export function codeTableOf(rulebook: Rulebook): CodeTable {
  return { codes: rulebook.codes };
}
