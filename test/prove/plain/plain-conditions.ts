import type { Day } from '../../../register/day.ts';
import type * as p from '../../../dsl/resolve/policy.ts';
import { compareFractions } from '../../../register/fraction.ts';
import type { Amount, Answer, Plain } from './plain.ts';
import { agreed, daysIn, inSpan, LeftAside, whole, yesNo } from './plain.ts';
import { sessionStands } from './plain-days.ts';
import { eventDays, lastJudged, reasonGiven } from './plain-events.ts';
import { measured } from './plain-measures.ts';
import { periodReadings, windowOn } from './plain-windows.ts';

/** `seen` is the day of which other ladders are seen: the day before, in a ladder’s own tests. */
export function holds(plain: Plain, condition: p.Condition, day: Day, seen: Day = day): Answer {
  const part = (each: p.Condition): Answer => holds(plain, each, day, seen);
  switch (condition.kind) {
    case 'all': {
      const parts = condition.parts.map(part);
      return parts.includes('no') ? 'no' : parts.includes('unknown') ? 'unknown' : 'yes';
    }
    case 'any': {
      const parts = condition.parts.map(part);
      return parts.includes('yes') ? 'yes' : parts.includes('unknown') ? 'unknown' : 'no';
    }
    case 'not':
      return { yes: 'no', no: 'yes', unknown: 'unknown' }[part(condition.part)] as Answer;
    case 'unless':
      return part(condition.part) === 'yes' ? 'no' : 'yes';
    case 'readings':
      return agreed(condition.readings.map(part)) ?? 'unknown';
    case 'compare':
      return comparedTo(
        condition.comparator,
        measured(plain, condition.measure, day),
        measured(plain, condition.to, day),
      );
    case 'judged': {
      const found = lastJudged(plain, condition.name, day);
      return found ? yesNo(found.holds) : 'unknown';
    }
    case 'fact': {
      const { schoolFacts, pupilFacts } = plain.about;
      const found = (condition.of === 'school' ? schoolFacts : pupilFacts)[condition.name];
      return found === undefined ? 'unknown' : yesNo(found);
    }
    case 'happened': {
      const count = timesHappened(plain, condition, day);
      return count === 'unknown'
        ? count
        : comparedTo(condition.comparator, whole(count, count), whole(condition.number, condition.number));
    }
    case 'named':
      return thresholdHolds(plain, condition.name, day);
    case 'met': {
      const span = condition.window ? windowOn(plain, condition.window, day) : { from: plain.joined, to: day };
      if (span === 'none') return 'no';
      if (span === 'unknown') return 'unknown';
      const from = span.from < plain.joined ? plain.joined : span.from;
      const days = daysIn({ from, to: span.to < day ? span.to : day }).map((each) =>
        thresholdHolds(plain, condition.name, each),
      );
      return days.includes('yes') ? 'yes' : days.includes('unknown') ? 'unknown' : 'no';
    }
    case 'at stage': {
      const ladder = plain.policy.ladders.find((each) => each.name === condition.ladder);
      if (!ladder) throw new LeftAside('a ladder of a layer above, or bands');
      const index = ladder.stages.findIndex((each) => each.name === condition.stage);
      const { surely, possibly } = plain.stageOn(condition.ladder, seen);
      if (surely === possibly || index < surely || index > possibly) return yesNo(surely === index);
      return 'unknown';
    }
    case 'in period': {
      const readings = periodReadings(plain, condition.name)?.map((spans) => spans.some((span) => inSpan(span, day)));
      const inside = readings && agreed(readings);
      return inside === undefined ? 'unknown' : yesNo(inside);
    }
    case 'today':
      return yesNo(isToday(plain, condition.of, day));
    case 'reason given':
      return yesNo(reasonGiven(plain, day));
    case 'everyone':
      return 'yes';
    case 'not stated':
      return 'unknown';
    default:
      throw new LeftAside(condition.kind);
  }
}

/** Whether an act, a judgement or a mark that it turns on happened on the day itself. */
export function turnsOn(plain: Plain, condition: p.Condition, day: Day): boolean {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.parts.some((each) => turnsOn(plain, each, day));
    case 'readings':
      return condition.readings.some((each) => turnsOn(plain, each, day));
    case 'judged':
      return lastJudged(plain, condition.name, day)?.day === day;
    case 'happened':
      return eventDays(plain, condition.event, day, isOfThisOne(condition)).includes(day);
    case 'named': {
      const found = plain.policy.thresholds.find((each) => each.name === condition.name);
      return found !== undefined && turnsOn(plain, found.condition, day);
    }
    case 'today':
      return isToday(plain, condition.of, day);
    default:
      return false;
  }
}

export function thresholdHolds(plain: Plain, name: string, day: Day): Answer {
  const found = plain.policy.thresholds.find((each) => each.name === name);
  if (!found) throw new LeftAside('a threshold of a layer above');
  const { from, to } = found.place.inForce ?? {};
  if ((from !== undefined && day < from) || (to !== undefined && day > to)) return 'unknown';
  return holds(plain, found.condition, day);
}

function timesHappened(plain: Plain, condition: p.Condition & { kind: 'happened' }, day: Day): number | 'unknown' {
  const paper = plain.policy.papers.find((each) => each.name === condition.event.name);
  if (paper?.paper === 'notice') throw new LeftAside('a count of notices');
  const span = condition.window && windowOn(plain, condition.window, day);
  if (span === 'none') return 0;
  if (span === 'unknown') return 'unknown';
  const days = eventDays(plain, condition.event, day, isOfThisOne(condition));
  return days.filter((each) => !span || inSpan(span, each)).length;
}

function isToday(plain: Plain, set: p.SessionSet, day: Day): boolean {
  return plain.sessions.some((each) => each.day === day && sessionStands(each, set) === 'in');
}

function isOfThisOne({ window }: p.Condition & { kind: 'happened' }): boolean {
  return window === undefined || window.kind === 'since';
}

/** Two quantities, each an interval: sure where every choice from them answers alike. */
function comparedTo(comparator: p.ComparatorName, left: Amount, right: Amount): Answer {
  if (left === 'unknown' || right === 'unknown') return 'unknown';
  const below = compareFractions(left.most, right.least);
  const above = compareFractions(left.least, right.most);
  switch (comparator) {
    case 'at least':
      return above >= 0 ? 'yes' : below < 0 ? 'no' : 'unknown';
    case 'more than':
    case 'above':
      return above > 0 ? 'yes' : below <= 0 ? 'no' : 'unknown';
    case 'at most':
      return below <= 0 ? 'yes' : above > 0 ? 'no' : 'unknown';
    case 'fewer than':
    case 'below':
      return below < 0 ? 'yes' : above >= 0 ? 'no' : 'unknown';
    case 'exactly':
      return below === 0 && above === 0 ? 'yes' : below < 0 || above > 0 ? 'no' : 'unknown';
  }
}
