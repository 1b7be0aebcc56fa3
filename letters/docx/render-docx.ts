import {
  AlignmentType,
  Document,
  Footer,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  TabStopType,
  TextRun,
} from 'docx';
import type { IStylesOptions } from 'docx';
import type { LetterMeta } from '../letter-meta.ts';
import { LetterRefused } from '../letter-refused.ts';
import type { LetterTree } from '../letter-tree.ts';
import { headKinds, missingFromLetter } from '../whole-letter.ts';
import { blockParts } from './blocks.ts';
import { coreProperties, withFixedTimes } from './fixed-times.ts';
import { bodyStart, head } from './head.ts';
import { runsOf } from './runs.ts';
import { accent, mm, page, quiet } from './sheet.ts';

/**
 * The letter as a Word document that may still be edited: A4, headings, lists, a table with a header row, language as
 * the letter says, the address where the window of the envelope is. Set in Arial, which every school's computer has;
 * Word brings in another font for a character that Arial lacks. Throws LetterRefused for a letter that is not whole.
 */
export async function renderDocx(tree: LetterTree, meta: LetterMeta): Promise<Uint8Array> {
  const faults = missingFromLetter(tree);
  if (faults.length > 0) throw new LetterRefused(faults);
  const body = tree.filter((block) => !headKinds.has(block.kind));
  const document = new Document({
    title: meta.title,
    creator: meta.author,
    lastModifiedBy: meta.author,
    styles: styles(meta.language),
    numbering: {
      config: [listLevel('bullets', LevelFormat.BULLET, '•'), listLevel('numbers', LevelFormat.DECIMAL, '%1.')],
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11_906, height: 16_838 },
            margin: {
              left: mm(page.left),
              right: mm(page.right),
              top: mm(page.top),
              bottom: mm(page.bottom),
              footer: mm(10),
            },
          },
        },
        footers: { default: footer(meta) },
        children: [
          ...head(tree),
          bodyStart(),
          ...body.flatMap((block, index) => blockParts(block, index, body[index + 1])),
        ],
      },
    ],
  });
  const packed = await Packer.toBuffer(document, undefined, [
    { path: 'docProps/core.xml', data: coreProperties(meta) },
  ]);
  return withFixedTimes(new Uint8Array(packed), meta.date);
}

function styles(language: string): IStylesOptions {
  const heading = (size: number, before: number) => ({
    run: { font: 'Arial', size, bold: true, color: accent },
    paragraph: { spacing: { before, after: 120 }, keepNext: true },
  });
  return {
    default: {
      document: {
        run: { font: 'Arial', size: 21, language: { value: language, bidirectional: 'ar-SA' } },
        paragraph: { spacing: { after: 140, line: 264 } },
      },
      heading1: heading(27, 200),
      heading2: heading(22, 280),
    },
  };
}

function listLevel(reference: string, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) {
  const indent = { left: 400, hanging: 260 };
  return {
    reference,
    levels: [{ level: 0, format, text, alignment: AlignmentType.LEFT, style: { paragraph: { indent } } }],
  };
}

function footer(meta: LetterMeta): Footer {
  const look = { size: 16, color: quiet, font: 'Arial' };
  const left = [meta.author, meta.reference].filter((part) => part !== '').join(' · ');
  return new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: mm(page.width - page.left - page.right) }],
        children: [
          ...runsOf([{ kind: 'text', text: left }], look),
          new TextRun({ ...look, children: ['\tPage ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  });
}
