/** A file of a tape archive: its path, and what it holds. */
export interface TarFile {
  readonly path: string;
  readonly bytes: Buffer;
}

/** The files of a tape archive as npm packs it, so that no program of the system is needed: blocks of 512 bytes, names to 255 characters. */
export function readTar(archive: Buffer): readonly TarFile[] {
  const files: TarFile[] = [];
  for (let at = 0; at + block <= archive.length && archive[at] !== 0;) {
    const text = (from: number, length: number): string =>
      archive.toString('utf8', at + from, at + from + length).replace(/\0.*$/s, '');
    const size = Number.parseInt(text(124, 12), 8);
    const path = [text(345, 155), text(0, 100)].filter((part) => part !== '').join('/');
    const start = at + block;
    if (text(156, 1) === '0') files.push({ path, bytes: archive.subarray(start, start + size) });
    at = start + Math.ceil(size / block) * block;
  }
  return files;
}

const block = 512;
