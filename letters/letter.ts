import type { CountedSession } from '../dsl/index.ts';
import type { LetterTree } from './letter-tree.ts';

/** A letter drafted for one adult about one pupil. It is sent only after a named person approved it. */
export interface Letter {
  readonly kind: 'letter';
  /** The paper by its full name: `widnes.stage-1-letter`. */
  readonly paper: string;
  readonly title: string;
  readonly language: string;
  /** The day on the letter, ISO 8601. */
  readonly date: string;
  readonly reference: string;
  /** Who writes: the school's name. */
  readonly author: string;
  /** Ids as the caller gave them, and the name on the envelope. */
  readonly addressee: { readonly adult: string; readonly name: string };
  readonly pupil: string;
  readonly subject: string;
  readonly body: LetterTree;
  readonly restsOn: Evidence;
}

/**
 * What a letter rests on. A draft whose finding has another digest is stale: `sessions` says which mark changed.
 */
export interface Evidence {
  /** Digest of the finding, as the caller computes it. */
  readonly finding: string;
  readonly policy: { readonly id: string; readonly digest: string };
  readonly asAt: string;
  readonly clause: { readonly policy: string; readonly id: string; readonly line: number };
  /** The sessions counted towards the stage. */
  readonly sessions: readonly CountedSession[];
}
