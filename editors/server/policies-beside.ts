import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Source } from '../../dsl/index.ts';

/**
 * Reads the policies that lie in the folder of a document, named by their addresses: a layer is found there although
 * nobody opened it. A file is read again only after it changed. What is not on disk, or cannot be read, has none.
 */
export function policiesBeside(): (uri: string) => readonly Source[] {
  const known = new Map<string, { readonly stamp: string; readonly source: Source }>();
  return (uri) => {
    if (!uri.startsWith('file:')) return [];
    const folder = dirname(fileURLToPath(uri));
    return namesIn(folder).flatMap((name) => {
      const path = join(folder, name);
      try {
        const { mtimeMs, size } = statSync(path);
        const stamp = `${mtimeMs} ${size}`;
        const before = known.get(path);
        if (before?.stamp === stamp) return [before.source];
        const source = { name: pathToFileURL(path).href, text: readFileSync(path, 'utf8') };
        known.set(path, { stamp, source });
        return [source];
      } catch {
        return [];
      }
    });
  };
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.att'))
      .sort();
  } catch {
    return [];
  }
}
