import { expect, test } from 'vitest';
import { arrivalMark, policyTimes } from '../../../dsl/evaluate/describe.ts';
import { parseClockTime } from '../../../register/clock-time.ts';
import { compiled } from '../../support/evaluate-policy.ts';

const { policy } = compiled(`school day {
  time closes "Registers close" 09:30
  time complete "Registers complete" not stated
  morning {
    arriving by 08:55                   is present
    arriving after 08:55 but by closes  is late
    arriving after closes but until 12:00 is U
  }
  afternoon not stated
}`);

function markAt(time: string, half: 'AM' | 'PM' = 'AM', of = policy): string {
  const found = arrivalMark(of, parseClockTime(time)!, half);
  if (found.kind === 'undetermined') return `undetermined: ${found.needs.map((need) => need.kind).join()}`;
  return found.kind === 'code' ? found.code : found.class;
}

const times: Record<string, string> = {
  '08:00': 'present',
  '08:55': 'present',
  '08:56': 'late',
  '09:30': 'late',
  '09:31': 'U',
  '11:59': 'U',
  '12:00': 'undetermined: reading',
  '12:01': 'undetermined: not stated',
};

test.each(Object.entries(times))('an arrival at %s is %s', (time, mark) => {
  expect(markAt(time)).toBe(mark);
});

test('a session whose times are not stated', () => {
  expect(markAt('13:00', 'PM')).toBe('undetermined: not stated');
});

test('a time that stands in no row, and one that stands in two', () => {
  const { policy: holed } = compiled(`school day { morning {
    arriving by 08:25 is present
    arriving after 08:30 but by 09:10 is L
    arriving from 09:10 is U
  } }`);
  expect([markAt('08:26', 'AM', holed), markAt('09:10', 'AM', holed)]).toEqual([
    'undetermined: not stated',
    'undetermined: reading',
  ]);
});

test('a row whose time is not stated cannot say', () => {
  const { policy: open } = compiled(`school day {
    time closes not stated
    morning {
      arriving by 08:25 is present
      arriving after 08:30 but before closes is L
      arriving after closes is U
    }
  }`);
  expect([markAt('08:20', 'AM', open), markAt('08:40', 'AM', open)]).toEqual(['present', 'undetermined: not stated']);
});

test('the times a policy states, and those it does not', () => {
  expect(policyTimes(policy).map((each) => `${each.title} ${each.time ?? 'not stated'}`)).toEqual([
    'Registers close 09:30',
    'Registers complete not stated',
    'Morning 08:55',
    'Morning 09:30',
    'Morning 12:00',
    'Afternoon not stated',
  ]);
});
