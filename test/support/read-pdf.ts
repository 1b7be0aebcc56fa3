import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A piece of text as it stands on a sheet: millimetres from the top left corner, `y` to the baseline. */
export interface PlacedText {
  readonly text: string;
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly right: number;
  /** How far the letters may rise above and fall below the baseline, for this size. */
  readonly top: number;
  readonly bottom: number;
}

export interface ReadPdf {
  readonly pages: number;
  /** Width and height of each page, in millimetres. */
  readonly sizes: readonly (readonly [number, number])[];
  readonly texts: readonly PlacedText[];
  /** The words of each page, in reading order. */
  readonly words: readonly string[];
  /** The structure tree of each page as indented roles: `H1`, `P`, `Table`, `TH` … */
  readonly tags: readonly string[];
  readonly fonts: readonly { readonly name: string; readonly embedded: boolean }[];
  readonly title: string;
  readonly language: string;
  /** What the file claims to be in its XMP: `1` for PDF/UA-1. */
  readonly pdfUaPart: string;
}

/** Reads a PDF back with another program than the one that wrote it. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const loading = getDocument({ data: Uint8Array.from(bytes), verbosity: 0, fontExtraProperties: true });
  const document = await loading.promise;
  const sizes: (readonly [number, number])[] = [];
  const texts: PlacedText[] = [];
  const words: string[] = [];
  const tags: string[] = [];
  const fonts = new Map<string, boolean>();
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const [, , width = 0, height = 0] = page.view;
    sizes.push([mm(width), mm(height)]);
    await page.getOperatorList();
    const content = await page.getTextContent();
    const items = content.items.filter((item) => 'str' in item);
    words.push(items.map((item) => item.str + (item.hasEOL ? '\n' : '')).join(''));
    for (const item of items) {
      if (!fonts.has(item.fontName)) noteFont(fonts, page.commonObjs.get(item.fontName));
      if (item.str.trim() === '') continue;
      const [x, y] = [Number(item.transform[4]), height - Number(item.transform[5])];
      texts.push({
        text: item.str,
        page: number,
        x: mm(x),
        y: mm(y),
        right: mm(x + item.width),
        top: mm(y - item.height * 0.93),
        bottom: mm(y + item.height * 0.23),
      });
    }
    tags.push(outline(await page.getStructTree()));
  }
  const { info, metadata } = await document.getMetadata();
  const described = info as { readonly Title?: string; readonly Language?: string };
  const read = {
    pages: document.numPages,
    sizes,
    texts,
    words,
    tags,
    fonts: [...fonts].map(([name, embedded]) => ({ name, embedded })),
    title: described.Title ?? '',
    language: described.Language ?? '',
    pdfUaPart: /pdfuaid:part(?:>|=")(\d)/.exec(metadata?.getRaw() ?? '')?.[1] ?? '',
  };
  await loading.destroy();
  return read;
}

function noteFont(fonts: Map<string, boolean>, font: { readonly name: string; readonly missingFile?: boolean }): void {
  fonts.set(font.name, font.missingFile !== true);
}

interface TreeNode {
  readonly role?: string;
  readonly children?: readonly unknown[];
}

function outline(node: TreeNode | null, depth = -1): string {
  if (!node?.role) return '';
  const inside = (node.children ?? []).map((child) => outline(child as TreeNode, depth + 1)).join('');
  return (depth < 0 ? '' : `${'  '.repeat(depth)}${node.role}\n`) + inside;
}

function mm(points: number): number {
  return (points / 72) * 25.4;
}
