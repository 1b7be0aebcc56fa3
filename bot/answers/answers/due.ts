import type { Finding, LetterFinding, RewardFinding } from '../../../dsl/index.ts';
import type { Offer } from '../action.ts';
import type { DueAnswer, DueGroup, ListRow } from '../answer.ts';
import { visiblePupils } from '../asking.ts';
import type { Asking } from '../asking.ts';
import { pressing, toDoOf } from '../duty-words.ts';
import { examineAll } from '../examine.ts';
import type { Examined } from '../examine.ts';
import { needsWords } from '../needs-words.ts';
import { dayWords, freshnessOf, longDayWords, pupilShown } from '../words.ts';

/** Pupils shown in one answer, and of one group where there are several; the rest are counted. */
const most = { all: 36, group: 12 } as const;
/** Duties told of one pupil. */
const mostDuties = 3;

/** “due today”: what the school is to do for its pupils, the most pressing first, pupil by pupil. */
export async function dueTodayAnswer(asking: Asking): Promise<DueAnswer> {
  const examined = await examineAll(asking, await visiblePupils(asking), 'duties');
  const each = examined.map((about) => ({ about, toDo: toDoOf(about.finding) })).filter(({ toDo }) => toDo.length > 0);
  const count = (state: string) => each.flatMap(({ toDo }) => toDo).filter((one) => one.state === state).length;
  const counts = {
    'decide today': count('decide today'),
    overdue: count('overdue'),
    due: count('due'),
    'no day': count('no day'),
  };
  const groups = pressing.map((state) => ({
    title: titles[state],
    rows: each
      .filter(({ toDo }) => toDo[0]!.state === state)
      .toSorted((a, b) => b.toDo.length - a.toDo.length)
      .map(({ about, toDo }) => row(about, firstOf(toDo.map(({ words }) => words)), 'what next')),
  }));
  const open = examined.filter(({ finding }) => finding.duties.some(({ state }) => state === 'open question')).length;
  const told = [
    `${counts['decide today']} to decide`,
    `${counts.overdue} overdue`,
    `${counts.due} due`,
    `${counts['no day']} without a day`,
  ];
  return grouped(asking, examined, {
    about: 'duties',
    headline:
      each.length === 0
        ? 'Nothing is due today'
        : `To do for ${pupilsWords(each.length)}: ${told.filter((words) => !words.startsWith('0 ')).join(', ')}`,
    counts,
    groups,
    lines: open === 0 ? [] : [`For ${pupilsWords(open)} something waits for an answer: “what next for …” says what.`],
  });
}

const titles = {
  'decide today': 'To decide today',
  overdue: 'Overdue',
  due: 'Due',
  'no day': 'To do, without a day in the policy',
} as const;

/** “letters due”: by letter those that are due, then those that wait, by what they wait for. */
export async function lettersDueAnswer(asking: Asking): Promise<DueAnswer> {
  const examined = await examineAll(asking, await visiblePupils(asking), 'duties');
  const due = new Map<string, ListRow[]>();
  const waiting = new Map<string, ListRow[]>();
  for (const about of examined) {
    for (const letter of about.finding.letters) {
      if (letter.state === 'due') put(due, letter.title, letterRow(about, letter));
      if (letter.state === 'waiting') {
        const needs = needsWords(letter.needs).join('; ');
        put(waiting, `${letter.title} waits for ${needs === '' ? 'an answer' : needs}`, letterRow(about, letter));
      }
    }
  }
  const counts = { due: sum(due), waiting: sum(waiting) };
  return grouped(asking, examined, {
    about: 'letters',
    headline: `Letters due: ${counts.due}; waiting for an answer: ${counts.waiting}`,
    counts,
    groups: [...groupsOf(due), ...groupsOf(waiting)],
    lines: [],
  });
}

/** “rewards due”: who has earned what; those on track and those it cannot be said of are counted. */
export async function rewardsDueAnswer(asking: Asking): Promise<DueAnswer> {
  const examined = await examineAll(asking, await visiblePupils(asking), 'rewards');
  const earned = new Map<string, ListRow[]>();
  const counts: Record<RewardFinding['state'], number> = {
    earned: 0,
    'on track': 0,
    'not earned': 0,
    'not on track': 0,
    undetermined: 0,
  };
  const others = new Map<string, Record<'on track' | 'undetermined', number>>();
  for (const about of examined) {
    for (const reward of about.finding.rewards) {
      counts[reward.state]++;
      const title = `${reward.title}${periodWords(reward)}`;
      if (reward.state === 'earned') put(earned, title, row(about, '', 'attendance'));
      if (reward.state !== 'on track' && reward.state !== 'undetermined') continue;
      const known = others.get(title) ?? { 'on track': 0, undetermined: 0 };
      others.set(title, { ...known, [reward.state]: known[reward.state] + 1 });
    }
  }
  return grouped(asking, examined, {
    about: 'rewards',
    headline: `Rewards earned: ${counts.earned}; on track: ${counts['on track']}`,
    counts,
    groups: groupsOf(earned),
    lines: [...others].map(([title, { 'on track': onTrack, undetermined }]) => {
      const parts = [
        ...(onTrack === 0 ? [] : [`${pupilsWords(onTrack)} on track`]),
        ...(undetermined === 0 ? [] : [`of ${pupilsWords(undetermined)} it cannot be said yet`]),
      ];
      return `${title}: ${parts.join('; ')}`;
    }),
  });
}

function periodWords({ period }: RewardFinding): string {
  return period === null ? '' : ` (${dayWords(period.from)} to ${dayWords(period.to)})`;
}

function letterRow(about: Examined, letter: LetterFinding): ListRow {
  const since = letter.since === null ? '' : `since ${dayWords(letter.since)}`;
  const of = row(about, since, 'stage');
  if (letter.state !== 'due') return of;
  const draft: Offer = {
    label: `Draft ${letter.title}`,
    action: { kind: 'draft letter', pupil: about.pupil.id, paper: letter.id, asAt: about.finding.asAt },
  };
  return { ...of, offers: [draft, ...of.offers] };
}

function row({ pupil, finding }: Examined, words: string, question: string): ListRow {
  const shown = pupilShown(pupil);
  const action = { kind: 'ask', question, about: pupil.id, asAt: finding.asAt } as const;
  return { pupil: shown, words, offers: [{ label: 'Show', action }] };
}

function firstOf(words: readonly string[]): string {
  const more = words.length - mostDuties;
  return [...words.slice(0, mostDuties), ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
}

function put(groups: Map<string, ListRow[]>, title: string, of: ListRow): void {
  groups.set(title, [...(groups.get(title) ?? []), of]);
}

function groupsOf(groups: ReadonlyMap<string, readonly ListRow[]>): readonly Listed[] {
  return [...groups].map(([title, rows]) => ({ title, rows }));
}

function sum(groups: ReadonlyMap<string, readonly ListRow[]>): number {
  return [...groups.values()].reduce((total, rows) => total + rows.length, 0);
}

interface Listed {
  readonly title: string;
  readonly rows: readonly ListRow[];
}

interface Due extends Pick<DueAnswer, 'about' | 'headline' | 'counts' | 'lines'> {
  readonly groups: readonly Listed[];
}

function grouped(asking: Asking, examined: readonly Examined[], due: Due): DueAnswer {
  const finding: Finding | undefined = examined[0]?.finding;
  const groups = shownOf(due.groups.filter(({ rows }) => rows.length > 0));
  const freshness = freshnessOf(finding?.registerTo ?? null);
  return {
    kind: 'due',
    about: due.about,
    headline: due.headline,
    facts: [],
    lines: [...groups.flatMap(groupLines), ...due.lines],
    context: finding ? [`As at ${longDayWords(finding.asAt)} · ${freshness}`, finding.policy.title] : [],
    offers: [],
    school: asking.school.id,
    asAt: finding?.asAt ?? '',
    freshness,
    counts: due.counts,
    groups,
    remarks: due.lines,
  };
}

/** The first rows of each group, no more of all of them than one answer holds. */
function shownOf(groups: readonly Listed[]): readonly DueGroup[] {
  let left: number = most.all;
  return groups.map(({ title, rows }) => {
    const room = groups.length === 1 ? left : Math.min(left, most.group);
    const shown = rows.slice(0, room);
    left -= shown.length;
    return { title, pupils: rows.length, rows: shown, more: rows.length - shown.length };
  });
}

function groupLines({ title, pupils, rows, more }: DueGroup): readonly string[] {
  return [
    `${title} (${pupils})`,
    ...rows.map(
      ({ pupil, words }) => `  ${pupil.name} (${pupil.registrationGroup})${words === '' ? '' : `: ${words}`}`,
    ),
    ...(more > 0 ? [`  and ${more} more`] : []),
  ];
}

function pupilsWords(count: number): string {
  return count === 1 ? '1 pupil' : `${count} pupils`;
}
