import { describe, expect, test } from 'vitest';
import { groupedBy, mapColumn, sample, tallies } from './sample.ts';

const seeds = [20_240_328, 1, 2, 3, 4];
const easter = '2024-03-28';
const yearEnd = '2024-07-19';

describe('Amira Khan', () => {
  test.each(seeds)('is absent 8.5 days by 28 March 2024: serious concerns (seed %i)', (seed) => {
    const amira = tallyOf(seed, easter);
    expect(amira).toMatchObject({ registrationGroup: '5B', absent: 17, unauthorised: 5 });
    expect(mapColumn(amira.absent / 2)).toBe(2);
  });

  test.each([
    ['2024-01-29', 6],
    ['2024-01-30', 7],
    ['2024-07-19', 9.5],
  ])('on %s she has been absent %d days', (day, days) => {
    expect(tallyOf(seeds[0]!, day).absent / 2).toBe(days);
  });

  test('her absence is a mixture of codes, half days among them', () => {
    const rows = sample().marks.filter((row) => row['forename'] === 'Amira' && row['date']! <= easter);
    const codes = rows.map((row) => row['code']!).filter((code) => !['/', '\\', 'L', 'V', ''].includes(code));
    expect([...new Set(codes)].sort()).toEqual(['I', 'M', 'O', 'U']);
    expect(codes.length % 2).toBe(1);
  });
});

describe.each(seeds)('absence at the levels of Halton’s framework (seed %i)', (seed) => {
  const pupils = tallies(sample(seed).marks, yearEnd);
  const flagged = new Map(sample(seed).school.pupils.map((pupil) => [pupil.upn, pupil]));
  const shareOf = (some: typeof pupils) => some.filter((pupil) => isPersistent(pupil)).length / some.length;

  test('attendance is that of its primary schools, 93.45%, within a quarter of a point', () => {
    const possible = pupils.reduce((sum, pupil) => sum + pupil.possible, 0);
    const absent = pupils.reduce((sum, pupil) => sum + pupil.absent, 0);
    const attendance = 100 * (1 - absent / possible);
    expect(attendance).toBeGreaterThan(93.2);
    expect(attendance).toBeLessThan(93.7);
  });

  test('25.84% of all pupils are persistently absent, within a point', () => {
    expect(Math.abs(shareOf(pupils) - 0.2584)).toBeLessThan(0.01);
  });

  test('39.88% of those eligible for free school meals and 16.96% of the others, within two points', () => {
    const eligible = pupils.filter((pupil) => flagged.get(pupil.upn)!.freeSchoolMeals);
    const others = pupils.filter((pupil) => !flagged.get(pupil.upn)!.freeSchoolMeals);
    expect(Math.abs(shareOf(eligible) - 0.3988)).toBeLessThan(0.02);
    expect(Math.abs(shareOf(others) - 0.1696)).toBeLessThan(0.02);
  });

  test('37.71% of those with an EHC plan, as nearly as so few pupils allow', () => {
    const withPlan = pupils.filter((pupil) => flagged.get(pupil.upn)!.educationHealthCarePlan);
    expect(withPlan.length).toBeGreaterThan(15);
    expect(Math.abs(shareOf(withPlan) - 0.3771)).toBeLessThan(1 / withPlan.length);
  });

  test('a few miss half of the year and more, and a few miss nothing', () => {
    const severe = pupils.filter((pupil) => pupil.absent / pupil.possible >= 0.5);
    expect(severe.length).toBeGreaterThanOrEqual(1);
    expect(severe.length).toBeLessThan(8);
    expect(pupils.filter((pupil) => pupil.absent === 0).length).toBeGreaterThan(3);
  });

  test.each([easter, yearEnd])('every column of the map has ten pupils or more on %s', (day) => {
    const columns = Array.from({ length: 7 }, () => 0);
    for (const pupil of tallies(sample(seed).marks, day)) columns[mapColumn(pupil.absent / 2)]! += 1;
    expect(Math.min(...columns)).toBeGreaterThanOrEqual(10);
  });
});

describe('marks as a register holds them', () => {
  const { marks } = sample();

  test('codes are those in use before 19 August 2024, and every kind that a primary school meets occurs', () => {
    const seen = new Set(marks.map((row) => row['code']!));
    for (const code of [
      '/',
      '\\',
      'L',
      'I',
      'M',
      'O',
      'U',
      'N',
      'G',
      'C',
      'E',
      'R',
      'T',
      'B',
      'V',
      'X',
      'Y',
      'Z',
      '',
    ]) {
      expect(seen).toContain(code);
      seen.delete(code);
    }
    expect([...seen]).toEqual([]);
  });

  test('late before registers close at 9.30 is L, after it U; nothing else has minutes', () => {
    for (const row of marks) {
      const [code, minutes] = [row['code']!, row['minutes late']!];
      if (code === 'L') expect(Number(minutes) >= 1 && Number(minutes) <= 45).toBe(true);
      else if (code === 'U') expect(Number(minutes) > 45).toBe(true);
      else if (minutes !== '') expect.unreachable(`${code} with ${minutes} minutes`);
    }
  });

  test('religious observance is Eid al-Fitr, 10 April 2024', () => {
    expect(new Set(marks.filter((row) => row['code'] === 'R').map((row) => row['date']))).toEqual(
      new Set(['2024-04-10']),
    );
  });

  test('reasons are still being asked for in the last days', () => {
    const open = marks.filter((row) => row['code'] === 'N');
    expect(open.filter((row) => row['date']! >= '2024-07-15').length).toBeGreaterThan(10);
    expect(open.some((row) => row['date']! < '2024-07-01')).toBe(true);
  });

  test('a few registers were not taken at all', () => {
    const blank = marks.filter((row) => row['code'] === '');
    const ofGroup = groupedBy(blank, (row) => `${row['registration group']} ${row['date']} ${row['session']}`);
    expect([...ofGroup.values()].filter((rows) => rows.length > 20).length).toBeGreaterThan(2);
    expect(blank.length / marks.length).toBeLessThan(0.005);
  });

  test('unauthorised single days fall on Mondays and Fridays more than on other days', () => {
    const edge = marks.filter((row) => row['code'] === 'O' && [1, 5].includes(weekday(row['date']!))).length;
    const middle = marks.filter((row) => row['code'] === 'O' && [2, 3, 4].includes(weekday(row['date']!))).length;
    expect(edge).toBeGreaterThan(middle);
  });
});

function tallyOf(seed: number, asAt: string) {
  return tallies(sample(seed).marks, asAt).find((pupil) => pupil.name === 'Amira Khan')!;
}

function isPersistent(pupil: { readonly absent: number; readonly possible: number }): boolean {
  return pupil.absent * 10 >= pupil.possible;
}

function weekday(day: string): number {
  return new Date(`${day}T12:00:00Z`).getUTCDay();
}
