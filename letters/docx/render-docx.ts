import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  FrameAnchorType,
  HeadingLevel,
  LevelFormat,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  TabStopType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  convertMillimetersToTwip as mm,
} from 'docx';
import type { LetterMeta } from '../letter-meta.ts';
import { LetterRefused } from '../letter-refused.ts';
import type { Block, Inline, LetterTree } from '../letter-tree.ts';
import { headKinds, missingFromLetter } from '../whole-letter.ts';
import { coreProperties, withFixedTimes } from './fixed-times.ts';
import { runsOf } from './runs.ts';

/** Where the parts stand on the sheet, in millimetres from its top left corner; the same as in letter.typ. */
const page = { width: 210, height: 297, left: 24.6, right: 20, top: 18, bottom: 22 };
const window = { x: 24.6, y: 40, width: 95.4, height: 26.2 };
const aside = { x: 127, width: 63 };
const bodyFrom = 95;
const accent = '1F3F66';
const quiet = '4A4F57';

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
            size: { width: mm(page.width), height: mm(page.height) },
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
        children: [...head(tree), bodyStart(), ...body.flatMap((block, index) => parts(block, index))],
      },
    ],
  });
  const packed = await Packer.toBuffer(document, undefined, [
    { path: 'docProps/core.xml', data: coreProperties(meta) },
  ]);
  return withFixedTimes(new Uint8Array(packed), meta.date);
}

function styles(language: string): ConstructorParameters<typeof Document>[0]['styles'] {
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

/** Letterhead, address, date and reference, each in a frame fixed to the sheet. */
function head(tree: LetterTree): Paragraph[] {
  return tree.flatMap((block): Paragraph[] => {
    if (block.kind === 'letterhead') {
      return [
        framed(block.name, window.x, 14, 97, 12, { size: 38, bold: true, color: accent, line: 480 }),
        ...block.lines.map((line) => framed(line, aside.x, 14, aside.width, 20, { size: 17, color: quiet, line: 220 })),
      ];
    }
    if (block.kind === 'address') {
      const small = block.lines.length > 6;
      const look = small ? { size: 18, line: 209 } : { size: 20, line: 240 };
      return block.lines.map((line) => framed(line, window.x, window.y, window.width, window.height, look));
    }
    if (block.kind !== 'date' && block.kind !== 'reference') return [];
    const text = block.kind === 'date' ? block.text : `Our reference: ${block.text}`;
    return [framed(text, aside.x, window.y, aside.width, window.height, { size: 20, line: 240 })];
  });
}

interface Look {
  /** Half points. */
  readonly size: number;
  /** Twentieths of a point, exactly. */
  readonly line: number;
  readonly bold?: boolean;
  readonly color?: string;
}

/** Word joins neighbouring paragraphs with the same frame into one. */
function framed(text: string, x: number, y: number, width: number, height: number, look: Look): Paragraph {
  const { size, line, ...rest } = look;
  return new Paragraph({
    children: runsOf([{ kind: 'text', text }], { size, ...rest }),
    spacing: { before: 0, after: 0, line, lineRule: LineRuleType.EXACT },
    frame: {
      type: 'absolute',
      position: { x: mm(x), y: mm(y) },
      width: mm(width),
      height: mm(height),
      anchor: { horizontal: FrameAnchorType.PAGE, vertical: FrameAnchorType.PAGE },
      rule: 'exact',
    },
  });
}

/** A line of one point that pushes the body down to where it begins. */
function bodyStart(): Paragraph {
  return new Paragraph({
    children: [],
    spacing: { before: mm(bodyFrom - page.top), after: 0, line: 20, lineRule: LineRuleType.EXACT },
  });
}

function parts(block: Block, index: number): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading': {
      const heading = block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2;
      return [new Paragraph({ heading, children: runsOf(block.content) })];
    }
    case 'paragraph':
      return [new Paragraph({ children: runsOf(block.content) })];
    case 'list': {
      const numbering = { reference: block.ordered ? 'numbers' : 'bullets', level: 0, instance: index };
      return block.items.map((item) => new Paragraph({ numbering, spacing: { after: 60 }, children: runsOf(item) }));
    }
    case 'table':
      return [tableOf(block.header, block.rows), new Paragraph({ children: [] })];
    case 'signature':
      return signed(block.closing, block.lines);
    case 'page break':
      return [new Paragraph({ pageBreakBefore: true, spacing: { after: 0, line: 20, lineRule: LineRuleType.EXACT } })];
    case 'letterhead':
    case 'address':
    case 'date':
    case 'reference':
      break;
  }
  return [];
}

function signed(closing: string, lines: readonly string[]): Paragraph[] {
  const last = lines.length - 1;
  return [
    new Paragraph({
      children: runsOf([{ kind: 'text', text: `${closing},` }]),
      keepNext: true,
      spacing: { after: mm(15) },
    }),
    ...lines.map(
      (text, index) =>
        new Paragraph({
          children: runsOf([{ kind: index === 0 ? 'strong' : 'text', text }]),
          keepNext: index < last,
          spacing: { after: 0 },
        }),
    ),
  ];
}

type Cells = readonly (readonly Inline[])[];

function tableOf(header: Cells, rows: readonly Cells[]): Table {
  const full = mm(page.width - page.left - page.right);
  const narrow = Math.floor(full * (header.length > 1 ? 0.6 / (header.length - 1) : 1));
  const columnWidths = header.map((_, index) =>
    index === header.length - 1 ? full - narrow * (header.length - 1) : narrow,
  );
  const line = { style: BorderStyle.SINGLE, size: 4, color: 'C5CAD1' };
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const row = (cells: Cells, isHeader: boolean) =>
    new TableRow({
      tableHeader: isHeader,
      cantSplit: true,
      children: cells.map(
        (cell, index) =>
          new TableCell({
            width: { size: columnWidths[index] ?? narrow, type: WidthType.DXA },
            margins: { top: 60, bottom: 60, left: 100, right: 100 },
            ...(isHeader ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'E8EDF3' } } : {}),
            children: [new Paragraph({ spacing: { after: 0 }, children: runsOf(cell, { bold: isHeader }) })],
          }),
      ),
    });
  return new Table({
    width: { size: full, type: WidthType.DXA },
    columnWidths,
    borders: { top: none, left: none, right: none, insideVertical: none, bottom: line, insideHorizontal: line },
    rows: [row(header, true), ...rows.map((cells) => row(cells, false))],
  });
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
