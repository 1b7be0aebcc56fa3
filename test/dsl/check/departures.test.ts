import { describe, expect, test } from 'vitest';
import { isoDay } from '../../../register/day.ts';
import { applied, diagnose } from '../../support/check-policy.ts';

/** A register open for 35 minutes: more than the guidance allows. */
const lateRegister = `policy school "A school" in force from 1 September 2023
role headteacher "Headteacher"
school day {
  morning from 08:45 {
    arriving by 08:55                 is present
    arriving after 08:55 but by 09:20 is late
    arriving after 09:20              is unauthorised
  }
}
`;
const whole = 'because "buses" approved by headteacher on 1 September 2024, until 31 August 2025';

/** What is said of a departure: codes and words, without what is only information. */
function said(departure: string, asAt?: string): readonly string[] {
  const options = asAt === undefined ? {} : { asAt: isoDay(asAt) };
  return diagnose(`${lateRegister}${departure}\n`, options)
    .filter(({ severity }) => severity !== 'information')
    .map(({ code, message }) => `${code}: ${message}`);
}

describe('a departure is complete', () => {
  test('one that says all of it', () => {
    expect(said(`departs from REG-OPEN-30 ${whole}`)).toEqual([]);
    expect(said(`departs from REG-OPEN-30 ${whole.replace('headteacher', '"the governing body"')}`)).toEqual([]);
    expect(said(`departs from REG-OPEN-30 ${whole.replace(',', '')}`)).toEqual([]);
  });

  test.each([
    ['no reason', whole.replace('because "buses" ', ''), 'why (because "…")'],
    ['an empty reason', whole.replace('buses', ' '), 'why (because "…")'],
    ['no approver', whole.replace('approved by headteacher ', ''), 'who approved it (approved by ROLE)'],
    ['no day of approval', whole.replace('on 1 September 2024', ''), 'when it was approved (on DATE)'],
    ['no end', whole.replace(', until 31 August 2025', ''), 'until when (until DATE)'],
  ])('%s', (_, words, missing) => {
    expect(said(`departs from REG-OPEN-30 ${words}`)).toEqual([
      `departure-unfinished: this departure from REG-OPEN-30 does not say ${missing}: until it does it counts for nothing`,
    ]);
  });

  test('an end before its beginning', () => {
    expect(said(`departs from REG-OPEN-30 ${whole.replace('2025', '2023')}`)).toEqual([
      'dates-cross: this ends on 31 August 2023, before it begins on 1 September 2024',
    ]);
  });

  test('an approver who is no role', () => {
    expect(said(`departs from REG-OPEN-30 ${whole.replace('headteacher', 'headteecher')}`)).toEqual([
      'unknown-name: no role is called “headteecher”; did you mean “headteacher”?',
    ]);
  });
});

describe('what is departed from', () => {
  test('a provision that nobody knows, nearly one that is', () => {
    expect(said(`departs from REG-OPEN-3 ${whole}`)).toEqual([
      'unknown-provision: the rulebook has no provision called “REG-OPEN-3”; did you mean “REG-OPEN-30”?',
    ]);
    const text = `${lateRegister}departs from reg-open-30 ${whole}\n`;
    const [unknown] = diagnose(text).filter(({ code }) => code === 'unknown-provision');
    expect(applied(text, unknown!.fixes[0]!)).toContain('departs from REG-OPEN-30 ');
  });

  test('law', () => {
    expect(said(`departs from PN-AMT-1 ${whole}`)).toEqual([
      'departure-refused: PN-AMT-1 cannot be departed from: it is law, and the law cannot be departed from',
    ]);
  });

  test('what the policy meets, does not say, or is not asked for yet', () => {
    expect(said(`departs from PA-10 ${whole}`)).toEqual([
      'nothing-to-depart-from: there is nothing to depart from: the policy does not say what PA-10 asks about',
    ]);
    const meets = lateRegister
      .replaceAll('09:20', '09:15')
      .replace(
        /}\n$/,
        '  afternoon from 13:00 { arriving by 13:10 is late  arriving after 13:10 is unauthorised }\n}\n',
      );
    expect(diagnose(`${meets}departs from REG-OPEN-30 ${whole}\n`).map(({ message }) => message)).toContain(
      'there is nothing to depart from: the policy meets REG-OPEN-30 on 1 September 2024',
    );
    const early = whole.replace('2024', '2023').replace('2025', '2024').replace('31 August', '18 August');
    expect(said(`departs from REG-OPEN-30 ${early}`)).toEqual([
      'nothing-to-depart-from: there is nothing to depart from: REG-OPEN-30 is not in force from 1 September 2023 to 18 August 2024',
    ]);
  });
});

describe('a departure lapses', () => {
  test.each([
    ['2024-08-31', []],
    ['2025-08-31', []],
    [
      '2025-09-01',
      ['departure-lapsed: this departure from REG-OPEN-30 lapsed after 31 August 2025: a breach weighs in full again'],
    ],
  ])('on %s', (day, expected) => {
    expect(said(`departs from REG-OPEN-30 ${whole}`, day)).toEqual(expected);
  });
});
