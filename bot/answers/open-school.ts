import { dayOf, partsOf } from '../../register/day.ts';
import type { Day } from '../../register/day.ts';
import type { School } from '../store/store.ts';
import type { Answer } from './answer.ts';
import { schoolChoice } from './answers/choice.ts';
import { notFound } from './answers/not-found.ts';
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
  if ((await services.store.calendar(school.id)) === undefined) {
    return answer(
      refused({
        reason: `No calendar is stored for ${school.name}, so no session can be counted.`,
        cure: `Import one beside the marks: att import MARKS.csv --school ${school.id} --profile NAME --calendar CALENDAR.yaml`,
      }),
    );
  }
  const usual = asAt ?? services.asAt ?? (await services.store.registerTo(school.id)).session?.day;
  if (usual === undefined && asked?.year === undefined) {
    return answer(
      refused({
        reason: `The register of ${school.name} holds no marks yet.`,
        cure: `Import some: att import MARKS.csv --school ${school.id} --profile generic`,
      }),
    );
  }
  const day = asked === undefined ? usual : dayAsked(asked, usual);
  if (day === undefined) {
    return answer(
      notUnderstood('', {
        reason: `There is no such day as “${asked?.typed ?? ''}”.`,
        cure: 'Write it as 28 March 2024 or 2024-03-28.',
      }),
    );
  }
  return { kind: 'asking', asking: { services, actor, place, school, policy, asAt: day } };
}

/** Settles the school: the one named, else the only one the person answers for. */
export function oneSchool(schools: readonly School[], named: string | undefined, question: string): School | Answer {
  if (named !== undefined) return schools.find(({ id }) => id === named) ?? notFound();
  const [only, ...others] = schools;
  if (only && others.length === 0) return only;
  if (only) return schoolChoice(question, schools);
  return refused({
    reason: 'There is no school here that you may ask about.',
    cure: 'Import one (att import --help), and see that staff.yaml names it for you.',
  });
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
