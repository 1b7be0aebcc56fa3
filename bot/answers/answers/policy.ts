import { arrivalMark, arrivalRules, explainNeed, policyStages, policyTimes } from '../../../dsl/index.ts';
import type { Clause } from '../../../dsl/index.ts';
import { formatClockTime } from '../../../register/clock-time.ts';
import type { ClockTime } from '../../../register/clock-time.ts';
import { formatIsoDay } from '../../../register/day.ts';
import type { PolicyAnswer } from '../answer.ts';
import type { Asking } from '../asking.ts';
import { clauseWords } from '../words.ts';

/** “when do registers close”: the times that the policy states, and those it does not. */
export function registerTimesAnswer(asking: Asking): PolicyAnswer {
  const times = policyTimes(asking.policy.policy);
  const ofRegisters = times.filter(({ title }) => /regist/i.test(title));
  const closing =
    ofRegisters.find(({ title }) => /clos/i.test(title)) ?? ofRegisters.find(({ title }) => /kept open/i.test(title));
  const others = times.filter((each) => each !== closing);
  return policyAnswer(asking, 'register times', {
    headline: closing ? closing.words : 'The policy does not say when registers close',
    lines: others.map(({ title, words }) => (words.startsWith(title) ? words : `${title}: ${words}`)),
    clauses: oneOfEachHeading((closing ? [closing, ...others] : times).map(({ clause }) => clause)),
  });
}

/** The first clause under each heading of the document: one line to look at for each. */
function oneOfEachHeading(clauses: readonly Clause[]): readonly Clause[] {
  return [...Map.groupBy(clauses, ({ cite }) => cite).values()].map(([first]) => first!);
}

/** “what are the stages”: each stage, what brings it and which letter it leads to. */
export function stagesAnswer(asking: Asking): PolicyAnswer {
  const stages = policyStages(asking.policy.policy);
  const ladders = new Map(stages.map((each) => [each.ladder.id, each]));
  return policyAnswer(asking, 'stages', {
    headline: stages.length === 0 ? 'The policy has no stages' : `${stages.length} stages`,
    lines: stages.map(({ ladder, stage, entry, letters }) => {
      const papers = letters.length === 0 ? '' : `; ${letters.map(({ title }) => title).join(', ')}`;
      const of = ladders.size === 1 ? '' : `${ladder.title}: `;
      return `${of}${stage.title} (${entry}${papers})`;
    }),
    clauses: [...ladders.values()].map(({ clause }) => clause),
  });
}

/** “mark for an arrival at 09:10”: the code, or what is missing before one can be given and what holds all the same. */
export function arrivalAnswer(asking: Asking, time: ClockTime, half: 'AM' | 'PM'): PolicyAnswer {
  const found = arrivalMark(asking.policy.policy, time, half);
  const when = `Arriving at ${formatClockTime(time)} (${half})`;
  if (found.kind !== 'undetermined') {
    const mark = found.kind === 'code' ? found.code : markWords[found.class];
    return policyAnswer(asking, 'arrival mark', { headline: `${when}: ${mark}`, lines: [], clauses: [found.clause] });
  }
  const rules = half === 'AM' ? arrivalRules(asking.policy.policy, time) : [];
  return policyAnswer(asking, 'arrival mark', {
    headline: `${when}: the policy does not say`,
    lines: [...found.needs.map(explainNeed), ...rules.map(({ words }) => words)],
    clauses: [
      ...found.needs.flatMap((need) => (need.kind === 'not stated' ? [need.clause] : [])),
      ...rules.map(({ clause }) => clause),
    ],
  });
}

const markWords = {
  present: 'present',
  late: 'late, before registers close',
  authorised: 'an authorised absence',
  unauthorised: 'an unauthorised absence',
} as const;

interface PolicyWords {
  readonly headline: string;
  readonly lines: readonly string[];
  readonly clauses: readonly Clause[];
}

function policyAnswer(
  { policy: { policy }, asAt }: Asking,
  about: PolicyAnswer['about'],
  { headline, lines, clauses }: PolicyWords,
): PolicyAnswer {
  const { from, to } = policy.inForce;
  const covers = (from === undefined || from <= asAt) && (to === undefined || asAt <= to);
  return {
    kind: 'policy',
    about,
    headline,
    facts: [],
    lines,
    context: [
      ...new Set(clauses.map(clauseWords)),
      covers ? policy.title : `${policy.title}: not in force on the day asked about`,
    ],
    offers: [],
    policy: { id: policy.id, title: policy.title },
    asAt: formatIsoDay(asAt),
  };
}
