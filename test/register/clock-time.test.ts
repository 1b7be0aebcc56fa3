import { expect, test } from 'vitest';
import { formatClockTime, parseClockTime } from '../../register/clock-time.ts';

const times: Record<string, string | undefined> = {
  '08:45': '08:45',
  '8:45': '08:45',
  '8.45am': '08:45',
  '8.45 am': '08:45',
  '3.20pm': '15:20',
  '12.05am': '00:05',
  '12:30pm': '12:30',
  '00:00': '00:00',
  '23:59': '23:59',
  '24:00': undefined,
  '08:60': undefined,
  '13.00pm': undefined,
  '0.30am': undefined,
  '845': undefined,
  noon: undefined,
};

test.each(Object.entries(times))('%s', (text, expected) => {
  const time = parseClockTime(text);
  expect(time === undefined ? undefined : formatClockTime(time)).toBe(expected);
});
