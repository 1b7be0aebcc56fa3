import { expect, test } from 'vitest';
import { parseClockTime } from '../../../register/clock-time.ts';
import { isoDay } from '../../../register/day.ts';
import { policyServices, servicesFor } from '../../../dsl/evaluate/directory.ts';
import { calendarOf, compiled, finding, met, needs, pupilCase, state, year } from '../../support/evaluate-policy.ts';

const policy = compiled(`fact send for pupil
fact lives-in-widnes for pupil
service icart "iCART" {
  telephone "0151 907 8305"
  open Monday to Thursday from 09:00 until 17:00
  open Friday from 09:00 until 16:30 not bank holidays
}
service edt "Emergency Duty Team" { telephone "0345 0500148" }
service hubs "Family Hubs" {
  ages 0 to 19
  ages at most 25 if send
}
service early-help "Early Help, Widnes" { serves lives-in-widnes }
threshold open-now is icart open
threshold edt-open is edt open
when urgent-concern raised {
  must call icart if icart open
  must call edt if icart not open
}`);

test.each([
  // 15 January 2024 is a Monday, the 18th a Thursday.
  ['2024-01-15', '08:59', 'no'],
  ['2024-01-15', '09:00', 'yes'],
  ['2024-01-18', '16:59', 'yes'],
  ['2024-01-18', '17:00', 'undetermined'],
  ['2024-01-18', '17:01', 'no'],
  ['2024-01-19', '16:29', 'yes'],
  ['2024-01-19', '16:30', 'undetermined'],
  ['2024-01-19', '16:45', 'no'],
  ['2024-01-20', '10:00', 'no'],
])('%s at %s: open %s', (asAt, at, open) => {
  expect(met(policy, { asAt, at }, 'open-now')).toBe(open);
});

test('without a time of day it cannot be told, and the time is what is missing', () => {
  expect(needs(finding(policy, { asAt: '2024-01-15' }), 'open-now')).toEqual(['data: the time of day']);
  expect(met(policy, { asAt: '2024-01-20' }, 'open-now')).toBe('no');
});

test('a service whose hours are not printed', () => {
  expect(needs(finding(policy, { asAt: '2024-01-15', at: '10:00' }), 'edt-open')).toEqual([
    'not stated: when Emergency Duty Team is open',
  ]);
});

test('a bank holiday closes it where the document says so', () => {
  const calendar = calendarOf(
    year('2023-09-04', '2024-07-19', {
      closures: ['2024-03-29 2024-03-29 bank holiday', '2024-05-06 2024-05-06 bank holiday'],
    }),
  );
  expect(met(policy, { asAt: '2024-03-29', at: '10:00', calendar }, 'open-now')).toBe('no');
  expect(met(policy, { asAt: '2024-05-06', at: '10:00', calendar }, 'open-now')).toBe('yes');
});

test('whom to call, at the minute', () => {
  const calls = (asAt: string, at: string) => {
    const found = finding(policy, { asAt, at, log: [`${asAt} urgent-concern raised`] });
    return [state(found, 'call-icart'), state(found, 'call-edt')];
  };
  expect(calls('2024-01-19', '16:00')).toEqual(['due', 'none']);
  expect(calls('2024-01-19', '16:45')).toEqual(['none', 'due']);
  expect(calls('2024-01-19', '16:30')).toEqual(['decide today', 'decide today']);
});

test('contact with the family is no call to a service; consulting it is', () => {
  const call = (...log: readonly string[]) =>
    state(
      finding(policy, { asAt: '2024-01-15', at: '16:00', log: ['2024-01-15 urgent-concern raised', ...log] }),
      'call-icart',
    );
  expect(call('2024-01-15 contact made')).toBe('due');
  expect(call('2024-01-15 icart consulted')).toBe('done');
});

test('the directory, as printed', () => {
  expect(policyServices(policy.policy)).toMatchObject([
    {
      id: 'icart',
      telephone: ['0151 907 8305'],
      open: ['Monday to Thursday from 09:00 until 17:00', 'Friday from 09:00 until 16:30, not bank holidays'],
    },
    { id: 'edt', open: [], ages: [] },
    { id: 'hubs', ages: ['0 to 19', 'at most 25 if send'] },
    { id: 'early-help' },
  ]);
});

/** Whether each service serves a pupil born on a day, as at 15 January 2024. */
function serves(id: string, born: string | undefined, facts: Record<string, boolean>) {
  const about = {
    ...pupilCase({ asAt: '2024-01-15', facts }),
    dateOfBirth: born === undefined ? undefined : isoDay(born),
  };
  return servicesFor(policy, about, isoDay('2024-01-15'), parseClockTime('10:00')).find((each) => each.id === id)!;
}

test('ages, both ends included, to 25 for some', () => {
  expect(serves('hubs', '2004-01-16', { send: false }).serves).toBe('yes');
  expect(serves('hubs', '2004-01-15', { send: false }).serves).toBe('no');
  expect(serves('hubs', '2004-01-15', { send: true }).serves).toBe('yes');
  expect(serves('hubs', '1998-01-15', { send: true }).serves).toBe('no');
  expect(serves('hubs', '2004-01-15', {}).serves).toBe('undetermined');
  expect(serves('hubs', undefined, { send: false })).toMatchObject({
    serves: 'undetermined',
    needs: [{ kind: 'not stated' }, { kind: 'data', what: 'date of birth' }],
  });
});

test('by where the pupil lives', () => {
  expect(serves('early-help', undefined, { 'lives-in-widnes': true }).serves).toBe('yes');
  expect(serves('early-help', undefined, { 'lives-in-widnes': false }).serves).toBe('no');
  expect(serves('early-help', undefined, {}).serves).toBe('undetermined');
});

test('open now, in the directory of a pupil', () => {
  expect(serves('icart', undefined, {})).toMatchObject({ isOpen: 'yes', serves: 'yes' });
});
