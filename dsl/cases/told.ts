import type { ClockTime } from '../../register/clock-time.ts';
import type { Day } from '../../register/day.ts';
import type { CompiledPolicy } from '../compile/compiled-policy.ts';
import type { PupilCase } from '../compile/timeline.ts';
import type { Finding } from '../evaluate/finding.ts';
import type { SchoolFinding } from '../evaluate/school-finding.ts';
import type { Entered, Told } from '../resolve/policy.ts';
import { formatClockTime } from '../../register/clock-time.ts';
import { formatFraction } from '../../register/fraction.ts';
import { arrivalMark, recordedTimes } from '../evaluate/describe.ts';
import { evaluateSchool } from '../evaluate/evaluate-school.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import { finesDue } from '../evaluate/fines.ts';
import { markOptions } from '../evaluate/paper-marks.ts';

/** Whether an answer gives the time, amount or date that an example expects: `yes`, or what it gives instead. */
export function toldInAnswer(compiled: CompiledPolicy, told: Told, about: PupilCase, on: Day, at?: ClockTime): string {
  switch (told.kind) {
    case 'arrival': {
      const found = arrivalMark(compiled.policy, told.time, told.half, recordedTimes(about.log, on));
      const given = found.kind === 'code' ? found.code : found.kind === 'class' ? found.class : 'not stated';
      return same(entersWords(told.enters), given);
    }
    case 'fine': {
      const found = finesDue(compiled, about, on).find((each) => each.id === told.name);
      const owed = found?.state === 'payable' ? `£${found.pounds!.value}` : (found?.state ?? 'no fine');
      return same(`£${formatFraction(told.pounds)}`, owed);
    }
    case 'may mark': {
      const found = markOptions(compiled, about, told.name, on);
      const open = found.some(
        ({ holds, enters }) => holds === 'yes' && entersWords(enters) === entersWords(told.enters),
      );
      return open === told.holds ? 'yes' : found.map((each) => `${entersWords(each.enters)}: ${each.holds}`).join(', ');
    }
    case 'time':
      return same(formatClockTime(told.time), clock(timeNamed(compiled, told.name)) ?? 'no time');
    case 'due':
    case 'open':
      return (
        dueWithin(evaluate(compiled, about, on, at), told) ?? dueWithin(ofSchool(compiled, about, on), told) ?? none
      );
    case 'in force': {
      const { covers } = evaluate(compiled, about, on).policy;
      return covers === told.holds ? 'yes' : covers ? 'that it is in force' : 'that it is not in force';
    }
  }
}

function entersWords(enters: Entered): string {
  return enters.kind === 'code' ? enters.code : enters.kind === 'class' ? enters.class : 'not stated';
}

/** A time that the policy or a layer above it names; `morning` and `afternoon` are when the session begins. */
function timeNamed({ layers }: CompiledPolicy, name: string): ClockTime | undefined {
  const half = { morning: 'AM', afternoon: 'PM' }[name];
  if (half !== undefined) return layers[0]!.policy.halfDays.find((each) => each.half === half)?.from;
  return layers.flatMap(({ policy, prefix }) =>
    policy.times.flatMap((each) => (`${prefix}${each.name}` === name ? [each.time] : [])),
  )[0];
}

const none = 'nothing of the kind';

/** What the school of the example owes, apart from the pupil. */
function ofSchool(compiled: CompiledPolicy, { school, schoolFacts, register, log }: PupilCase, on: Day): SchoolFinding {
  return evaluateSchool(compiled, { school, schoolFacts, calendar: register.calendar, log, sharedLog: log }, on);
}

/** A duty due, or an option open, with the times of day that its sentence prints; undefined where there is none. */
function dueWithin(
  finding: Pick<Finding, 'duties' | 'options'>,
  told: Told & { readonly kind: 'due' | 'open' },
): string | undefined {
  const sentences = told.kind === 'due' ? finding.duties.filter((each) => each.state === 'due') : finding.options;
  const found = sentences.find((each) => each.id === told.name || each.id.endsWith(`.${told.name}`));
  if (!found) return undefined;
  const wanted = timesInWords(clock(told.from), clock(told.until));
  return same(wanted, timesInWords(found.window?.from ?? null, found.window?.to ?? null));
}

function timesInWords(from: string | null, until: string | null): string {
  const words = [...(from === null ? [] : [`from ${from}`]), ...(until === null ? [] : [`by ${until}`])];
  return words.length === 0 ? 'no times' : words.join(' ');
}

function clock(time: ClockTime | undefined): string | null {
  return time === undefined ? null : formatClockTime(time);
}

function same(wanted: string, given: string): string {
  return given === wanted ? 'yes' : given;
}
