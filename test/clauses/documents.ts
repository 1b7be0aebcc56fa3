import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';

/**
 * The documents, clause by clause: every id from first to last, and the clauses that set nothing that software could
 * act on (`prose only`). Where each is encoded stands in the YAML file beside this one.
 */
export const documents = {
  upton: { prefix: 'UPT', digits: 2, clauses: 52, proseOnly: [14, 39, 49, 50, 51, 52] },
  'normanton-waterton': { prefix: 'WAT', digits: 3, clauses: 159, proseOnly: [146, 151, 152, 157, 159] },
  widnes: { prefix: 'WID', digits: 3, clauses: 114, proseOnly: [11, 79, 111] },
  'bramhall-stockport': { prefix: 'BRA', digits: 3, clauses: 150, proseOnly: [4, 6, 7, 29, 30, 31, 38, 46, 91, 95] },
  halton: { prefix: 'HAL', digits: 3, clauses: 182, proseOnly: [34, 138, 157, 169, 177, 180, 182] },
  'ascension-elements': {
    prefix: 'ELE',
    digits: 3,
    clauses: 160,
    proseOnly: [2, 4, 5, 7, 9, 33, 36, 38, 55, 85, 102, 108],
  },
} as const;

export type DocumentName = keyof typeof documents;

export const reasons = [
  'prose only',
  'repeats',
  'other document',
  'guidance',
  'superseded',
  'about the paper',
] as const;
export type NoteReason = (typeof reasons)[number];

/** Where a clause is encoded, and as what. */
export type ClauseHome =
  /** By names of declarations, `ladder.stage` and rule ids, as findings name them; `policy` for its own header. */
  | { readonly in: string; readonly is: readonly string[] }
  | { readonly in: string; readonly 'not stated': readonly string[] }
  /** `says`: the first words of the note in the policy. */
  | { readonly in: string; readonly note: NoteReason; readonly says: string };

export function clauseHomes(document: DocumentName): Readonly<Record<string, ClauseHome>> {
  const file = new URL(`${document}.yaml`, import.meta.url);
  return existsSync(file) ? (parse(readFileSync(file, 'utf8')) as Record<string, ClauseHome>) : {};
}

export function clauseIds(document: DocumentName): readonly string[] {
  const { clauses } = documents[document];
  return Array.from({ length: clauses }, (_, index) => clauseId(document, index + 1));
}

export function proseOnly(document: DocumentName): ReadonlySet<string> {
  return new Set(documents[document].proseOnly.map((number) => clauseId(document, number)));
}

function clauseId(document: DocumentName, number: number): string {
  const { prefix, digits } = documents[document];
  return `${prefix}-${String(number).padStart(digits, '0')}`;
}
