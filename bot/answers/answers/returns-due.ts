import { policyPapers, tasksOf } from '../../../dsl/index.ts';
import type { DutyFinding, SentenceParts } from '../../../dsl/index.ts';
import type { Answer, ListRow } from '../answer.ts';
import type { Asking } from '../asking.ts';
import type { Examined } from '../examine.ts';
import { forWhom } from '../of-whom.ts';
import { lackingWords } from '../needs-words.ts';
import { scopedTo } from '../scope.ts';
import { capital, dayWords } from '../words.ts';
import { daysBetween } from './reviews-due.ts';
import { grouped, groupsOf, put, rowOf } from './due-groups.ts';

/** “returns due”: returns, referrals and reports to the authority and to services that are owed, and those open to the school. */
export async function returnsDueAnswer(asking: Asking, scope?: string): Promise<Answer> {
  const scoped = await scopedTo(asking, scope, 'duties');
  if (scoped.kind !== 'scoped') return scoped;
  const { examined } = scoped;
  const papers = new Set(
    policyPapers(asking.policy.policy).flatMap(({ id, kind }) =>
      kind === 'return' || kind === 'referral' ? [id] : [],
    ),
  );
  const groups = new Map<string, ListRow[]>();
  const counts: Record<ReturnState, number> = { 'decide today': 0, overdue: 0, due: 0, waiting: 0, open: 0 };
  const told = examined.map((about) => ({ about, returns: returnsOf(about, papers) }));
  for (const state of states) {
    const of = told.flatMap(({ about, returns }) =>
      returns.filter((one) => one.state === state).map((each) => ({ about, each })),
    );
    counts[state] = of.length;
    // Each return with its pupils; those of the fewest first, for they are the ones that many others hide.
    const kinds = [...Map.groupBy(of, ({ each }) => each.what)].toSorted(([, a], [, b]) => a.length - b.length);
    for (const [what, rows] of kinds) {
      for (const { about, each } of rows)
        put(groups, `${titles[state]}: ${what}`, rowOf(about, each.words, 'what next'));
    }
  }
  return grouped(asking, examined, {
    about: 'returns',
    headline: `Returns and referrals${scoped.words}: ${counts.overdue} overdue, ${counts.due + counts['decide today']} due`,
    counts,
    groups: groupsOf(groups),
    lines: [],
  });
}

const states = ['decide today', 'overdue', 'due', 'waiting', 'open'] as const;
type ReturnState = (typeof states)[number];

const titles: Readonly<Record<ReturnState, string>> = {
  'decide today': 'To decide today',
  overdue: 'Overdue',
  due: 'Due',
  waiting: 'Waiting for an answer',
  open: 'Open to the school',
};

interface Return {
  readonly state: ReturnState;
  /** The sentence, the same of every pupil. */
  readonly what: string;
  /** What is this pupil’s own: by when, of which parent, what is needed. */
  readonly words: string;
}

function returnsOf({ finding, called }: Examined, papers: ReadonlySet<string>): readonly Return[] {
  const { duties, options, asAt } = finding;
  const isReturn = (sentence: SentenceParts) => tellsAuthority(sentence, papers);
  const owed = tasksOf(duties.filter(isReturn)).flatMap((duty): readonly Return[] => {
    if (duty.state === 'done') return [];
    const what = capital(duty.words);
    const whose = forWhom(duty.duties, called);
    if (duty.state === 'open question') {
      return [
        { state: 'waiting', what, words: [whose, `needed: ${lackingWords(duty.needs)}`].filter(isSaid).join('; ') },
      ];
    }
    const state = duty.state === 'not yet' ? 'due' : duty.state;
    const day = duty.due?.date ? `by ${dayWords(duty.due.date)}` : '';
    return [{ state, what, words: [whose, day, lateWords(duty, asAt)].filter(isSaid).join(', ') }];
  });
  const open = options
    .filter(isReturn)
    .map((option): Return => ({ state: 'open', what: capital(option.words), words: forWhom([option], called) }));
  return [...owed, ...open];
}

function isSaid(words: string): boolean {
  return words !== '';
}

function lateWords({ state, due }: DutyFinding, asAt: string): string {
  return state === 'overdue' && due?.date ? `overdue by ${daysBetween(due.date, asAt)}` : '';
}

/** A return or a referral by its paper; a pupil reported or referred; anything made known to the local authority by others. */
function tellsAuthority({ act, to, party }: SentenceParts, papers: ReadonlySet<string>): boolean {
  if (party !== 'school') return false;
  if (act.objects.some(({ id }) => papers.has(id))) return true;
  if (act.verb === 'refer' || act.verb === 'report') return act.objects.some(({ id }) => id !== 'absence');
  return to.some(({ id }) => isAuthority(id)) || (act.verb !== null && act.objects.some(({ id }) => isAuthority(id)));
}

function isAuthority(id: string): boolean {
  return id === 'local-authority' || id.endsWith('.local-authority');
}
