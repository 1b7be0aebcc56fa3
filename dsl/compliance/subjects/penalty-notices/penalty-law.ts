import { fraction } from '../../../../register/fraction.ts';
import type { Fraction } from '../../../../register/fraction.ts';
import type { Condition, UnitName } from '../../../resolve/policy.ts';
import type { Value } from '../../../rulebook/rulebook.ts';
import type { Question } from '../../subject.ts';
import type { Compared, Count } from './penalty-limbs.ts';

/** The parts of a threshold: so many of something, of some codes, in a window. */
export interface PenaltyParts extends Pick<Count, 'unit' | 'partDays' | 'of' | 'window'> {
  readonly comparator: Compared['comparator'];
  readonly to: Compared['to'];
}

/**
 * The absence at which law or guidance has a penalty notice considered, of the provisions in force: the one asked about
 * gives its own part. Undefined where one of its parts is not in force, or is not of a kind that a register shows.
 */
export function penaltyLaw(question: Question): PenaltyParts | undefined {
  const sessions = required(question, 'pn.threshold.sessions');
  const window = required(question, 'pn.threshold.window');
  const codes = required(question, 'pn.threshold.codes');
  if (sessions?.kind !== 'quantity' || sessions.unit !== 'sessions') return undefined;
  if (window?.kind !== 'window' || window.runs !== 'rolling' || codes?.kind !== 'codes') return undefined;
  const unit = unitsOfWindows.find((each) => each === window.unit);
  if (unit === undefined) return undefined;
  return {
    unit: 'sessions',
    partDays: false,
    of: { codes: codes.codes },
    window: { kind: 'rolling', number: window.number, unit },
    comparator: sessions.boundary === 'excluded' ? 'more than' : 'at least',
    to: constant(fraction(sessions.number), 'sessions'),
  };
}

const unitsOfWindows: readonly UnitName[] = [
  ...(['school days', 'calendar days', 'school weeks', 'calendar weeks', 'months', 'years'] as const),
];

function required({ provision, regime }: Question, field: string): Value | undefined {
  return provision.field === field ? provision.value : regime.provisions.find((each) => each.field === field)?.value;
}

export function constant(value: Fraction, unit: UnitName | 'per cent'): Compared['to'] {
  return { kind: 'constant', value, unit, words: '' };
}

/** The test that such parts make. */
export function testOf({ comparator, to, ...count }: PenaltyParts): Condition {
  const measure: Count = { kind: 'count', ...count, withExpected: false, words: '' };
  return { kind: 'compare', measure, comparator, to, words: '' };
}
