import type { Paper, Policy } from '../../resolve/policy.ts';
import type { Question } from '../subject.ts';

/** A layer, and what it is asked of: names without a layer are its own. */
interface Speaker {
  readonly question: Question;
  readonly policy: Policy;
}

export interface LayerNotice {
  readonly policy: Policy;
  readonly notice: Paper;
}

/** The notice from whose issue a period runs, be it through other periods. */
export function noticeBefore(
  { question, policy }: Speaker,
  name: string,
  followed: readonly string[] = [],
): LayerNotice | undefined {
  const period = inLayer({ question, policy }, name, ({ periods }) => periods);
  const key = `${period?.policy.id}.${period?.found.name}`;
  if (!period || followed.includes(key)) return undefined;
  for (const stretch of period.found.stretches) {
    if (stretch.kind !== 'after' && stretch.kind !== 'from') continue;
    const within = { question, policy: period.policy };
    const notice = inLayer(within, stretch.event.name, ({ papers }) => papers);
    if (notice?.found.paper === 'notice') return { policy: notice.policy, notice: notice.found };
    const earlier = noticeBefore(within, stretch.event.name, [...followed, key]);
    if (earlier) return earlier;
  }
  return undefined;
}

/** What a name means to the layer that speaks: its own, or `layer.name`. */
export function inLayer<Each extends { readonly name: string }>(
  { question, policy: speaker }: Speaker,
  name: string,
  each: (policy: Policy) => readonly Each[],
): { readonly policy: Policy; readonly found: Each } | undefined {
  const [first = '', ...rest] = name.split('.');
  const policy = rest.length === 0 ? speaker : question.layers.find(({ id }) => id === first);
  const found = policy && each(policy).find((one) => one.name === (rest.length === 0 ? first : rest.join('.')));
  return policy && found && { policy, found };
}
