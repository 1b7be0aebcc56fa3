import { describe, expect, test } from 'vitest';
import { generateSchools } from '../../../bot/sample-school/generate.ts';
import { checkLetter } from '../../../bot/sample-school/unique-pupil-number.ts';
import { widnesPlan } from '../../../bot/sample-school/widnes-plan.ts';
import { writeFiles } from '../../../bot/sample-school/write-files.ts';
import { formatIsoDay } from '../../../register/day.ts';
import { digest, groupedBy, sample } from './sample.ts';

const seeds = [20_240_328, 1, 2, 3, 4];

describe('the same seed', () => {
  test('gives the same files to the byte', () => {
    const make = () => digest(writeFiles(generateSchools(widnesPlan(), 7)[0]!));
    expect(make()).toBe(make());
  });

  test('gives them on every machine', () => {
    // Written down from one run: a change to the sample changes what texts, pictures and screens show, and shows here.
    expect(digest(sample().files)).toBe('ac47dba7960bed662ac0cda297898ee8b819b5672fe042da06d86cd6d90cae5b');
  });

  test('and another gives another school', () => {
    expect(digest(sample(1).files)).not.toBe(digest(sample(2).files));
  });
});

test('a school is made and written in less than a second', () => {
  const before = performance.now();
  writeFiles(generateSchools(widnesPlan(), 99)[0]!);
  expect(performance.now() - before).toBeLessThan(1000);
});

describe('who is in the school', () => {
  test.each(seeds)('420 pupils, 30 in each of fourteen registration groups (seed %i)', (seed) => {
    const { pupils } = sample(seed).school;
    expect(pupils).toHaveLength(420);
    const groups = groupedBy(pupils, (pupil) => pupil.registrationGroup);
    expect([...groups.keys()]).toEqual('RA RB 1A 1B 2A 2B 3A 3B 4A 4B 5A 5B 6A 6B'.split(' '));
    expect([...groups.values()].map((each) => each.length)).toEqual(Array.from({ length: 14 }, () => 30));
    expect(pupils.every((pupil) => pupil.registrationGroup.startsWith(pupil.yearGroup))).toBe(true);
  });

  test.each(seeds)('every UPN is its own, of no real authority, and its check letter holds (seed %i)', (seed) => {
    const upns = sample(seed).school.pupils.map((pupil) => pupil.upn);
    expect(new Set(upns).size).toBe(420);
    for (const upn of upns) {
      expect(upn).toMatch(/^[A-HJ-NP-RT-Z]999\d{9}$/);
      expect(upn[0]).toBe(checkLetter(upn.slice(1)));
    }
  });

  test('the check letter is the one the Department’s rule gives', () => {
    // The valid number that python-stdnum, a library of number formats, gives as its example: 93 modulo 23 is 1.
    expect(checkLetter('801200005001')).toBe('B');
  });

  test.each(seeds)('every pupil is of the age of the year group (seed %i)', (seed) => {
    for (const { yearGroup, dateOfBirth } of sample(seed).school.pupils) {
      const year = yearGroup === 'R' ? 0 : Number(yearGroup);
      expect(formatIsoDay(dateOfBirth) >= `${2018 - year}-09-01`).toBe(true);
      expect(formatIsoDay(dateOfBirth) < `${2019 - year}-09-01`).toBe(true);
    }
  });

  test.each(seeds)('there is one Amira, Khan, in 5B, and her brother in 2A (seed %i)', (seed) => {
    const { pupils } = sample(seed).school;
    const amira = pupils.filter((pupil) => pupil.forename === 'Amira');
    expect(amira.map((pupil) => [pupil.surname, pupil.registrationGroup])).toEqual([['Khan', '5B']]);
    const siblings = pupils.filter((pupil) => pupil.family === amira[0]!.family && pupil !== amira[0]);
    expect(siblings.map((pupil) => [pupil.forename, pupil.registrationGroup])).toEqual([['Yusuf', '2A']]);
  });

  test.each(seeds)('one name is borne twice, in two groups, and no other name is (seed %i)', (seed) => {
    const byName = groupedBy(sample(seed).school.pupils, ({ forename, surname }) => `${forename} ${surname}`);
    const twice = [...byName].filter(([, pupils]) => pupils.length > 1);
    expect(twice.map(([name, pupils]) => [name, pupils.map((pupil) => pupil.registrationGroup)])).toEqual([
      ['Emma Taylor', ['1A', '4B']],
    ]);
  });

  test.each(seeds)('names that letters and searches stumble over are there (seed %i)', (seed) => {
    const names = sample(seed).school.pupils.map(({ forename, surname }) => `${forename} ${surname}`);
    expect(names).toContain('Łukasz Kowalczyk');
    expect(names).toContain('Zoë Penketh-Rowe');
    expect(names).toContain('Aoife O’Neill');
  });
});

describe('families', () => {
  test.each(seeds)('most siblings share a surname, and some do not (seed %i)', (seed) => {
    const { families, pupils } = sample(seed).school;
    const surnameOf = new Map(families.map((family) => [family.id, family.surname]));
    const own = pupils.filter((pupil) => pupil.surname !== surnameOf.get(pupil.family)).length;
    expect(own).toBeGreaterThan(5);
    expect(own).toBeLessThan(60);
    const sizes = [...groupedBy(pupils, (pupil) => pupil.family).values()].map((each) => each.length);
    expect(new Set(sizes)).toEqual(new Set([1, 2, 3]));
  });

  test.each(seeds)('siblings are ten months apart or born on one day (seed %i)', (seed) => {
    for (const siblings of groupedBy(sample(seed).school.pupils, (pupil) => pupil.family).values()) {
      const births = siblings.map((pupil) => pupil.dateOfBirth).sort((a, b) => a - b);
      const gaps = births.slice(1).map((birth, index) => birth - births[index]!);
      expect(gaps.every((gap) => gap === 0 || gap >= 300)).toBe(true);
    }
  });

  test.each(seeds)('every family has an adult at home with it to whom a letter may go (seed %i)', (seed) => {
    for (const { adults } of sample(seed).school.families) {
      expect(adults.some((adult) => adult.dayToDayCare && !adult.doNotSend)).toBe(true);
    }
  });

  test.each(seeds)('some adults live apart, and to a few of them nothing may be sent (seed %i)', (seed) => {
    const { families } = sample(seed).school;
    const apart = families.filter(({ adults }) => new Set(adults.map((adult) => adult.address[0])).size > 1);
    expect(apart.length).toBeGreaterThan(20);
    const barred = families.flatMap(({ adults }) => adults).filter((adult) => adult.doNotSend);
    expect(barred.length).toBeGreaterThanOrEqual(3);
    expect(barred.length).toBeLessThan(20);
  });
});

describe('a school of another size', () => {
  test('700 pupils stand in groups of 30 at most, and Amira Khan is there', () => {
    const { pupils } = sample(1, 700).school;
    expect(pupils).toHaveLength(700);
    const sizes = [...groupedBy(pupils, (pupil) => pupil.registrationGroup).values()].map((each) => each.length);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(30);
    expect(pupils.filter((pupil) => pupil.forename === 'Amira')).toHaveLength(1);
  });

  test('70 pupils are the fewest', () => {
    expect(sample(1, 70).school.pupils).toHaveLength(70);
    expect(() => widnesPlan(69)).toThrow('70 pupils or more');
  });
});
