import { describe, expect, test } from 'vitest';
import type { ThresholdDetail } from '../../../dsl/evaluate/threshold-detail.ts';
import { thresholdDetails } from '../../../dsl/evaluate/threshold-detail.ts';
import { isoDay } from '../../../register/day.ts';
import { calendarOf, compiled, pupilCase, year } from '../../support/evaluate-policy.ts';
import type { Supposed } from '../../support/evaluate-policy.ts';

/** A calendar with a closed week, so that school weeks and calendar weeks part. */
const closedWeek = calendarOf(year('2023-09-04', '2024-07-19', { closures: ['2023-10-23 2023-10-27 half term'] }));

function details(text: string, supposed: Supposed): readonly ThresholdDetail[] {
  return thresholdDetails(compiled(text), pupilCase(supposed), isoDay(supposed.asAt));
}

/** `2023-11-13 AM O, …; 3 left` of each day on which something leaves. */
function leaving({ counts }: ThresholdDetail, reading = 0): readonly string[] {
  return counts[reading]!.leaving.map(
    ({ day, sessions, left }) =>
      `${day}: ${sessions.map(({ date, session }) => `${date} ${session}`).join(', ')}; ${left?.shown} left`,
  );
}

const twoWeeks = 'threshold t "the level" is at least 3 unauthorised sessions in a rolling 2 school weeks   cite "5"';

test('the sessions that count, the window, since when it is met, and when they leave it', () => {
  const [found] = details(twoWeeks, { asAt: '2023-11-15', marks: { '2023-11-07': 'O\\', '2023-11-13': 'OO UI' } });
  expect(found).toMatchObject({
    id: 't',
    met: 'yes',
    since: '2023-11-13',
    until: { day: '2023-11-27', met: 'no' },
    counts: [
      {
        words: 'at least 3 unauthorised sessions in a rolling 2 school weeks',
        met: 'yes',
        count: { shown: '4', unit: 'unauthorised sessions' },
        most: null,
        window: { from: '2023-11-06', to: '2023-11-15', words: 'in a rolling 2 school weeks' },
        highest: { count: { shown: '4' }, day: '2023-11-14' },
      },
    ],
  });
  expect(leaving(found!)).toEqual([
    '2023-11-20: 2023-11-07 AM; 3 left',
    '2023-11-27: 2023-11-13 AM, 2023-11-13 PM, 2023-11-14 AM; 0 left',
  ]);
});

test('one below and one at the number', () => {
  const at = (marks: string) => details(twoWeeks, { asAt: '2023-11-15', marks: { '2023-11-13': marks } })[0]!;
  expect([at('OO').met, at('OO').since, at('OO').until]).toEqual(['no', null, null]);
  expect([at('OO O\\').met, at('OO O\\').since]).toEqual(['yes', '2023-11-14']);
});

test('not met any more: when it last was, and the highest it has been', () => {
  const [found] = details(twoWeeks, { asAt: '2023-12-08', marks: { '2023-11-13': 'OO O\\' } });
  expect(found).toMatchObject({ met: 'no', since: null, lastMet: '2023-11-26', until: null });
  expect(found!.counts[0]).toMatchObject({
    count: { shown: '0' },
    highest: { count: { shown: '3' }, day: '2023-11-14' },
  });
});

test('marks after the day asked about, and what was logged after it, count for nothing in what is to come', () => {
  const marks = { '2023-11-13': 'OO O\\', '2023-11-20': 'OO OO' };
  const about = pupilCase({ asAt: '2023-11-24', marks });
  const [found] = thresholdDetails(compiled(twoWeeks), about, isoDay('2023-11-17'));
  expect(found!.until).toEqual({ day: '2023-11-27', met: 'no' });
});

test('two readings part over a closed week, and each has its own window and leaving days', () => {
  const [found] = details(
    'threshold t is at least 3 unauthorised sessions in a rolling 2 calendar weeks or perhaps in a rolling 2 school weeks',
    { asAt: '2023-10-30', calendar: closedWeek, marks: { '2023-10-16': 'OO O\\' } },
  );
  expect(found!.counts.map(({ words, met, window }) => [words, met, window?.from])).toEqual([
    ['at least 3 unauthorised sessions in a rolling 2 calendar weeks', 'no', '2023-10-17'],
    ['at least 3 unauthorised sessions in a rolling 2 school weeks', 'yes', '2023-10-16'],
  ]);
  expect(found!.met).toBe('undetermined');
  expect(found!.needs.map(({ kind }) => kind)).toEqual(['reading']);
});

test('a rate tells those missed, and when attending every session would end it', () => {
  const rate = 'threshold t is absence this school year at least 10%';
  const [found] = details(rate, { asAt: '2023-09-15', marks: { '2023-09-04': 'II' } });
  // 2 of 20 sessions; with the next one attended less than a tenth is missed.
  expect(found).toMatchObject({ met: 'yes', until: { day: '2023-09-18', met: 'no' } });
  expect(found!.counts[0]).toMatchObject({ count: { shown: '10', unit: '%' }, highest: null, leaving: [] });
  expect(found!.counts[0]!.sessions).toHaveLength(2);
});

test('what the calendar does not reach is not told', () => {
  const [found] = details('threshold t is at least 1 unauthorised session this school year', {
    asAt: '2023-11-15',
    marks: { '2023-11-13': 'OO' },
  });
  expect([found!.until, leaving(found!)]).toEqual([null, []]);
});

test('marks that are missing: the least and the most', () => {
  const [found] = details(twoWeeks, { asAt: '2023-11-15', marks: { '2023-11-13': 'OO .\\' } });
  expect(found).toMatchObject({ met: 'undetermined', counts: [{ count: { shown: '2' }, most: { shown: '3' } }] });
});

test('thresholds that count nothing are left out, and a name asks for one alone', () => {
  const text = `judgement engaged "engaged"
threshold said is engaged
threshold a is any unauthorised session this school year
threshold b is any late session this school year`;
  const about = pupilCase({ asAt: '2023-11-15' });
  const names = (wanted?: readonly string[]) =>
    thresholdDetails(compiled(text), about, isoDay('2023-11-15'), wanted).map(({ id }) => id);
  expect([names(), names(['b'])]).toEqual([['a', 'b'], ['b']]);
});

describe('contradictions', () => {
  const text = `threshold at-least is at least 2 unauthorised sessions this school year
threshold more-than is more than 2 unauthorised sessions this school year
contradiction between at-least, more-than "they part at two"`;
  test.each([
    [
      'OO',
      [
        ['yes', 'no'],
        ['yes', 'no'],
      ],
    ],
    ['OO O\\', [[], []]],
  ])('%s', (marks, expected) => {
    const found = details(text, { asAt: '2023-11-15', marks: { '2023-11-13': marks } });
    expect(
      found.map(({ contradictions }) => contradictions.flatMap(({ parts }) => parts.map(({ holds }) => holds))),
    ).toEqual(expected);
  });
});
