import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { letterFields } from '../../letters/draft-fields.ts';
import { inlineText, textsOf } from '../../letters/letter-tree.ts';
import { letterText } from '../../letters/letter-text.ts';
import { letterRenderer } from '../../letters/render-letter.ts';
import { printProblem } from '../../letters/letter-problem.ts';
import type { SampleChanges, SamplePaper } from './sample-letter.ts';
import { away, ownTemplates, sampleInput, sampleLetter } from './sample-letter.ts';

const papers: readonly SamplePaper[] = ['stage-1-letter', 'stage-2-letter', 'stage-3-letter', 'formal-warning'];

test('every template of the repository is sound', () => {
  const { problems, papers: known } = letterRenderer(ownTemplates());
  expect(problems.map(printProblem)).toEqual([]);
  expect(known.map(({ paper }) => paper)).toEqual(expect.arrayContaining(papers.map((paper) => `widnes.${paper}`)));
});

/** `UPDATE_GOLDEN=1` rewrites the expected texts; the difference is for a person to read. */
test.each(papers)('the text of %s', (paper) => {
  const file = new URL(`golden/widnes.${paper}.txt`, import.meta.url);
  const text = letterText(sampleLetter(paper).body);
  if (process.env['UPDATE_GOLDEN']) writeFileSync(file, text);
  expect(text).toBe(readFileSync(file, 'utf8'));
});

test('a letter names its paper, its addressee and what it rests on', () => {
  const { body, restsOn, ...letter } = sampleLetter('stage-1-letter');
  expect(letter).toEqual({
    kind: 'letter',
    paper: 'widnes.stage-1-letter',
    title: 'Stage 1 letter',
    language: 'en-GB',
    date: '2024-03-28',
    reference: 'ATT-2024-0107',
    author: 'Widnes Academy',
    addressee: { adult: 'adult-1', name: 'Mrs Sadia Khan' },
    pupil: 'pupil-1',
    subject: 'Amira Khan: time missed from school',
  });
  expect(body).toHaveLength(17);
  expect(restsOn).toMatchObject({ finding: 'f'.repeat(64), policy: { id: 'widnes' }, asAt: '2024-03-28' });
  expect(restsOn.sessions).toHaveLength(9);
});

test.each([
  ['markup', '<b>Bo</b><script>x</script>', "O'Neill & <p>"],
  ['Handlebars', '{{school.name}}', '{{{x}}}'],
  ['Typst and Slack', '#panic("x") $x$ *a* _b_ @c', '<!channel>'],
  ['accents and another script', 'Łukasz Zoë', 'O’Neill أسماء'],
])('a name with %s in it stays as typed', (_, forename, surname) => {
  const letter = sampleLetter('stage-1-letter', { pupil: { forename, surname }, adult: { forename, surname } });
  expect(letter.subject).toBe(`${forename} ${surname}: time missed from school`);
  expect(letter.addressee.name).toBe(`Mrs ${forename} ${surname}`);
  expect(textsOf(letter.body)).toContain(`Dear Mrs ${surname},`);
});

test('a letter typed as two characters becomes the one that fonts hold', () => {
  expect(sampleLetter('stage-1-letter', { pupil: { forename: 'Zoe\u0308' } }).subject).toMatch(/^Zoë Khan/);
});

test('half days apart and the same reason all day', () => {
  const sessions = [...away('2024-03-04', 'II'), ...away('2024-03-05', '.M'), ...away('2024-03-06', 'IO')];
  const table = sampleLetter('stage-1-letter', { sessions }).body.find((block) => block.kind === 'table');
  expect(table?.kind === 'table' && table.rows.map((row) => row.map(inlineText))).toEqual([
    ['Monday 4 March 2024', 'All day', 'Illness'],
    ['Tuesday 5 March 2024', 'Afternoon', 'Medical or dental appointment'],
    ['Wednesday 6 March 2024', 'Morning', 'Illness'],
    ['Wednesday 6 March 2024', 'Afternoon', 'Absent without leave'],
  ]);
});

test('one session, one day: the singular', () => {
  const text = letterText(sampleLetter('stage-1-letter', { sessions: away('2024-03-04', 'IO') }).body);
  expect(text).toContain('1\u00A0session of authorised absence and 1\u00A0session of unauthorised absence');
  expect(text).toContain('missed 1\u00A0day of school');
});

test('nothing unauthorised, no support, no meeting, no further stage: said or left out, never blank', () => {
  const { ladder } = sampleInput('stage-2-letter');
  const changes: SampleChanges = { sessions: away('2024-03-04', 'II'), support: [], meeting: undefined };
  const text = letterText(sampleLetter('stage-2-letter', { ...changes, ladder: { ...ladder, next: null } }).body);
  expect(text).toContain('2\u00A0sessions of authorised absence and none of unauthorised absence');
  expect(text).toContain('Our Attendance Leader would like to meet you.');
  expect(text).not.toMatch(/This is the support|misses a further| {2}|undefined|\n\n\n/);
});

test('a signatory’s name stands above the role where the school gave one', () => {
  const school = { signatory: { role: 'Head of School', name: 'A. Signatory' } };
  const signature = sampleLetter('stage-1-letter', { school }).body.find((block) => block.kind === 'signature');
  expect(signature).toEqual({
    kind: 'signature',
    closing: 'Yours sincerely',
    lines: ['A. Signatory', 'Head of School', 'Widnes Academy'],
  });
});

test.each<[string, SampleChanges, string]>([
  [
    'nothing may be sent to',
    { adult: { doNotSend: true } },
    'nothing may be sent to Mrs Sadia Khan: ask the safeguarding lead',
  ],
  [
    'has neither responsibility nor care',
    { adult: { parentalResponsibility: false, dayToDayCare: false } },
    'Mrs Sadia Khan has neither parental responsibility for Amira Khan nor day-to-day care: a letter goes to those who have',
  ],
  [
    'has no address',
    { adult: { address: [], postcode: '' } },
    'Mrs Sadia Khan: the address has no lines below the name: record where this adult lives',
  ],
  [
    'has an address of eight lines',
    { adult: { address: ['a', 'b', 'c', 'd', 'e', 'f'] } },
    'Mrs Sadia Khan: the address has 8 lines and the window of the envelope shows 7: join or shorten some of them',
  ],
  [
    'has an address that cannot be broken',
    { adult: { address: ['x'.repeat(45)] } },
    `Mrs Sadia Khan: the address line “${'x'.repeat(45)}” is longer than 44 characters and has no space to break at`,
  ],
  [
    'is of a school that gave no telephone number',
    { school: { telephone: '' } },
    'the school’s telephone number is not recorded: a letter has to say it',
  ],
  [
    'counts a code that has no meaning',
    { sessions: away('2024-03-04', 'q.') },
    'code q on Monday 4 March 2024 (AM) has no meaning on that day',
  ],
  [
    'has a child whose name holds a control character',
    { pupil: { forename: 'Am\u0007ira' } },
    'the pupil’s name holds a character that cannot be printed (U+0007): correct it in the register',
  ],
])('no letter to an adult who %s', (_, changes, reason) => {
  expect(letterFields(sampleInput('stage-1-letter', changes))).toEqual({ kind: 'refused', reasons: [reason] });
});

test('a carer without parental responsibility is written to, and a parent who lives elsewhere', () => {
  for (const adult of [{ parentalResponsibility: false }, { dayToDayCare: false }]) {
    expect(sampleLetter('stage-1-letter', { adult }).addressee.name).toBe('Mrs Sadia Khan');
  }
});

test('a long address line is broken at a space', () => {
  const adult = { address: ['Flat 12, The Old Ropemakers’ Warehouse, Lower Waterside Road'] };
  const address = sampleLetter('stage-1-letter', { adult }).body.find((block) => block.kind === 'address');
  expect(address?.kind === 'address' && address.lines).toEqual([
    'Mrs Sadia Khan',
    'Flat 12, The Old Ropemakers’ Warehouse,',
    'Lower Waterside Road',
    'WA8 0AA',
  ]);
});

test('a paper that has no template, and a template with a problem is not used', () => {
  const sources = ownTemplates();
  const broken = {
    ...sources.templates,
    'widnes.stage-1-letter': sources.templates['widnes.stage-1-letter']!.replace('pupil.name', 'pupil.nam'),
  };
  const renderer = letterRenderer({ ...sources, templates: broken });
  expect(renderer.problems.map(printProblem)).toEqual([
    'widnes.stage-1-letter.hbs:8:7: there is no field “pupil.nam”; did you mean “pupil.name”?',
  ]);
  const drafted = letterFields(sampleInput('stage-1-letter'));
  if (drafted.kind === 'refused') throw new Error(drafted.reasons.join());
  expect(renderer.render('widnes.stage-1-letter', drafted, { adult: 'a', pupil: 'p' })).toMatchObject({
    problems: [
      {
        message: expect.stringMatching(
          /^there is no letter “widnes.stage-1-letter”; there are .*widnes.formal-warning/,
        ),
      },
    ],
  });
});

test('a template that is not a whole letter says what is missing', () => {
  const only =
    '---\npaper: a\ntitle: A\nlanguage: en-GB\n---\n<h1>{{pupil.name}}</h1><p>One</p><date>{{date letter.date}}</date>';
  expect(letterRenderer({ templates: { a: only }, partials: {} }).problems.map(({ message }) => message)).toEqual([
    'the letter does not say to whom it goes: <address>',
    'the letter does not say who signs it: <signature>',
    '<date> stands before the first paragraph or heading',
  ]);
});
