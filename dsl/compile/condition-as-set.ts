import type { Day } from '../../register/day.ts';
import type { Condition, SetVersion } from '../resolve/policy.ts';
import type { CompiledCondition } from './compiled-condition.ts';
import type { CompileContext } from './context.ts';
import type { Need } from './needs.ts';
import { inForce } from '../../register/attendance-code.ts';
import { comparison } from './condition-comparison.ts';
import { earlier, forever, lastsTo } from './lasting.ts';
import { UNKNOWN } from './truth.ts';

/** The version of law or guidance of the day tested decides; on a day without one it cannot be told. */
export function asSet(context: CompileContext, condition: Condition & { kind: 'as set' }): CompiledCondition {
  const { measure, versions, words } = condition;
  const each = versions.map(({ from, to, comparator, value }) => ({
    dates: { from, to },
    test: comparison(context, { kind: 'compare', measure, comparator, to: value, words }),
  }));
  const on = (day: Day): CompiledCondition | undefined => each.find(({ dates }) => inForce(dates, day))?.test;
  const need: Need = { kind: 'data', what: `${condition.provision} as it stood that day` };
  return {
    words,
    holds: (timeline, day) => on(day)?.holds(timeline, day) ?? UNKNOWN,
    needs: (timeline, day) => on(day)?.needs(timeline, day) ?? [need],
    pulses: () => false,
    lasts: (timeline, day) => {
      const version = versions.find((one) => inForce(one, day));
      return version ? earlier(version.to ?? forever, lastsTo(on(day)!, timeline, day)) : day;
    },
    quiet: () => forever,
    compares: each.at(-1)?.test.compares ?? [],
  };
}

/** The version that a condition rests on, on a day, where it takes a number from law or guidance. */
export function versionIn(
  condition: Condition,
  day: Day,
): { readonly provision: string; readonly version: SetVersion } | undefined {
  if (condition.kind !== 'as set') return undefined;
  const version = condition.versions.find((each) => inForce(each, day));
  return version && { provision: condition.provision, version };
}
