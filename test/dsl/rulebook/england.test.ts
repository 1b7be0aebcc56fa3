import { describe, expect, test } from 'vitest';
import { england } from '../../../dsl/rulebook/england.generated.ts';
import { codeTableOf, provisionOn, regimeOn } from '../../../dsl/rulebook/regime.ts';
import { citationText } from '../../../dsl/rulebook/citation.ts';
import type { CodeEntry, Provision } from '../../../dsl/rulebook/rulebook.ts';
import { codeOn } from '../../../register/attendance-code.ts';
import type { StatisticalMeaning } from '../../../register/attendance-code.ts';
import { addDays, isoDay } from '../../../register/day.ts';
import { idsInForceOn, statuteRows } from './statute-rows.ts';

const before = '2024-08-18';
const after = '2024-08-19';

describe('the codes of a day', () => {
  const codesOn = (day: string, meaning: StatisticalMeaning): string =>
    regimeOn(england, isoDay(day))
      .codes.filter((entry) => entry.meaning === meaning)
      .map((entry) => entry.code)
      .sort()
      .join(' ');

  test.each<[StatisticalMeaning, string]>([
    ['present', '/ L \\'],
    ['approved educational activity', 'B J P V W'],
    ['authorised absence', 'C E H I M R S T'],
    ['unauthorised absence', 'G N O U'],
    ['not a possible attendance', '# D X Y Z'],
    ['not collected', ''],
  ])('to 18 August 2024, %s', (meaning, expected) => {
    expect(codesOn(before, meaning)).toBe(expected);
    expect(codesOn('2013-09-01', meaning)).toBe(expected);
  });

  test.each<[StatisticalMeaning, string]>([
    ['present', '/ L \\'],
    ['approved educational activity', 'B K P V W'],
    ['authorised absence', 'C C1 C2 E I J1 M R S T'],
    ['unauthorised absence', 'G N O U'],
    ['not a possible attendance', 'D Q X Y1 Y2 Y3 Y4 Y5 Y6 Y7'],
    ['not collected', '# Z'],
  ])('from 19 August 2024, %s', (meaning, expected) => {
    expect(codesOn(after, meaning)).toBe(expected);
    expect(codesOn('2030-01-01', meaning)).toBe(expected);
  });

  test('before 1 September 2013, where the facts begin, only F, which ended then', () => {
    expect(regimeOn(england, isoDay('2013-08-31')).codes.map(({ code }) => code)).toEqual(['F']);
  });
});

describe('one letter on either side of 18 and 19 August 2024', () => {
  const table = codeTableOf(england);
  const meaningOn = (letter: string, day: string) => codeOn(table, letter, isoDay(day))?.meaning;

  test.each<[string, StatisticalMeaning | undefined, StatisticalMeaning | undefined]>([
    ['J', 'approved educational activity', undefined],
    ['J1', undefined, 'authorised absence'],
    ['H', 'authorised absence', undefined],
    ['Y', 'not a possible attendance', undefined],
    ['Y1', undefined, 'not a possible attendance'],
    ['C', 'authorised absence', 'authorised absence'],
    ['K', undefined, 'approved educational activity'],
    ['#', 'not a possible attendance', 'not collected'],
    ['l', undefined, undefined],
  ])('%s', (letter, old, recent) => {
    expect(meaningOn(letter, before)).toBe(old);
    expect(meaningOn(letter, after)).toBe(recent);
  });

  test('C is leave for any authorised circumstance, then for exceptional ones', () => {
    expect(codeOn(table, 'C', isoDay(before))?.title).toBe('Leave for another authorised circumstance');
    expect(codeOn(table, 'C', isoDay(after))?.title).toBe('Leave for exceptional circumstances');
  });

  test('no letter has two entries on one day', () => {
    for (const day of [isoDay(before), isoDay(after), isoDay('2013-09-01'), addDays(england.compiled, 0)]) {
      const letters = regimeOn(england, day).codes.map((entry) => entry.code);
      expect(new Set(letters).size).toBe(letters.length);
    }
  });
});

describe('what else a code says', () => {
  const lettersOn = (day: string, holds: (entry: CodeEntry) => boolean): string =>
    regimeOn(england, isoDay(day))
      .codes.filter(holds)
      .map((entry) => entry.code)
      .sort()
      .join(' ');

  test('only L is late and present', () => {
    expect(lettersOn(before, (entry) => entry.late)).toBe('L');
    expect(lettersOn(after, (entry) => entry.late)).toBe('L');
  });

  test('codes that reveal health, religion, ethnicity, justice or special needs are sensitive', () => {
    expect(lettersOn(before, (entry) => entry.sensitive)).toBe('E I M R T');
    expect(lettersOn(after, (entry) => entry.sensitive)).toBe('C2 E I K M R T Y5 Y6');
  });

  test('G, N, O and U count towards a penalty notice from 19 August 2024, as PN-CODES says', () => {
    expect(lettersOn(before, (entry) => entry.countsToPenalty)).toBe('');
    expect(lettersOn(after, (entry) => entry.countsToPenalty)).toBe('G N O U');
    expect(provisionOn(england, 'PN-CODES', isoDay(after))?.value).toEqual({
      kind: 'codes',
      codes: lettersOn(after, (entry) => entry.countsToPenalty).split(' '),
    });
  });

  test('codes were guidance before and are law after, but for the two administrative ones', () => {
    expect(lettersOn(before, (entry) => entry.level === 'law')).toBe('');
    expect(lettersOn(after, (entry) => entry.level !== 'law')).toBe('# Z');
  });
});

describe('provisions on either side of 18 and 19 August 2024', () => {
  const idsOn = (day: string): string =>
    regimeOn(england, isoDay(day))
      .provisions.map(({ id }) => id)
      .sort()
      .join(' ');

  test('which are in force', () => {
    expect(idsOn('1990-01-01')).toBe(
      'OFF-443 OFF-444-1 OFF-DEFENCES ESO PROSECUTE YEAR-380-X YEAR-ACAD REG-LATE-L REG-LATE-U'
        .split(' ')
        .sort()
        .join(' '),
    );
    const changed = (day: string): string =>
      idsOn(day)
        .split(' ')
        .filter((id) => !idsOn(otherSide(day)).split(' ').includes(id))
        .join(' ');
    const otherSide = (day: string): string => (day === before ? after : before);
    expect(changed(before)).toBe(
      'DEL-OLD PN-OLD-AMT PN-OLD-THRESH REG-CODES-OLD REG-N-OLD REG-OPEN-OLD REG-RETAIN-OLD',
    );
    expect(idsOn(before).split(' ')).toEqual(idsInForceOn(before).toSorted());
    expect(idsOn(after).split(' ')).toEqual(idsInForceOn(after).toSorted());
  });

  test('each as its source gives it', () => {
    expect(
      england.provisions.map(({ id, relation, level, inForce, confidence }) => [
        id,
        relation,
        level,
        inForce.from,
        inForce.to,
        confidence,
      ]),
    ).toEqual(statuteRows);
  });

  const on = (id: string, day: string): Partial<Provision> => provisionOn(england, id, isoDay(day)) ?? {};
  const pounds = (number: number) => ({ kind: 'quantity', number, unit: 'pounds' });
  const days = (number: number) => ({ kind: 'quantity', number, unit: 'calendar days' });

  test('the sums of a first penalty notice', () => {
    expect(on('PN-AMT-1', before)).toEqual({});
    expect(on('PN-AMT-1', after)).toMatchObject({
      field: 'pn.first',
      relation: 'exactly',
      level: 'law',
      value: {
        kind: 'payment',
        steps: [
          { amount: pounds(80), within: days(21) },
          { amount: pounds(160), within: days(28) },
        ],
      },
    });
    expect(on('PN-OLD-AMT', after)).toEqual({});
    expect(on('PN-OLD-AMT', before)).toMatchObject({
      field: 'pn.amount',
      level: 'law',
      value: {
        kind: 'payment',
        steps: [
          { amount: pounds(60), within: days(21) },
          { amount: pounds(120), within: days(28) },
        ],
      },
    });
  });

  test('the threshold: each council’s own, then ten sessions in ten rolling school weeks', () => {
    expect(on('PN-OLD-THRESH', before)).toMatchObject({ relation: 'states', level: 'local' });
    expect(on('PN-OLD-THRESH', after)).toEqual({});
    expect(on('PN-THRESH', before)).toEqual({});
    expect(on('PN-THRESH', after)).toMatchObject({
      relation: 'exactly',
      value: { kind: 'quantity', number: 10, unit: 'sessions', boundary: 'included' },
      level: 'statutory guidance',
    });
    expect(on('PN-WINDOW', before)).toEqual({});
    expect(on('PN-WINDOW', after)).toMatchObject({
      relation: 'exactly',
      value: { kind: 'window', number: 10, unit: 'school weeks', runs: 'rolling' },
    });
  });

  test('how long the register stays open', () => {
    expect(on('REG-OPEN-OLD', before)).toMatchObject({
      relation: 'at most',
      level: 'non-statutory guidance',
      confidence: 'from memory',
      value: { kind: 'any of', values: [{ number: 30, unit: 'minutes' }, { kind: 'words' }] },
    });
    expect(on('REG-OPEN-30', before)).toEqual({});
    expect(on('REG-OPEN-30', after)).toMatchObject({
      field: 'register.open_minutes',
      relation: 'at most',
      level: 'statutory guidance',
      value: { kind: 'quantity', number: 30, unit: 'minutes' },
    });
    expect(on('REG-OPEN-OLD', after)).toEqual({});
  });

  test('severe absence is one threshold, first as non-statutory and then as statutory guidance', () => {
    const value = { kind: 'quantity', number: 50, unit: 'per cent', of: 'possible sessions', boundary: 'included' };
    expect(on('SA-50', '2022-08-31')).toEqual({});
    expect(on('SA-50', before)).toMatchObject({ value, level: 'non-statutory guidance' });
    expect(on('SA-50', after)).toMatchObject({ value, level: 'statutory guidance' });
  });

  test('persistent absence is one threshold, first as non-statutory and then as statutory guidance', () => {
    const value = { kind: 'quantity', number: 10, unit: 'per cent', of: 'possible sessions', boundary: 'included' };
    expect(on('PA-10', '2015-08-31')).toEqual({});
    expect(on('PA-10', before)).toMatchObject({ value, level: 'non-statutory guidance' });
    expect(on('PA-10', after)).toMatchObject({ value, level: 'statutory guidance' });
  });
});

describe('the regime of a day', () => {
  test.each([
    ['2013-08-31', undefined],
    ['2013-09-01', 'R-2013'],
    ['2022-08-31', 'R-2013'],
    ['2022-09-01', 'R-2022'],
    [before, 'R-2022'],
    [after, 'R-2024'],
    ['2026-07-08', 'R-2024'],
    ['2026-07-09', 'R-2026'],
    ['2040-01-01', 'R-2026'],
  ])('%s', (day, id) => {
    expect(regimeOn(england, isoDay(day)).period?.id).toBe(id);
  });
});

describe('a citation in words', () => {
  test('law by its number and place', () => {
    const late = codeOn(codeTableOf(england), 'L', isoDay(after)) as CodeEntry;
    expect(citationText(late.citation)).toBe('SI 2024/208, reg. 10, Table 1');
  });

  test('guidance by its title, edition and paragraph', () => {
    const threshold = provisionOn(england, 'PN-THRESH', isoDay(after)) as Provision;
    expect(citationText(threshold.citation)).toBe(
      'Working together to improve school attendance (August 2024), ch. 6, ¶¶174–200',
    );
  });
});

test('a note is whole sentences: “ #” in YAML would begin a comment', () => {
  const notes = england.provisions.flatMap(({ id, note }) => (note === undefined ? [] : [`${id}: ${note.trim()}`]));
  expect(notes.filter((note) => !/[.”]$/.test(note))).toEqual([]);
  expect(notes.length).toBeGreaterThan(20);
});
