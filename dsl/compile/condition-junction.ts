import type { Day } from '../../register/day.ts';
import type { CompiledCondition } from './compiled-condition.ts';
import type { Need } from './needs.ts';
import type { Timeline } from './timeline.ts';
import type { Three } from './truth.ts';
import { allLastTo, allQuietTo, forever, lastsTo } from './lasting.ts';
import { distinct } from './needs.ts';
import { both, either, NO, opposite, UNKNOWN, YES } from './truth.ts';

/** `and`, `or`: Kleene's strong tables. One part that decides leaves nothing to ask; otherwise only the open parts do. */
export function junction(words: string, kind: 'all' | 'any', parts: readonly CompiledCondition[]): CompiledCondition {
  const join = kind === 'all' ? both : either;
  const settled = kind === 'all' ? NO : YES;
  const holds = (timeline: Timeline, day: Day): Three => {
    let value: Three = kind === 'all' ? YES : NO;
    for (const part of parts) {
      value = join(value, part.holds(timeline, day));
      if (value === settled) return value;
    }
    return value;
  };
  return {
    words,
    holds,
    never: (timeline) =>
      kind === 'all'
        ? parts.some((part) => part.never?.(timeline) === true)
        : parts.every((part) => part.never?.(timeline) === true),
    needs: (timeline, day) =>
      holds(timeline, day) === UNKNOWN ? distinct(parts.flatMap((part) => open(part, timeline, day))) : [],
    pulses: (timeline, day) => parts.some((part) => part.pulses(timeline, day)),
    lasts: (timeline, day) => {
      // One part that decides is enough, for as long as it does.
      let decided: Day | undefined;
      for (const part of parts) {
        if (part.holds(timeline, day) !== settled) continue;
        const last = lastsTo(part, timeline, day);
        if (decided === undefined || last > decided) decided = last;
      }
      return decided ?? allLastTo(parts, timeline, day);
    },
    quiet: (timeline, day) => allQuietTo(parts, timeline, day),
    get compares() {
      return parts.flatMap((part) => part.compares);
    },
  };
}

/** `not`: what its part turns on happening does not make it fire. */
export function negation(words: string, part: CompiledCondition): CompiledCondition {
  return {
    words,
    holds: (timeline, day) => opposite(part.holds(timeline, day)),
    needs: part.needs,
    pulses: () => false,
    lasts: (timeline, day) => lastsTo(part, timeline, day),
    quiet: () => forever,
    get compares() {
      return part.compares;
    },
  };
}

/** `unless`: holds unless its part is proved. */
export function unlessProved(words: string, part: CompiledCondition): CompiledCondition {
  return {
    words,
    holds: (timeline, day) => (part.holds(timeline, day) === YES ? NO : YES),
    needs: () => [],
    pulses: () => false,
    lasts: (timeline, day) => lastsTo(part, timeline, day),
    quiet: () => forever,
    compares: [],
  };
}

/** Readings of one clause: where all agree that is the answer, and where they differ it is undetermined. */
export function readings(words: string, what: string, each: readonly CompiledCondition[]): CompiledCondition {
  const holds = (timeline: Timeline, day: Day): Three => {
    const first = each[0]!.holds(timeline, day);
    return each.every((reading) => reading.holds(timeline, day) === first) ? first : UNKNOWN;
  };
  return {
    words,
    holds,
    needs: (timeline, day) => {
      if (holds(timeline, day) !== UNKNOWN) return [];
      const needs = each.flatMap((reading) => open(reading, timeline, day));
      return needs.length > 0 ? distinct(needs) : [whichReading(what, each, timeline, day)];
    },
    pulses: (timeline, day) => each.some((reading) => reading.pulses(timeline, day)),
    lasts: (timeline, day) => allLastTo(each, timeline, day),
    quiet: (timeline, day) => allQuietTo(each, timeline, day),
    get compares() {
      return each.flatMap((reading) => reading.compares);
    },
  };
}

function whichReading(what: string, each: readonly CompiledCondition[], timeline: Timeline, day: Day): Need {
  const answers = each.map((reading) => `${reading.words}: ${reading.holds(timeline, day) === YES ? 'yes' : 'no'}`);
  return { kind: 'reading', what, readings: answers };
}

function open(part: CompiledCondition, timeline: Timeline, day: Day): readonly Need[] {
  return part.holds(timeline, day) === UNKNOWN ? part.needs(timeline, day) : [];
}
