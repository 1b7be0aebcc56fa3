import type { HomeView, KnownBlock } from '@slack/types';
import type { Actor } from '../../answers/actor.ts';
import { offerButtons, type DeedOffer } from '../handles.ts';
import type { SchoolOverview } from '../../answers/overview.ts';
import { longDayWords } from '../../answers/words.ts';
import type { Services } from '../services.ts';
import { context, header, section, sections } from './blocks.ts';
import { limits } from './limits.ts';
import { strangerMessage } from './short-messages.ts';
import { plainly } from './text.ts';

/** What a person sees when they open the app: counts alone, each with a button that asks who they are. */
export async function homeView(
  schools: readonly SchoolOverview[],
  actor: Actor,
  services: Services,
): Promise<HomeView> {
  const offers = schools.map((school) => school.stages.map((stage) => offerOf(school, stage)));
  const made = await offerButtons(offers.flat(), actor, services);
  const blocks: KnownBlock[] = schools.flatMap((school, index) => [
    header('Who stands where'),
    ...school.stages.map(({ title, pupils }, at) => {
      const button = made.get(offers[index]![at]!);
      const shown = button && { ...button, spoken: `Show who is at ${title}` };
      return section(`*${plainly(title)}*\n${countOf(pupils)}`, pupils > 0 ? shown : undefined);
    }),
    context([`As at ${longDayWords(school.asAt)} · ${plainly(school.freshness)}`, plainly(school.policy)]),
  ]);
  return { type: 'home', blocks: [...blocks.slice(0, limits.viewBlocks - 1), ...sections([howToAsk])] };
}

export function strangerHome(user: string): HomeView {
  return { type: 'home', blocks: strangerMessage(user).blocks };
}

const howToAsk =
  '“Show” answers in *Messages*. Write to me there too: `stage for …` with a pupil’s name, `why`, `what next`, or `help` for all there is.';

function offerOf({ school, asAt }: SchoolOverview, { question }: SchoolOverview['stages'][number]): DeedOffer {
  return { label: 'Show', action: { kind: 'ask', question, school, asAt } };
}

function countOf(pupils: number): string {
  return pupils === 1 ? '1 pupil' : `${pupils} pupils`;
}
