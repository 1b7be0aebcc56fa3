import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';
import { letterMeta } from '../letters/letter-meta.ts';
import { renderSvg } from '../letters/pdf/render-pdf.ts';
import { sampleLetter } from '../test/letters/sample-letter.ts';

/** The pages of the four letters as pictures, one file a page, in docs/pictures. */
const folder = new URL('../docs/pictures/', import.meta.url);
const papers = ['stage-1-letter', 'stage-2-letter', 'stage-3-letter', 'formal-warning'] as const;
/** A4 in points, as Typst lays its pages below one another. */
const page = { width: 595.28, height: 841.89 };

for (const name of readdirSync(folder)) {
  if (name.startsWith('letter-') && name.endsWith('.png')) rmSync(new URL(name, folder));
}
for (const paper of papers) {
  const letter = sampleLetter(paper);
  const svg = renderSvg(letter.body, letterMeta(letter));
  const height = Number(/viewBox="0 0 [\d.]+ ([\d.]+)"/.exec(svg)?.[1]);
  const pages = Math.round(height / page.height);
  for (let index = 0; index < pages; index++) {
    const view = `0 ${(height / pages) * index} ${page.width} ${height / pages}`;
    const one = svg
      .replace(/viewBox="[^"]*"/, `viewBox="${view}"`)
      .replace(/ width="[\d.]+(pt)?"/, ` width="${page.width}"`)
      .replace(/ height="[\d.]+(pt)?"/, ` height="${height / pages}"`);
    const png = new Resvg(one, { fitTo: { mode: 'width', value: 1000 }, background: 'white' }).render().asPng();
    writeFileSync(new URL(`letter-${paper.replace(/-letter$/, '')}-${index + 1}.png`, folder), png);
  }
}
