import type { Condition, Measure, Place, Policy } from '../../../resolve/policy.ts';

/** Codes that one clause enters in the register, or counts. */
export interface CodeUse {
  readonly codes: readonly string[];
  /** Whether they are entered by it, or spoken of; what is only counted may have been entered by anyone. */
  readonly entered: boolean;
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
    ...rows.map(({ enters, place, ...row }) => ({
      codes: [
        ...(enters.kind === 'code' ? [enters.code] : []),
        ...lettersIn('condition' in row ? row.condition : undefined),
      ],
      entered: enters.kind === 'code',
      place,
    })),
    ...policy.thresholds.map(({ condition, place }) => ({ codes: lettersIn(condition), entered: false, place })),
    ...policy.measures.map(({ measure, place }) => ({ codes: lettersIn(measure), entered: false, place })),
    ...policy.rules.map(({ blocks, guards, place }) => ({
      codes: [...blocks, ...guards].flatMap(({ condition }) => lettersIn(condition)),
      entered: false,
      place,
    })),
    ...[...policy.ladders, ...policy.bands, ...policy.rewards].map((each) => ({
      codes: lettersWithin(each),
      entered: false,
      place: each.place,
    })),
  ];
  const words = [
    ...policy.rules.map(({ words: said, place }) => ({ codes: lettersInWords(said), entered: true, place })),
    ...policy.notes.map(({ text, place }) => ({ codes: lettersInWords(text), entered: true, place })),
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

/** The letters of a condition or measure; one that counts by letters has the word in its own words. */
function lettersIn(part: Condition | Measure | undefined): readonly string[] {
  return part && /\bcoded\b/.test(part.words) ? lettersWithin(part) : [];
}

/** A count or condition is `of` `{ codes }`, at any depth. */
function lettersWithin(part: unknown): readonly string[] {
  if (Array.isArray(part)) return part.flatMap(lettersWithin);
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]: readonly [string, unknown]) => {
    if (key === 'place') return [];
    return key === 'codes' && Array.isArray(value) ? value.map(String) : lettersWithin(value);
  });
}
