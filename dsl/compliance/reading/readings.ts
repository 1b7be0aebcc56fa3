import type { Claim } from '../subject.ts';

/** A clause of several readings is judged by each: where they differ, the clause does not say. */
export function oneOfReadings(claims: readonly [Claim, ...Claim[]]): Claim {
  const [first, ...rest] = claims;
  const other = rest.find(({ verdict }) => verdict !== first.verdict);
  if (!other) return first;
  const why = `The clause can be read in more than one way. ${first.why} On another reading: ${other.why}`;
  return { ...first, verdict: 'silent', why };
}

/** As of a list that may be empty. */
export function perClause(claims: readonly Claim[]): readonly Claim[] {
  const [first, ...rest] = claims;
  return first ? [oneOfReadings([first, ...rest])] : [];
}
