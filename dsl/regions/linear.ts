import type { AttendanceCode } from '../../register/attendance-code.ts';
import { belongs } from '../compile/session-classes.ts';
import { sessionsIn } from '../compile/units.ts';
import type { Measure, SessionSet, Window } from '../resolve/policy.ts';
import type { Part, Quantity, Reach } from './literal.ts';

/** What a measure counts, as a sum of quantities of a register, or one sum beside another. */
export interface Linear {
  readonly top: readonly Part[];
  readonly bottom: Part | undefined;
  /** By how much a printed number is multiplied: a day absent is two sessions. */
  readonly per: number;
}

/** Undefined where it turns on more than marks. */
export function linearIn(measure: Measure, codes: readonly AttendanceCode[]): Linear | undefined {
  switch (measure.kind) {
    case 'count': {
      const quantity = quantityIn(measure, codes);
      return quantity && { top: [{ quantity, times: 1 }], bottom: undefined, per: sessionsIn(measure.unit) };
    }
    case 'rate': {
      const reach = reachOf(measure.window);
      const part = (set: SessionSet): Part => ({
        quantity: { what: 'sessions', codes: lettersOf(set, codes), reach },
        times: 1,
      });
      const of = part({ class: measure.of === 'attendance' ? 'attended' : 'absent' });
      return { top: [of], bottom: part({ class: 'possible' }), per: 1 };
    }
    case 'ratio': {
      const [top, bottom] = [measure.top, measure.bottom].map((each) =>
        each.kind === 'count' && each.window.kind !== 'in a row' ? each : undefined,
      );
      const [above, below] = [top && quantityIn(top, codes), bottom && quantityIn(bottom, codes)];
      if (!top || !bottom || !above || !below) return undefined;
      return {
        top: [{ quantity: above, times: sessionsIn(bottom.unit) }],
        bottom: { quantity: below, times: sessionsIn(top.unit) },
        per: 1,
      };
    }
    default:
      return undefined;
  }
}

export type Count = Measure & { readonly kind: 'count' };

const unitsRead: readonly Count['unit'][] = ['sessions', 'days absent', 'days attended', 'school days'];

/** Undefined where what is counted turns on more than marks. */
function quantityIn(measure: Count, codes: readonly AttendanceCode[]): Quantity | undefined {
  const { unit, of, partDays, window, withExpected } = measure;
  if (withExpected || !unitsRead.includes(unit)) return undefined;
  const what = unit !== 'school days' ? 'sessions' : partDays ? 'part days' : 'whole days';
  return { what, codes: lettersOf(of, codes), reach: reachOf(window) };
}

function reachOf(window: Window): Reach {
  return window.kind === 'during' || window.kind === 'since' ? { kind: 'logged', window } : window;
}

export function lettersOf(set: SessionSet, codes: readonly AttendanceCode[]): readonly string[] {
  return [...new Set(codes.filter((code) => belongs(code, set)).map(({ code }) => code))].toSorted();
}
