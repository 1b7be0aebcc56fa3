import { describe, expect, test } from 'vitest';
import { diagnose } from '../../support/check-policy.ts';

const policy = `policy example "Example" in force from 4 September 2023 to 19 July 2024
school day {
  time closes "Registers close" 09:30
  morning from 08:45 {
    arriving by 08:55    is present
    arriving after 08:55 is L
  }
  afternoon { arriving by 13:10 is present  arriving after 13:10 is not stated }
}
parents should report absence before 09:30 on absence day 1
school will call parents between 09:10 and 09:40 on absence day 1
school may visit home after 09:30
notice fine-notice "Fine" {
  any fine £60 if paid within 21 calendar days of notice issued, £120.50 if paid within 28 calendar days of notice issued
}
bands traffic of attendance this term { band gold "Gold" 90% to 100%  band red "Red" below 90% }
`;

/** What is told of an example whose expectations do not hold: each line after its place. */
function failing(...lines: readonly string[]): readonly string[] {
  const text = `${policy}example "e" {\n${lines.join('\n')}\n}\n`;
  return diagnose(text).map((each) => each.message);
}

const absent = 'suppose O on 8 January 2024';
const issued = 'suppose fine-notice issued on 8 January 2024';
const term = 'suppose term from 8 January 2024 to 28 March 2024';

describe('an example expects a time, an amount or a date by its value', () => {
  test.each([
    ['an arrival in time', 'expect arriving at 08:55 is present'],
    ['an arrival a minute later', 'expect arriving at 08:56 is L'],
    ['an arrival in the afternoon', 'expect arriving at 13:10 in the afternoon is present'],
    ['an arrival whose mark is not stated', 'expect arriving at 13:11 in the afternoon is not stated'],
    ['a time by its name', 'expect closes is 09:30'],
    ['when the morning begins', 'expect morning is 08:45'],
    ['the first day in force', 'expect in force on 4 September 2023'],
    ['the day before it', 'expect not in force on 3 September 2023'],
    ['the last day in force', 'expect in force on 19 July 2024'],
    ['the time a duty is due by', absent, 'expect report-absence is due by 09:30 on 8 January 2024'],
    ['the times a duty is due between', absent, 'expect call-parents is due from 09:10 by 09:40 on 8 January 2024'],
    ['the time an option opens', 'expect visit-home is open from 09:30 on 8 January 2024'],
    ['what is owed on the last day of the first step', issued, 'expect fine-notice is £60 on 29 January 2024'],
    ['what is owed a day later', issued, 'expect fine-notice is £120.50 on 30 January 2024'],
    ['the band of a term', term, 'expect traffic is gold on 28 March 2024'],
  ])('%s', (_name, ...lines) => {
    expect(failing(...lines)).toEqual([]);
  });

  test.each([
    ['an arrival', 'present', 'expect arriving at 08:55 is late'],
    ['a time', '09:30', 'expect closes is 09:29'],
    ['a day in force', 'that it is in force', 'expect not in force on 4 September 2023'],
    ['a day not in force', 'that it is not in force', 'expect in force on 20 July 2024'],
    ['a duty’s time', 'by 09:30', absent, 'expect report-absence is due by 09:29 on 8 January 2024'],
    ['a duty’s other end', 'from 09:10 by 09:40', absent, 'expect call-parents is due by 09:40 on 8 January 2024'],
    ['a duty that is not due', 'nothing of the kind', 'expect report-absence is due by 09:30 on 8 January 2024'],
    ['an amount', '£60', issued, 'expect fine-notice is £61 on 29 January 2024'],
    ['an amount when none is owed', 'unpaid', issued, 'expect fine-notice is £120.50 on 6 February 2024'],
    ['an amount without a notice', 'no fine', 'expect fine-notice is £60 on 29 January 2024'],
    ['a band', 'gold', term, 'expect traffic is red on 28 March 2024'],
    ['a band without a term', 'undetermined', 'expect traffic is gold on 28 March 2024'],
  ])('%s that is otherwise fails, and says %s', (_name, instead, ...lines) => {
    const [message, ...more] = failing(...lines);
    expect(more).toEqual([]);
    expect(message).toContain(instead);
  });

  test('a name that is no time, and no notice, is told', () => {
    expect(failing('expect open is 09:30').join()).not.toBe('');
    expect(failing('expect traffic is £60')[0]).toContain('traffic');
  });
});
