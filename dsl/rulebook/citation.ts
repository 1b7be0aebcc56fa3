import type { Citation } from './rulebook.ts';

/**
 * A citation as people write it: `SI 2024/208, reg. 10, Table 1`, or
 * `Working together to improve school attendance (August 2024), ¶¶174–200`. Guidance always carries its edition.
 */
export function citationText(citation: Citation): string {
  const name = citation.kind === 'law' ? citation.instrument : citation.title;
  const edition = citation.edition === null ? '' : ` (${citation.edition})`;
  const place = citation.place === null ? '' : `, ${citation.place}`;
  return name + edition + place;
}
