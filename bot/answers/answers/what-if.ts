import {
  attended,
  codeAt,
  evaluate,
  explainNext,
  explainQuantity,
  findingChanges,
  supposeMarks,
} from '../../../dsl/index.ts';
import type { Finding, FindingChange, PupilCase, SupposedMark } from '../../../dsl/index.ts';
import { codeOn } from '../../../register/attendance-code.ts';
import type { CodeTable } from '../../../register/attendance-code.ts';
import { formatIsoDay, parseIsoDay } from '../../../register/day.ts';
import type { Day } from '../../../register/day.ts';
import type { Pupil } from '../../../register/pupil.ts';
import type { Session } from '../../../register/session.ts';
import type { Answer, Fact, Group, SessionSupposed, WhatIfOutcome } from '../answer.ts';
import type { Asking } from '../asking.ts';
import type { Called } from '../called-adults.ts';
import { changeLines } from '../change-words.ts';
import { caseOf, evaluated } from '../examine.ts';
import { inGroups } from '../in-groups.ts';
import { supposedOf } from '../supposed-marks.ts';
import type { Supposed } from '../supposed-marks.ts';
import { capital, contextOf, dayWords, mainLadder, nameAndGroup, ofFinding, runWords } from '../words.ts';
import { withholdIn } from '../withhold.ts';
import { refused } from './refused.ts';

/** “what if …”: supposes marks over the register, stores nothing, and says what changes beside now. */
export async function whatIfAnswer(
  asking: Asking,
  pupil: Pupil,
  says: string,
  notes: readonly string[] = [],
): Promise<Answer> {
  const { services, policy, actor } = asking;
  const whole = await caseOf(asking, pupil);
  // What was logged after the day asked about is no part of what may come.
  const about = { ...whole, log: { entries: whole.log.entries.filter(({ day }) => day <= asking.asAt) } };
  const { finding, called } = evaluated(asking, pupil, about);
  const supposed = supposedOf(says, { about, codes: services.codes, asAt: asking.asAt, actor });
  if (supposed.kind === 'not supposed') return refused(supposed);
  const last = supposed.sessions.at(-1)!.day;
  const asAt = last > asking.asAt ? last : asking.asAt;
  const on = (marks: readonly SupposedMark[]) =>
    evaluate(policy.compiled, supposeMarks(about, [...supposed.between, ...marks]), asAt);
  // What comes about although every session is attended comes about by the calendar alone.
  const anyway =
    supposed.how !== 'attends' && asAt > asking.asAt
      ? staffChanges(finding, on(attended(about, supposed.sessions)))
      : [];
  const outcomes = outcomesOf(supposed, services.codes, last, (marks) => outcomeOf(finding, on(marks), anyway));
  const said = supposedWords(supposed, about, asking);
  return {
    kind: 'what if',
    headline: `${nameAndGroup(pupil)}: ${headlineOf(finding, outcomes)}`,
    facts: [{ label: 'Supposed', value: said.words }, ...factsOf(finding, outcomes)],
    ...inGroups([...notes, ...said.remarks], groupsOf(outcomes, called)),
    context: [
      'Supposed, and not stored: the register is as it was.',
      ...(asAt > asking.asAt ? [`Answered as at the end of ${dayWords(formatIsoDay(asAt))}`] : []),
      ...contextOf(finding, []),
    ],
    offers: [
      { label: 'Stage now', action: { kind: 'ask', question: 'stage', about: pupil.id, asAt: finding.asAt } },
      { label: 'What next', action: { kind: 'ask', question: 'what next', about: pupil.id, asAt: finding.asAt } },
    ],
    ...ofFinding(pupil, finding),
    supposed: { asAt: formatIsoDay(asAt), sessions: said.sessions, leftOut: supposed.leftOut },
    outcomes,
  };
}

/** Codes that come to the same are one outcome; what most of them come to first. */
function outcomesOf(
  { readings, how }: Supposed,
  table: CodeTable,
  day: Day,
  outcome: (marks: readonly SupposedMark[]) => Omit<WhatIfOutcome, 'codes' | 'words'>,
): readonly WhatIfOutcome[] {
  if (how === 'attends') return [{ codes: [], words: '', ...outcome(readings[0]!.marks) }];
  const alike = new Map<
    string,
    { readonly codes: string[]; readonly outcome: Omit<WhatIfOutcome, 'codes' | 'words'> }
  >();
  for (const { code, marks } of readings) {
    const found = outcome(marks);
    const key = JSON.stringify(found);
    const known = alike.get(key);
    if (known) known.codes.push(code);
    else alike.set(key, { codes: [code], outcome: found });
  }
  const all = readings.map(({ code }) => code);
  return [...alike.values()]
    .toSorted((a, b) => b.codes.length - a.codes.length)
    .map(({ codes, outcome: found }) => ({
      codes,
      words: codesWords(codes, all, table, day),
      ...found,
    }));
}

/** `authorised`, `unauthorised`, `coded G`, `authorised, or coded N or O`. */
function codesWords(codes: readonly string[], all: readonly string[], table: CodeTable, day: Day): string {
  const classOf = (code: string) => codeOn(table, code, day)?.meaning ?? '';
  const whole = classes.filter(({ meaning }) => {
    const of = all.filter((code) => classOf(code) === meaning);
    return of.length > 1 && of.every((code) => codes.includes(code));
  });
  const rest = codes.filter((code) => !whole.some(({ meaning }) => meaning === classOf(code)));
  return [...whole.map(({ words }) => words), ...(rest.length === 0 ? [] : [`coded ${orWords(rest)}`])].join(', or ');
}
const classes = [
  { meaning: 'authorised absence', words: 'authorised' },
  { meaning: 'unauthorised absence', words: 'unauthorised' },
] as const;

function orWords(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)!}`;
}

function outcomeOf(
  now: Finding,
  then: Finding,
  anyway: readonly FindingChange[],
): Omit<WhatIfOutcome, 'codes' | 'words'> {
  const known = new Set(anyway.map((each) => JSON.stringify(each)));
  const changes = staffChanges(now, then);
  return {
    changes: changes.filter((each) => !known.has(JSON.stringify(each))),
    inAnyCase: changes.filter((each) => known.has(JSON.stringify(each))),
    stages: then.ladders.map((ladder) => ({
      ladder: ladder.id,
      stage: ladder.stage?.title ?? null,
      count: ladder.count ? explainQuantity(ladder.count) : null,
      next: explainNext(ladder) ?? null,
    })),
    attendance: then.tally.attendance?.shown ?? null,
  };
}

/** What families owe is theirs to do; what the authority would owe is told. */
function staffChanges(now: Finding, then: Finding): readonly FindingChange[] {
  const ofStaff = (finding: Finding): Finding => ({
    ...finding,
    duties: finding.duties.filter(({ party }) => party !== 'family'),
  });
  return findingChanges(ofStaff(now), ofStaff(then));
}

function headlineOf(now: Finding, outcomes: readonly WhatIfOutcome[]): string {
  const main = mainLadder(now);
  const stages = [
    ...new Set(outcomes.map((each) => each.stages.find(({ ladder }) => ladder === main?.id)?.stage ?? null)),
  ];
  const changed = outcomes.some(({ changes }) => changes.length > 0);
  if (stages.length > 1)
    return `it would depend on the code: ${stages.map((stage) => stage ?? 'no stage').join(' or ')}`;
  const [stage = null] = stages;
  if (stage !== (main?.stage?.title ?? null))
    return `it would be ${stage ?? 'no stage'} (now ${main?.stage?.title ?? 'no stage'})`;
  const still = stage === null ? 'no stage' : `still ${stage}`;
  if (!changed) return `${still}, and nothing else would change`;
  return outcomes.length > 1 ? `${still}; what else changes depends on the code` : `${still}, with changes`;
}

function factsOf(now: Finding, outcomes: readonly WhatIfOutcome[]): readonly Fact[] {
  const main = mainLadder(now);
  const of = <Value>(value: (outcome: WhatIfOutcome) => Value) => [...new Set(outcomes.map(value))];
  const mains = (outcome: WhatIfOutcome) => outcome.stages.find(({ ladder }) => ladder === main?.id);
  const counts = of((each) => mains(each)?.count ?? null);
  const next = of((each) => mains(each)?.next ?? null);
  const rates = of(({ attendance }) => attendance);
  return [
    ...(main?.count && counts.length === 1 && counts[0] != null
      ? [{ label: 'Counted', value: besideNow(counts[0], explainQuantity(main.count)) }]
      : []),
    ...(next.length === 1 && next[0] != null ? [{ label: 'Next', value: next[0].replace(/\.$/, '') }] : []),
    ...(rates.length === 1 && rates[0] != null
      ? [{ label: 'Attendance', value: besideNow(`${rates[0]}%`, `${now.tally.attendance?.shown ?? '–'}%`) }]
      : []),
  ];
}

function besideNow(then: string, now: string): string {
  return then === now ? `${then}, as now` : `${then} (now ${now})`;
}

/** What every outcome has alike once; then what each code adds. */
function groupsOf(outcomes: readonly WhatIfOutcome[], called: Called): readonly Group[] {
  const keyed = outcomes.map((each) => ({ ...each, lines: changeLines(each.changes, called) }));
  const common = keyed[0]?.lines.filter((line) => keyed.every(({ lines }) => lines.includes(line))) ?? [];
  const several = outcomes.length > 1;
  const inAnyCase = [...new Set(outcomes.flatMap((each) => changeLines(each.inAnyCase, called)))];
  return [
    { title: several ? 'Whatever the code' : 'What would change', lines: common },
    ...(several
      ? keyed.map(({ words, lines }) => {
          const own = lines.filter((line) => !common.includes(line));
          const more = common.length === 0 ? 'nothing would change' : 'nothing more would change';
          return { title: `If ${words}`, lines: own.length === 0 ? [capital(more)] : own };
        })
      : []),
    { title: 'By then in any case, by the calendar', lines: inAnyCase },
  ];
}

interface SupposedSaid {
  readonly words: string;
  readonly remarks: readonly string[];
  readonly sessions: readonly SessionSupposed[];
}

/** Which sessions are supposed and as what; what was left out, set aside or taken for granted. */
function supposedWords(
  supposed: Supposed,
  about: PupilCase,
  { services: { codes }, actor, asAt }: Asking,
): SupposedSaid {
  const { sessions, how, readings, said, between, leftOut } = supposed;
  const shown = sessions.map((session): SessionSupposed => {
    const code = session.day <= asAt ? codeAt(about, session) : undefined;
    const [seen] =
      code === undefined
        ? []
        : withholdIn([{ date: formatIsoDay(session.day), session: session.half, code }], codes, actor);
    return { date: formatIsoDay(session.day), session: session.half, was: seen?.code ?? null };
  });
  const marked = shown.filter(({ was }) => was !== null);
  const as =
    how === 'attends'
      ? 'attended'
      : said && readings.length === 1
        ? `${how === 'becomes' ? `${shown[0]!.was ?? ''} becomes` : 'absent, coded'} ${readings[0]!.code}`
        : 'absent';
  return {
    words: `${as}: ${daysWords(sessions)}`,
    sessions: shown,
    remarks: [
      ...(said || readings.length === 1
        ? []
        : ['Which code it would be was not said: each is tried, and those that come to the same are told together.']),
      ...(how === 'becomes' || marked.length === 0
        ? []
        : [
            `${marked.length === 1 ? 'One of these sessions has a mark' : `${marked.length} of these sessions have marks`} in the register already; what is supposed stands in its place.`,
          ]),
      ...leftOutWords(leftOut, how),
      ...(between.length === 0
        ? []
        : [`The sessions before then that have no mark yet, ${between.length} of them, are taken as attended.`]),
    ],
  };
}

/** `Left out: 2 May 2024 (Polling day); 4 to 5 May 2024 (a weekend)`; the weekends of a time attended go without saying. */
function leftOutWords(leftOut: Supposed['leftOut'], how: Supposed['how']): readonly string[] {
  const runs: { from: string; to: string; why: string }[] = [];
  for (const { date, why } of leftOut) {
    const last = runs.at(-1);
    if (last && last.why === why && isNextDay(last.to, date)) last.to = date;
    else runs.push({ from: date, to: date, why });
  }
  const told = runs
    .filter(({ why }) => how !== 'attends' || why !== weekend)
    .map(({ from, to, why }) => `${runWords({ from, to })} (${why})`);
  return told.length === 0 ? [] : [`Left out: ${told.join('; ')}`];
}
/** As the calendar says why a Saturday has no sessions. */
const weekend = 'a weekend';

function isNextDay(first: string, second: string): boolean {
  return parseIsoDay(second) === (parseIsoDay(first) ?? 0) + 1;
}

/** `2 to 3 May 2024 (4 sessions)`, runs of school days joined. */
function daysWords(sessions: readonly Session[]): string {
  const days = [...new Set(sessions.map(({ day }) => day))];
  const [first, last] = [formatIsoDay(days[0]!), formatIsoDay(days.at(-1)!)];
  const halves = sessions.length < days.length * 2;
  const few = days.map((day) => {
    const own = sessions.filter((session) => session.day === day);
    return `${dayWords(formatIsoDay(day))}${own.length === 1 ? ` ${own[0]!.half}` : ''}`;
  });
  const words = days.length <= 4 ? few.join(', ') : runWords({ from: first, to: last });
  const count = `${sessions.length} ${sessions.length === 1 ? 'session' : 'sessions'}`;
  return `${words} (${days.length > 4 || halves ? `${count} on ${days.length} school ${days.length === 1 ? 'day' : 'days'}` : count})`;
}
