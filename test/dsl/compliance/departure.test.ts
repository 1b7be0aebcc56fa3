import { describe, expect, test } from 'vitest';
import { weightOf } from '../../../dsl/compliance/standing.ts';
import { isoDay } from '../../../register/day.ts';
import { standingOf } from './standing-of.ts';

const departs =
  'departs from REG-OPEN-30 because "buses" approved by "governors" on 1 October 2024, until 31 August 2025';
const lateRegister = `school day {
  morning from 08:45 {
    arriving by 09:20    is late
    arriving after 09:20 is unauthorised
  }
  afternoon not stated
}`;

describe('a departure leaves the standing, and weighs until it lapses', () => {
  test.each([
    ['2024-09-30', undefined, 'error'],
    ['2024-10-01', false, 'information'],
    ['2025-08-31', false, 'information'],
    ['2025-09-01', true, 'error'],
  ] as const)('on %s', (day, lapsed, weight) => {
    const row = standingOf(`${lateRegister}\n${departs}`, 'REG-OPEN-30', day);
    expect(row.standing).toBe('breaches');
    expect(row.departure?.lapsed).toBe(lapsed);
    expect(weightOf(row)).toBe(weight);
  });

  test('what is on the row', () => {
    const { departure } = standingOf(`${lateRegister}\n${departs}`, 'REG-OPEN-30', '2025-01-06');
    expect(departure).toEqual({
      because: 'buses',
      approvedBy: 'governors',
      on: isoDay('2024-10-01'),
      until: isoDay('2025-08-31'),
      lapsed: false,
      clause: { policy: 'school', id: 'departs-from-REG-OPEN-30', cite: null, line: 9 },
    });
  });

  test('of two, the one that runs longer', () => {
    const again = departs.replace('1 October 2024', '1 September 2025').replace('31 August 2025', '31 August 2026');
    const row = standingOf(`${lateRegister}\n${departs}\n${again}`, 'REG-OPEN-30', '2025-09-01');
    expect(row.departure?.lapsed).toBe(false);
  });

  test('what the policy meets has none', () => {
    const row = standingOf(`${lateRegister.replaceAll('09:20', '09:15')}\n${departs}`, 'REG-OPEN-30', '2025-01-06');
    expect(row.departure).toBeUndefined();
  });
});

describe('layers', () => {
  const rates = 'threshold pa "persistent absence" is attendance this school year below 90%';
  const departsPa = departs.replace('REG-OPEN-30', 'PA-10');
  const departed = (lines: string, above: string): boolean =>
    standingOf(lines, 'PA-10', '2025-01-06', above).departure !== undefined;

  test('a layer’s counts below it where its own clause breaches', () => {
    expect(departed('', `${rates}\n${departsPa}`)).toBe(true);
  });

  test('a layer’s does not cover the clause of a school', () => {
    expect(departed(rates, departsPa)).toBe(false);
  });

  test('a school’s own counts for itself, whosever the clause', () => {
    expect(departed(`${rates}\n${departsPa}`, '')).toBe(true);
    expect(departed(departsPa, rates)).toBe(true);
  });
});
