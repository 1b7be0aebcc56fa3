import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ascensionPlan } from '../../../bot/sample-school/ascension-plan.ts';
import { bramhallPlan } from '../../../bot/sample-school/bramhall-plan.ts';
import { generateSchools } from '../../../bot/sample-school/generate.ts';
import { importSamples, makeSamples, wantsSamples } from '../../../bot/serve-sample.ts';
import { openStore } from '../../../bot/store/open-database.ts';
import type { Store } from '../../../bot/store/store.ts';
import { formatIsoDay } from '../../../register/day.ts';
import { codes } from '../../support/code-table.ts';

const plans = [ascensionPlan(), bramhallPlan()];
const schools = plans.flatMap((plan) => generateSchools(plan));
let store: Store;
beforeAll(async () => {
  store = await openStore({ path: ':memory:' });
  await importSamples(store, makeSamples(plans), { codes, at: '2026-11-01T10:00:00Z' });
}, 60_000);
afterAll(() => store.close());

describe.each(schools.map((school) => [school.id, school] as const))('%s, brought by its files', (id, school) => {
  test('has the marks of its pupils, and the days on which they were not taken', async () => {
    const marks = await store.marksOfSchool(id);
    const pupils = new Map((await store.pupils(id)).map((pupil) => [pupil.upn, pupil]));
    expect(pupils.size).toBe(school.pupils.length);
    for (const pupil of school.pupils) {
      const held = new Map(
        (marks.get(pupils.get(pupil.upn)!.id) ?? []).map(({ session: { day, half }, code }) => [
          `${day} ${half}`,
          code,
        ]),
      );
      const given = pupil.codes.flatMap((code, index): [string, string][] => {
        const key = `${school.schoolDays[index >> 1]} ${index % 2 === 0 ? 'AM' : 'PM'}`;
        return code === '' ? [] : [[key, code]];
      });
      expect(held).toEqual(new Map(given));
    }
  });

  test('has what is known of them, and of their adults', async () => {
    const adults = await store.adultsOfSchool(id);
    const families = new Map(school.families.map((family) => [family.id, family]));
    const given = new Map(school.pupils.map((pupil) => [pupil.upn, pupil]));
    for (const pupil of await store.pupils(id)) {
      const { family, facts } = given.get(pupil.upn)!;
      expect(pupil.facts).toEqual(facts);
      const names = adults.get(pupil.id)!.map(({ forename, surname }) => `${forename} ${surname}`);
      expect(names).toEqual(families.get(family)!.adults.map(({ forename, surname }) => `${forename} ${surname}`));
    }
  });

  test('has every entry of its log, in order', async () => {
    const logs = await store.caseLogsOfSchool(id);
    for (const { upn, id: pupil } of await store.pupils(id)) {
      const given = school.log.filter((row) => row.upn === upn);
      const held = logs.get(pupil)?.entries ?? [];
      const said = held.map((entry) => `${formatIsoDay(entry.day)} ${entry.name} ${doneOf(entry)}`);
      expect(said).toEqual(given.map(({ day, name, done }) => `${formatIsoDay(day)} ${name} ${done}`));
    }
  });

  test('knew on the day of its first file what that file says, and no more', async () => {
    const first = school.firstFileTo!;
    const then = `${formatIsoDay(first)}T23:00:00Z`;
    const amended = school.pupils.filter(({ earlierCodes }) => (earlierCodes?.size ?? 0) > 0).slice(0, 20);
    for (const { upn, earlierCodes } of amended) {
      const pupil = (await store.pupilByUpn(id, upn))!;
      const known = await store.marksAsKnown(pupil.id, then);
      expect(known.at(-1)!.session.day).toBe(first);
      for (const [index, code] of earlierCodes!) {
        const half = index % 2 === 0 ? 'AM' : 'PM';
        const day = school.schoolDays[index >> 1];
        const mark = known.find(({ session }) => session.day === day && session.half === half);
        expect(mark?.code).toBe(code);
      }
      const log = await store.caseLog(pupil.id, then);
      expect(log.entries.every((entry) => entry.day <= first)).toBe(true);
    }
  });
});

test('two notices stand to the mother alone, by her id', async () => {
  const jenson = (await store.pupils('ascension')).find(({ surname }) => surname === 'Grosvenor')!;
  const [mother] = await store.adultsOf(jenson.id);
  const { entries } = await store.caseLog(jenson.id);
  const issued = entries.filter((entry) => entry.kind === 'act' && entry.done === 'issued');
  expect(issued.map((entry) => entry.kind === 'act' && entry.adult)).toEqual([mother!.id, mother!.id]);
});

test('a store that holds all of them wants none of them again', async () => {
  expect(await wantsSamples(store, plans)).toBe(false);
});

describe('a start that was cut short begins again', () => {
  test.each([
    ['before the log', ['log.csv', 'log-later.csv', 'marks-later.csv']],
    ['before the later marks', ['marks-later.csv']],
  ])('%s', async (_, missing) => {
    const cut = await openStore({ path: ':memory:' });
    const whole = makeSamples([ascensionPlan()]);
    const parts = whole.schools.map((school) => ({
      ...school,
      files: Object.fromEntries(
        Object.entries(school.files).filter(([name]) => !missing.includes(name)),
      ) as typeof school.files,
    }));
    await importSamples(cut, { ...whole, schools: parts }, { codes, at: '2026-11-01T10:00:00Z' });
    expect(await wantsSamples(cut, plans)).toBe(true);
    await cut.close();
  });
});

function doneOf(entry: { readonly kind: string; readonly done?: string; readonly holds?: boolean }): string {
  return entry.kind === 'act' ? entry.done! : entry.holds === true ? 'yes' : 'no';
}
