import { TextRun } from 'docx';
import type { IRunOptions } from 'docx';
import type { Inline } from '../letter-tree.ts';

/** Scripts written from right to left, with the marks and spaces between their words. */
const rightToLeft =
  /([\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF](?:[\s\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF]*[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF])?)/;

/** Words as Word's runs; a name in Arabic or Hebrew is a run of its own, marked as running from right to left. */
export function runsOf(content: readonly Inline[], look: IRunOptions = {}): TextRun[] {
  return content.flatMap(({ kind, text }) =>
    text
      .split(rightToLeft)
      .filter((part) => part !== '')
      .map(
        (part) =>
          new TextRun({
            ...look,
            ...(kind === 'strong' ? { bold: true } : kind === 'emphasis' ? { italics: true } : {}),
            ...(rightToLeft.test(part) ? { rightToLeft: true } : {}),
            text: part,
          }),
      ),
  );
}
