import { describe, expect, test } from 'vitest';
import { cut, limits, pack } from '../../../../bot/slack/messages/limits.ts';
import { plainly, plainWords, typedText } from '../../../../bot/slack/messages/text.ts';
import { limits as slackLimits } from '../../../../bot/stand-in/index.ts';

describe('cut', () => {
  test.each([
    ['short enough', 'four', 4, 'four'],
    ['at a space', 'one two three', 9, 'one two…'],
    ['a word longer than there is room for', 'antidisestablishmentarianism', 5, 'anti…'],
    ['never half of a character', `abc${'😀'.repeat(3)}`, 5, 'abc…'],
    ['never half of an escape', 'ab&amp;cd', 5, 'ab…'],
  ])('%s', (_case, text, most, expected) => {
    expect(cut(text, most)).toBe(expected);
    expect(cut(text, most).length).toBeLessThanOrEqual(most);
  });
});

test('pack puts whole lines together, and cuts only what is too long by itself', () => {
  expect(pack(['aaaa', 'bbbb', 'cc', 'dddddddddddddd'], 9)).toEqual(['aaaa\nbbbb', 'cc', 'dddddddd…']);
  expect(pack([], 9)).toEqual([]);
});

test('no limit here is wider than the one that the small Slack holds the app to', () => {
  expect(limits.blocks).toBe(slackLimits.blocksPerMessage);
  expect(limits.viewBlocks).toBe(slackLimits.blocksPerView);
  expect(limits.fields).toBe(slackLimits.sectionFields);
  const same = Object.keys(limits).filter((name): name is keyof typeof limits & keyof typeof slackLimits =>
    Object.hasOwn(slackLimits, name),
  );
  expect(same).toContain('sectionText');
  for (const name of same) expect(limits[name], name).toBeLessThanOrEqual(slackLimits[name]);
});

test.each([
  ['<!channel>', '&lt;!channel&gt;'],
  ['Tom & <@U0LEAD>', 'Tom &amp; &lt;@U0LEAD&gt;'],
  ['*bold* _Zoë_', '\u200B*bold\u200B* \u200B_Zoë\u200B_'],
  ['O’Neill', 'O’Neill'],
])('%j in mrkdwn', (text, expected) => {
  expect(plainly(text)).toBe(expected);
});

test('in plain text nothing can open a mention', () => {
  expect(plainWords('<!here> & co')).toBe('‹!here› & co');
});

test.each([
  ['<@U0BOT> stage for Zoë', 'stage for Zoë'],
  ['<@U0BOT|att>  why?', 'why?'],
  ['stage for O’Neill &amp; co', 'stage for O’Neill & co'],
  ['*stage* for _Amira_\u00A0Khan', 'stage for Amira Khan'],
  ['ask <mailto:a@b.c|a@b.c>', 'ask a@b.c'],
  ['  ', ''],
])('typed: %j', (text, expected) => {
  expect(typedText(text)).toBe(expected);
});
