import { expect, test } from 'vitest';
import { desk } from './att.ts';

const here = desk();

test.each([
  ['a provision', 'PN-THRESH', /^PN-THRESH {2}A penalty notice must be considered at 10 sessions/],
  ['a provision in small letters', 'pn-thresh', /^PN-THRESH {2}/],
  [
    'a message of the check',
    'unknown-name',
    /^unknown-name {2}error\nsays .*\ncure {6}Use a declared name, or declare it\.\n$/,
  ],
  ['a command', 'check', /^Usage: att check .*Exit: 0 nothing that weighs as much as --fail-on/s],
])('of %s', async (_, topic, expected) => {
  const { out, exit } = await here.att('help', topic);
  expect(out).toMatch(expected);
  expect(exit).toBe(0);
});

test('no line is wider than the terminal', async () => {
  const { out } = await here.att('help', 'NTI-CONTENT');
  const wide = out.split('\n').filter((line) => line.length > 100 && !line.includes('https://'));
  expect(wide).toEqual([]);
});

test('what is called nearly so', async () => {
  const { err, exit } = await here.att('help', 'PN-TRESH');
  expect(err).toContain('did you mean PN-THRESH?');
  expect(exit).toBe(2);
});
