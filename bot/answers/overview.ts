import { policyStages } from '../../dsl/index.ts';
import { formatIsoDay } from '../../register/day.ts';
import type { Actor } from './actor.ts';
import { visiblePupils } from './asking.ts';
import { examineAll } from './examine.ts';
import { openSchool, schoolsOf } from './open-school.ts';
import type { Services } from './services.ts';
import { freshnessOf, mainLadder } from './words.ts';

/** One school at a glance, in counts alone: no name is in it. */
export interface SchoolOverview {
  /** The school's id. */
  readonly school: string;
  readonly policy: string;
  readonly asAt: string;
  readonly freshness: string;
  readonly stages: readonly { readonly title: string; readonly pupils: number; readonly question: string }[];
}

/** How many pupils stand at each stage, of those whom this person may see. A school that cannot be answered for is left out. */
export async function overview(services: Services, actor: Actor): Promise<readonly SchoolOverview[]> {
  const place = { id: 'overview', kind: 'direct message' } as const;
  const views: SchoolOverview[] = [];
  for (const school of await schoolsOf(services, { actor })) {
    const opened = await openSchool(services, { actor, place }, school);
    if (opened.kind === 'answer') continue;
    const examined = await examineAll(opened.asking, await visiblePupils(opened.asking), 'ladders');
    const main = examined[0] && mainLadder(examined[0].finding);
    const counts = new Map<string, number>();
    for (const { finding } of examined) {
      const stage = finding.ladders.find(({ id }) => id === main?.id)?.stage;
      if (stage) counts.set(stage.id, (counts.get(stage.id) ?? 0) + 1);
    }
    const { policy } = opened.asking.policy;
    views.push({
      school: school.id,
      policy: policy.title,
      asAt: formatIsoDay(opened.asking.asAt),
      freshness: freshnessOf(examined[0]?.finding.registerTo ?? null),
      stages: policyStages(policy)
        .filter(({ ladder }) => ladder.id === main?.id)
        .map(({ stage: { id, title } }) => ({ title, pupils: counts.get(id) ?? 0, question: `who is at ${title}` })),
    });
  }
  return views;
}
