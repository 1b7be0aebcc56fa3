import { expect, test } from 'vitest';
import { formatIsoDay, isoDay } from '../../register/day.ts';
import { dayInEngland, endOfDayInEngland } from '../../register/day-in-england.ts';

test.each([
  ['in winter England keeps UTC', '2026-01-15T23:30:00Z', '2026-01-15'],
  ['in summer the day begins an hour before it does in UTC', '2026-07-14T23:00:00Z', '2026-07-15'],
  ['and not a minute sooner', '2026-07-14T22:59:59Z', '2026-07-14'],
  ['the night before the clocks go forward', '2026-03-28T23:30:00Z', '2026-03-28'],
  ['the night after', '2026-03-29T23:30:00Z', '2026-03-30'],
  ['the night before the clocks go back', '2026-10-24T23:30:00Z', '2026-10-25'],
  ['the night after that', '2026-10-25T23:30:00Z', '2026-10-25'],
])('%s', (_case, instant, day) => {
  expect(formatIsoDay(dayInEngland(Date.parse(instant)))).toBe(day);
});

test('every half hour of twenty years is on the day that the tables of time zones say', () => {
  const england = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' });
  const wrong: string[] = [];
  for (let year = 2010; year < 2030; year++) {
    for (const month of ['03', '06', '10', '12']) {
      const from = Date.parse(`${year}-${month}-20T20:00:00Z`);
      for (let step = 0; step < 12 * 48; step += 1) {
        const instant = from + step * 1_800_000;
        if (formatIsoDay(dayInEngland(instant)) !== england.format(instant))
          wrong.push(new Date(instant).toISOString());
      }
    }
  }
  expect(wrong).toEqual([]);
});

test.each([
  ['in winter', '2026-01-15', '2026-01-15T23:59:59.999Z'],
  ['in summer', '2026-07-14', '2026-07-14T22:59:59.999Z'],
  ['the day before the clocks go forward', '2026-03-28', '2026-03-28T23:59:59.999Z'],
  ['the day they go forward', '2026-03-29', '2026-03-29T22:59:59.999Z'],
  ['the day they go back', '2026-10-25', '2026-10-25T23:59:59.999Z'],
])('the last instant of a day %s', (_case, day, instant) => {
  expect(new Date(endOfDayInEngland(isoDay(day))).toISOString()).toBe(instant);
});
