import type { Act, CaseEntry } from '../../register/case-log.ts';
import type { Day } from '../../register/day.ts';
import type { SchoolCalendar, SchoolYear } from '../../register/school-calendar.ts';
import type { HalfDay } from '../../register/session.ts';
import type { CompiledPolicy } from '../../dsl/compile/compiled-policy.ts';
import type { PupilCase } from '../../dsl/compile/timeline.ts';
import type { Finding } from '../../dsl/evaluate/finding.ts';
import { readPolicies } from '../../dsl/check/read-policies.ts';
import { compilePolicy } from '../../dsl/compile/compile.ts';
import { evaluate } from '../../dsl/evaluate/evaluate.ts';
import { england } from '../../dsl/rulebook/england.generated.ts';
import { printDiagnostic } from '../../dsl/text/print-diagnostic.ts';
import { parseClockTime } from '../../register/clock-time.ts';
import { isoDay } from '../../register/day.ts';
import { pupilRegister } from '../../register/pupil-register.ts';
import { schoolCalendar } from '../../register/school-calendar.ts';
import { codes } from './code-table.ts';

/** One pupil for a test. Every school day up to the day asked about is attended, but for what is printed. */
export interface Supposed {
  readonly asAt: string;
  /**
   * Pairs of codes, by the day the first stands on, laid on the school days that follow: `{ '2023-11-13': 'OO L\\ ..' }`;
   * `.` where the register was not taken.
   */
  readonly marks?: Readonly<Record<string, string>>;
  /**
   * What people logged, in the order recorded: `2023-11-20 stage-1-letter sent`, `2023-11-20 09:15 absence reported`,
   * `2023-11-20 engaged is not true`, `2023-11-20 leave taken about 2023-11-20 2023-11-24`,
   * `2023-11-20 referral recorded with dates, letters`.
   */
  readonly log?: readonly string[];
  readonly calendar?: SchoolCalendar;
  readonly onRoll?: { readonly from?: string; readonly to?: string };
  /** Last session that anyone has a mark for; otherwise the afternoon of the day asked about. */
  readonly registerTo?: string;
  readonly facts?: Readonly<Record<string, boolean>>;
  readonly born?: string;
  /** The minute asked about, `09:20`. */
  readonly at?: string;
}

/** One school year, from its first day to its last, with what the test needs of terms and closures. */
export function year(
  from: string,
  to: string,
  more: Partial<Record<'terms' | 'halfTerms' | 'closures', readonly string[]>> = {},
): SchoolYear {
  const spans = (each: readonly string[] = []) =>
    each.map((text) => {
      const [first, last, ...name] = text.split(' ');
      return { from: isoDay(first!), to: isoDay(last ?? first!), name: name.join(' '), why: name.join(' ') };
    });
  return {
    from: isoDay(from),
    to: isoDay(to),
    terms: spans(more.terms),
    halfTerms: spans(more.halfTerms),
    closures: spans(more.closures),
  };
}

export function calendarOf(...years: readonly SchoolYear[]): SchoolCalendar {
  return schoolCalendar('school', years);
}

/** 2023-09-04 to 2024-07-19 without a break: weeks are easily counted. */
export const plainYear = calendarOf(year('2023-09-04', '2024-07-19'));

/** Compiles a policy that must hold no mistake. What has no head of its own is put under one. */
export function compiled(text: string, ...above: readonly string[]): CompiledPolicy {
  const whole = /^\s*(policy|framework|trust|cluster) /m.test(text)
    ? text
    : `policy example "Example" in force from 1 September 2020\n${text}`;
  const sources = [whole, ...above].map((each, index) => ({ name: `policy-${index}.att`, text: each }));
  const set = readPolicies(sources, { rulebook: england });
  const wrong = set.diagnostics.filter((each) => each.severity === 'error');
  if (wrong.length > 0) throw new Error(wrong.map((each) => printDiagnostic(each)).join('\n'));
  return compilePolicy([...set.policies.values()].find((policy) => policy.source === sources[0])!);
}

export function pupilCase(supposed: Supposed): PupilCase {
  const calendar = supposed.calendar ?? plainYear;
  const onRoll = { onRollFrom: day(supposed.onRoll?.from), onRollTo: day(supposed.onRoll?.to) };
  const asAt = isoDay(supposed.asAt);
  const [last, half] = (supposed.registerTo ?? `${supposed.asAt} PM`).split(' ');
  return {
    school: 'school',
    schoolFacts: supposed.facts ?? {},
    pupil: 'pupil',
    pupilFacts: supposed.facts ?? {},
    dateOfBirth: day(supposed.born),
    onRoll,
    register: pupilRegister(calendar, codes, onRoll, laidOut(calendar, supposed, asAt, onRoll.onRollFrom)),
    log: { entries: (supposed.log ?? []).map(entryOf) },
    registerTo: { day: isoDay(last!), half: half as HalfDay },
  };
}

/** What a policy says of the pupil supposed. */
export function finding(policy: string | CompiledPolicy, supposed: Supposed): Finding {
  const built = typeof policy === 'string' ? compiled(policy) : policy;
  const at = supposed.at === undefined ? undefined : parseClockTime(supposed.at);
  return evaluate(built, pupilCase(supposed), isoDay(supposed.asAt), at);
}

/** `yes`, `no` or `undetermined`: one threshold of the finding. */
export function met(policy: string | CompiledPolicy, supposed: Supposed, id = 't'): string {
  return finding(policy, supposed).thresholds.find((each) => each.id === id)!.met;
}

/** The value of the measure in a threshold, exact: `15/2`. */
export function counted(measure: string, supposed: Supposed, more = ''): string | undefined {
  const policy = compiled(
    `measure m is ${measure}\nthreshold t is m at least ${/^(attendance|absence)| out of /.test(measure) ? '0%' : unitOf(measure)}\n${more}`,
  );
  return finding(policy, supposed).thresholds[0]!.count?.value;
}

/** The unit that a measure's text names first. */
function unitOf(measure: string): string {
  return `0 ${/days absent|days attended|school days|school weeks|sessions/.exec(measure)![0]}`;
}

/** Where the pupil stands on the first ladder. */
export function stage(policy: string | CompiledPolicy, supposed: Supposed): string | null {
  return finding(policy, supposed).ladders[0]!.stage?.id ?? null;
}

/** A duty, letter, option or bar by the end of its id: its state, or `open` for an option; `none` where there is none. */
export function state(found: Finding, id: string): string {
  const named = <Each extends { readonly id: string }>(list: readonly Each[]): Each | undefined =>
    list.find((each) => each.id === id || each.id.endsWith(`.${id}`));
  if (named(found.options)) return 'open';
  return (named(found.letters) ?? named(found.duties) ?? named(found.bars))?.state ?? 'none';
}

/** What is missing before something can be told: kinds, or for marks the sessions. */
export function needs(found: Finding, about: string): readonly string[] {
  const all = found.undetermined.filter((each) => each.about === about).flatMap((each) => each.needs);
  return all.map((need) => {
    if (need.kind === 'mark') return need.sessions.map((each) => `${each.date} ${each.session}`).join(', ');
    return `${need.kind}: ${need.what}`;
  });
}

function laidOut(calendar: SchoolCalendar, supposed: Supposed, asAt: Day, joined: Day | undefined) {
  const printed = new Map<string, string>();
  for (const [first, pairs] of Object.entries(supposed.marks ?? {})) {
    let index = calendar.schoolDays.findIndex((each) => each >= isoDay(first));
    for (const pair of pairs.split(/\s+/)) {
      const [morning, afternoon] = pair.includes(',') ? pair.split(',') : pair;
      printed.set(`${calendar.schoolDays[index]} AM`, morning!);
      printed.set(`${calendar.schoolDays[index++]} PM`, afternoon!);
    }
  }
  return calendar.schoolDays
    .filter((each) => each <= asAt && (joined === undefined || each >= joined))
    .flatMap((each) =>
      (['AM', 'PM'] as const).flatMap((half) => {
        const code = printed.get(`${each} ${half}`) ?? (half === 'AM' ? '/' : '\\');
        return code === '.' ? [] : [{ session: { day: each, half }, code }];
      }),
    );
}

function entryOf(text: string, index: number): CaseEntry {
  const match =
    /^(\S+) (?:(\d\d:\d\d) )?(\S+) (is not true|is true|\S+)(?: about (\S+)(?: (\S+))?)?(?: with (.+))?$/.exec(text);
  if (!match) throw new Error(`not an entry: ${text}`);
  const [, on, time, name, what, from, to, items] = match;
  const entry = {
    id: `entry-${index}`,
    day: isoDay(on!),
    time: time === undefined ? undefined : parseClockTime(time),
    recordedAt: `${on}T12:00:00.000Z`,
    by: 'office',
    note: '',
  };
  if (what!.startsWith('is ')) return { ...entry, kind: 'judgement', name: name!, holds: what === 'is true' };
  const about: Act['about'] = from === undefined ? undefined : { from: isoDay(from), to: isoDay(to ?? from) };
  return { ...entry, kind: 'act', name: name!, done: what!, about, ...(items ? { items: items.split(', ') } : {}) };
}

function day(iso: string | undefined): Day | undefined {
  return iso === undefined ? undefined : isoDay(iso);
}
