import { tasksOf } from '../../dsl/index.ts';
import type { Finding } from '../../dsl/index.ts';
import { formatIsoDay } from '../../register/day.ts';
import type { Offer } from './action.ts';
import type { Asking } from './asking.ts';
import { isForStaff } from './duty-words.ts';
import { eventsOf } from './policy-log.ts';

/** The most that one answer offers; the rest is typed. */
const most = 6;

/** A button for each act that settles a duty now open: done today. Of a request decided, one for each decision. */
export function doneOffers(asking: Asking, pupil: string, finding: Finding): readonly Offer[] {
  const open = new Set(
    tasksOf(finding.duties.filter(isForStaff))
      .filter(({ needs, state }) => needs.length === 0 && state !== 'done')
      .flatMap(({ duties }) => duties.map(({ id }) => id)),
  );
  const asAt = formatIsoDay(asking.today);
  return eventsOf(asking.policy)
    .filter(({ settles, needs }) => needs.about !== 'must' && settles.some((id) => open.has(id)))
    .slice(0, most)
    .map(({ name, done, title }) => ({
      label: `Done: ${title.replace(/: done$/, '')}`,
      action: { kind: 'record act', pupil, name, done: done ?? '', asAt },
    }));
}
