import type { RewardFinding } from '../../../dsl/index.ts';
import type { Answer, DueSection, ListRow } from '../answer.ts';
import type { Asking } from '../asking.ts';
import { classRewardsOf } from '../class-rewards.ts';
import { classRewardLine } from '../class-reward-words.ts';
import { scopedTo } from '../scope.ts';
import { capital, runWords } from '../words.ts';
import { grouped, groupsOf, pupilsWords, put, rowOf } from './due-groups.ts';

/** “rewards due”: which classes and who has earned what; those on track and those it cannot be said of are counted. */
export async function rewardsDueAnswer(asking: Asking, scope?: string): Promise<Answer> {
  const scoped = await scopedTo(asking, scope, 'rewards');
  if (scoped.kind !== 'scoped') return scoped;
  const { examined, caseFor } = scoped;
  const classes = scope === undefined ? await classRewardsOf(asking, caseFor) : [];
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
      const title = `${capital(reward.title)}${periodWords(reward)}`;
      if (reward.state === 'earned') put(earned, title, rowOf(about, '', 'attendance'));
      if (reward.state !== 'on track' && reward.state !== 'undetermined') continue;
      const known = others.get(title) ?? { 'on track': 0, undetermined: 0 };
      others.set(title, { ...known, [reward.state]: known[reward.state] + 1 });
    }
  }
  return grouped(asking, examined, {
    about: 'rewards',
    headline: `Rewards earned${scoped.words}: ${counts.earned}; on track: ${counts['on track']}`,
    counts,
    groups: groupsOf(earned),
    sections: sectionsOf(classes.map(classRewardLine)),
    lines: [...others].map(([title, { 'on track': onTrack, undetermined }]) => {
      const parts = [
        ...(onTrack === 0 ? [] : [`${pupilsWords(onTrack)} on track`]),
        ...(undetermined === 0 ? [] : [`of ${pupilsWords(undetermined)} it cannot be said yet`]),
      ];
      return `${title}: ${parts.join('; ')}`;
    }),
  });
}

function sectionsOf(lines: readonly string[]): readonly DueSection[] {
  return lines.length === 0 ? [] : [{ title: 'Classes', lines, place: 'before' }];
}

function periodWords({ period }: RewardFinding): string {
  return period === null ? '' : ` (${runWords(period)})`;
}
