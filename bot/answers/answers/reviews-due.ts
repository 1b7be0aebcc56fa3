import type { Finding, ReviewFinding } from '../../../dsl/index.ts';
import { parseIsoDay } from '../../../register/day.ts';
import type { Answer, DueSection, ListRow } from '../answer.ts';
import type { Asking } from '../asking.ts';
import { examineSchool } from '../examine-school.ts';
import { rightsOf } from '../may-see.ts';
import { policyReviewsOf } from '../school-duties.ts';
import { scopedTo } from '../scope.ts';
import { capital, dayWords, runWords } from '../words.ts';
import { grouped, groupsOf, put, rowOf } from './due-groups.ts';

/** “reviews due”: overdue, due now, and those to come, each with its days; held ones that nobody has judged; the policy’s own. */
export async function reviewsDueAnswer(asking: Asking, scope?: string): Promise<Answer> {
  const scoped = await scopedTo(asking, scope, 'duties');
  if (scoped.kind !== 'scoped') return scoped;
  const { examined } = scoped;
  const each = examined.flatMap((about) => about.finding.reviews.map((review) => ({ about, review })));
  const groups = new Map<string, ListRow[]>();
  const counts: Record<ReviewState, number> = { overdue: 0, due: 0, 'not judged': 0, 'to come': 0, 'no day': 0 };
  for (const state of states) {
    const of = each
      .filter(({ about, review }) => stateOf(review, about.finding) === state)
      .toSorted((a, b) => dayOf(a.review).localeCompare(dayOf(b.review)));
    counts[state] = of.length;
    for (const { about, review } of of) {
      put(groups, titles[state], rowOf(about, reviewLine(review, about.finding), 'what next'));
    }
  }
  return grouped(asking, examined, {
    about: 'reviews',
    headline: `Reviews${scoped.words}: ${counts.overdue} overdue, ${counts.due} due, ${counts['to come']} to come`,
    counts,
    groups: groupsOf(groups).map((each) => (each.title === titles['no day'] ? { ...each, most: mostUndated } : each)),
    sections: scope === undefined ? await policiesThemselves(asking) : [],
    lines: [],
  });
}

/** The policies' own reviews, for those who answer for the whole school. */
async function policiesThemselves(asking: Asking): Promise<readonly DueSection[]> {
  if (rightsOf[asking.actor.role].sees !== 'whole schools') return [];
  const { finding } = await examineSchool(asking);
  const lines = policyReviewsOf(finding)
    .filter(({ state }) => state !== 'done')
    .map(({ words, when, state }) => `${words}: ${state === 'overdue' ? `${when}, overdue` : when}`);
  return lines.length === 0 ? [] : [{ title: 'The policy itself', lines, place: 'after' }];
}

/** Shown of those that no day is set for. */
const mostUndated = 6;

const states = ['overdue', 'due', 'not judged', 'to come', 'no day'] as const;
type ReviewState = (typeof states)[number];

const titles: Readonly<Record<ReviewState, string>> = {
  overdue: 'Overdue',
  due: 'Due',
  'not judged': 'Held, and what it came to not yet judged',
  'to come': 'To come',
  'no day': 'Open, with no day set or agreed',
};

/** A review that waits for its event has no day, and is left out; so is one of a paper that nobody has set a day for. */
function stateOf(review: ReviewFinding, { undetermined }: Finding): ReviewState | undefined {
  const { id, stage, state, outcomes, agreed, earliest, latest } = review;
  if (state === 'overdue' || state === 'due') return state;
  if (state === 'open') {
    if (agreed !== null || earliest !== null || latest !== null) return 'to come';
    return stage === null ? undefined : 'no day';
  }
  if (state !== 'held' || outcomes.length === 0 || outcomes.some(({ holds }) => holds === 'yes')) return undefined;
  return undetermined.some(({ about }) => about === id) ? 'not judged' : undefined;
}

function dayOf({ latest, earliest, held }: ReviewFinding): string {
  return latest ?? earliest ?? held ?? '';
}

/** `Stage 2 review: from 1 to 15 May 2024, overdue by 3 days; agreed for 20 May 2024, outside those days`. */
function reviewLine(
  { title, state, earliest, latest, agreed, agreedInTime, held }: ReviewFinding,
  { asAt }: Finding,
): string {
  const when =
    state === 'held'
      ? [`held on ${dayWords(held ?? '')}`]
      : earliest !== null && latest !== null
        ? [earliest === latest ? `on ${dayWords(latest)}` : `from ${runWords({ from: earliest, to: latest })}`]
        : latest !== null
          ? [`by ${dayWords(latest)}`]
          : [];
  const late = state === 'overdue' && latest !== null ? [`overdue by ${daysBetween(latest, asAt)}`] : [];
  const outside = agreedInTime === false ? ', outside those days' : '';
  const meant = agreed === null ? [] : [`agreed for ${dayWords(agreed)}${outside}`];
  const words = [...when, ...late, ...meant].join('; ');
  return words === '' ? capital(title) : `${capital(title)}: ${words}`;
}

/** `3 days`. */
export function daysBetween(from: string, to: string): string {
  const [first, last] = [parseIsoDay(from), parseIsoDay(to)];
  const days = first === undefined || last === undefined ? 0 : last - first;
  return days === 1 ? '1 day' : `${days} days`;
}
