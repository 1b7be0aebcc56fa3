import { expect, test } from 'vitest';
import { checkTemplate, readTemplate } from '../../letters/check-template.ts';
import { heldAgainst } from '../../letters/held-against.ts';

/** The problems of a template whose body is given, as `line:column message`; the front matter takes lines 1 to 5. */
function problems(body: string): string[] {
  const front = '---\npaper: a-letter\ntitle: A letter\nlanguage: en-GB\n---\n';
  return checkTemplate(front + body, { partials: ['sign-off'] }).map(
    ({ line, column, message }) => `${line}:${column} ${message}`,
  );
}

test('a template of known fields, helpers, blocks, tags and partials has no problem', () => {
  const body = `<h1>{{pupil.name}}</h1>
{{!-- who wrote it --}}
{{#if meeting.date}}<p>{{long-date meeting.date}}</p>{{else}}<p>{{days attendance.daysAbsent}}</p>{{/if}}
<ul>{{#each support}}<li>{{this}} of {{../school.name}}</li>{{/each}}</ul>
{{#each absences}}<p>{{date day}} {{session}}</p>{{/each}}
{{> sign-off}}`;
  expect(problems(body)).toEqual([]);
});

test.each([
  [
    'an unknown field',
    '<p>\n  Dear {{adult.salutaton}},</p>',
    ['7:10 there is no field “adult.salutaton”; did you mean “adult.salutation”?'],
  ],
  [
    'a field of another group',
    '<p>{{pupil.salutation}}</p>',
    ['6:6 there is no field “pupil.salutation”; did you mean “adult.salutation”?'],
  ],
  [
    'a group in place of a field',
    '<p>{{signatory}}</p>',
    ['6:6 “signatory” is a group of fields: signatory.role, signatory.name'],
  ],
  [
    'an unknown column',
    '{{#each absences}}<p>{{code}}</p>{{/each}}',
    ['6:24 there is no “code” in absences, which has day, session, reason'],
  ],
  [
    'a field of the letter inside a list',
    '{{#each support}}<p>{{school.name}}</p>{{/each}}',
    ['6:23 there is no “school.name” in support, which has {{this}}; outside it: {{../school.name}}'],
  ],
  [
    'a way to a prototype',
    '<p>{{pupil.constructor}} {{__proto__}}</p>',
    ['6:6 there is no field “pupil.constructor”', '6:28 there is no field “__proto__”'],
  ],
  ['Handlebars’ own data', '<p>{{@root}}</p>', ['6:6 there is no @root in a letter']],
  ['a date without its helper', '<p>{{letter.date}}</p>', ['6:4 letter.date is a date: write {{date letter.date}}']],
  ['a helper for another kind', '<p>{{days pupil.name}}</p>', ['6:4 {{days …}} takes a count; pupil.name is text']],
  ['a helper without its field', '<p>{{days}}</p>', ['6:4 {{days …}} takes a field: 7.5 days, 1 day']],
  [
    'an unknown helper',
    '<p>{{dat letter.date}}</p>',
    ['6:4 there is no helper “dat”; did you mean “date”?; there are date, long-date, percentage, days, sessions'],
  ],
  [
    'Handlebars’ own helpers',
    '{{#with pupil}}{{/with}}<p>{{lookup pupil "name"}}{{log 1}}</p>',
    [
      '6:1 there is no block {{#with}}; there are {{#if}}, {{#unless}}, {{#each}} and {{#includes}}',
      '6:28 there is no helper “lookup”; there are date, long-date, percentage, days, sessions',
      '6:51 there is no helper “log”; there are date, long-date, percentage, days, sessions',
    ],
  ],
  ['a list in a line of words', '<p>{{support}}</p>', ['6:4 support is a list: write {{#each support}}…{{/each}}']],
  [
    'each over words',
    '{{#each pupil.name}}{{/each}}',
    ['6:9 pupil.name is not a list: {{#each}} is for school.address, adult.address, absences, support'],
  ],
  [
    'a field that may be empty',
    '<p>{{date meeting.date}}</p>',
    ['6:4 meeting.date may have nothing in it: put this in {{#if meeting.date}}…{{/if}}'],
  ],
  [
    'three braces',
    '<p>\n{{{pupil.name}}}</p>',
    ['7:1 write {{…}} with two braces: what a field holds is always words, never markup'],
  ],
  [
    'an ampersand',
    '<p>{{& pupil.name}}</p>',
    ['6:4 write {{…}} with two braces: what a field holds is always words, never markup'],
  ],
  ['a partial worked out', '{{> (lookup . "name")}}', ['6:1 a partial is named outright, not worked out']],
  ['an unknown partial', '{{> sign-of}}', ['6:1 there is no partial “sign-of”; did you mean “sign-off”?']],
  ['a partial in a tag', '<p>{{> sign-off}}</p>', ['6:4 a partial stands in the letter itself, not in a tag']],
  ['a partial block', '{{#> sign-off}}{{/sign-off}}', ['6:1 a partial takes no block: write {{> name}}']],
  ['a decorator', '{{* sign-off}}', ['6:1 a letter takes no decorator']],
  ['an unknown tag', '<p>one</p>\n<div>two</div>', ['7:1 there is no tag <div> in a letter']],
  ['a script', '<p><script>alert(1)</script></p>', ['6:4 there is no tag <script> in a letter']],
  [
    'a misspelt tag',
    '<sigature>Yours</sigature>',
    ['6:1 there is no tag <sigature> in a letter; did you mean <signature>?'],
  ],
  ['an attribute', '<p\n  class="big">one</p>', ['7:3 <p> takes no attribute; take class away']],
  ['a field in a tag', '<p {{pupil.name}}>one</p>', ['6:4 <p> takes no attribute; take xxxxxxxxxxxxxx away']],
  ['a tag in the wrong place', '<p><li>one</li></p>', ['6:4 <li> stands in <ul> or in <ol>, not in <p>']],
  ['words outside a tag', 'Hello', ['6:1 words stand in a tag: write <p>…</p> round them']],
  ['a field outside a tag', '{{pupil.name}}', ['6:1 words stand in a tag: write <p>…</p> round them']],
  ['a tag never closed', '<p>one', ['6:1 <p> is never closed; write </p> after it']],
  [
    'a tag closed that was not open',
    'one</p>',
    ['6:1 words stand in a tag: write <p>…</p> round them', '6:4 </p> closes nothing that is open'],
  ],
  [
    'a tag opened in a block',
    '{{#if meeting.date}}<p>{{else}}<p>{{/if}}one</p>',
    ['6:21 <p> is never closed; write </p> after it', '6:32 <p> stands in the letter itself, not in <p>'],
  ],
  [
    'a tag that opens in one block and closes in another',
    '{{#if support}}<p>{{/if}}one{{#if support}}</p>{{/if}}',
    [
      '6:16 a tag that opens in a block closes in it, and the other way round',
      '6:44 a tag that opens in a block closes in it, and the other way round',
    ],
  ],
  ['an HTML comment', '<!-- note -->', ['6:1 a comment would be lost; write it as {{!-- … --}}']],
  ['a block never closed', '<p>one</p>\n{{#if support}}', ['7:1 a {{…}} here is not complete or not closed']],
  ['a block closed by another', '{{#if support}}{{/each}}', ['6:4 {{#if}} is closed by {{/each}}; write {{/if}}']],
])('%s', (_, body, expected) => {
  expect(problems(body)).toEqual(expected);
});

test('front matter that is missing, misspelt or not YAML', () => {
  const check = (text: string) => checkTemplate(text).map(({ line, message }) => `${line} ${message}`);
  expect(check('<p>one</p>')).toEqual([
    '1 a template begins with its paper, title and language between two lines of ---',
  ]);
  expect(check('---\npaper: a\ntitel: A\nlanguage: en-GB\n---\n')).toEqual([
    '1 the front matter does not say title: add a line “title: …”',
    '3 the front matter takes paper, title, language, not titel',
  ]);
  expect(check('---\npaper: [a\n---\n')[0]).toMatch(/^[23] the front matter does not read as YAML/);
});

test('a template too long to be one', () => {
  expect(checkTemplate('x'.repeat(100_001)).map(({ message }) => message)).toEqual([
    'a template has at most 100,000 characters',
  ]);
});

/** The problems of a template whose paper the policy says includes these. */
function lacking(body: string, ...includes: (string | { text: string; always: boolean })[]): string[] {
  const front = '---\npaper: a-letter\ntitle: A letter\nlanguage: en-GB\n---\n';
  const items = includes.map((item) => (typeof item === 'string' ? { text: item, always: true } : item));
  const { problems, outline } = readTemplate(front + body);
  const held = outline ? heldAgainst([outline], new Map([['a-letter', { includes: items }]])) : [];
  return [...problems, ...held].map(({ line, column, message }) => `${line}:${column} ${message}`);
}

const offered = '{{#includes "support offered"}}<p>We offered help.</p>{{/includes}}';

test('a part for each item that the policy says the paper includes', () => {
  expect(lacking(offered, 'support offered')).toEqual([]);
  expect(lacking(`${offered}${offered}`, 'support offered')).toEqual([]);
  expect(lacking('<p>Hello</p>')).toEqual([]);
});

test('an item that nothing says is told at the line that names the paper', () => {
  expect(lacking('<p>We offered help.</p>', 'support offered', 'attendance issues')).toEqual([
    '2:1 the policy says that this paper includes “support offered”: put the words that say it between {{#includes "support offered"}} and {{/includes}}',
    '2:1 the policy says that this paper includes “attendance issues”: put the words that say it between {{#includes "attendance issues"}} and {{/includes}}',
  ]);
});

test('an item only for some pupils may be there and need not be', () => {
  const item = { text: 'support offered', always: false };
  expect(lacking('<p>Hello</p>', item)).toEqual([]);
  expect(lacking(offered, item)).toEqual([]);
});

test('a part of an item that the policy does not have', () => {
  expect(lacking(`<p>Hello</p>\n${offered}`)).toEqual([
    '7:1 the policy does not say that this paper includes “support offered”',
  ]);
  expect(lacking(`${offered}${offered.replace('offered', 'ofered')}`, 'support offered')).toEqual([
    `6:${offered.length + 1} the policy does not say that this paper includes “support ofered”; did you mean “support offered”?`,
  ]);
});

test.each([
  [
    'in a block that may be left out',
    `{{#if meeting.date}}${offered}{{/if}}`,
    '6:21 {{#includes}} stands outside {{#if}}, {{#each}} and the like: it is said in every letter',
  ],
  [
    'without words',
    '{{#includes "support offered"}}<ul></ul>{{/includes}}',
    '6:1 there are no words between {{#includes …}} and {{/includes}} that every letter has',
  ],
  [
    'with words in some letters alone',
    '{{#includes "support offered"}}{{#if meeting.date}}<p>Come.</p>{{/if}}{{/includes}}',
    '6:1 there are no words between {{#includes …}} and {{/includes}} that every letter has',
  ],
  [
    'with a field for the item',
    '{{#includes school.name}}<p>Hello</p>{{/includes}}',
    '6:1 {{#includes}} takes the policy’s words for it, in quotes: {{#includes "support offered"}}',
  ],
  [
    'with half a tag',
    '{{#includes "support offered"}}<p>We{{/includes}} offered help.</p>',
    '6:32 a tag that opens in a block closes in it, and the other way round',
  ],
])('a part %s', (_, body, problem) => {
  expect(problems(body)).toContain(problem);
});
