import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { adultsCsv, calendarYaml, desk, marksCsv, staffYaml } from './att.ts';

/** A store that holds nothing but a CSV of the generic profile and a calendar. */
const bare = desk();
beforeAll(async () => {
  bare.write('marks.csv', marksCsv(15));
  bare.write('cal.yaml', calendarYaml);
  const ran = await bare.att(
    'import',
    'marks.csv',
    '--school',
    'widnes-academy',
    '--profile',
    'generic',
    '--calendar',
    'cal.yaml',
  );
  expect([ran.exit, ran.err]).toEqual([0, '']);
  expect(ran.out).toContain('widnes-academy follows the policy widnes (by its name)');
  expect(ran.out).toContain('1 pupil added\n  38 marks added');
});

test('a register and a calendar are enough for an answer', async () => {
  const ran = await bare.att(
    'ask',
    'stage for Jo Bloggs',
    '--as-at',
    '2024-03-28',
    '--school',
    'widnes',
    '--format',
    'json',
  );
  expect([ran.exit, ran.err]).toEqual([0, '']);
  const answer = JSON.parse(ran.out) as Record<string, unknown>;
  expect(answer).toMatchObject({
    kind: 'finding',
    school: 'widnes-academy',
    policy: { id: 'widnes', inForce: { from: '2023-11-22', to: null } },
    asAt: '2024-03-28',
    registerTo: { date: '2024-03-28', session: 'PM' },
    bands: [],
    shown: { name: 'Jo Bloggs', registrationGroup: '5B' },
  });
  const [ladder] = answer['ladders'] as Record<string, unknown>[];
  expect(ladder).toMatchObject({
    id: 'support-map',
    stage: { id: 'serious', title: 'Serious concerns' },
    since: '2024-03-12',
    count: { value: '15/2', shown: '7.5', unit: 'days absent' },
    next: { stage: { id: 'high-risk' }, needs: { value: '5/2' } },
    cite: 'Attendance Support Map, 7 days',
  });
  const lists = [
    'ladders',
    'thresholds',
    'bands',
    'rewards',
    'duties',
    'options',
    'letters',
    'bars',
    'undetermined',
    'reasons',
  ];
  expect(lists.filter((each) => !Array.isArray(answer[each]))).toEqual([]);
});

test('the answer in words names the day and how fresh the register is', async () => {
  const ran = await bare.att('ask', 'Bloggs, Jo stage');
  expect(ran.out).toContain('Jo Bloggs (5B): Serious concerns since 12 March 2024\n');
  expect(ran.out).toContain('As at Thursday 28 March 2024 · Register to Thursday 28 March 2024 PM');
});

test('the same file again changes nothing', async () => {
  const ran = await bare.att('import', 'marks.csv', '--school', 'widnes-academy', '--profile', 'generic');
  expect([ran.exit, ran.out]).toEqual([0, 'marks.csv imported\n  38 marks unchanged\n']);
});

test('a rehearsal says what would change, and changes nothing', async () => {
  bare.write('later.csv', marksCsv(16));
  const ran = await bare.att('import', 'later.csv', '--school', 'widnes-academy', '--profile', 'generic', '--dry-run');
  expect(ran.out).toBe('later.csv would be imported; nothing was changed\n  1 mark amended\n  37 marks unchanged\n');
  expect((await bare.att('ask', 'stage for Jo')).out).toContain('7.5');
});

test('a file that does not read is refused, and leaves no school behind', async () => {
  bare.write('bad.csv', 'name,mark\nJo,O\n');
  const ran = await bare.att(
    'import',
    'bad.csv',
    '--school',
    'ditton',
    '--policy',
    'widnes',
    '--profile',
    'generic',
    '--calendar',
    'cal.yaml',
  );
  expect(ran.exit).toBe(1);
  expect(ran.out).toContain('bad.csv was refused; nothing of it was taken');
  expect((await bare.att('ask', 'stage for Jo', '--school', 'ditton')).err).toContain('it is taken for “ditton”');
});

test('a letter is refused for want of a judgement, then drafted, approved and written', async () => {
  const office = desk();
  office.write('marks.csv', marksCsv(15));
  office.write('cal.yaml', calendarYaml);
  office.write('adults.csv', adultsCsv);
  office.write('staff.yaml', staffYaml);
  const att = (...args: string[]) => office.att(...args, '--store', 'att.db');
  await att('import', 'marks.csv', '--school', 'widnes', '--profile', 'generic', '--calendar', 'cal.yaml');
  await att('import', 'adults.csv', '--school', 'widnes', '--profile', 'generic-adults');
  const refused = await att('letter', 'stage-2-letter', '--for', 'Jo Bloggs');
  expect([refused.exit, refused.out.split('\n')[0]]).toEqual([
    1,
    'Stage 2 letter for Jo Bloggs (5B) waits: something must be known first.',
  ]);
  expect((await att('ask', 'engaged no for Jo Bloggs')).out).toContain('Stage 2 letter is due since 12 March 2024');
  const written = await att('letter', 'stage-2-letter', '--for', 'Jo Bloggs', '--out', 'letters');
  expect([written.exit, written.err]).toEqual([0, '']);
  expect(readdirSync(join(office.folder, 'letters')).map((name) => name.replace(/[0-9A-F]{6}/, '…'))).toEqual([
    'stage-2-letter-ATT-2024-….docx',
    'stage-2-letter-ATT-2024-….pdf',
  ]);
  const tutor = await att('ask', 'stage for Jo Bloggs', '--as', 'tutor-1a', '--format', 'json');
  expect((JSON.parse(tutor.out) as { kind: string }).kind).toBe('not found');
});
