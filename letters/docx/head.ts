import { FrameAnchorType, LineRuleType, Paragraph } from 'docx';
import type { LetterTree } from '../letter-tree.ts';
import { runsOf } from './runs.ts';
import { accent, aside, bodyFrom, mm, page, quiet, window } from './sheet.ts';

/** Letterhead, address, date and reference, each in a frame fixed to the sheet. */
export function head(tree: LetterTree): Paragraph[] {
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
export function bodyStart(): Paragraph {
  return new Paragraph({
    children: [],
    spacing: { before: mm(bodyFrom - page.top), after: 0, line: 20, lineRule: LineRuleType.EXACT },
  });
}
