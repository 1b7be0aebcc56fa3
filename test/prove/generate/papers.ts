import type { Arbitrary } from 'fast-check';
import { oneof, tuple } from 'fast-check';
import { oneOf, said } from './chosen.ts';
import { conditions, dayConditions } from './conditions.ts';

const from = oneOf('of notice issued', 'of notice received', 'of notice issued or perhaps from notice received');

const amount = (pounds: number): Arbitrary<string> =>
  tuple(oneOf('21', '28', '10'), oneOf('calendar days', 'school days'), from).map(
    ([within, unit, of]) => `£${pounds} if paid within ${within} ${unit} ${of}`,
  );

/** Which earlier notices count. */
const lookBack = oneOf(
  '',
  'issued in a rolling 2 months',
  'incurred in a rolling 6 calendar weeks after 1 October 2024',
  'incurred in a rolling 2 months or perhaps issued in a rolling 3 months',
);

const further = oneOf(
  'office will not issue third-notice within 3 months of first-notice issued',
  'office cannot issue third-notice if at least 2 notices incurred in a rolling 2 months',
  'office must not issue third-notice if at least 2 notices issued in a rolling 3 months',
);

const notice: Arbitrary<string> = tuple(
  conditions,
  oneOf('any fine', 'first fine'),
  amount(80),
  amount(160),
  dayConditions,
  lookBack,
  further,
).map(
  ([needs, which, first, second, guard, back, bar]) => `notice penalty "Penalty notice" {
  goes to every carers
  counted per parent, pupil ${back}
  ${bar}
  needs ${bracketed(needs)}
  ${which} ${first}, ${second}
  local-authority may issue penalty if ${guard}
  local-authority may "go to court" after 28 calendar days of notice issued unless notice paid
}`,
);

const leave: Arbitrary<string> = tuple(dayConditions, oneOf('C', 'authorised'), oneOf('not stated', 'G')).map(
  ([guard, granted, otherwise]) => `leave term-leave "Leave" {
  parents must ask office for term-leave no later than 3 calendar weeks before leave started
  office will tell parents about "the decision" within 10 working days of leave asked
  lead will not grant term-leave unless ${guard}
  marked ${granted} if leave granted
  lead must treat alike term-leave for family
  marked G if leave taken and leave not granted
  otherwise ${otherwise}
}`,
);

const reason: Arbitrary<string> = tuple(conditions, oneOf('I', 'not stated')).map(
  ([test, otherwise]) => `reason unwell "Unwell" {
  marked I if evidence given
  marked O if ${test}
  may mark M if appointment known
  otherwise ${otherwise}
}`,
);

const referral: Arbitrary<string> = said(
  'referral welfare "Referral" {\n  goes to lead if',
  dayConditions,
  '\n  includes "dates of contact", "letters" unless carer',
  '\n  office may "send it back" if welfare not complete\n  includes "a plan"\n}',
);

const meeting: Arbitrary<string> = said(
  'meeting forum "Forum" at most 2 each first-letter {\n  arranged by office\n  led by lead if traded',
  '\n  attended by office or lead\n  outcome told "told" if',
  oneOf('engaged', 'better and not doubtful'),
  '{ office will "tell everyone" }\n}',
);

const ofSchools: Arbitrary<string> = said(
  oneOf('for each school', 'for the schools together'),
  '{\n  report shared-report "Shared report"\n  office will make shared-report',
  oneOf('each term', 'each half term', 'each school year'),
  '\n}',
);

const attention = said('particular attention to', oneOf('kin', 'summer, kin'));

/** A paper of one kind or another. */
export const papers: Arbitrary<string> = oneof(notice, leave, reason, referral, meeting, ofSchools, attention);

/** Readings of part of a condition would be read as readings of the whole. */
function bracketed(test: string): string {
  return test.includes(' or perhaps ') ? 'engaged' : test;
}
