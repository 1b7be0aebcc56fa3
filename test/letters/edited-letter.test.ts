import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { editableText, letterText } from '../../letters/letter-text.ts';
import type { LetterTree } from '../../letters/letter-tree.ts';
import { readEditedLetter } from '../../letters/read-edited-letter.ts';
import { sampleLetter } from './sample-letter.ts';

const draft = sampleLetter('stage-2-letter').body;

function edited(text: string, of: LetterTree = draft): string {
  const read = readEditedLetter(of, text);
  return read.kind === 'letter'
    ? letterText(read.body.slice(4))
    : read.problems.map(({ line, column, message }) => `${line}:${column} ${message}`).join('\n');
}

test('a draft left as it is comes back the same', () => {
  for (const paper of ['stage-1-letter', 'stage-2-letter', 'stage-3-letter', 'formal-warning'] as const) {
    const { body } = sampleLetter(paper);
    expect(readEditedLetter(body, editableText(body))).toEqual({ kind: 'letter', body });
  }
});

test('words are changed, a list and a heading added, the table left out', () => {
  const text = `# Another subject
Dear Mrs Khan,

As we said **on the telephone**, *all* is well.
- one
- two,
  and more
## Then
1. first
2. second

[signature]`;
  expect(edited(text)).toBe(`# Another subject

Dear Mrs Khan,

As we said on the telephone, all is well.

- one
- two, and more

## Then

1. first
2. second

Yours sincerely,

Head of School
Widnes Academy
`);
});

test('what looks like markup is words', () => {
  expect(
    edited('# <h1>Hello</h1>\n\n<script>{{pupil.name}}</script> \\*not stressed\\* \\[x] #one\n\n[signature]'),
  ).toContain('# <h1>Hello</h1>\n\n<script>{{pupil.name}}</script> *not stressed* [x] #one\n\n');
});

test.each([
  [
    'a bracket that is not there',
    '# One\n\n  [table 2]\n\n[signature]',
    '3:3 there is no [table 2] in this letter; there are [signature], [table 1], [new page]',
  ],
  ['a table twice', '# One\n[table 1]\n[table 1]\n[signature]', '3:1 [table 1] stands here twice'],
  ['no signature', '# One\n\ntwo', '1:1 the letter does not say who signs it: [signature]'],
  ['no subject', 'two\n\n[signature]', '1:1 the letter does not say what it is about: a line that begins with #'],
  ['two subjects', '# One\n# Two\n[signature]', '1:1 the letter has a second subject, “Two”; begin it with ##'],
  ['a heading too deep', '# One\n### Two\n[signature]', '2:1 a heading begins with # or ##'],
  [
    'stars not closed',
    '# One\n\nsome **words\n\n[signature]',
    '3:6 ** opens here and is not closed; write \\* for an ordinary star',
  ],
  ['a text too long', 'x'.repeat(30_001), '1:1 a letter has at most 30,000 characters'],
])('%s', (_, text, expected) => {
  expect(edited(text)).toBe(expected);
});

test('any words survive being edited and read again', () => {
  const words = fc
    .string({ unit: fc.constantFrom('a', 'b', '*', '\\', '#', '-', '[', ']', '1', '.', ' ', '<', '&', 'é') })
    .map((text) => text.replaceAll(/ +/g, ' ').trim())
    .filter((text) => text !== '');
  const run = fc.record({ kind: fc.constantFrom('strong' as const, 'emphasis' as const), text: words });
  fc.assert(
    fc.property(words, run, fc.array(words, { minLength: 1, maxLength: 3 }), (before, middle, items) => {
      const body: LetterTree = [
        ...draft.slice(0, 4),
        { kind: 'heading', level: 1, content: [{ kind: 'text', text: before }] },
        { kind: 'paragraph', content: [{ kind: 'text', text: `${before} ` }, middle] },
        { kind: 'list', ordered: false, items: items.map((text) => [{ kind: 'text', text }]) },
        draft.find((block) => block.kind === 'signature')!,
      ];
      expect(readEditedLetter(body, editableText(body))).toEqual({ kind: 'letter', body });
    }),
  );
});
