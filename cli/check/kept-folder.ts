import { lstatSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The folder for what was kept, or undefined where nothing is to be: beside the compiled code that Node keeps between runs
 * (`compiled`; in the system's folder for temporary files, or where NODE_COMPILE_CACHE says), for this user alone to read
 * and write. A folder that others own or can write is left alone, and so is one that cannot be made.
 */
export function keptFolder(compiled: string | undefined): string | undefined {
  const user = process.getuid?.();
  if (compiled === undefined || user === undefined) return undefined;
  const folder = join(dirname(compiled), `att-checked-${user}`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const found = lstatSync(folder);
    return found.isDirectory() && found.uid === user && (found.mode & 0o077) === 0 ? folder : undefined;
  } catch {
    return undefined;
  }
}
