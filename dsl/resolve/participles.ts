import type { Span } from '../text/span.ts';
import type { Found, Scope } from './scope.ts';
import type { SymbolKind } from './symbols.ts';

const ofPapers = 'offered considered explored recorded complete completed evidenced approved withdrawn given';

/** What can become of a thing of each kind: a participle must belong to the kind of its name. */
const fitting: Partial<Record<SymbolKind, readonly string[]>> = {
  letter: words(`sent received issued ${ofPapers}`),
  notice: words(`issued sent received paid incurred ${ofPapers}`),
  meeting: words(`held missed asked agreed joined ${ofPapers}`),
  plan: words(`agreed refused started ended breached ${ofPapers}`),
  contract: words(`agreed refused started ended breached declined ${ofPapers}`),
  order: words(`made extended breached started ended ${ofPapers}`),
  referral: words(`made accepted refused declined ${ofPapers}`),
  return: words(`made sent ${ofPapers}`),
  report: words(`made sent received ${ofPapers}`),
  reason: words('given accepted refused evidenced known recorded'),
  leave: words('asked granted refused decided taken started ended withdrawn considered'),
  review: words('held missed agreed'),
  period: words('started ended chosen'),
  threshold: words('met'),
  group: words('met'),
  role: words('consulted asked'),
  service: words('consulted asked open'),
};

/** Tells a participle that does not fit the thing it is said of. Names that are declared nowhere take any. */
export function checkParticiple(
  scope: Scope,
  found: Pick<Found, 'symbol'> | undefined,
  done: string,
  span: Span,
): void {
  const known = found && fitting[found.symbol.kind];
  if (!known || known.includes(done)) return;
  const shown = known.slice(0, 4).join(', ');
  scope.report('wrong-participle', span, [found.symbol.kind, done, known.length > 4 ? `${shown} …` : shown]);
}

function words(text: string): readonly string[] {
  return text.split(' ');
}
