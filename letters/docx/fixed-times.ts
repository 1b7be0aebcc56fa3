import { parseIsoDay, partsOf } from '../../register/day.ts';
import type { LetterMeta } from '../letter-meta.ts';

/** The document's own properties, dated as the letter is: the library would write the moment it ran. */
export function coreProperties(meta: LetterMeta): string {
  const [title, author, language] = [meta.title, meta.author, meta.language].map(escaped);
  const time = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${meta.date}T00:00:00Z</dcterms:${name}>`;
  return (
    '<?xml version="1.0" encoding="UTF-8"?>' +
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ' +
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${title}</dc:title><dc:creator>${author}</dc:creator><dc:language>${language}</dc:language>` +
    `${time('created')}${time('modified')}</cp:coreProperties>`
  );
}

/**
 * The same ZIP with every entry dated midnight of a day, so that the same letter gives the same bytes. Entry times
 * stand in the central directory and before each entry (APPNOTE 6.3, 4.3.7 and 4.3.12).
 */
export function withFixedTimes(zip: Uint8Array, isoDate: string): Uint8Array {
  const day = parseIsoDay(isoDate);
  if (day === undefined) throw new RangeError(`not a date: ${isoDate}`);
  const { year, month, date } = partsOf(day);
  const dosDate = (Math.max(0, year - 1980) << 9) | (month << 5) | date;
  const fixed = zip.slice();
  const view = new DataView(fixed.buffer);
  let end = fixed.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end--;
  if (end < 0) throw new Error('the document is not a ZIP');
  let at = view.getUint32(end + 16, true);
  for (let entries = view.getUint16(end + 10, true); entries > 0; entries--) {
    const local = view.getUint32(at + 42, true);
    for (const time of [at + 12, local + 10]) {
      view.setUint16(time, 0, true);
      view.setUint16(time + 2, dosDate, true);
    }
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return fixed;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
