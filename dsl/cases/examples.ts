import type { ClockTime } from '../../register/clock-time.ts';
import type { Day } from '../../register/day.ts';
import type { CaseEntry } from '../../register/case-log.ts';
import type { CodeTable } from '../../register/attendance-code.ts';
import type { Mark } from '../../register/mark.ts';
import type { NamedSpan, SchoolYear } from '../../register/school-calendar.ts';
import type { Span } from '../compile/calendar-tables.ts';
import type { SupposeItem } from '../syntax/tree.ts';
import type { Condition, Example, Policy } from '../resolve/policy.ts';
import type { CompiledPolicy } from '../compile/compiled-policy.ts';
import type { PupilCase } from '../compile/timeline.ts';
import type { Diagnostic } from '../text/diagnostic.ts';
import { addDays, dayOf, formatDay, partsOf, weekdayOf } from '../../register/day.ts';
import { pupilRegister } from '../../register/pupil-register.ts';
import { schoolCalendar } from '../../register/school-calendar.ts';
import { compileCondition } from '../compile/compile-condition.ts';
import { compilePolicy } from '../compile/compile.ts';
import { timeline } from '../compile/timeline.ts';
import { truthName } from '../compile/truth.ts';
import { formatClockTime } from '../../register/clock-time.ts';
import { servicesFor } from '../evaluate/directory.ts';
import { evaluateSchool } from '../evaluate/evaluate-school.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import { finesDue } from '../evaluate/fines.ts';
import { diagnostic } from '../text/report.ts';
import { whatItComesTo } from './comes-to.ts';
import { foundInFinding, foundInSchool } from './found.ts';
import { toldInAnswer } from './told.ts';

export interface ExampleResult {
  readonly example: Example;
  readonly expected: number;
  readonly failures: readonly Diagnostic[];
}

/** Runs the examples that stand in a policy. Each is one pupil, present whenever nothing else is supposed. */
export function runExamples(policy: Policy, codes: CodeTable): readonly ExampleResult[] {
  const compiled = compilePolicy(policy);
  return policy.examples.map((example) => runExample(compiled, example, codes));
}

/** Runs one of them, its policy compiled. */
export function runExample(compiled: CompiledPolicy, example: Example, codes: CodeTable): ExampleResult {
  const failures = example.expected.flatMap((expected) => {
    const on = expected.on ?? lastDay(example);
    const about = { ...supposedCase(compiled.policy, example, on, codes), adult: expected.adult };
    const found = ask(compiled, expected.condition, about, on, expected.at);
    if (found === 'yes') return [];
    const at = expected.at === undefined ? '' : ` at ${formatClockTime(expected.at)}`;
    const words = `${expected.words} on ${formatDay(on)}${at}`;
    return [diagnostic('example-fails', example.place.source, expected.span, [example.title, words, found])];
  });
  return { example, expected: example.expected.length, failures };
}

/** `due`, `waiting` and the like are asked of the finding; everything else is a condition like any other. */
function ask(
  compiled: CompiledPolicy,
  condition: Condition,
  about: PupilCase,
  on: Day,
  at: ClockTime | undefined,
): string {
  if (condition.kind === 'told') return toldInAnswer(compiled, condition.what, about, on, at);
  if (condition.kind === 'found') return found(compiled, condition, about, on, at);
  if (condition.kind === 'comes to') return whatItComesTo(compiled, about, on, condition);
  if (condition.kind === 'not' && isOfFinding(compiled, condition.part)) {
    return ask(compiled, condition.part, about, on, at) === 'yes' ? 'that it is' : 'yes';
  }
  if (condition.kind === 'at stage') {
    const bands = evaluate(compiled, about, on).bands.find((each) => each.id === condition.ladder);
    if (bands) return bands.band?.id === condition.stage ? 'yes' : (bands.band?.id ?? bands.state);
  }
  const layer = compiled.layers[0]!;
  const test = compileCondition(layer.context, condition);
  const days = timeline(about, on, compiled.classes, at);
  const truth = truthName(test.holds(days, on));
  return truth === 'no' ? describe(compiled, condition, about, on) : truth;
}

/** Not asked as a condition, but of what a finding says. */
function isOfFinding(compiled: CompiledPolicy, condition: Condition): boolean {
  if (condition.kind !== 'at stage') return condition.kind === 'found' || condition.kind === 'comes to';
  return compiled.layers.some((layer) => layer.bands.some(({ name }) => name === condition.ladder));
}

/** What schools owe is asked of the school: an example's acts are its own and those of the schools together. */
function found(
  compiled: CompiledPolicy,
  { name, value }: Condition & { kind: 'found' },
  about: PupilCase,
  on: Day,
  at: ClockTime | undefined,
): string {
  if (value === 'for-the-pupil') {
    const service = servicesFor(compiled, about, on, at).find(({ id }) => id === name);
    return service?.serves ?? 'no service';
  }
  if (value === 'unpaid' || value === 'undetermined') {
    const fine = finesDue(compiled, about, on).find((each) => each.id === name);
    if (fine || value === 'unpaid') return fine?.state === value ? 'yes' : (fine?.state ?? 'no fine');
  }
  if (!isOfSchools(compiled, name)) return foundInFinding(evaluate(compiled, about, on, at), name, value);
  const { school, schoolFacts, register, log } = about;
  const asked = { school, schoolFacts, calendar: register.calendar, log, sharedLog: log };
  return foundInSchool(evaluateSchool(compiled, asked, on), name, value);
}

function isOfSchools(compiled: CompiledPolicy, name: string): boolean {
  const rules = compiled.layers.flatMap((layer) => layer.rules);
  return name.endsWith('policy-review') || rules.some((each) => each.name === name && each.rule.of !== 'pupil');
}

/** What was found instead, for a ladder: the stage. */
function describe(compiled: CompiledPolicy, condition: Condition, about: PupilCase, on: Day): string {
  if (condition.kind !== 'at stage') return 'no';
  const ladder = evaluate(compiled, about, on).ladders.find((each) => each.id === condition.ladder);
  return ladder?.stage
    ? `${ladder.stage.id} (${ladder.count?.shown ?? ''} ${ladder.count?.unit ?? ''})`.trim()
    : 'no stage';
}

/** The pupil an example supposes, on a school year of its own: from the first Monday of September to the Friday before 23 July. */
export function supposedCase(policy: Policy, example: Example, asAt: Day, codes: CodeTable): PupilCase {
  const supposed = example.supposed.map((item) => item.what);
  const calendar = schoolCalendar(policy.id, schoolYears(supposed, asAt));
  const onRollFrom = supposed.find((what) => what.kind === 'on roll')?.from;
  const onRoll = { onRollFrom, onRollTo: undefined };
  const marks: Pick<Mark, 'session' | 'code'>[] = [];
  for (const day of calendar.schoolDays) {
    if (day > asAt || (onRollFrom !== undefined && day < onRollFrom)) continue;
    for (const half of ['AM', 'PM'] as const) {
      const code = supposed.findLast((what) => what.kind === 'marks' && covers(what, day, half));
      marks.push({ session: { day, half }, code: code?.kind === 'marks' ? code.code : half === 'AM' ? '/' : '\\' });
    }
  }
  const facts = Object.fromEntries(
    supposed.flatMap((what) =>
      what.kind === 'judgement' && isFact(policy, what.name.name) ? [[what.name.name, what.holds]] : [],
    ),
  ) as Record<string, boolean>;
  return {
    school: policy.id,
    schoolFacts: facts,
    pupil: 'example',
    pupilFacts: facts,
    dateOfBirth: supposed.find((what) => what.kind === 'born')?.on,
    onRoll,
    register: pupilRegister(calendar, codes, onRoll, marks),
    log: { entries: supposed.flatMap((what, index) => entryOf(what, index, policy, asAt)) },
    registerTo: { day: asAt, half: 'PM' },
    ...supposedFamily(policy.id, supposed),
  };
}

type Supposed = SupposeItem['what'];

/** One child in each school, the pupil in the first; of the schools those supposed to be members. */
function supposedFamily(own: string, supposed: readonly Supposed[]): Pick<PupilCase, 'family' | 'memberSchools'> {
  const families = supposed.filter((what) => what.kind === 'family');
  if (families.length === 0) return {};
  const members = families.find((each) => each.noun.name.startsWith('member-'))?.number;
  const all = Math.max(...families.map((each) => each.number));
  const schools = Array.from({ length: all }, (_, index) => (index === 0 ? own : `school ${index + 1}`));
  const family = schools.map((school, index) => ({ pupil: index === 0 ? 'example' : `sibling ${index}`, school }));
  return members === undefined ? { family } : { family, memberSchools: schools.slice(0, members) };
}

function covers(what: Supposed & { kind: 'marks' }, day: Day, half: 'AM' | 'PM'): boolean {
  return what.from <= day && day <= what.to && (what.half === undefined || what.half === half);
}

function isFact(policy: Policy, name: string): boolean {
  return (
    policy.facts.some((fact) => fact.name === name) ||
    policy.under.some((layer) => layer.facts.some((fact) => `${layer.id}.${fact.name}` === name))
  );
}

function entryOf(what: Supposed, index: number, policy: Policy, asAt: Day): readonly CaseEntry[] {
  const base = { id: `supposed-${index}`, time: undefined, recordedAt: '', by: 'example', note: '' };
  if (what.kind === 'act') {
    return [
      {
        ...base,
        kind: 'act',
        name: what.name.name,
        done: what.done,
        day: what.on,
        time: what.time,
        about: what.about,
        adult: what.adult?.name,
        lasting: what.lasting,
        items: what.items.length > 0 ? what.items.map((item) => item.text) : undefined,
      },
    ];
  }
  if (what.kind === 'judgement' && !isFact(policy, what.name.name)) {
    return [{ ...base, kind: 'judgement', name: what.name.name, holds: what.holds, day: what.on ?? asAt }];
  }
  return [];
}

function schoolYears(supposed: readonly Supposed[], asAt: Day): readonly SchoolYear[] {
  const closures = supposed.flatMap((what) =>
    what.kind === 'closed' ? [{ from: what.from, to: what.to, why: what.why }] : [],
  );
  const given = supposed.flatMap((what) => (what.kind === 'school year' ? [{ from: what.from, to: what.to }] : []));
  const spans =
    given.length > 0 ? given : yearsFor([asAt, ...supposed.flatMap((what) => ('from' in what ? [what.from] : []))]);
  return spans.map((span) => ({
    ...span,
    terms: namedSpans(supposed, 'term', span),
    halfTerms: namedSpans(supposed, 'half term', span),
    closures,
  }));
}

function namedSpans(supposed: readonly Supposed[], kind: 'term' | 'half term', year: Span): readonly NamedSpan[] {
  return supposed.flatMap((what) =>
    what.kind === kind && year.from <= what.to && what.from <= year.to
      ? [{ name: kind, from: what.from, to: what.to }]
      : [],
  );
}

function yearsFor(days: readonly Day[]): readonly { readonly from: Day; readonly to: Day }[] {
  const years = days.map((day) => (partsOf(day).month >= 8 ? partsOf(day).year : partsOf(day).year - 1));
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const september = dayOf(first + index, 9, 1)!;
    const july = dayOf(first + index + 1, 7, 22)!;
    return {
      from: addDays(september, (8 - weekdayOf(september)) % 7),
      to: addDays(july, -((weekdayOf(july) + 2) % 7)),
    };
  });
}

function lastDay(example: Example): Day {
  const days = example.supposed.flatMap((item) =>
    'to' in item.what ? [item.what.to] : 'on' in item.what && item.what.on ? [item.what.on] : [],
  );
  return (days.length > 0 ? Math.max(...days) : 0) as Day;
}
