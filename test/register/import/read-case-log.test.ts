import { expect, test } from 'vitest';
import { isoDay } from '../../../register/day.ts';
import { genericLog } from '../../../register/import/profile.ts';
import { readCaseLog } from '../../../register/import/read-case-log.ts';
import { told } from '../../support/import-file.ts';

const heading = 'upn,date,time,name,done,from,to,by,note';

async function read(...rows: string[]) {
  const bytes = new TextEncoder().encode(`${[heading, ...rows].join('\n')}\n`);
  const { kind, entries, report } = await readCaseLog(bytes, genericLog, new Set(['A1', 'A2']));
  return { kind, entries, told: report.problems.map(told) };
}

test('an act with its time, and one about a run of days', async () => {
  const { entries } = await read(
    'A1,2023-03-14,09:25,contact,made,,,office,"rang twice, then answered"',
    'A1,1/3/2023,,term-time-leave,asked,2023-04-24,2023-04-28,,',
  );
  expect(entries).toEqual([
    {
      upn: 'A1',
      entry: {
        kind: 'act',
        name: 'contact',
        done: 'made',
        day: isoDay('2023-03-14'),
        time: 565,
        about: undefined,
        by: 'office',
        note: 'rang twice, then answered',
      },
    },
    {
      upn: 'A1',
      entry: {
        kind: 'act',
        name: 'term-time-leave',
        done: 'asked',
        day: isoDay('2023-03-01'),
        time: undefined,
        about: { from: isoDay('2023-04-24'), to: isoDay('2023-04-28') },
        by: '',
        note: '',
      },
    },
  ]);
});

test('an act of one session, for a purpose, and with what was seen', async () => {
  const bytes = new TextEncoder().encode(
    'upn,date,time,session,name,done,purpose,items\n' +
      'A1,2023-03-14,09:25,am,arrival,recorded,,\n' +
      'A1,2023-03-14,,,leave,asked,a wedding,\n' +
      'A1,2023-03-14,,,ews-referral,recorded,,dates of contact; Stage 1 letters\n' +
      'A1,2023-03-14,,noon,arrival,recorded,,\n',
  );
  const { entries, report } = await readCaseLog(bytes, genericLog, new Set(['A1']));
  expect(entries.map(({ entry }) => entry)).toMatchObject([
    { name: 'arrival', half: 'AM' },
    { name: 'leave', purpose: 'a wedding' },
    { name: 'ews-referral', items: ['dates of contact', 'Stage 1 letters'] },
  ]);
  expect(report.problems.map(told)).toEqual(['row 5, session: noon (unreadable)']);
});

test('an act that concerns one of the adults, by name', async () => {
  const bytes = new TextEncoder().encode(
    'upn,date,name,done,adult\n' +
      'A1,2023-03-14,penalty-notice,issued,sadia khan\n' +
      'A1,2023-03-14,penalty-notice,issued,\n' +
      'A1,2023-03-14,penalty-notice,issued,Somebody Else\n' +
      'A2,2023-03-14,penalty-notice,issued,Sadia Khan\n',
  );
  const adults = new Map([['A1', [{ id: 'adult-1', forename: 'Sadia', surname: 'Khan' }]]]);
  const { entries, report } = await readCaseLog(bytes, genericLog, new Set(['A1', 'A2']), adults);
  expect(entries.map(({ entry }) => 'adult' in entry && entry.adult)).toEqual(['adult-1', false]);
  expect(report.problems.map(told)).toEqual([
    'row 4, adult: Somebody Else (unreadable)',
    'row 5, adult: Sadia Khan (unreadable)',
  ]);
});

test('a list of what was seen may be longer than other cells', async () => {
  const row = (items: number) =>
    `A1,2023-03-14,notice,issued,${Array.from({ length: items }, () => 'x'.repeat(99)).join(';')}`;
  const bytes = new TextEncoder().encode(`upn,date,name,done,items\n${row(19)}\n${row(21)}\n`);
  const { entries, report } = await readCaseLog(bytes, genericLog, new Set(['A1']));
  expect(entries.map(({ entry }) => 'items' in entry && entry.items?.length)).toEqual([19]);
  expect(report.problems.map(told)).toEqual([expect.stringMatching(/^row 3, items: x/)]);
});

test('a judgement is a name with yes or no', async () => {
  const { entries } = await read('A2,2023-03-14,,engaged,no,,,,', 'A2,2023-03-15,,engaged,yes,,,,');
  expect(entries.map(({ entry }) => entry)).toMatchObject([
    { kind: 'judgement', name: 'engaged', holds: false },
    { kind: 'judgement', name: 'engaged', holds: true },
  ]);
});

test('the columns that need not be there', async () => {
  const bytes = new TextEncoder().encode('upn,date,name,done\nA1,2023-03-14,written-warning,sent\n');
  expect((await readCaseLog(bytes, genericLog, new Set(['A1']))).entries).toHaveLength(1);
});

test.each([
  ['a pupil of another school', 'A9,2023-03-14,,contact,made,,,,', 'row 2, upn: A9 (unreadable)'],
  ['no such time', 'A1,2023-03-14,25:00,contact,made,,,,', 'row 2, time: 25:00 (unreadable)'],
  ['a last day alone', 'A1,2023-03-14,,leave,asked,,2023-04-01,,', 'row 2, to: 2023-04-01 (unreadable)'],
  [
    'an end before its start',
    'A1,2023-03-14,,leave,asked,2023-04-02,2023-04-01,,',
    'row 2, to: 2023-04-01 (unreadable)',
  ],
  ['words that are no name', 'A1,2023-03-14,,We rang,made,,,,', 'row 2, name: We rang (unreadable)'],
  ['no date', 'A1,,,contact,made,,,,', 'row 2, date: a blank (unreadable)'],
])('%s: the row is told and left out', async (_, row, problem) => {
  const reading = await read(row, 'A2,2023-03-14,,contact,made,,,,');
  expect(reading.told).toEqual([problem]);
  expect(reading.entries.map(({ upn }) => upn)).toEqual(['A2']);
});
