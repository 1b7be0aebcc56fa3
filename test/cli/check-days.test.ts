import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { check } from '../../cli/commands/check.ts';
import { main } from '../../cli/main.ts';
import type { CheckFlags } from '../../cli/flags.ts';

afterEach(() => vi.useRealTimers());

/** 23 November 2026 at noon, unless another day is today. */
async function checked(
  text: string,
  flags: CheckFlags = {},
  today = '2026-11-23',
): Promise<{ readonly exit: number; readonly out: string }> {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${today}T12:00:00Z`) });
  const folder = mkdtempSync(join(tmpdir(), 'att-days-'));
  writeFileSync(join(folder, 'school.att'), text);
  let out = '';
  const print = (more: string): void => void (out += more);
  const context = { out: print, err: print, format: 'text' as const, colour: false, environment: {}, folder };
  try {
    return { exit: await check(context, ['school.att'], flags), out };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A fine that was right to 18 August 2024. */
const fine = (dates: string): string => `policy school "School"${dates}
notice penalty "Penalty Notice" {
  first fine £60 if paid within 21 calendar days from notice received, £120 if paid within 28 calendar days from notice received
}
`;
const of2022 = fine(' in force from 1 September 2022');

describe('its own first day, and today', () => {
  test('what was right on its own day and breaches today’s law is told as a warning, and passes', async () => {
    const { exit, out } = await checked(of2022);
    expect(exit).toBe(0);
    expect(out).toContain('beside the law and guidance of 1 September 2022, its first day in force\n');
    expect(out).toContain(
      'beside the law and guidance of 23 November 2026, today: what is other than on its first day\n',
    );
    expect(out).toMatch(/^warning PN-AMT-1 /m);
    expect(out).toMatch(/1 policy checked: 1 breach of today’s law/);
  });

  test.each<[CheckFlags, number]>([
    [{ asAt: 'today' }, 1],
    [{ asAt: '2026-11-23' }, 1],
    [{ failOn: 'warning' }, 1],
    [{ asAt: '2022-09-01' }, 0],
    [{ asAt: '2024-08-18' }, 0],
    [{ asAt: '2024-08-19' }, 1],
    [{ asAt: 'today', failOn: 'never' }, 0],
    [{ failOn: 'information' }, 1],
    [{ asAt: '2024-08-01..2024-08-18' }, 0],
    [{ asAt: '2024-08-01..2024-08-19' }, 1],
    [{ asAt: '2024-08-01..today' }, 1],
  ])('%o: exit %i', async (flags, exit) => {
    expect((await checked(of2022, flags)).exit).toBe(exit);
  });

  test('a breach of the law of its own day fails', async () => {
    expect((await checked(fine(' in force from 1 September 2024'))).exit).toBe(1);
  });

  test('today is not told before the policy begins, nor where it is its first day', async () => {
    for (const today of ['2022-08-31', '2022-09-01'])
      expect((await checked(of2022, {}, today)).out).not.toContain(', today');
  });

  test('one that says no day is held beside the law of today, in full', async () => {
    const { exit, out } = await checked(fine(''));
    expect(exit).toBe(1);
    expect(out).toContain('today: it does not say from when it is in force\n');
  });

  test('what is no other today than it was is not told twice', async () => {
    const { out } = await checked(fine(' in force from 1 September 2024'));
    expect(out.match(/PN-AMT-1 /g)).toHaveLength(1);
    expect(out).not.toContain(', today');
  });
});

describe('over a run of days', () => {
  test('the law changes: the day, each provision that is breached by it, and why', async () => {
    const { out } = await checked(of2022, { asAt: '2024-08-01..2024-12-31' });
    expect(out).toMatch(/^19 August 2024: school\n {5}/m);
    expect(out).toMatch(/^ {5}PN-AMT-1: new, breaches\. It came into force: SI 2024\/210, reg\. 4\.$/m);
    expect(out).toMatch(/^ {5}ended, [^:]+: .*PN-OLD-AMT/m);
  });

  test('nothing changes: no day is listed', async () => {
    const { out } = await checked(of2022, { asAt: '2024-09-01..2024-09-30' });
    expect(out.match(/^\d+ \w+ \d{4}: school$/gm)).toBeNull();
  });

  test('a clause’s own dates, a departure that begins and one that lapses', async () => {
    const text = `policy school "School" in force from 1 September 2022
threshold pa is attendance this school year below 90%   in force from 1 October 2024 to 31 October 2024
threshold sa is attendance this school year below 50%
departs from SA-50 because "the forms" approved by "the board" on 1 November 2024, until 30 November 2024
`;
    const told = (await checked(text, { asAt: '2024-09-01..2024-12-31' })).out;
    expect(told).toContain('SA-50: still breaches. The departure from it lapsed: it held to 30 November');
    const { out } = await checked(text, { asAt: '2024-09-01..2024-12-31', format: 'json' });
    const { policies } = JSON.parse(out) as {
      readonly policies: readonly {
        readonly judged: readonly { readonly asAt: string; readonly changes: readonly Record<string, unknown>[] }[];
      }[];
    };
    const changes = policies[0]!.judged.flatMap(({ asAt, changes: each }) =>
      each.map((change) => ({ asAt, ...change })),
    );
    expect(changes).toEqual([
      { asAt: '2024-10-01', provision: 'PA-10', was: 'silent', is: 'breaches', because: 'In the policy, pa began to hold.' },
      { asAt: '2024-11-01', provision: 'PA-10', was: 'breaches', is: 'silent', because: 'In the policy, pa held to the day before.' },
      { asAt: '2024-11-01', provision: 'SA-50', was: 'breaches', is: 'breaches', because: 'A departure from it began: the forms.' },
      { asAt: '2024-12-01', provision: 'SA-50', was: 'breaches', is: 'breaches', because: 'The departure from it lapsed: it held to 30 November 2024.' },
    ]); // prettier-ignore
  });
});

test.each([
  ['2024-02-30', 'which is no day'],
  ['2024-09-30..2024-09-01', 'its last day comes before its first'],
  ['2024-09-01..', 'which is no day'],
  ['2024-09-01..2024-09-02..2024-09-03', 'which is no day'],
])('--as-at %s', async (asAt, message) => {
  await expect(checked(of2022, { asAt })).rejects.toMatchObject({
    exitCode: 2,
    message: expect.stringContaining(message) as string,
  });
});

test('the help says what weighs how much, and what each exit code means', async () => {
  let out = '';
  const print = (more: string): void => void (out += more);
  expect(await main(['help', 'check'], { out: print, err: print, colour: false }, {})).toBe(0);
  expect(out).toMatch(/error +a text that does not read/);
  expect(out).toMatch(/Exit: 0 .* · 1 .*\n?.* · 2 wrong use · 3 cannot read or write\./);
});
