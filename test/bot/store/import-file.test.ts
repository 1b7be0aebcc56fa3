import { expect, test } from 'vitest';
import { importCalendar } from '../../../bot/store/import-calendar.ts';
import { importFile } from '../../../bot/store/import-file.ts';
import type { FileImport } from '../../../bot/store/import-file.ts';
import type { Store } from '../../../bot/store/store.ts';
import { genericAdults, genericGroups, genericLog, genericLong } from '../../../register/import/profile.ts';
import type { Profile } from '../../../register/import/profile.ts';
import { codes } from '../../support/code-table.ts';
import { amira, calendar, longHeading, told } from '../../support/import-file.ts';
import { withSchool } from '../../support/registers.ts';
import { eachStore } from '../../support/stores.ts';

interface How {
  readonly at?: string;
  readonly name?: string;
  readonly profile?: Profile;
  readonly dryRun?: boolean;
}

function take(store: Store, text: string, how: How = {}): Promise<FileImport> {
  return importFile(store, {
    school: 'widnes',
    name: 'march.csv',
    bytes: new TextEncoder().encode(text),
    profile: genericLong,
    codes,
    by: 'office',
    at: '2024-03-28T09:00:00Z',
    ...how,
  });
}

async function withCalendar(store: Store): Promise<Store> {
  await withSchool(store);
  await store.saveSchoolYear('widnes', calendar.years[0]!);
  return store;
}

const register = amira('2023-09-04,AM,/,', '2023-09-04,PM,N,', '2023-09-05,AM,L,7', '2023-09-05,PM,-,');

eachStore((_name, fresh) => {
  test('a file of marks, and the same file again', async () => {
    const store = await withCalendar((await fresh()).store);
    const first = await take(store, register);
    expect(first).toMatchObject({
      kind: 'imported',
      report: { counts: { rows: 4, pupils: 1, marks: 3, notTaken: 1 }, problems: [] },
      outcome: { added: 3, amended: 0, unchanged: 0, pupilsAdded: 1 },
    });
    const digest = await store.digest('widnes');
    const again = await take(store, register, { at: '2024-04-02T09:00:00Z' });
    expect(again.outcome).toMatchObject({ added: 0, amended: 0, unchanged: 3, pupilsAdded: 0, pupilsChanged: 0 });
    expect(await store.digest('widnes')).toBe(digest);
  });

  test('a later file corrects an earlier mark; a blank takes none away', async () => {
    const store = await withCalendar((await fresh()).store);
    await take(store, register);
    const later = await take(store, amira('2023-09-04,PM,O,', '2023-09-04,AM,,'), {
      at: '2024-04-02T09:00:00Z',
      name: 'april.csv',
    });
    expect(later.outcome).toMatchObject({ added: 0, amended: 1 });
    expect(later.report.problems.map(told)).toEqual(['row 3: a blank (not taken)']);
    const amiraKhan = await store.pupilByUpn('widnes', 'A1');
    expect(await store.marksOf(amiraKhan!.id)).toMatchObject([
      { code: '/', amendments: [] },
      { code: 'O', amendments: [{ original: 'N', amended: 'O', reason: 'import of april.csv', by: 'office' }] },
      { code: 'L', minutesLate: 7 },
    ]);
  });

  test('an unknown code is set aside, told each time, and settled by a later file', async () => {
    const store = await withCalendar((await fresh()).store);
    const unknown = await take(store, amira('2023-09-04,AM,QQ,'));
    expect(unknown.outcome).toMatchObject({ added: 0, quarantined: 1, pupilsAdded: 1 });
    const again = await take(store, amira('2023-09-04,AM,QQ,'));
    expect(again.outcome.quarantined).toBe(0);
    expect(again.report.problems.map(told)).toEqual(['row 2, code: QQ (unknown code)']);
    await take(store, amira('2023-09-04,AM,I,'), { at: '2024-04-02T09:00:00Z' });
    expect(await store.quarantine('widnes')).toMatchObject([{ code: 'QQ', settledAt: '2024-04-02T09:00:00.000Z' }]);
  });

  test('an unknown code leaves the mark that stands', async () => {
    const store = await withCalendar((await fresh()).store);
    await take(store, register);
    const before = await store.digest('widnes');
    await take(store, amira('2023-09-04,AM,QQ,'));
    expect(await store.digest('widnes')).toBe(before);
  });

  test('marks of a closure, and of days off roll, are kept and told', async () => {
    const store = await withCalendar((await fresh()).store);
    await take(store, register);
    const { id: _id, ...pupil } = (await store.pupilByUpn('widnes', 'A1'))!;
    await store.savePupil({ ...pupil, onRollTo: calendar.schoolDays[2] });
    const { report, outcome } = await take(store, amira('2023-09-06,AM,/,', '2023-09-12,AM,/,'));
    expect(outcome.added).toBe(2);
    expect(report.counts.notCounted).toBe(2);
    expect(report.problems.map(told)).toEqual([
      'row 2, code: a mark on 6 September 2023: Training (not counted)',
      'row 3, code: a mark on 12 September 2023: the pupil was off roll (not counted)',
    ]);
  });

  test('without a calendar marks are kept, and the report asks for one', async () => {
    const store = await withSchool((await fresh()).store);
    const { report, outcome } = await take(store, register);
    expect(outcome.added).toBe(3);
    expect(report.problems.map(told)).toEqual(['file: no calendar of the school (not counted)']);
  });

  test('a dry run tells what would change, and changes nothing', async () => {
    const store = await withCalendar((await fresh()).store);
    const { kind, outcome } = await take(store, register, { dryRun: true });
    expect([kind, outcome.added]).toEqual(['rehearsed', 3]);
    expect(await store.pupils('widnes')).toEqual([]);
    expect((await store.registerTo('widnes')).importedAt).toBeUndefined();
  });

  const bad: readonly [name: string, text: string][] = [
    ['other columns', 'pupil,mark\nAmira,O\n'],
    ['half a row at the end', register.replaceAll(/[/NL](?=,\d*\n)/g, 'O').slice(0, -9)],
    ['half a row', amira('2023-09-04')],
    ['a date that does not exist', amira('2023-02-30,AM,O,')],
    ['a code that does not exist', amira('2023-09-04,AM,?!,')],
    ['noise after a good heading', `${longHeading}\n${'qw er,ty\nui\0op,"'.repeat(5_000)}`],
  ];
  for (const [name, text] of bad) {
    test(`bad CSV, ${name}: a report, and the register as it was`, async () => {
      const store = await withCalendar((await fresh()).store);
      await take(store, register);
      const before = [await store.digest('widnes'), await store.pupils('widnes')];
      const { report } = await take(store, text, { at: '2024-04-02T09:00:00Z' });
      expect(report.problems.length).toBeGreaterThan(0);
      expect([await store.digest('widnes'), await store.pupils('widnes')]).toEqual(before);
    });
  }

  test('a calendar: rehearsed, refused, taken', async () => {
    const store = await withSchool((await fresh()).store);
    const text = 'school: any\nstart: 2023-09-04\nend: 2024-07-19\n';
    expect((await importCalendar(store, 'widnes', text, { dryRun: true })).kind).toBe('read');
    expect((await importCalendar(store, 'widnes', text.replace('2024', '2022'))).kind).toBe('refused');
    expect(await store.calendar('widnes')).toBeUndefined();
    await importCalendar(store, 'widnes', text);
    expect((await store.calendar('widnes'))!.schoolDays).toHaveLength(230);
  });

  test('adults of a pupil: taken, changed, taken away', async () => {
    const store = await withCalendar((await fresh()).store);
    await take(store, register);
    const heading = genericAdults.columns.map((column) => column.heading).join(',');
    const nadia = 'A1,F1,Mrs,Nadia,Khan,mother,yes,yes,1 High Street,,,Widnes,WA8 1AA,no';
    const omar = 'A1,F1,Mr,Omar,Khan,father,yes,no,2 Low Street,,,Widnes,WA8 1AB,no';
    const adults = (how: How, ...rows: string[]): Promise<FileImport> =>
      take(store, `${[heading, ...rows].join('\n')}\n`, { profile: genericAdults, ...how });
    const pupil = (await store.pupilByUpn('widnes', 'A1'))!;

    expect((await adults({ dryRun: true }, nadia, omar)).outcome.adultsChanged).toBe(2);
    expect(await store.adultsOf(pupil.id)).toEqual([]);
    expect((await adults({}, nadia, omar)).outcome.adultsChanged).toBe(2);
    expect((await adults({}, nadia, omar)).outcome.adultsChanged).toBe(0);
    const [before] = await store.adultsOf(pupil.id);
    expect((await adults({}, nadia.replace('1 High', '3 High'))).outcome.adultsChanged).toBe(2);
    expect(await store.adultsOf(pupil.id)).toMatchObject([
      { id: before!.id, forename: 'Nadia', address: ['3 High Street', 'Widnes'], parentalResponsibility: true },
    ]);
    expect((await store.adultsOfSchool('widnes')).get(pupil.id)).toHaveLength(1);
    expect((await store.pupilsOfFamily('widnes', 'F1')).map((each) => each.upn)).toEqual(['A1']);
  });

  test('facts of a pupil: set, unknown again, and those of other columns left alone', async () => {
    const store = await withCalendar((await fresh()).store);
    await take(store, register);
    const pupil = (await store.pupilByUpn('widnes', 'A1'))!;
    await store.setPupilFact(pupil.id, 'summer-born', true);
    const groups = (how: How, ...lines: string[]): Promise<FileImport> =>
      take(store, `${lines.join('\n')}\n`, { profile: genericGroups, ...how });
    const facts = async () => (await store.pupil(pupil.id))!.facts;

    expect((await groups({ dryRun: true }, 'upn,send,young-carer', 'A1,yes,no')).outcome.factsChanged).toBe(2);
    expect(await facts()).toEqual({ 'summer-born': true });
    expect((await groups({}, 'upn,send,young-carer', 'A1,yes,no')).outcome.factsChanged).toBe(2);
    expect((await groups({}, 'upn,send,young-carer', 'A1,yes,no')).outcome.factsChanged).toBe(0);
    expect((await groups({}, 'upn,send', 'A1,')).outcome.factsChanged).toBe(1);
    expect(await facts()).toEqual({ 'summer-born': true, 'young-carer': false });
    // A register read again knows nothing of groups, and takes none away.
    await take(store, register, { at: '2024-04-02T09:00:00Z' });
    expect(await facts()).toEqual({ 'summer-born': true, 'young-carer': false });
  });

  test('a case log: recorded in its order, and the same file again adds nothing', async () => {
    const store = await withCalendar((await fresh()).store);
    await take(store, register);
    const pupil = (await store.pupilByUpn('widnes', 'A1'))!;
    const log = 'upn,date,name,done,by\nA1,2024-03-04,stage-1-letter,sent,head\nA1,2024-03-11,engaged,no,\n';

    expect((await take(store, log, { profile: genericLog, dryRun: true })).outcome.recorded).toBe(2);
    expect((await store.caseLog(pupil.id)).entries).toEqual([]);
    expect((await take(store, log, { profile: genericLog })).outcome.recorded).toBe(2);
    const { entries } = await store.caseLog(pupil.id);
    expect(entries).toMatchObject([
      { kind: 'act', name: 'stage-1-letter', done: 'sent', by: 'head', recordedAt: '2024-03-28T09:00:00.000Z' },
      { kind: 'judgement', name: 'engaged', holds: false, by: 'office' },
    ]);
    await store.undo(entries[0]!.id, { by: 'head', at: '2024-03-28T10:00:00Z', reason: 'not posted' });
    const again = await take(store, `${log}A1,2024-03-12,stage-1-letter,sent,head\n`, { profile: genericLog });
    expect(again.outcome.recorded).toBe(1);
    expect((await store.caseHistory(pupil.id)).map(({ entry }) => entry.name)).toEqual([
      'stage-1-letter',
      'engaged',
      'stage-1-letter',
    ]);
  });
});
