import type { EventNode, Timing } from '../syntax/tree.ts';
import type { RuleTiming } from './policy.ts';
import type { Scope } from './scope.ts';
import { formatClockTime } from '../../register/clock-time.ts';
import { partyNames } from './parties.ts';
import { resolveEvent } from './resolve-measure.ts';
import { find } from './scope.ts';
import { checkUnit } from './units.ts';
import { wordsOf } from './words.ts';

/** When and by whom: what stands after the act of a sentence, its units settled and its events bound. */
export function resolveTiming(scope: Scope, timing: Timing): readonly RuleTiming[] {
  const words = wordsOf(scope, timing.span);
  switch (timing.kind) {
    case 'party':
      if (timing.word === 'to') return [];
      return [
        {
          kind: `${timing.word} whom` as 'by whom',
          names: partyNames(scope, timing.parties, timing.word === 'for'),
          join: timing.parties.join,
        },
      ];
    case 'about':
      return [];
    case 'by time':
    case 'before time':
    case 'after time':
    case 'at time': {
      const time = timing.time.kind === 'clock' ? timing.time.time : undefined;
      return [
        {
          kind: timing.kind,
          time,
          words: time === undefined ? words : words.replace(/\d[\d:.]*/, formatClockTime(time)),
        },
      ];
    }
    case 'between times': {
      const from = timing.from.kind === 'clock' ? timing.from.time : undefined;
      const until = timing.until.kind === 'clock' ? timing.until.time : undefined;
      return [{ kind: 'between times', from, until, words }];
    }
    case 'absence day':
      return [{ kind: 'absence day', numbers: timing.numbers }];
    case 'same school day':
    case 'that morning':
      return [{ kind: timing.kind }];
    case 'on date':
      return [{ kind: 'on date', day: timing.day }];
    case 'within':
      checkUnit(scope, timing.quantity.unit, timing.quantity.span, 'length');
      return [
        {
          kind: 'within',
          number: timing.quantity.number,
          unit: timing.quantity.unit,
          // The session that brought the sentence: its day is the day it arose.
          of: timing.of && !isSession(timing.of) ? resolveEvent(scope, timing.of) : undefined,
          words,
        },
      ];
    case 'no later than':
      checkUnit(scope, timing.quantity.unit, timing.quantity.span, 'length');
      return [
        {
          kind: 'no later than',
          number: timing.quantity.number,
          unit: timing.quantity.unit,
          before: resolveEvent(scope, timing.before),
          words,
        },
      ];
    case 'after event':
      checkUnit(scope, timing.quantity?.unit, timing.span, 'length');
      return [
        {
          kind: 'after event',
          number: timing.quantity?.number,
          unit: timing.quantity?.unit,
          event: resolveEvent(scope, timing.event),
          words,
        },
      ];
    case 'before event':
      return [{ kind: 'before event', event: resolveEvent(scope, timing.event), words }];
    case 'once each':
    case 'each':
      checkUnit(scope, timing.unit, timing.span, 'cadence');
      return [{ kind: timing.kind, unit: timing.unit, name: timing.name?.name }];
    case 'at most':
      find(scope, timing.each, 'paper');
      scope.report('not-understood-yet', timing.span, ['at most so many of an act']);
      return [];
  }
}

function isSession({ name, done }: EventNode): boolean {
  return done === undefined && name.name === 'session';
}
