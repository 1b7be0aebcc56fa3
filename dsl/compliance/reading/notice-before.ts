import type { Paper, Policy } from '../../resolve/policy.ts';
import { inItsLayer } from '../../resolve/layers.ts';

export interface LayerNotice {
  readonly policy: Policy;
  readonly notice: Paper;
}

/** The notice from whose issue a period runs, be it through other periods. Names are those of the layer that speaks. */
export function noticeBefore(speaker: Policy, name: string, followed: readonly string[] = []): LayerNotice | undefined {
  const period = inLayer(speaker, name, ({ periods }) => periods);
  const key = `${period?.policy.id}.${period?.found.name}`;
  if (!period || followed.includes(key)) return undefined;
  for (const stretch of period.found.stretches) {
    if (stretch.kind !== 'after' && stretch.kind !== 'from') continue;
    const notice = inLayer(period.policy, stretch.event.name, ({ papers }) => papers);
    if (notice?.found.paper === 'notice') return { policy: notice.policy, notice: notice.found };
    const earlier = noticeBefore(period.policy, stretch.event.name, [...followed, key]);
    if (earlier) return earlier;
  }
  return undefined;
}

/** What a name means to the layer that speaks. */
export function inLayer<Each extends { readonly name: string }>(
  speaker: Policy,
  name: string,
  each: (policy: Policy) => readonly Each[],
): { readonly policy: Policy; readonly found: Each } | undefined {
  const { policy, name: own } = inItsLayer(speaker, name);
  const found = each(policy).find((one) => one.name === own);
  return found && { policy, found };
}
