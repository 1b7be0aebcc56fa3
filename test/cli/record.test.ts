import { beforeAll, describe, expect, test } from 'vitest';
import { adultsCsv, calendarYaml, desk, marksCsv } from './att.ts';
import type { Ran } from './att.ts';

const { att, write } = desk();

beforeAll(async () => {
  write('marks.csv', marksCsv(17));
  write('calendar.yaml', calendarYaml);
  const { err } = await att(
    'import',
    'marks.csv',
    '--school',
    'widnes',
    '--profile',
    'generic',
    '--calendar',
    'calendar.yaml',
  );
  expect(err).toBe('');
});

/** Records of Jo Bloggs, as data. */
async function record(
  ...args: string[]
): Promise<{ readonly exit: number; readonly data: Recorded; readonly ran: Ran }> {
  const ran = await att('record', ...args, '--for', 'Jo Bloggs', '--format', 'json');
  return { exit: ran.exit, data: ran.out === '' ? ({} as Recorded) : (JSON.parse(ran.out) as Recorded), ran };
}

interface Recorded {
  readonly kind: string;
  readonly entry: Readonly<Record<string, unknown>> & { readonly id: string };
}

async function kept(): Promise<readonly string[]> {
  const { out } = await att('log', '--for', 'Jo Bloggs', '--format', 'json');
  const { entries } = JSON.parse(out) as { readonly entries: readonly Readonly<Record<string, unknown>>[] };
  return entries.map(({ day, name, done, holds, undone }) =>
    [day, name, done ?? (holds === true ? 'yes' : 'no'), ...(undone === null ? [] : ['undone'])].join(' '),
  );
}

test('what was done is recorded, shown back and undone, and the log keeps both', async () => {
  const sent = await record('stage-1-letter sent', '--on', '2024-03-01', '--note', 'by post');
  expect([sent.exit, sent.data.kind]).toEqual([0, 'recorded']);
  expect(sent.data.entry).toMatchObject({ name: 'stage-1-letter', done: 'sent', day: '2024-03-01', note: 'by post' });
  const called = await record('called parents', '--at', '09:20');
  expect(called.data.entry).toMatchObject({ name: 'call', done: 'made', day: '2024-03-28', time: '09:20' });
  const judged = await record('engaged', 'no');
  expect(judged.data.entry).toMatchObject({ name: 'engaged', holds: false });
  const leave = await record('leave asked', '--about', '2024-05-07..2024-05-10');
  expect(leave.data.entry['about']).toEqual({ from: '2024-05-07', to: '2024-05-10' });

  const undone = await att('record', '--undo', called.data.entry.id);
  expect([undone.exit, undone.out.split('\n')[0]]).toEqual([0, 'Undone for Jo Bloggs (5B): call made']);
  expect(await kept()).toEqual([
    '2024-03-28 term-time-leave asked',
    '2024-03-28 engaged no',
    '2024-03-28 call made undone',
    '2024-03-01 stage-1-letter sent',
  ]);
});

test('what cannot be recorded is told with what is known, and nothing is kept', async () => {
  const before = await kept();
  const wrong = await att('record', 'stage 1 leter sent', '--for', 'Jo Bloggs');
  expect([wrong.exit, wrong.out]).toEqual([2, expect.stringContaining('Did you mean: “stage 1 letter sent”')]);
  const several = await att('record', 'letter sent', '--for', 'Jo Bloggs');
  expect([several.exit, several.out]).toEqual([2, expect.stringContaining('- Stage 2 letter sent')]);
  expect((await record('leave asked')).exit).toBe(1);
  expect((await record('engaged')).exit).toBe(1);
  expect((await att('record', 'called parents', '--for', 'Joe Blogs')).out).toContain(
    'Do you mean Jo Bloggs (5B, year 5)?',
  );
  expect((await att('record', 'called parents', '--for', 'Nobody')).exit).toBe(1);
  expect(await kept()).toEqual(before);
});

test.each([
  [['called parents'], 'say what was done and of whom'],
  [['called parents', '--for', 'Jo', '--at', 'noon'], '--at is “noon”, which is no time'],
  [['called parents', '--for', 'Jo', '--on', '4 March'], '--on is “4 March”, which is no day'],
  [['leave asked', '--for', 'Jo', '--about', '2024-05-10..2024-05-07'], 'which is no run of days'],
  [['called parents', '--for', 'Jo', '--session', 'noon'], '--session is “noon”'],
  [['--undo', 'nothing'], 'no entry has the id “nothing”'],
])('wrong use: %j', async (args, words) => {
  const { exit, err } = await att('record', ...args);
  expect([exit, err]).toEqual([2, expect.stringContaining(words)]);
});

test('what the school itself did is recorded without --for, shown back and undone, and the log keeps both', async () => {
  const made = await att(
    'record',
    'weekly figures made',
    '--school',
    'widnes',
    '--on',
    '2024-03-22',
    '--format',
    'json',
  );
  const { kind, pupil, entry } = JSON.parse(made.out) as Recorded & { readonly pupil: unknown };
  expect([made.exit, kind, pupil, entry['name'], entry['day']]).toEqual([
    0,
    'recorded',
    null,
    'weekly-figures',
    '2024-03-22',
  ]);
  expect((await att('log', '--school', 'widnes')).out).toContain(`${entry.id}  22 March 2024:`);
  const undone = await att('record', '--undo', entry.id);
  expect([undone.exit, undone.out]).toEqual([0, expect.stringContaining('Undone for ')]);
  const log = JSON.parse((await att('log', '--format', 'json')).out) as { entries: { undone: unknown }[] };
  expect(log.entries.map((each) => each.undone !== null)).toEqual([true]);
  const near = await att('record', 'weekly figurs');
  expect([near.exit, near.out]).toEqual([2, expect.stringContaining('“weekly figures made”')]);
});

describe('whom it concerns and what for', () => {
  beforeAll(async () => {
    write(
      'adults.csv',
      `${adultsCsv}${adultsCsv.split('\n')[1]!.replace('Ms,Ada,Bloggs,mother', 'Mr,Ben,Bloggs,father')}\n`,
    );
    const { err } = await att('import', 'adults.csv', '--school', 'widnes', '--profile', 'generic-adults');
    expect(err).toBe('');
  });

  test.each([
    [['penalty notice issued', '--to', 'mother'], 'Ms Bloggs'],
    [['penalty notice issued', '--to', 'Ben'], 'Mr Bloggs'],
    [['penalty notice received by Mr Bloggs'], 'Mr Bloggs'],
    [['penalty notice paid', '--to', 'both parents'], null],
  ])('%j', async (args, called) => {
    const { exit, data } = await record(...args);
    expect([exit, data.entry['adult']]).toEqual([0, called === null ? null : expect.objectContaining({ called })]);
  });

  test.each([
    ['penalty notice issued', 2, 'Which parent of Jo Bloggs (5B) does it concern?'],
    ['penalty notice issued to Mr Nobody', 1, 'No adult of Jo Bloggs (5B) is recorded as “Mr Nobody”.'],
  ])('“%s” keeps nothing', async (words, exit, said) => {
    const before = await kept();
    const ran = await att('record', words, '--for', 'Jo Bloggs');
    expect([ran.exit, ran.out]).toEqual([exit, expect.stringContaining(said)]);
    expect(await kept()).toEqual(before);
  });

  test('what leave is for, by a flag or in the words', async () => {
    const flag = await record('leave refused', '--purpose', 'a wedding');
    expect(flag.data.entry).toMatchObject({ purpose: 'a wedding', note: '' });
    const words = await record('leave granted for a funeral', '--about', '2024-05-13..2024-05-14');
    expect(words.data.entry).toMatchObject({ purpose: 'a funeral', note: '' });
  });

  test('a length where none is chosen', async () => {
    const { exit, out } = await att('record', 'penalty notice issued', '--lasting', '4 weeks', '--for', 'Jo Bloggs');
    expect([exit, out]).toEqual([1, expect.stringContaining('No length is chosen here: Penalty Notice issued.')]);
    expect((await att('record', 'called parents', '--lasting', 'long', '--for', 'Jo')).exit).toBe(2);
  });
});

test('a session is kept with what it is about', async () => {
  const noted = await record('absence reported', '--on', '2024-03-22', '--session', 'PM');
  expect([noted.exit, noted.data.entry['half']]).toEqual([0, 'PM']);
  expect((await att('log', '--for', 'Jo Bloggs')).out).toContain('22 March 2024 PM: absence reported');
});

test('what can be recorded, by the school’s policy', async () => {
  const { out } = await att('record', '--list');
  expect(out).toContain('  engaged  (parents engage with support)\n');
  expect(out).toContain('  stage 1 letter sent\n');
  expect(out).toContain('  term time leave asked  (--about FROM..TO; --purpose if said)\n');
  expect(out).toContain('  penalty notice issued  (--to PARENT)\n');
  expect(out).toContain('Of the school itself, without --for:\n');
  const { events } = JSON.parse((await att('record', '--list', '--format', 'json')).out) as {
    events: { name: string }[];
  };
  expect(events.map(({ name }) => name)).toContain('halton.ews-referral');
});
