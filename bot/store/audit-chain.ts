import { createHash } from 'node:crypto';
import type { AuditCheck, AuditEntry, ChainedAuditEntry } from './audit-entry.ts';

/** The hash before the first entry. */
export const chainStart = '0'.repeat(64);

/** Gives an entry its place after another: SHA-256 over the number, the hash before, and every field in a fixed order. */
export function chained(entry: AuditEntry, number: number, previous: string): ChainedAuditEntry {
  const { at, actor, place, action, pupil, school, detail } = entry;
  const text = JSON.stringify([number, previous, at, actor, place, action, pupil ?? null, school ?? null, detail]);
  const hash = createHash('sha256').update(text).digest('hex');
  return { at, actor, place, action, pupil, school, detail, number, previous, hash };
}

/**
 * Follows the chain from its start. It finds an entry changed, removed or put in; entries taken off the end leave a
 * chain that is whole, and show only against a count or a hash noted elsewhere.
 */
export function checkAuditTrail(entries: readonly ChainedAuditEntry[]): AuditCheck {
  let previous = chainStart;
  for (const [index, entry] of entries.entries()) {
    const number = index + 1;
    if (entry.number !== number) return { kind: 'broken', number, why: 'missing' };
    if (entry.previous !== previous || chained(entry, number, previous).hash !== entry.hash) {
      return { kind: 'broken', number, why: 'changed' };
    }
    previous = entry.hash;
  }
  return { kind: 'whole', entries: entries.length };
}
