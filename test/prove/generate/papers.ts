import type { Arbitrary } from 'fast-check';
import { oneof, tuple } from 'fast-check';
import { oneOf, said } from './chosen.ts';
import { conditions, dayConditions } from './conditions.ts';

const amount = (pounds: number): Arbitrary<string> =>
  tuple(oneOf('21', '28', '10'), oneOf('calendar days', 'school days'), oneOf('notice issued', 'notice received')).map(
    ([within, unit, of]) => `£${pounds} if paid within ${within} ${unit} of ${of}`,
  );

const notice: Arbitrary<string> = tuple(
  conditions,
  oneOf('any fine', 'first fine'),
  amount(80),
  amount(160),
  dayConditions,
).map(
  ([needs, which, first, second, guard]) => `notice penalty "Penalty notice" {
  goes to every carers
  counted per parent, pupil
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

const service: Arbitrary<string> = said(
  'service helpline "Help line" {\n  telephone "01632 960 001"\n  open Monday to Thursday from 09:00 until',
  oneOf('16:30', '17:00'),
  '\n  ages 11 to 18\n}',
);

/** A paper of one kind or another. */
export const papers: Arbitrary<string> = oneof(notice, leave, reason, service);

/** Readings of part of a condition would be read as readings of the whole. */
function bracketed(test: string): string {
  return test.includes(' or perhaps ') ? 'engaged' : test;
}
