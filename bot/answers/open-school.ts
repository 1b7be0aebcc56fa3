import { dayOf, partsOf } from '../../register/day.ts';
import type { Day } from '../../register/day.ts';
import { dayInEngland, endOfDayInEngland } from '../../register/day-in-england.ts';
import type { SchoolCalendar } from '../../register/school-calendar.ts';
import type { School } from '../store/store.ts';
import type { Answer } from './answer.ts';
import { notUnderstood } from './answers/help.ts';
import { refused } from './answers/refused.ts';
import type { AskedBy, Asking } from './asking.ts';
import type { AskedDay } from './question.ts';
import { policyOf } from './services.ts';
import type { Services } from './services.ts';

/** Either all that a question needs, or the answer that says what is missing. */
export type Opened =
  { readonly kind: 'asking'; readonly asking: Asking } | { readonly kind: 'answer'; readonly answer: Answer };

/** The schools of the store that this person answers for. */
export async function schoolsOf(services: Services, { actor }: Pick<AskedBy, 'actor'>): Promise<readonly School[]> {
  const schools = await services.store.schools();
  return schools.filter(({ id }) => actor.schools.includes(id));
}

/** Settles the policy of a school and the day; tells what is missing and how to bring it. */
export async function openSchool(
  services: Services,
  { actor, place, asAt }: AskedBy,
  school: School,
  asked?: AskedDay,
  knownOn?: AskedDay,
): Promise<Opened> {
  const policy = policyOf(services, school);
  if (!policy) {
    const known = [...services.policies.keys()].join(', ');
    return answer(
      refused({
        reason: `${school.name} follows the policy “${school.policy}”, and no policy of that name could be read.`,
        cure: `Policies that can be read: ${known === '' ? 'none' : known}. “att check” says what is wrong with the others.`,
      }),
    );
  }
  const calendar = await services.store.calendar(school.id);
  if (calendar === undefined) {
    return answer(
      refused({
        reason: `No calendar is stored for ${school.name}, so no session can be counted.`,
        cure: `Import one beside the marks: att import MARKS.csv --school ${school.id} --profile NAME --calendar CALENDAR.yaml`,
      }),
    );
  }
  const usual = asAt ?? services.asAt ?? (await services.store.registerTo(school.id)).session?.day;
  if (usual === undefined && (asked ?? knownOn)?.year === undefined) {
    return answer(
      refused({
        reason: `The register of ${school.name} holds no marks yet.`,
        cure: `Import some: att import MARKS.csv --school ${school.id} --profile generic`,
      }),
    );
  }
  const known = knownOn && dayAsked(knownOn, usual);
  const day = asked !== undefined ? dayAsked(asked, usual) : knownOn !== undefined ? (asAt ?? known) : usual;
  if (day === undefined || (knownOn && known === undefined)) {
    return answer(
      notUnderstood('', {
        reason: `There is no such day as “${(day === undefined ? asked : knownOn)?.typed ?? knownOn?.typed ?? ''}”.`,
        cure: 'Write it as 28 March 2024 or 2024-03-28.',
      }),
    );
  }
  const today = asAt ?? services.asAt ?? clockDay(services, calendar) ?? usual ?? day;
  const asKnown =
    known === undefined ? {} : { known: { day: known, at: new Date(endOfDayInEngland(known)).toISOString() } };
  return { kind: 'asking', asking: { services, actor, place, school, policy, asAt: day, today, ...asKnown } };
}

/** The day by the clocks of England. */
export function dayNow({ now }: Pick<Services, 'now'>): Day {
  return dayInEngland(Date.parse(now()));
}

/** The day by the clocks of England, where the school's calendar knows it: a register of years ago has no today. */
function clockDay(services: Services, { years }: SchoolCalendar): Day | undefined {
  const day = dayNow(services);
  return years.some(({ from, to }) => from <= day && day <= to) ? day : undefined;
}

/** A date without a year is the last such date up to the day an answer would be for anyway. */
function dayAsked({ date, month, year }: AskedDay, usual: Day | undefined): Day | undefined {
  if (year !== undefined) return dayOf(year, month, date);
  if (usual === undefined) return undefined;
  const thisYear = partsOf(usual).year;
  return [thisYear, thisYear - 1, thisYear - 2, thisYear - 3, thisYear - 4]
    .map((each) => dayOf(each, month, date))
    .find((day) => day !== undefined && day <= usual);
}

function answer(given: Answer): Opened {
  return { kind: 'answer', answer: given };
}
