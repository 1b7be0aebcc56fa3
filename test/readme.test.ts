import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ascensionPlan } from '../bot/sample-school/ascension-plan.ts';
import { bramhallPlan } from '../bot/sample-school/bramhall-plan.ts';
import { normantonPlan } from '../bot/sample-school/normanton-plan.ts';
import { uptonPlan } from '../bot/sample-school/upton-plan.ts';
import { widnesPlan } from '../bot/sample-school/widnes-plan.ts';
import { importSamples, makeSamples } from '../bot/serve-sample.ts';
import { openStore } from '../bot/store/open-database.ts';
import { main } from '../cli/main.ts';
import { codes } from './support/code-table.ts';
import { fencedBlocks } from './support/fenced-blocks.ts';

// The README shows what is so: excerpts that stand in the policies, and answers that the command gives. UPDATE=1 rewrites
// the answers: the difference is to be read.
const readme = new URL('../README.md', import.meta.url);
const blocks = fencedBlocks(readFileSync(readme, 'utf8'));
const excerpts = blocks.filter(({ info }) => info.startsWith('att'));
const sessions = blocks.filter(({ info }) => info === 'console');
const folder = mkdtempSync(join(tmpdir(), 'att-readme-'));
const store = join(folder, 'att.db');

beforeAll(async () => {
  // A smaller Widnes: those whom the texts name are in it with the same marks.
  const samples = makeSamples([widnesPlan(70), normantonPlan(), ascensionPlan(), bramhallPlan(), uptonPlan()]);
  const opened = await openStore({ path: store });
  await importSamples(opened, samples, { codes, at: '2024-07-19T15:00:00Z' });
  await opened.close();
}, 60_000);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('excerpts', () => {
  test('each of the nine policies is shown', () => {
    const policies = readdirSync(new URL('../policies', import.meta.url)).filter((name) => name.endsWith('.att'));
    expect(policies).toHaveLength(9);
    expect(excerpts.map(({ info }) => info.replace(/^att /, '')).toSorted()).toEqual(policies.toSorted());
  });

  test.each(excerpts)('$info stands in the file', ({ info, text }) => {
    expect(policy(info.replace(/^att /, ''))).toContain(`\n${text}\n`);
  });
});

test('each of the nine policies is asked something', () => {
  expect(sessions).toHaveLength(9);
});

test.each(sessions)('line $line: the answer is the one shown', async ({ text }) => {
  const [command = '', ...shown] = text.split('\n');
  const words = command.match(/"[^"]*"|\S+/g)!.map((word) => word.replaceAll('"', ''));
  expect(words.slice(0, 3)).toEqual(['$', 'npx', 'att']);
  const printed = await att(words.slice(3));
  const answer = leftOut(printed, shown);
  if (process.env['UPDATE'] === '1') {
    const now = [command, ...answer].join('\n');
    writeFileSync(
      readme,
      readFileSync(readme, 'utf8').replace(`\n${text}\n`, () => `\n${now}\n`),
    );
  } else expect(answer).toEqual(shown);
});

/** What was printed; a shown `…` stands for one line. */
function leftOut(printed: readonly string[], shown: readonly string[]): readonly string[] {
  return printed.map((line, index) => (shown[index]?.trim() === '…' ? shown[index] : line));
}

async function att(args: readonly string[]): Promise<readonly string[]> {
  let printed = '';
  const print = (text: string) => void (printed += text);
  const exit = await main(args, { out: print, err: print, colour: false }, { ATT_STORE: store });
  expect(exit).toBe(0);
  return printed.trimEnd().split('\n');
}

function policy(name: string): string {
  return readFileSync(new URL(`../policies/${name}`, import.meta.url), 'utf8');
}
