import { policyPapers, tasksOf } from '../../../dsl/index.ts';
import type { DutyFinding, SentenceParts } from '../../../dsl/index.ts';
import type { Answer, ListRow } from '../answer.ts';
import type { Asking } from '../asking.ts';
import { dutyWords } from '../duty-words.ts';
import type { Examined } from '../examine.ts';
import { forWhom } from '../of-whom.ts';
import { lackingWords } from '../needs-words.ts';
import { scopedTo } from '../scope.ts';
import { capital } from '../words.ts';
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
    for (const { about, returns } of told) {
      for (const each of returns.filter((one) => one.state === state)) {
        counts[state] += 1;
        put(groups, titles[state], rowOf(about, each.words, 'what next'));
      }
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
  open: 'May be made: open to the school',
};

interface Return {
  readonly state: ReturnState;
  readonly words: string;
}

function returnsOf({ finding, called }: Examined, papers: ReadonlySet<string>): readonly Return[] {
  const { duties, options, asAt } = finding;
  const isReturn = (sentence: SentenceParts) => tellsAuthority(sentence, papers);
  const owed = tasksOf(duties.filter(isReturn)).flatMap((duty): readonly Return[] => {
    if (duty.state === 'done') return [];
    if (duty.state === 'open question')
      return [
        {
          state: 'waiting',
          words: `${capital(duty.words)}${forWhom(duty.duties, called)}; needed: ${lackingWords(duty.needs)}`,
        },
      ];
    const state = duty.state === 'not yet' ? 'due' : duty.state;
    return [{ state, words: `${dutyWords(duty, called)}${lateWords(duty, asAt)}` }];
  });
  const open = options
    .filter(isReturn)
    .map((option): Return => ({ state: 'open', words: `${capital(option.words)}${forWhom([option], called)}` }));
  return [...owed, ...open];
}

function lateWords({ state, due }: DutyFinding, asAt: string): string {
  return state === 'overdue' && due?.date ? `, overdue by ${daysBetween(due.date, asAt)}` : '';
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
