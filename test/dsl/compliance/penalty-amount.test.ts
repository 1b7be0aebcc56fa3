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
  test('Widnes: £60 and £120 meet the law of its own day, and breach the law of September 2024', () => {
    expect(standingOfFile('widnes', 'PN-OLD-AMT', '2023-11-22')).toMatchObject({
      standing: 'meets',
      clause: { id: 'penalty-notice', cite: 'Penalty Notice; Family Holidays' },
    });
    expect(standingOfFile('widnes', 'PN-AMT-1', '2024-09-01').standing).toBe('breaches');
  });
});
