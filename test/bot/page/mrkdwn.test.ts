import { expect, test } from 'vitest';
import { readMrkdwn, type Inline } from '../../../bot/page/client/mrkdwn.ts';

/** A short form of the tree: `b(…)` bold, `i(…)` italic, `s(…)` struck, `c(…)` code, `/` a line break. */
function shown(text: string): string {
  return readMrkdwn(text)
    .map((paragraph) => {
      if (paragraph.kind === 'preformatted') return `pre(${paragraph.text})`;
      if (paragraph.kind === 'list') return `list(${paragraph.items.map(inlines).join(' | ')})`;
      return paragraph.kind === 'quote' ? `quote(${inlines(paragraph.children)})` : inlines(paragraph.children);
    })
    .join(' ¶ ');
}

function inlines(children: readonly Inline[]): string {
  return children
    .map((inline) => {
      switch (inline.kind) {
        case 'text':
          return inline.text;
        case 'code':
          return `c(${inline.text})`;
        case 'bold':
        case 'italic':
        case 'strike':
          return `${inline.kind[0]}(${inlines(inline.children)})`;
        case 'link':
          return `link(${inline.url}, ${inline.label})`;
        case 'person':
        case 'channel':
          return `${inline.kind}(${inline.id})`;
        case 'broadcast':
          return `broadcast(${inline.to})`;
        case 'date':
          return `date(${inline.seconds}, ${inline.format}, ${inline.fallback})`;
        case 'break':
          break;
      }
      return '/';
    })
    .join('');
}

test.each([
  ['plain', 'plain'],
  ['', ''],
  ['*bold*', 'b(bold)'],
  ['a *b _c_* ~d~', 'a b(b i(c)) s(d)'],
  ['2*3*4', '2*3*4'],
  ['2 * 3 * 4', '2 * 3 * 4'],
  ['*not\nbold*', '*not/bold*'],
  ['_snake_case_', 'i(snake_case)'],
  ['`*raw* &amp;`', 'c(*raw* &)'],
  ['``', '``'],
  ['a\nb', 'a/b'],
  ['&lt;!channel&gt; &amp;amp;', '<!channel> &amp;'],
  ['<!channel>', 'broadcast(channel)'],
  ['<@U1> <#C1|general>', 'person(U1) channel(C1)'],
  ['<https://a.example?x=1&amp;y=2|the *page*>', 'link(https://a.example?x=1&y=2, the *page*)'],
  ['<https://a.example>', 'link(https://a.example, https://a.example)'],
  ['<mailto:a@b.example|write>', 'link(mailto:a@b.example, write)'],
  ['<javascript:alert(1)|x>', '<javascript:alert(1)|x>'],
  ['<data:text/html,x|x>', '<data:text/html,x|x>'],
  ['a < b', 'a < b'],
  ['<!date^1711584000^{date_long} at {time}|28 March>', 'date(1711584000, {date_long} at {time}, 28 March)'],
  ['&gt; one\n&gt; two\nthree', 'quote(one/two) ¶ three'],
  ['list:\n• a\n• *b*\nend', 'list: ¶ list(a | b(b)) ¶ end'],
  ['x\n```\n*a*\n&lt;b\n```\ny', 'x ¶ pre(*a*\n<b) ¶ y'],
  ['``` open', '``` open'],
])('%s', (text, expected) => {
  expect(shown(text)).toBe(expected);
});
