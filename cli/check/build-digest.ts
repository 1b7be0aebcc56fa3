import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/**
 * The digest of the code that checks, as it stands on the disk; undefined where Att runs from its sources, of which no
 * file holds all. `checking` is the address of the bundle of the command, and what reads policies stands beside it.
 */
export function buildDigest(checking: string): string | undefined {
  if (!checking.endsWith('.js')) return undefined;
  const files = [checking, new URL('read-outcomes.js', checking)];
  try {
    return hash('sha256', Buffer.concat(files.map((file) => readFileSync(new URL(file)))));
  } catch {
    return undefined;
  }
}
