import { afterEach, expect, test, vi } from 'vitest';
import { renderDocx } from '../../letters/docx/render-docx.ts';
import { letterMeta } from '../../letters/letter-meta.ts';
import { textsOf } from '../../letters/letter-tree.ts';
import { readZip } from '../support/read-zip.ts';
import type { SampleChanges, SamplePaper } from './sample-letter.ts';
import { sampleLetter } from './sample-letter.ts';

async function docxOf(paper: SamplePaper, changes: SampleChanges = {}): Promise<Uint8Array> {
  const letter = sampleLetter(paper, changes);
  return renderDocx(letter.body, letterMeta(letter));
}

/** One file of a document, opened again. */
async function part(path: string, paper: SamplePaper, changes: SampleChanges = {}): Promise<string> {
  return readZip(await docxOf(paper, changes)).get(path) ?? '';
}

/** The words of each paragraph, in order. */
function paragraphs(xml: string): string[] {
  return [...xml.matchAll(/<w:p>(.*?)<\/w:p>/gs)].map(([, inside = '']) =>
    [...inside.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text = '']) => text).join(''),
  );
}

afterEach(() => void vi.useRealTimers());

test.each(['stage-1-letter', 'stage-2-letter', 'stage-3-letter', 'formal-warning'] as const)(
  'every word of %s is in the document, in order',
  async (paper) => {
    const words = paragraphs(await part('word/document.xml', paper)).filter((text) => text !== '');
    const expected = textsOf(sampleLetter(paper).body).map((text) =>
      text === 'ATT-2024-0107' ? `Our reference: ${text}` : text === 'Yours sincerely' ? `${text},` : text,
    );
    expect(words).toEqual(expected);
  },
);

test('A4, British English, headings, a list, a header row that repeats', async () => {
  const xml = await part('word/document.xml', 'stage-2-letter');
  expect(xml).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
  expect(await part('word/styles.xml', 'stage-2-letter')).toContain('<w:lang w:val="en-GB"');
  expect(xml.match(/<w:pStyle w:val="Heading1"\/>/g)).toHaveLength(1);
  expect(xml.match(/<w:pStyle w:val="Heading2"\/>/g)).toHaveLength(2);
  expect(xml.match(/<w:numPr>/g)).toHaveLength(5);
  expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1);
  expect(xml.match(/<w:tr>/g)).toHaveLength(11);
  expect(xml).toContain('<w:pageBreakBefore/>');
});

test('the address stands in a frame where the window is, the body begins at 95 mm', async () => {
  const xml = await part('word/document.xml', 'stage-1-letter');
  const millimetres = (twips: string) => (Number(twips) / 1440) * 25.4;
  const frames = [...xml.matchAll(/<w:framePr ([^>]*)\/>.*?<w:t[^>]*>([^<]*)/gs)].map(
    ([, attributes = '', text = '']) => {
      const value = (name: string) => millimetres(new RegExp(`w:${name}="(\\d+)"`).exec(attributes)?.[1] ?? '');
      expect(attributes).toContain('w:hAnchor="page" w:vAnchor="page"');
      return { text, x: value('x'), y: value('y'), right: value('x') + value('w'), bottom: value('y') + value('h') };
    },
  );
  const address = ['Mrs Sadia Khan', '14 Ferry Lane', 'Lower Bank', 'Widnes', 'WA8 0AA'];
  const inWindow = frames.filter(({ x, right, y, bottom }) => x < 120 && right > 24.6 && y < 66.2 && bottom > 40);
  expect(inWindow.map(({ text }) => text)).toEqual(address);
  for (const frame of inWindow) {
    expect(frame.x).toBeCloseTo(24.6, 1);
    expect(frame.y).toBeCloseTo(40, 1);
    expect(frame.right).toBeCloseTo(120, 1);
    expect(frame.bottom).toBeCloseTo(66.2, 1);
  }
  const before = /<w:spacing w:after="0" w:before="(\d+)" w:line="20"/.exec(xml)?.[1] ?? '';
  expect(18 + millimetres(before)).toBeCloseTo(95, 1);
});

test('names: escaped, and runs from right to left marked', async () => {
  const xml = await part('word/document.xml', 'stage-1-letter', {
    pupil: { forename: '<w:p>&"Zoë"' },
    adult: { forename: 'أسماء', surname: 'عبد الله' },
  });
  expect(xml).toContain('&lt;w:p&gt;&amp;');
  expect(xml).toMatch(/<w:rtl\/>.*?<w:t[^>]*>أسماء عبد الله<\/w:t>/s);
  expect(paragraphs(xml)[6]).toBe('Mrs أسماء عبد الله');
});

test('the properties name the subject, the school and the day', async () => {
  const xml = await part('docProps/core.xml', 'stage-1-letter', { school: { name: 'Saints & Sons' } });
  expect(xml).toContain('<dc:title>Amira Khan: time missed from school</dc:title><dc:creator>Saints &amp; Sons<');
  expect(xml.match(/2024-03-28T00:00:00Z/g)).toHaveLength(2);
});

test('the same letter gives the same bytes at another time', async () => {
  vi.useFakeTimers({ now: new Date('2024-05-01T10:00:00Z'), toFake: ['Date'] });
  const once = await docxOf('stage-2-letter');
  vi.setSystemTime(new Date('2025-11-30T23:59:58Z'));
  expect(Buffer.compare(once, await docxOf('stage-2-letter'))).toBe(0);
});
