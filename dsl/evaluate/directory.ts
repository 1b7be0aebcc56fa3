import type { ClockTime } from '../../register/clock-time.ts';
import type { Day } from '../../register/day.ts';
import type { CompiledLayer, CompiledPolicy } from '../compile/compiled-policy.ts';
import type { PupilCase, Timeline } from '../compile/timeline.ts';
import type { Policy, Service } from '../resolve/policy.ts';
import type { Three } from '../compile/truth.ts';
import type { Clause, Need, Truth } from './finding.ts';
import { formatClockTime } from '../../register/clock-time.ts';
import { addMonths } from '../../register/day.ts';
import { compileCondition } from '../compile/compile-condition.ts';
import { isOpen, openNeeds } from '../compile/condition-open.ts';
import { clauseOf } from '../compile/context.ts';
import { distinct } from '../compile/needs.ts';
import { timeline } from '../compile/timeline.ts';
import { both, either, NO, three, truthName, UNKNOWN, YES } from '../compile/truth.ts';
import { withLayers } from '../resolve/layers.ts';

/** A service that a policy or a layer above it names, as the document prints it. */
export interface ServiceEntry {
  readonly id: string;
  readonly title: string;
  readonly telephone: readonly string[];
  /** `Monday to Thursday from 09:00 until 17:00`; none where the document prints no hours. */
  readonly open: readonly string[];
  /** `0 to 19`, `at most 25 if send`; none: for everyone. */
  readonly ages: readonly string[];
  readonly clause: Clause;
}

/** The same for one pupil at a minute: whether it is open, and whether it serves this pupil. */
export interface ServiceNow extends ServiceEntry {
  readonly isOpen: Truth;
  readonly serves: Truth;
  readonly needs: readonly Need[];
}

/** Every service of a policy, its own before those of its layers. */
export function policyServices(policy: Policy): readonly ServiceEntry[] {
  return withLayers(policy).flatMap((layer) => {
    const prefix = layer.id === policy.id ? '' : `${layer.id}.`;
    return layer.services.map((service) => entryOf(service, prefix));
  });
}

/** Whom one can ring or refer a pupil to, at a minute of a day. Without a minute, what has hours that day is undetermined. */
export function servicesFor(
  compiled: CompiledPolicy,
  about: PupilCase,
  asAt: Day,
  at?: ClockTime,
): readonly ServiceNow[] {
  const days = timeline(about, asAt, compiled.classes, at);
  return compiled.layers.flatMap((layer) => layer.policy.services.map((service) => serviceNow(service, layer, days)));
}

function serviceNow(service: Service, layer: CompiledLayer, days: Timeline): ServiceNow {
  const ages = agesServed(service, layer, days);
  const others = service.serves.map((each) => compileCondition(layer.context, each));
  const serves = others.map((each) => each.holds(days, days.asAt)).reduce(both, ages.holds);
  return {
    ...entryOf(service, layer.prefix),
    isOpen: truthName(isOpen(service, days, days.asAt)),
    serves: truthName(serves),
    needs: distinct([
      ...openNeeds(service, layer.prefix, days, days.asAt),
      ...(serves === UNKNOWN ? [...ages.needs, ...others.flatMap((each) => each.needs(days, days.asAt))] : []),
    ]),
  };
}

/** Within any of its ages that holds for the pupil: `at most 19`, or `at most 25 if send`. */
function agesServed(
  service: Service,
  layer: CompiledLayer,
  days: Timeline,
): { readonly holds: Three; readonly needs: readonly Need[] } {
  if (service.ages.length === 0) return { holds: YES, needs: [] };
  const born = days.about.dateOfBirth;
  const needs: Need[] = [];
  const holds = service.ages
    .map(({ low, high, guard }): Three => {
      const condition = guard && compileCondition(layer.context, guard);
      const meant = condition?.holds(days, days.asAt) ?? YES;
      if (meant === NO) return NO;
      if (meant === UNKNOWN) needs.push(...condition!.needs(days, days.asAt));
      if (born === undefined) {
        needs.push({ kind: 'data', what: 'date of birth' });
        return UNKNOWN;
      }
      // Aged 19 until the day before the twentieth birthday.
      const oldEnough = low === undefined || addMonths(born, low * 12) <= days.asAt;
      const youngEnough = high === undefined || days.asAt < addMonths(born, (high + 1) * 12);
      return both(meant, three(oldEnough && youngEnough));
    })
    .reduce(either, NO);
  return { holds, needs: distinct(needs) };
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

function entryOf(service: Service, prefix: string): ServiceEntry {
  return {
    id: `${prefix}${service.name}`,
    title: service.title,
    telephone: service.telephone,
    open: service.hours.map(({ from, to, opens, closes, notBankHolidays }) => {
      const days = from === to ? weekdays[from - 1]! : `${weekdays[from - 1]!} to ${weekdays[to - 1]!}`;
      const hours = `${days} from ${formatClockTime(opens)} until ${formatClockTime(closes)}`;
      return notBankHolidays ? `${hours}, not bank holidays` : hours;
    }),
    ages: service.ages.map(({ low, high, guard }) => {
      const years = low === undefined ? `at most ${high ?? ''}` : `${low} to ${high ?? ''}`;
      return guard ? `${years} if ${guard.words}` : years;
    }),
    clause: clauseOf(service.place, prefix),
  };
}
