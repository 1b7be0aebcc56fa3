import type { DutyFinding, Task } from '../../dsl/index.ts';
import type { Called } from './called-adults.ts';

/** The parents of whom alone it is asked or said, as they are called; nobody where it is so of all. */
export function ofWhom(sentences: readonly { readonly adult?: string }[], called: Called): readonly string[] {
  const adults = sentences.map(({ adult }) => adult);
  if (adults.includes(undefined)) return [];
  return [...new Set(adults.flatMap((adult) => (adult === undefined ? [] : [called(adult)])))];
}

/** ` (for Mrs Khan)` behind what is asked or said of one parent alone. */
export function forWhom(sentences: readonly { readonly adult?: string }[], called: Called): string {
  const names = ofWhom(sentences, called);
  return names.length === 0 ? '' : ` (for ${names.join(' and ')})`;
}

/** All duties behind a task; of one duty itself. */
export function behind(duty: DutyFinding | Task): readonly DutyFinding[] {
  return 'duties' in duty ? duty.duties : [duty];
}
