import { formatIsoDay } from '../../../register/day.ts';
import type { Offer } from '../action.ts';
import type { Answer, SchoolDutyShown } from '../answer.ts';
import type { Asking } from '../asking.ts';
import { examineSchool } from '../examine-school.ts';
import { inGroups } from '../in-groups.ts';
import { rightsOf } from '../may-see.ts';
import { schoolEventsOf } from '../policy-log.ts';
import { schoolDutiesOf, schoolDutyLine } from '../school-duties.ts';
import { longDayWords } from '../words.ts';
import { refused } from './refused.ts';

/** Buttons shown. */
const most = 5;

/** “what does the school owe”: all of it, with what was done, for those who see the whole school. */
export async function schoolDutiesAnswer(asking: Asking): Promise<Answer> {
  const { school, actor, policy } = asking;
  if (rightsOf[actor.role].sees !== 'whole schools') {
    return refused({ reason: 'What the school itself owes is for those who answer for the whole school.' });
  }
  const duties = schoolDutiesOf(await examineSchool(asking));
  const groups = titles.flatMap(({ state, title }) => {
    const lines = duties.filter((each) => each.state === state).map(schoolDutyLine);
    return lines.length === 0 ? [] : [{ title: `${title} (${lines.length})`, lines }];
  });
  const count = (state: SchoolDutyShown['state']) => duties.filter((each) => each.state === state).length;
  const told = [`${count('overdue')} overdue`, `${count('due')} due`, `${count('standing')} standing without a day`];
  const asAt = formatIsoDay(asking.asAt);
  return {
    kind: 'school duties',
    headline: `${school.name} itself: ${told.filter((words) => !words.startsWith('0 ')).join(', ') || 'nothing to do'}`,
    facts: [],
    ...inGroups([], groups),
    context: [`As at ${longDayWords(asAt)}`, policy.policy.title],
    offers: rightsOf[actor.role].recordsActs ? doneOffers(asking, duties) : [],
    school: school.id,
    asAt,
    duties,
  };
}

const titles = [
  { state: 'overdue', title: 'Overdue' },
  { state: 'due', title: 'Due' },
  { state: 'waiting', title: 'Waiting for an answer' },
  { state: 'later', title: 'Later' },
  { state: 'done', title: 'Done' },
  { state: 'every day', title: 'Every school day' },
  { state: 'standing', title: 'Standing, without a day' },
  { state: 'others', title: 'For others to do' },
  { state: 'open', title: 'Open to the school' },
] as const;

/** A button for each act that settles a duty with a day: done today. */
function doneOffers({ policy, school, today }: Asking, duties: readonly SchoolDutyShown[]): readonly Offer[] {
  const open = new Set(duties.filter(({ state }) => state === 'overdue' || state === 'due').map(({ id }) => id));
  return schoolEventsOf(policy)
    .filter(({ settles, needs }) => needs.about !== 'must' && settles.some((id) => open.has(id)))
    .slice(0, most)
    .map(({ name, done, title, says }) => ({
      label: `Done: ${done === 'done' ? (says[0] ?? title) : title}`,
      action: { kind: 'record school act', school: school.id, name, done: done ?? '', asAt: formatIsoDay(today) },
    }));
}
