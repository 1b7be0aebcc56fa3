import type { Asked } from '../../asked.ts';
import { text } from '../../../../cli/case-fields.ts';
import type { RewardFinding } from '../../../../dsl/index.ts';
import { asked, numberOf, one } from '../../asked.ts';
import { overSpan } from '../over-span.ts';

type Answer = Readonly<Record<string, unknown>>;

/** The trust's awards by the vectors' kinds, and what each is for. */
const awards: Readonly<Record<string, readonly (readonly [award: string, for_: string])[]>> = {
  'half-term celebration': [
    ['elements.celebration-100', '100%'],
    ['elements.celebration-96', 'over 96%'],
    ['elements.celebration-improved', 'improved'],
  ],
  'term certificate': [
    ['elements.certificate-100', '100%'],
    ['elements.certificate-96', 'over 96%'],
    ['elements.certificate-improved', 'improved'],
  ],
  'on-time memo': [['elements.on-time-memo', 'on time']],
};

/** As decided on the last day of the period that the question names. */
export function reward(given: Asked): Answer {
  const { vector, about } = given;
  const period = about.register.calendar.years
    .flatMap(({ terms, halfTerms }) => [...terms, ...halfTerms])
    .find(({ name }) => name === vector.ask['period']);
  const asAt = period && period.to < given.asAt ? period.to : given.asAt;
  const { rewards } = asked({ ...given, asAt }).finding();
  const found = (awards[text(vector.ask['kind'])] ?? []).map(([id, for_]) => ({ for_, is: earned(one(rewards, id)) }));
  const is = (for_: string): boolean | undefined => found.find((each) => each.for_ === for_)?.is;
  const { attendance } = overSpan(given, period?.from, period?.to).finding().tally;
  return {
    eligible: any(found.map((each) => each.is)),
    hundredPercent: is('100%'),
    over96: is('over 96%'),
    by: found.filter((each) => each.is === true).map((each) => each.for_),
    attendance: attendance === null ? undefined : numberOf(attendance.value),
  };
}

/** Undefined until it is decided, and where it cannot be told. */
function earned({ state }: RewardFinding): boolean | undefined {
  return state === 'earned' ? true : state === 'not earned' ? false : undefined;
}

function any(each: readonly (boolean | undefined)[]): boolean | undefined {
  if (each.includes(true)) return true;
  return each.includes(undefined) ? undefined : false;
}
