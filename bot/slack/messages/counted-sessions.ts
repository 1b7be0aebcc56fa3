import type { CountedSession } from '../../../dsl/evaluate/finding.ts';
import { isoDay, monthNames, partsOf, weekdayNames, weekdayOf, type Day } from '../../../register/day.ts';

/**
 * The sessions counted, a line a month, whole days and runs of days drawn together:
 * `March 2024: Mon 4 to Fri 8 I, Tue 12 am O`. A run goes on over a weekend, and over nothing else.
 */
export function countedSessions(sessions: readonly CountedSession[]): readonly string[] {
  const months = new Map<string, string[]>();
  for (const run of runsOf(daysOf(sessions))) {
    const { year, month } = partsOf(run.from);
    const name = `${monthNames[month - 1]} ${year}`;
    const said = months.get(name);
    if (said) said.push(sayRun(run));
    else months.set(name, [sayRun(run)]);
  }
  return [...months].map(([month, runs]) => `${month}: ${runs.join(', ')}`);
}

interface CountedDay {
  readonly day: Day;
  readonly am: string | undefined;
  readonly pm: string | undefined;
}

interface Run {
  readonly from: Day;
  readonly to: Day;
  readonly am: string | undefined;
  readonly pm: string | undefined;
}

function daysOf(sessions: readonly CountedSession[]): readonly CountedDay[] {
  const days = new Map<string, CountedDay>();
  for (const { date, session, code } of sessions) {
    const counted = days.get(date) ?? { day: isoDay(date), am: undefined, pm: undefined };
    days.set(date, session === 'AM' ? { ...counted, am: code } : { ...counted, pm: code });
  }
  return [...days.values()].sort((a, b) => a.day - b.day);
}

/** Whole days of one code that follow each other within a month; anything else stands alone. */
function runsOf(days: readonly CountedDay[]): readonly Run[] {
  const runs: Run[] = [];
  for (const { day, am, pm } of days) {
    const last = runs.at(-1);
    const whole = am !== undefined && am === pm;
    const continues = whole && last?.am === am && last.pm === pm && follows(last.to, day);
    if (continues) runs[runs.length - 1] = { ...last, to: day };
    else runs.push({ from: day, to: day, am, pm });
  }
  return runs;
}

function follows(before: Day, day: Day): boolean {
  const gap = day - before;
  return partsOf(before).month === partsOf(day).month && (gap === 1 || (gap === 3 && weekdayOf(before) === 5));
}

function sayRun({ from, to, am, pm }: Run): string {
  const days = from === to ? sayDay(from) : `${sayDay(from)} to ${sayDay(to)}`;
  if (am === pm) return `${days} ${am}`;
  return `${days} ${[am && `am ${am}`, pm && `pm ${pm}`].filter(Boolean).join(' ')}`;
}

function sayDay(day: Day): string {
  return `${weekdayNames[weekdayOf(day) - 1]!.slice(0, 3)} ${partsOf(day).date}`;
}
