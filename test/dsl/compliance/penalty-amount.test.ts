import { describe, expect, test } from 'vitest';
import { standingOf, standingOfFile } from './standing-of.ts';

function fine(words: string): string {
  return `notice penalty-notice "Penalty notice" {\n  goes to parents\n  ${words}\n}`;
}

function steps(
  first: number,
  days: number,
  second: number,
  later: number,
  which = 'any',
  unit = 'calendar days',
): string {
  return `${which} fine £${first} if paid within ${days} ${unit} of notice received, £${second} if paid within ${later} ${unit} of notice received`;
}

describe('PN-AMT-1, from 19 August 2024', () => {
  test.each([
    ['£80 within 21 days, £160 within 28', fine(steps(80, 21, 160, 28)), 'meets'],
    ['of a first notice', fine(steps(80, 21, 160, 28, 'first')), 'meets'],
    ['in calendar weeks, three and four', fine(steps(80, 3, 160, 4, 'any', 'calendar weeks')), 'meets'],
    ['in school days', fine(steps(80, 21, 160, 28, 'any', 'school days')), 'breaches'],
    ['£79', fine(steps(79, 21, 160, 28)), 'breaches'],
    ['£60 and £120', fine(steps(60, 21, 120, 28)), 'breaches'],
    ['22 days', fine(steps(80, 22, 160, 28)), 'breaches'],
    ['20 days', fine(steps(80, 20, 160, 28)), 'breaches'],
    ['29 days', fine(steps(80, 21, 160, 29)), 'breaches'],
    ['27 days', fine(steps(80, 21, 160, 27)), 'breaches'],
    ['one sum only', fine('any fine £160 if paid within 28 calendar days of notice received'), 'breaches'],
    ['a second notice only', fine('second fine £160 if paid within 28 calendar days of notice received'), 'silent'],
    ['a notice without a sum', fine(''), 'silent'],
    [
      'right for the first and wrong for any',
      fine(`${steps(80, 21, 160, 28, 'first')}\n${steps(60, 21, 120, 28)}`),
      'contradicts itself',
    ],
  ])('%s', (_, policy, standing) => {
    expect(standingOf(policy, 'PN-AMT-1', '2024-08-19').standing).toBe(standing);
  });

  test('says both sums, and how sure the figures are', () => {
    expect(standingOf(fine(steps(60, 21, 120, 28)), 'PN-AMT-1', '2024-08-19')).toMatchObject({
      why: 'A penalty notice costs £60 within 21 calendar days, then £120 within 28 calendar days; the law has £80 within 21 calendar days, then £160 within 28 calendar days.',
      level: 'law',
      citation: 'SI 2024/210, reg. 4',
      confidence: 'confirmed second-hand',
    });
  });

  test('a school under a framework inherits its sums, and is shown the clause', () => {
    expect(standingOf('', 'PN-AMT-1', '2024-08-19', fine(steps(60, 21, 120, 28)))).toMatchObject({
      standing: 'breaches',
      policy: 'school',
      clause: { policy: 'council' },
    });
  });

  test('a framework that breaches beside a school that does not is a breach, not a contradiction', () => {
    const row = standingOf(fine(steps(80, 21, 160, 28)), 'PN-AMT-1', '2024-08-19', fine(steps(60, 21, 120, 28)));
    expect(row).toMatchObject({ standing: 'breaches', clause: { policy: 'council' } });
    expect(row.beside.map((each) => each.clause?.policy)).toEqual(['school']);
  });

  test('neither says', () => {
    expect(standingOf('', 'PN-AMT-1', '2024-08-19', '').why).toBe(
      'Neither the policy nor council above it says what a penalty notice costs.',
    );
  });

  test('sums that change with the law meet it on both sides', () => {
    const policy = fine(
      `${steps(60, 21, 120, 28)} in force from 1 September 2020 to 18 August 2024\n${steps(80, 21, 160, 28)} in force from 19 August 2024`,
    );
    expect(standingOf(policy, 'PN-OLD-AMT', '2024-08-18').standing).toBe('meets');
    expect(standingOf(policy, 'PN-AMT-1', '2024-08-19').standing).toBe('meets');
  });
});

describe('PN-OLD-AMT, to 18 August 2024', () => {
  test.each([
    ['£60 within 21 days, £120 within 28', steps(60, 21, 120, 28), 'meets'],
    ['£80 and £160 before their time', steps(80, 21, 160, 28), 'breaches'],
    ['28 days and 42, as until 2013', steps(60, 28, 120, 42), 'breaches'],
  ])('%s', (_, words, standing) => {
    expect(standingOf(fine(words), 'PN-OLD-AMT', '2024-08-18').standing).toBe(standing);
  });

  test('Widnes: £60 and £120 meet the law of its own day, and breach the law of September 2024', () => {
    expect(standingOfFile('widnes', 'PN-OLD-AMT', '2023-11-22')).toMatchObject({
      standing: 'meets',
      clause: { id: 'penalty-notice', cite: 'Penalty Notice; Family Holidays' },
    });
    expect(standingOfFile('widnes', 'PN-AMT-1', '2024-09-01').standing).toBe('breaches');
  });
});
