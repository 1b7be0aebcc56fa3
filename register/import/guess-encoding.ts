/** What is wrong with how a file begins, or undefined where it may be UTF-8 text. */
export function guessEncoding(head: Uint8Array): { readonly found: string; readonly expected: string } | undefined {
  const starts = (...bytes: number[]): boolean => bytes.every((byte, index) => head[index] === byte);
  if (starts(0x50, 0x4b, 0x03, 0x04)) {
    return { found: 'a workbook (XLSX, ODS) or a ZIP file', expected: `text: in the spreadsheet, ${saveAs}` };
  }
  if (starts(0xff, 0xfe) || starts(0xfe, 0xff) || looksLikeUtf16(head)) {
    return { found: 'text in UTF-16', expected: `text in UTF-8: in the spreadsheet, ${saveAs}` };
  }
  if (starts(0x25, 0x50, 0x44, 0x46)) return { found: 'a PDF', expected: 'the export as CSV in UTF-8' };
  return undefined;
}

const saveAs = 'File, Save As, “CSV UTF-8 (Comma delimited)”';

/** Without a byte order mark: most of every second byte is NUL. */
function looksLikeUtf16(head: Uint8Array): boolean {
  const size = Math.min(head.length, 512);
  if (size < 16) return false;
  const zeros = [0, 0];
  for (let index = 0; index < size; index += 1) if (head[index] === 0) zeros[index % 2]! += 1;
  return zeros.some((count, parity) => count > size / 4 && zeros[1 - parity] === 0);
}
