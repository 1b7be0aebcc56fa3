import { expect, test } from 'vitest';
import { addDays, isoDay } from '../../../register/day.ts';
import type { Mark } from '../../../register/mark.ts';
import { eachStore } from '../../support/stores.ts';
import { batch, firstDay, pupil, withSchool } from '../../support/registers.ts';

/** Marks as the office prints them, without days: enough for a week. */
const printed = (marks: readonly Mark[]): string => marks.map((mark) => mark.code).join('');

const year = { from: firstDay, to: isoDay('2024-07-19'), terms: [], halfTerms: [] };

eachStore((_name, fresh) => {
  test('a first import adds every mark and every pupil', async () => {
    const store = await withSchool((await fresh()).store);
    const outcome = await store.importRegister(batch([pupil('A1', '/\\ OO'), pupil('A2', 'L\\ ./')]));
    expect(outcome).toEqual({
      added: 7,
      amended: 0,
      unchanged: 0,
      quarantined: 0,
      pupilsAdded: 2,
      pupilsChanged: 0,
    });
    const marks = await store.marksOfSchool('widnes');
    const pupils = await store.pupils('widnes');
    expect(pupils.map((each) => [each.upn, printed(marks.get(each.id)!)])).toEqual([
      ['A1', '/\\OO'],
      ['A2', 'L\\/'],
    ]);
    expect((await store.marksOf(pupils[1]!.id))[2]).toEqual({
      session: { day: addDays(firstDay, 1), half: 'PM' },
      code: '/',
      minutesLate: undefined,
      recordedAt: '2024-03-28T09:00:00.000Z',
      amendments: [],
    });
  });

  test('the same batch again changes nothing', async () => {
    const store = await withSchool((await fresh()).store);
    await store.importRegister(batch([pupil('A1', '/\\ OO')]));
    const before = await store.digest('widnes');
    const again = await store.importRegister(batch([pupil('A1', '/\\ OO')], { at: '2024-04-01T09:00:00Z' }));
    expect(again).toMatchObject({ added: 0, amended: 0, unchanged: 4, pupilsAdded: 0, pupilsChanged: 0 });
    expect(await store.digest('widnes')).toBe(before);
  });

  test('a later batch amends, and every earlier entry is kept', async () => {
    const store = await withSchool((await fresh()).store);
    await store.importRegister(batch([pupil('A1', 'N\\')]));
    await store.importRegister(batch([pupil('A1', 'O\\')], { source: 'b.csv', at: '2024-03-29T09:00:00Z' }));
    const last = await store.importRegister(
      batch([pupil('A1', 'I.')], { source: 'c.csv', at: '2024-03-30T09:00:00Z' }),
    );
    expect(last).toMatchObject({ added: 0, amended: 1, unchanged: 0 });
    const [amira] = await store.pupils('widnes');
    expect(await store.marksOf(amira!.id)).toMatchObject([
      {
        code: 'I',
        recordedAt: '2024-03-30T09:00:00.000Z',
        amendments: [
          { original: 'N', amended: 'O', reason: 'import of b.csv', at: '2024-03-29T09:00:00.000Z', by: 'office' },
          { original: 'O', amended: 'I', reason: 'import of c.csv', at: '2024-03-30T09:00:00.000Z', by: 'office' },
        ],
      },
      { code: '\\', amendments: [] },
    ]);
  });

  test('the register as it was known at an instant', async () => {
    const store = await withSchool((await fresh()).store);
    await store.importRegister(batch([pupil('A1', 'N\\')]));
    await store.importRegister(batch([pupil('A1', 'O\\ II')], { at: '2024-03-30T09:00:00Z' }));
    const [amira] = await store.pupils('widnes');
    const asKnown = async (at: string): Promise<string> => printed(await store.marksAsKnown(amira!.id, at));
    expect(await asKnown('2024-03-28T08:59:59Z')).toBe('');
    expect(await asKnown('2024-03-28T09:00:00Z')).toBe('N\\');
    expect(await asKnown('2024-03-30T08:59:59Z')).toBe('N\\');
    expect(await asKnown('2024-03-30T10:00:00+01:00')).toBe('O\\II');
    expect((await store.marksAsKnown(amira!.id, '2024-03-29T00:00:00Z'))[0]).toMatchObject({
      recordedAt: '2024-03-28T09:00:00.000Z',
      amendments: [],
    });
  });

  test('two marks for present, one in place of the other, amend nothing', async () => {
    const store = await withSchool((await fresh()).store);
    const alike = [['/', '\\']];
    await store.importRegister(batch([pupil('A1', '/\\')]));
    const outcome = await store.importRegister(batch([pupil('A1', '\\/')], { alike }));
    expect(outcome).toMatchObject({ added: 0, amended: 0, unchanged: 2 });
  });

  test('minutes late come later without a change of code', async () => {
    const store = await withSchool((await fresh()).store);
    const late = (minutesLate: number | undefined) =>
      batch([pupil('A1', '', { marks: [{ session: { day: firstDay, half: 'AM' }, code: 'L', minutesLate }] })]);
    await store.importRegister(late(undefined));
    expect(await store.importRegister(late(12))).toMatchObject({ amended: 1 });
    expect(await store.importRegister(late(undefined))).toMatchObject({ amended: 0, unchanged: 1 });
    const [amira] = await store.pupils('widnes');
    expect(await store.marksOf(amira!.id)).toMatchObject([{ code: 'L', minutesLate: 12 }]);
  });

  test('a rehearsal counts as an import would, and changes nothing', async () => {
    const store = await withSchool((await fresh()).store);
    await store.importRegister(batch([pupil('A1', 'N\\')]));
    const before = await store.digest('widnes');
    const outcome = await store.rehearseImport(batch([pupil('A1', 'O\\ II'), pupil('A2', '//')]));
    expect(outcome).toMatchObject({ added: 4, amended: 1, unchanged: 1, pupilsAdded: 1 });
    expect(await store.digest('widnes')).toBe(before);
    expect(await store.pupils('widnes')).toHaveLength(1);
  });

  test('an import into a school that is not there is refused', async () => {
    const { store } = await fresh();
    await expect(store.importRegister(batch([pupil('A1', '/\\')]))).rejects.toMatchObject({ code: 'no such school' });
  });

  test('a later file brings a new group; an empty cell leaves what stood there', async () => {
    const store = await withSchool((await fresh()).store);
    const first = pupil('A1', '/\\');
    await store.importRegister(batch([first]));
    const details = { ...first.details, registrationGroup: '6A', yearGroup: '', dateOfBirth: undefined };
    expect(await store.importRegister(batch([{ ...first, details }]))).toMatchObject({ pupilsChanged: 1 });
    expect(await store.pupilByUpn('widnes', 'A1')).toMatchObject({
      registrationGroup: '6A',
      yearGroup: '5',
      dateOfBirth: first.details.dateOfBirth,
    });
  });

  test('an unknown code waits in quarantine once, until a known code comes for its session', async () => {
    const store = await withSchool((await fresh()).store);
    const unknown = pupil('A1', '.\\', {
      quarantined: [{ session: { day: firstDay, half: 'AM' }, code: 'QQ', row: 2 }],
    });
    expect(await store.importRegister(batch([unknown]))).toMatchObject({ added: 1, quarantined: 1 });
    expect(await store.importRegister(batch([unknown]))).toMatchObject({ added: 0, quarantined: 0 });
    expect(await store.quarantine('widnes')).toMatchObject([
      { code: 'QQ', row: 2, source: 'register.csv', session: { half: 'AM' }, settledAt: undefined },
    ]);
    await store.importRegister(batch([pupil('A1', 'I\\')], { at: '2024-03-30T09:00:00Z' }));
    expect(await store.quarantine('widnes')).toMatchObject([{ settledAt: '2024-03-30T09:00:00.000Z' }]);
  });

  test('how fresh a register is: the last session of a school day with a mark, and the last import', async () => {
    const store = await withSchool((await fresh()).store);
    expect(await store.registerTo('widnes')).toEqual({ session: undefined, importedAt: undefined });
    const closed = { from: addDays(firstDay, 2), to: addDays(firstDay, 2), why: 'Training' };
    await store.saveSchoolYear('widnes', { ...year, closures: [closed] });
    await store.importRegister(batch([pupil('A1', '/\\ /. //'), pupil('A2', '/\\')]));
    const tuesdayMorning = { day: addDays(firstDay, 1), half: 'AM' };
    expect(await store.registerTo('widnes')).toEqual({
      session: tuesdayMorning,
      importedAt: '2024-03-28T09:00:00.000Z',
    });
    expect((await store.registerTo('widnes', firstDay)).session).toEqual({ day: firstDay, half: 'PM' });
    expect((await store.registerTo('widnes', addDays(firstDay, -1))).session).toBeUndefined();
    await store.saveSchoolYear('widnes', { ...year, closures: [] });
    expect((await store.registerTo('widnes')).session).toEqual({ day: addDays(firstDay, 2), half: 'PM' });
  });

  test('how fresh a register was, as known at an instant', async () => {
    const store = await withSchool((await fresh()).store);
    await store.importRegister(batch([pupil('A1', '/\\')], { at: '2024-03-04T16:00:00Z' }));
    await store.importRegister(batch([pupil('A1', '/\\ O\\'), pupil('A2', '/.')], { at: '2024-03-05T16:00:00Z' }));
    const known = (at: string, upTo?: typeof firstDay) => store.registerTo('widnes', upTo, at);
    expect(await known('2024-03-04T15:59:59Z')).toEqual({ session: undefined, importedAt: undefined });
    expect(await known('2024-03-04T16:00:00Z')).toEqual({
      session: { day: firstDay, half: 'PM' },
      importedAt: '2024-03-04T16:00:00.000Z',
    });
    expect((await known('2024-03-06T00:00:00Z')).session).toEqual({ day: addDays(firstDay, 1), half: 'PM' });
    expect((await known('2024-03-06T00:00:00Z', firstDay)).session).toEqual({ day: firstDay, half: 'PM' });
  });

  test('imports at once into one register leave it as one after the other would', async () => {
    const store = await withSchool((await fresh()).store);
    const files = ['/\\', 'OO', 'II', 'L\\', 'NN'].map((week, index) =>
      batch([pupil('A1', week), pupil('A2', week)], { source: `${index}.csv`, at: `2024-03-28T09:00:0${index}Z` }),
    );
    await Promise.all(files.map((file) => store.importRegister(file)));
    for (const marks of (await store.marksOfSchool('widnes')).values()) {
      for (const mark of marks) {
        const chain = mark.amendments.map((each) => each.original);
        expect([...chain.slice(1), mark.code]).toEqual(mark.amendments.map((each) => each.amended));
      }
      expect(marks[0]!.amendments).toHaveLength(4);
    }
  });
});

test('one register has one digest, on either database and under any ids', async () => {
  const digests: string[] = [];
  const { openStore } = await import('../../../bot/store/open-database.ts');
  const { freshSchema } = await import('../../support/postgres.ts');
  for (const place of [{ path: ':memory:' }, { databaseUrl: await freshSchema() }]) {
    const store = await withSchool(await openStore(place));
    await store.importRegister(batch([pupil('a1', 'N\\'), pupil('B1', 'OO'), pupil('é1', '/\\')]));
    await store.importRegister(batch([pupil('a1', 'O\\')], { at: '2024-03-30T09:00:00Z' }));
    digests.push(await store.digest('widnes'));
    await store.close();
  }
  expect(digests[0]).toMatch(/^[0-9a-f]{64}$/);
  expect(digests[1]).toBe(digests[0]);
});
