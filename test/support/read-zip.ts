import { inflateRawSync } from 'node:zlib';

/** The files of a ZIP by their path, as text; reads stored and deflated entries. */
export function readZip(zip: Uint8Array): ReadonlyMap<string, string> {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const files = new Map<string, string>();
  let end = zip.length - 22;
  while (view.getUint32(end, true) !== 0x06054b50) end--;
  let at = view.getUint32(end + 16, true);
  for (let entries = view.getUint16(end + 10, true); entries > 0; entries--) {
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    const local = view.getUint32(at + 42, true);
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    const packed = zip.subarray(start, start + view.getUint32(at + 20, true));
    const bytes = view.getUint16(at + 10, true) === 0 ? packed : inflateRawSync(packed);
    files.set(text(zip.subarray(at + 46, at + 46 + nameLength!)), text(bytes));
    at += 46 + nameLength! + extra! + comment!;
  }
  return files;
}

function text(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}
