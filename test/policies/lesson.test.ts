import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { formatPolicy } from '../../dsl/format/format.ts';
import { desk } from '../cli/att.ts';
import { fencedBlocks } from '../support/fenced-blocks.ts';

// The lesson for school staff, followed as it is written: its policy, changed as it says, gives the messages it shows.
const here = desk();
const blocks = fencedBlocks(readFileSync(new URL('../../policies/README.md', import.meta.url), 'utf8'));
const policy = `${blocks.find(({ info }) => info === 'att')!.text}\n`;
const steps = blocks.flatMap(({ info, text, line }, index) => {
  if (info !== 'console') return [];
  const change = blocks.slice(0, index).findLast((each) => each.info === 'diff');
  return [{ line, text, change: change?.text }];
});

test('the policy of the lesson is laid out', () => {
  expect(formatPolicy({ name: 'ferry-lane.att', text: policy })).toBe(policy);
});

test('the lesson has its steps', () => {
  expect(steps.length).toBeGreaterThan(12);
});

test.each(steps)('line $line', async ({ text, change }) => {
  const [command, ...shown] = text.split('\n');
  const [, verb, name] = /^\$ npx att (check|test) (\S+)$/.exec(command!)!;
  here.write(name!, change === undefined ? policy : changed(policy, change));
  const { out } = await here.att(verb!, name!);
  expect(left(out.trimEnd().split('\n'), shown)).toEqual(shown);
});

/** The policy with each piece of a change made in it: `…` stands between pieces. */
function changed(text: string, change: string): string {
  return change.split('\n…\n').reduce((before, piece) => {
    const lines = piece.split('\n');
    const side = (marks: string): string =>
      lines.flatMap((line) => (marks.includes(line[0]!) ? [`${line.slice(1)}\n`] : [])).join('');
    const [out, come] = [side(' -'), side(' +')];
    expect(`\n${before}`.split(`\n${out}`)).toHaveLength(2);
    return before.replace(out, () => come);
  }, text);
}

/** What was printed, with `…` for the lines for which it is shown: as many as there are before the next line shown. */
function left(printed: readonly string[], shown: readonly string[]): readonly string[] {
  const found: string[] = [];
  let at = 0;
  for (const [index, line] of shown.entries()) {
    if (line !== '…') found.push(printed[at++] ?? 'nothing more');
    else {
      found.push(line);
      const next = shown[index + 1];
      at = next === undefined ? printed.length : printed.indexOf(next, at);
      if (at < 0) return [...found, `no line “${next}”`];
    }
  }
  return at < printed.length ? [...found, ...printed.slice(at)] : found;
}
