import type { Place, Policy } from '../../resolve/policy.ts';

/** Codes that one clause enters in the register, or counts. */
export interface CodeUse {
  readonly codes: readonly string[];
  readonly place: Place;
}

/** Every clause of a policy that names codes by their letters: times of arrival and rows that mark first, then what counts. */
export function codesUsed(policy: Policy): readonly CodeUse[] {
  const known = read.get(policy);
  if (known) return known;
  const rows = [
    ...policy.halfDays.flatMap(({ rows: some }) => some),
    ...policy.papers.flatMap(({ rows: some }) => some),
  ];
  const clauses = [
    ...rows.map((row) => ({ codes: lettersIn(row), place: row.place })),
    ...[policy.thresholds, policy.measures, policy.rules, policy.ladders, policy.bands, policy.rewards].flatMap(
      (some) => some.map((each) => ({ codes: lettersIn(each), place: each.place })),
    ),
  ];
  const words = [
    ...policy.rules.map(({ words: said, place }) => ({ codes: lettersInWords(said), place })),
    ...policy.notes.map(({ text, place }) => ({ codes: lettersInWords(text), place })),
  ];
  const found = [...clauses, ...words].filter(({ codes }) => codes.length > 0);
  read.set(policy, found);
  return found;
}

/** “Code #”, “coded C2”: a letter directly after what says that it is a code; the marks of a pupil who is present too. */
function lettersInWords(text: string): readonly string[] {
  return [...text.matchAll(/\b(?:code|coded) ([A-Z]\d?\b|[/\\#])/g)].map((match) => match[1]!);
}

const read = new WeakMap<Policy, readonly CodeUse[]>();

/** A row enters `{ kind: 'code', code }`, and a count or condition is `of` `{ codes }`; either may lie at any depth. */
function lettersIn(part: unknown): readonly string[] {
  if (Array.isArray(part)) return part.flatMap(lettersIn);
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]: readonly [string, unknown]) => {
    if (key === 'place') return [];
    if (key === 'code' && typeof value === 'string') return [value];
    return key === 'codes' && Array.isArray(value) ? value.map(String) : lettersIn(value);
  });
}
