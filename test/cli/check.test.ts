import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { check } from '../../cli/commands/check.ts';
import type { CheckFlags } from '../../cli/flags.ts';

interface Checked {
  readonly exitCode: number;
  readonly text: string;
}

const repository = resolve(import.meta.dirname, '../..');

async function checked(folder: string, paths: readonly string[], flags: CheckFlags = {}): Promise<Checked> {
  let text = '';
  const exitCode = await check(
    {
      out: (more) => void (text += more),
      err: () => undefined,
      format: 'text',
      colour: false,
      environment: {},
      folder,
    },
    paths,
    flags,
  );
  return { exitCode, text };
}

async function checkedText(policy: string, flags: CheckFlags = {}): Promise<Checked> {
  const folder = mkdtempSync(join(tmpdir(), 'att-check-'));
  try {
    writeFileSync(join(folder, 'school.att'), policy);
    return await checked(folder, ['school.att'], flags);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

// Which provisions a policy here breaches is held by test/standings, and by policies/known.json what of it is of its own day.
test('the policies here beside the law of their own first days and of today; what they leave unsaid is told', async () => {
  const { exitCode, text } = await checked(repository, ['policies']);
  expect(exitCode).toBe(1);
  expect(text).toContain('(widnes) beside the law and guidance of 22 November 2023, its first day in force\n');
  expect(text).toMatch(
    /\d+ policies checked: \d+ breach(es)? of law or statutory guidance, \d+ breach(es)? of today’s law, \d+ to look at, silent \d+ times \(\d+ where a policy must speak\)\n$/,
  );
});

test('a breach names the place, both texts, the citation, its strength and how surely it is known', async () => {
  const { text } = await checked(repository, ['policies/widnes.att'], { asAt: '2024-09-01' });
  const row = text.split('\n\n').find((block) => block.startsWith('error REG-OPEN-30'));
  expect(row?.replace(/(att:|line )\d+(:\d+)?/g, '$1#').split('\n')).toEqual([
    'error REG-OPEN-30  The morning register can be marked L until 45 minutes after the session begins;',
    '     the guidance allows 30 minutes    policies/widnes.att:#',
    expect.stringMatching(
      /^\d+ │ arriving after 09:30 {14}is unauthorised {3}cite "Punctuality; General guidelines; Re…$/,
    ),
    '    │                ───── 09:15 would do',
    expect.stringMatching(
      /^also line #  time complete-by "Registers are accurately completed" 09:15: An arrival is late/,
    ),
    '     not yet an unauthorised absence, until 45 minutes after the session begins. But elsewhere:',
    '     “Registers are accurately completed” stands at 30 minutes after it',
    'also line #  time closes "Registers close" 09:30',
    'also line #  afternoon not stated: The policy does not say when the afternoon register closes',
    'law  at most 30 minutes since 19 August 2024: Working together to improve school attendance (August',
    '     2024), about ¶290 (statutory guidance; confirmed second-hand)',
    'fix  1 change 09:30 to 09:15    2 record a reasoned departure    3 see att help REG-OPEN-30',
  ]);
});

test.each([
  ['guidance that is not statutory: a warning', '2024-08-18', 0, /nothing wrong, 1 to look at/],
  ['statutory guidance: wrong', '2024-08-19', 1, /1 breach of law or statutory guidance/],
])('a breach of %s', async (_, day, exitCode, last) => {
  const policy =
    'policy school "A school" in force from 1 September 2020\nthreshold pa is attendance this school year below 90%\n';
  const found = await checkedText(policy, { asAt: day });
  expect(found.exitCode).toBe(exitCode);
  expect(found.text).toMatch(last);
});

test('a policy of another nation is refused, and not judged', async () => {
  const { exitCode, text } = await checkedText(
    'policy school "A school" in force from 1 September 2020 { school in "Wales" }\n',
  );
  expect(exitCode).toBe(1);
  expect(text).not.toContain('beside the law');
});

test('a day outside the policy’s dates is said', async () => {
  const { text } = await checkedText('policy school "A school" in force from 1 September 2025\n', {
    asAt: '2024-09-01',
  });
  expect(text).toContain('A school is not in force on that day; it runs from 1 September 2025.');
});

test('a text that does not read in part says that more may stand in it', async () => {
  const { text } = await checkedText(
    'policy school "A school" in force from 1 September 2025\nthreshold pa is at leest 3\n',
  );
  expect(text).toContain('Part of this policy did not read');
});

test('for programs: the diagnostics, and one row for each policy and provision', async () => {
  const { text } = await checked(repository, ['policies/widnes.att'], { asAt: '2024-09-01', format: 'json' });
  const { standings } = JSON.parse(text) as { readonly standings: readonly Record<string, unknown>[] };
  const widnes = standings.filter((row) => row['standing'] === 'breaches').map((row) => row['provision']);
  expect(widnes).toEqual(expect.arrayContaining(['REG-OPEN-30', 'PN-THRESH', 'PN-WINDOW', 'PN-AMT-1']));
  expect(new Set(standings.map((row) => row['provision'])).size).toBe(standings.length);
  expect(standings.find((row) => row['provision'] === 'PN-AMT-1')).toMatchObject({
    asAt: '2024-09-01',
    clause: { policy: 'widnes', id: 'penalty-notice', cite: 'Penalty Notice; Family Holidays' },
    level: 'law',
    citation: 'SI 2024/210, reg. 4',
    confidence: 'confirmed second-hand',
  });
});
