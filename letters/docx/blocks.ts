import {
  BorderStyle,
  HeadingLevel,
  LineRuleType,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  WidthType,
} from 'docx';
import type { Block, Inline } from '../letter-tree.ts';
import { runsOf } from './runs.ts';
import { mm, page } from './sheet.ts';

/**
 * A block of the body as Word's paragraphs and tables. `index` tells one list from another; the paragraph before the
 * signature stays with it.
 */
export function blockParts(block: Block, index: number, next: Block | undefined): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading': {
      const heading = block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2;
      return [new Paragraph({ heading, children: runsOf(block.content) })];
    }
    case 'paragraph':
      return [new Paragraph({ children: runsOf(block.content), keepNext: next?.kind === 'signature' })];
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
