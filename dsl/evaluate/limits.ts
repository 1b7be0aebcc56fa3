import type { CompiledLayer } from '../compile/compiled-policy.ts';
import type { Timeline } from '../compile/timeline.ts';
import type { Day } from '../../register/day.ts';
import type { Paper, PaperKind } from '../resolve/policy.ts';
import type { BarFinding } from './finding.ts';
import { eventDays, eventNamed } from '../compile/events.ts';
import { clauseOf } from '../compile/context.ts';
import { plainParts, thingName } from './sentence-parts.ts';

/** `meeting apm at most 2 each ews-referral`: a bar on a further one, once there have been as many since the last referral. */
export function limitFindings(layer: CompiledLayer, timeline: Timeline): readonly BarFinding[] {
  return layer.policy.papers.flatMap((paper) => {
    if (!paper.atMost) return [];
    const since = daysOf(layer, timeline, paper.atMost.each, openings).at(-1) ?? timeline.joined;
    const count = daysOf(layer, timeline, paper.name, ends).filter((day) => day >= since).length;
    const most = paper.atMost.number;
    const each = thingName(layer, paper.atMost.each);
    return [
      {
        ...plainParts,
        act: { verb: verbs[paper.paper] ?? 'make', objects: [thingName(layer, paper.name)], join: 'all' as const },
        for: [each],
        id: `${layer.prefix}${paper.name}.at-most`,
        words: `at most ${most} ${paper.title} for each ${each.title}`,
        state: count >= most ? ('barred' as const) : ('lifted' as const),
        count: { done: count, most },
        needs: [],
        clause: clauseOf(paper.place, layer.prefix),
      },
    ];
  });
}

type Done = (kind: PaperKind) => readonly string[];

/** What makes one of a paper, by its kind. */
const made: Readonly<Partial<Record<PaperKind, string>>> = {
  letter: 'sent',
  notice: 'issued',
  plan: 'agreed',
  contract: 'agreed',
  meeting: 'held',
  leave: 'granted',
};
const verbs: Readonly<Partial<Record<PaperKind, string>>> = {
  letter: 'send',
  notice: 'issue',
  plan: 'agree',
  contract: 'agree',
  meeting: 'hold',
  leave: 'grant',
};
const ends: Done = (kind) => [made[kind] ?? 'made'];
/** A referral begins anew with each one made; one known only by its acceptance began then. */
const openings: Done = (kind) => (kind === 'referral' ? ['made', 'accepted'] : ends(kind));

function daysOf(layer: CompiledLayer, timeline: Timeline, name: string, done: Done): readonly Day[] {
  const paper: Paper | undefined = layer.policy.papers.find((each) => each.name === name);
  const words = done(paper?.paper ?? 'referral');
  const [first = [], ...others] = words.map((each) =>
    eventDays(layer.context, eventNamed(name, each), timeline, timeline.asAt),
  );
  return first.length > 0 ? first : others.flat();
}
