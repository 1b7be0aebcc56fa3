import { createHash } from 'node:crypto';
import type { Mark } from '../../register/mark.ts';

/**
 * SHA-256 over every mark and amendment, pupils by UPN and marks by session, whatever ids the store gave them: two
 * stores that hold the same register have the same digest.
 */
export function registerDigest(
  pupils: readonly { readonly id: string; readonly upn: string }[],
  marks: ReadonlyMap<string, readonly Mark[]>,
): string {
  const hash = createHash('sha256');
  for (const { id, upn } of pupils.toSorted((a, b) => (a.upn < b.upn ? -1 : 1))) {
    const lines = (marks.get(id) ?? []).map(({ session, code, minutesLate, recordedAt, amendments }) =>
      JSON.stringify([
        session.day,
        session.half,
        code,
        minutesLate ?? null,
        recordedAt,
        amendments.map(({ original, amended, reason, at, by }) => [original, amended, reason, at, by]),
      ]),
    );
    hash.update(`${JSON.stringify(upn)}\n${lines.join('\n')}\n`);
  }
  return hash.digest('hex');
}
