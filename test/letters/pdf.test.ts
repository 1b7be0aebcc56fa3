import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { letterMeta } from '../../letters/letter-meta.ts';
import { LetterRefused } from '../../letters/letter-refused.ts';
import { textsOf } from '../../letters/letter-tree.ts';
import type { Block, LetterTree } from '../../letters/letter-tree.ts';
import { fontFolder, fontNames } from '../../letters/pdf/assets.ts';
import { charactersOf, uncoveredCharacters } from '../../letters/pdf/font-coverage.ts';
import { renderPdf } from '../../letters/pdf/render-pdf.ts';
import type { PlacedText, ReadPdf } from '../support/read-pdf.ts';
import { readPdf } from '../support/read-pdf.ts';
import type { SampleChanges, SamplePaper } from './sample-letter.ts';
import { sampleLetter, sampleSessions } from './sample-letter.ts';

function pdfOf(paper: SamplePaper, changes: SampleChanges = {}): Uint8Array {
  const letter = sampleLetter(paper, changes);
  return renderPdf(letter.body, letterMeta(letter));
}

/** The window of a DL or C5 envelope over an A4 sheet folded in three, in millimetres. */
const window = { left: 24.6, right: 120, top: 40, bottom: 66.2 };
const hair = 0.05;

function isInWindow(text: PlacedText): boolean {
  return (
    text.page === 1 &&
    text.x < window.right &&
    text.right > window.left &&
    text.top < window.bottom &&
    text.bottom > window.top
  );
}

function expectWindow(pdf: ReadPdf, address: readonly string[]): void {
  const inside = pdf.texts.filter(isInWindow);
  const lines = new Map<string, string>();
  for (const { y, text } of inside) {
    lines.set(y.toFixed(1), [lines.get(y.toFixed(1)), text.trim()].filter((part) => part !== undefined).join(' '));
  }
  expect([...lines.values()]).toEqual(address);
  for (const { x, right, top, bottom } of inside) {
    expect(x).toBeGreaterThanOrEqual(window.left - hair);
    expect(right).toBeLessThanOrEqual(window.right + hair);
    expect(top).toBeGreaterThanOrEqual(window.top - hair);
    expect(bottom).toBeLessThanOrEqual(window.bottom + hair);
  }
}

const papers: readonly SamplePaper[] = ['stage-1-letter', 'stage-2-letter', 'stage-3-letter', 'formal-warning'];

test.each(papers)('the sheet of %s: the address alone in the window, the body from 95 mm', async (paper) => {
  const pdf = await readPdf(pdfOf(paper));
  expect(pdf.sizes.map((size) => size.map(Math.round))).toEqual([
    [210, 297],
    [210, 297],
  ]);
  expectWindow(pdf, ['Mrs Sadia Khan', '14 Ferry Lane', 'Lower Bank', 'Widnes', 'WA8 0AA']);
  const dear = pdf.texts.findIndex(({ text }) => text.startsWith('Dear Mrs Khan'));
  const body = pdf.texts.slice(dear).filter(({ page }) => page === 1);
  expect(Math.min(...body.map(({ top }) => top))).toBeGreaterThanOrEqual(95);
  expect(Math.max(...pdf.texts.slice(0, dear).map(({ bottom }) => bottom))).toBeLessThan(95);
  expect(Math.max(...pdf.texts.map(({ right }) => right))).toBeLessThanOrEqual(190 + hair);
});

test.each(papers)('every word of %s is on its pages, in order, with page numbers', async (paper) => {
  const { body } = sampleLetter(paper);
  const { words } = await readPdf(pdfOf(paper));
  const read = squeezed(words.join(' '));
  let at = 0;
  for (const text of textsOf(body)) {
    const found = read.indexOf(squeezed(text), at);
    expect(found, text).toBeGreaterThanOrEqual(0);
    at = found;
  }
  expect(words.map((page, index) => page.includes(`Page ${index + 1} of ${words.length}`))).toEqual([true, true]);
});

test('tags: headings, paragraphs, lists and a table with its header row, in reading order', async () => {
  const { tags, title, language, pdfUaPart } = await readPdf(pdfOf('stage-2-letter'));
  expect({ title, language, pdfUaPart }).toEqual({
    title: 'Amira Khan: a meeting about attendance',
    language: 'en-GB',
    pdfUaPart: '1',
  });
  const roots = (page: number) => tags[page]!.split('\n').filter((line) => /^\S/.test(line) && line !== 'Document');
  const inDocument = (page: number) =>
    tags[page]!.split('\n')
      .filter((line) => /^ {2}\S/.test(line))
      .map((line) => line.trim());
  expect(roots(0)).toEqual([]);
  expect(inDocument(0).join(' ')).toBe('P P P P P P H1 P P P L H2 P P L P P P P');
  expect(inDocument(1).join(' ')).toBe('H2 P Table');
  expect(tags[1]).toContain('Table\n    THead\n      TR\n        TH\n');
  expect(tags[1]!.match(/\bTH\n/g)).toHaveLength(3);
  expect(tags[1]!.match(/\bTD\n/g)).toHaveLength(30);
  expect(tags[0]!.match(/\bLI\n/g)).toHaveLength(5);
});

test('a table over two pages repeats its header row', async () => {
  const sessions = Array.from({ length: 90 }, (_, index) => sampleSessions[(index * 2) % sampleSessions.length]!);
  const { pages, words } = await readPdf(pdfOf('formal-warning', { sessions }));
  expect(pages).toBeGreaterThanOrEqual(3);
  expect(words.slice(1).map((page) => page.includes('Reason recorded'))).toEqual(Array(pages - 1).fill(true));
});

test('a letter longer than its page takes its last paragraph over with the signature', async () => {
  const { words } = await readPdf(pdfOf('stage-2-letter', { support: Array(7).fill('A quieter start to the day') }));
  expect(words[1]).toMatch(/^You can reach our Attendance Leader[^]*Yours sincerely/);
});

test('every font is embedded', async () => {
  const { fonts } = await readPdf(pdfOf('stage-1-letter', { pupil: { forename: 'أسماء' } }));
  expect(fonts.filter(({ embedded }) => !embedded)).toEqual([]);
  expect(new Set(fonts.map(({ name }) => name.replace(/^[A-Z]{6}\+/, '')))).toEqual(
    new Set(['NotoSans-Regular', 'NotoSans-Bold', 'NotoSansArabic-Regular', 'NotoSansArabic-Bold']),
  );
});

test.each(['Łukasz', 'Zoë', 'O’Neill', 'Nguyễn', 'Γιώργος', 'Ольга', 'Þóra', 'Siân', 'Ağaoğlu', 'Nuñez', "D'Arcy"])(
  'the name %s comes out as written',
  async (forename) => {
    const pdf = await readPdf(pdfOf('stage-1-letter', { pupil: { forename }, adult: { forename } }));
    expect(pdf.title).toBe(`${forename} Khan: time missed from school`);
    expect(pdf.words[0]).toContain(`glad to have ${forename} at`);
    expectWindow(pdf, [`Mrs ${forename} Khan`, '14 Ferry Lane', 'Lower Bank', 'Widnes', 'WA8 0AA']);
  },
);

test('a name in Arabic is joined up, from right to left, and reads back as written', async () => {
  const pdf = await readPdf(pdfOf('stage-1-letter', { adult: { title: '', forename: 'أسماء', surname: 'عبد الله' } }));
  const read = pdf.words[0]!.normalize('NFKC');
  for (const part of ['أسماء', 'عبد', 'الله']) expect(read).toContain(part);
});

test.each([
  ['李', 'U+674E', '李 Khan'],
  ['ਸ', 'U+0A38', 'ਸਿੰਘ Khan'],
  ['🙂', 'U+1F642', 'Amira🙂 Khan'],
  ['\u202E', 'U+202E', 'Amira\u202E Khan'],
])('a name with %s, which no font has, is refused and named', (character, point, name) => {
  const forename = name.slice(0, -' Khan'.length);
  expect(() => pdfOf('stage-1-letter', { pupil: { forename } })).toThrow(LetterRefused);
  expect(() => pdfOf('stage-1-letter', { pupil: { forename } })).toThrow(
    `the letters’ fonts have no “${character}” (${point}), which stands in “${name}: time missed from school”`,
  );
});

test('bold and italic faces have what the upright ones have', () => {
  const upright = (script: string) => charactersOf(readFileSync(fontFolder(`${script}-Regular.ttf`)));
  for (const name of fontNames) {
    const [script = '', style] = name.replace('.ttf', '').split('-');
    const has = charactersOf(readFileSync(fontFolder(name)));
    const lacks = [...upright(script)].filter((character) => !has.has(character));
    expect([name, style === 'Regular' ? [] : lacks]).toEqual([name, []]);
  }
  expect(uncoveredCharacters(['Łukasz Zoë O’Neill أسماء – “£” • …'])).toEqual([]);
});

test('an address of seven lines fits the window; eight are refused', async () => {
  const lines = ['Flat 1', 'Ferry House', '14 Ferry Lane', 'Lower Bank', 'Widnes'];
  expectWindow(await readPdf(pdfOf('stage-1-letter', { adult: { address: lines } })), [
    'Mrs Sadia Khan',
    ...lines,
    'WA8 0AA',
  ]);
  const { body } = sampleLetter('stage-1-letter');
  const eight = body.map((block): Block =>
    block.kind === 'address' ? { ...block, lines: [...lines, 'a', 'b', 'c'] } : block,
  );
  expect(() => renderPdf(eight, letterMeta(sampleLetter('stage-1-letter')))).toThrow(
    'the address has 8 lines and the window of the envelope shows 7',
  );
});

test.each([
  [
    'an address line',
    { adult: { address: ['W'.repeat(44)] } },
    `the address line “${'W'.repeat(44)}” is too wide for the window`,
  ],
  [
    'the school’s name',
    { school: { name: 'The Very Long Name Of A School '.repeat(5) } },
    'the school’s name is too long for the letterhead',
  ],
  [
    'a line of the letterhead',
    { school: { email: `office@${'w'.repeat(70)}.example` } },
    'a line of the letterhead is too wide',
  ],
  [
    'the school’s address',
    { school: { address: ['a', 'b', 'c', 'd', 'e', 'f'] } },
    'the letterhead has 8 lines beside the name and holds 7: join some of them',
  ],
])('%s that does not fit is refused, not cut off', (_, changes, message) => {
  expect(() => pdfOf('stage-1-letter', changes)).toThrow(message);
});

test('a long school’s name, seven lines and a long email address stay clear of the window', async () => {
  const school = {
    name: 'Our Lady of the Wayside and Saint Bartholomew Church of England Primary Academy',
    address: ['Church House', '1 School Lane', 'Lower Bank', 'Widnes', 'WA8 0ZZ'],
    email: 'attendance@our-lady-and-saint-bartholomew.example',
  };
  const pdf = await readPdf(pdfOf('stage-1-letter', { school }));
  expectWindow(pdf, ['Mrs Sadia Khan', '14 Ferry Lane', 'Lower Bank', 'Widnes', 'WA8 0AA']);
  expect(pdf.texts.filter(({ page, top, bottom }) => page === 1 && top < 35 && bottom > 35)).toEqual([]);
  expect(Math.min(...pdf.texts.map(({ top }) => top))).toBeGreaterThanOrEqual(5);
});

test('markup of Typst in a name is printed, not run', async () => {
  const forename = '#panic("x") $x$ *b* _i_ @r \\ <l>';
  const pdf = await readPdf(pdfOf('stage-1-letter', { pupil: { forename } }));
  expect(pdf.title).toBe(`${forename} Khan: time missed from school`);
  expect(squeezed(pdf.words[0]!)).toContain(squeezed(`glad to have ${forename} at`));
});

test('the same letter gives the same bytes, another date others', () => {
  const once = pdfOf('stage-3-letter');
  pdfOf('formal-warning');
  expect(Buffer.compare(once, pdfOf('stage-3-letter'))).toBe(0);
  const letter = sampleLetter('stage-3-letter');
  expect(Buffer.compare(once, renderPdf(letter.body, { ...letterMeta(letter), date: '2024-03-29' }))).not.toBe(0);
});

test('what PDF/UA forbids is refused by the compiler, in its words', () => {
  const { body, ...letter } = sampleLetter('stage-1-letter');
  const untitled = { ...letterMeta({ body, ...letter }), title: '' };
  expect(() => renderPdf(body, untitled)).toThrow('PDF/UA-1 error: missing document title');
});

test('two hundred letters do not fill the memory', () => {
  const letter = sampleLetter('formal-warning');
  const render = (index: number) => renderPdf(letter.body, { ...letterMeta(letter), reference: `ATT-${index}` });
  for (let index = 0; index < 20; index++) render(index);
  const before = process.memoryUsage.rss();
  for (let index = 20; index < 220; index++) render(index);
  expect((process.memoryUsage.rss() - before) / 1e6).toBeLessThan(80);
});

test('a letter that is not whole is refused', () => {
  const { body } = sampleLetter('stage-1-letter');
  const without: LetterTree = body.filter((block) => block.kind !== 'signature');
  expect(() => renderPdf(without, letterMeta(sampleLetter('stage-1-letter')))).toThrow(
    'the letter does not say who signs it',
  );
});

function squeezed(text: string): string {
  return text.replaceAll(/[\s\u00A0]+/g, '');
}
