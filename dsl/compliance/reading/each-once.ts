import type { Claim } from '../subject.ts';

/** Claims that say the same of the same thing, in several readings or sentences, are shown by the first that does. */
export function eachOnce(claims: readonly Claim[]): readonly Claim[] {
  const seen = new Set<string>();
  return claims.filter(({ part, verdict, why, place }) => {
    const key = [part, verdict, why, place?.policy].join('\n');
    return !seen.has(key) && seen.add(key);
  });
}
