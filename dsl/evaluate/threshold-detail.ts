import type { Day } from '../../register/day.ts';
import type { Comparison } from '../compile/compiled-condition.ts';
import type { CompiledPolicy, CompiledThreshold } from '../compile/compiled-policy.ts';
import type { PupilCase, Timeline } from '../compile/timeline.ts';
import type {
  Clause,
  ContradictionFinding,
  CountedSession,
  Need,
  Quantity,
  ThresholdFinding,
  Truth,
} from './finding.ts';
import { addDays, formatIsoDay } from '../../register/day.ts';
import { compareFractions } from '../../register/fraction.ts';
import { clauseOf } from '../compile/context.ts';
import { timeline } from '../compile/timeline.ts';
import { truthName, YES } from '../compile/truth.ts';
import type { Three } from '../compile/truth.ts';
import { contradictionFindings } from './contradictions.ts';
import { countedSet, countOf, sessionsCounted } from './counted.ts';
import { leavingDays } from './leaving-days.ts';
import type { LeavingDay } from './leaving-days.ts';
import { quantity } from './quantities.ts';
import { attendingFrom } from './suppose-marks.ts';
import { setBy } from './thresholds.ts';

/** A threshold that counts sessions or days, of one pupil as at a day: what counts, since when, and for how long yet. */
export interface ThresholdDetail extends Pick<ThresholdFinding, 'id' | 'title' | 'setBy' | 'met'> {
  readonly needs: readonly Need[];
  /** Since when it has been met without a break; null where it is not met now. */
  readonly since: string | null;
  /** The last day on which it was met, where it is not met now. */
  readonly lastMet: string | null;
  /**
   * Where it is met, the first day on which it would not be, if the pupil attends every session from here and nothing
   * more is logged; null where that does not come within the calendar that is stored.
   */
  readonly until: { readonly day: string; readonly met: 'no' | 'undetermined' } | null;
  /** The comparisons in it: several where it has several limbs, or may be read in several ways. */
  readonly counts: readonly CountDetail[];
  /** Those that it is a part of, where their wordings give different answers on the day. */
  readonly contradictions: readonly ContradictionFinding[];
  readonly clause: Clause;
}

export interface CountDetail {
  /** `at least 10 unauthorised sessions in a rolling 10 school weeks`. */
  readonly words: string;
  readonly met: Truth;
  /** What is sure; null where it cannot be counted. */
  readonly count: Quantity | null;
  /** The most it may be, where marks are missing. */
  readonly most: Quantity | null;
  readonly window: { readonly from: string; readonly to: string; readonly words: string } | null;
  /** Of a rate, those missed. */
  readonly sessions: readonly CountedSession[];
  /** Of a count in a window: the highest it has been since the school year began, and the first day of that. */
  readonly highest: { readonly count: Quantity; readonly day: string } | null;
  /** When sessions counted now leave the window, if nothing more is counted. */
  readonly leaving: readonly LeavingDay[];
}

/** The thresholds of a policy and of the layers above it that count something, the policy’s own first. */
export function thresholdDetails(
  compiled: CompiledPolicy,
  about: PupilCase,
  asAt: Day,
  names?: readonly string[],
): readonly ThresholdDetail[] {
  const days = timeline(about, asAt, compiled.classes);
  const ahead = attendingFrom(about, asAt);
  const last = days.calendar.years.at(-1)?.to ?? asAt;
  const after = timeline(ahead, last > asAt ? last : asAt, compiled.classes);
  const apart = compiled.layers.flatMap((layer) => contradictionFindings(layer, days));
  return compiled.layers.flatMap((layer) =>
    layer.thresholds
      .filter(({ name }) => names === undefined || names.includes(name))
      .flatMap((threshold) => {
        const clause = clauseOf(threshold.threshold.place, layer.prefix);
        const contradictions = apart.filter(({ parts }) => parts.some(({ id }) => id === threshold.name));
        return detailOf(threshold, days, after).map((detail) => ({ ...detail, contradictions, clause }));
      }),
  );
}

function detailOf(
  { name, threshold, condition }: CompiledThreshold,
  days: Timeline,
  after: Timeline,
): readonly Omit<ThresholdDetail, 'contradictions' | 'clause'>[] {
  const counted = condition.compares.filter(({ measure }) => countedSet(measure.measure) !== undefined);
  if (counted.length === 0) return [];
  const { asAt } = days;
  const holds = (day: Day) => condition.holds(days, day) === YES;
  const met = condition.holds(days, asAt);
  const first = met === YES ? runStart(holds, days.joined, asAt) : undefined;
  return [
    {
      id: name,
      title: threshold.title,
      setBy: setBy(threshold.condition, asAt),
      met: truthName(met),
      needs: condition.needs(days, asAt),
      since: isoDay(first),
      lastMet: met === YES ? null : isoDay(lastSuch(holds, days.joined, asAt)),
      until: met === YES ? firstOther((day) => condition.holds(after, day), asAt, after.asAt) : null,
      counts: distinctCounts(counted).map((each) => countDetail(each, days, after)),
    },
  ];
}

/** A limb that stands in a threshold twice is told once. */
function distinctCounts(all: readonly Comparison[]): readonly Comparison[] {
  return [...new Map(all.map((each) => [each.words, each])).values()];
}

function countDetail({ words, holds, measure }: Comparison, days: Timeline, after: Timeline): CountDetail {
  const value = measure.on(days, days.asAt);
  const counted = sessionsCounted(measure, days, days.asAt);
  const most = 'need' in value || compareFractions(value.least, value.most) === 0 ? undefined : value.most;
  return {
    words,
    met: truthName(holds(days, days.asAt)),
    count: countOf(measure, days, days.asAt),
    most: most ? quantity(most, measure.unit) : null,
    window: counted?.window ?? null,
    sessions: counted?.sessions ?? [],
    highest: measure.measure.kind === 'count' ? highest({ measure }, days) : null,
    leaving: measure.measure.kind === 'count' ? leavingDays(measure, days, after, counted?.sessions ?? []) : [],
  };
}

/** By what is surely counted on each day of the school year so far. */
function highest({ measure }: Pick<Comparison, 'measure'>, days: Timeline): CountDetail['highest'] {
  const year = days.calendar.years.findLast(({ from }) => from <= days.asAt)?.from ?? days.joined;
  let found: CountDetail['highest'] = null;
  let top = { numerator: 0, denominator: 1 };
  for (let day = year > days.joined ? year : days.joined; day <= days.asAt; day = addDays(day, 1)) {
    const value = measure.on(days, day);
    if ('need' in value || compareFractions(value.least, top) <= 0) continue;
    top = value.least;
    found = { count: quantity(top, measure.unit), day: formatIsoDay(day) };
  }
  return found;
}

type OnDay = (day: Day) => boolean;

function runStart(holds: OnDay, from: Day, last: Day): Day {
  let day = last;
  while (day > from && holds(addDays(day, -1))) day = addDays(day, -1);
  return day;
}

function lastSuch(holds: OnDay, from: Day, upTo: Day): Day | undefined {
  for (let day = upTo; day >= from; day = addDays(day, -1)) if (holds(day)) return day;
  return undefined;
}

function firstOther(holds: (day: Day) => Three, after: Day, upTo: Day): ThresholdDetail['until'] {
  for (let day = addDays(after, 1); day <= upTo; day = addDays(day, 1)) {
    const met = truthName(holds(day));
    if (met !== 'yes') return { day: formatIsoDay(day), met };
  }
  return null;
}

function isoDay(day: Day | undefined): string | null {
  return day === undefined ? null : formatIsoDay(day);
}
