/** One line of the record of who asked what about whom, and what was done. It holds ids, never a name. */
export interface AuditEntry {
  /** Instant (ISO 8601, UTC). */
  readonly at: string;
  /** Staff id, or the name of a command. */
  readonly actor: string;
  /** Where: a channel, `page`, `command line`. */
  readonly place: string;
  /** What was done: `asked`, `drafted`, `approved`, `imported`, `refused`. */
  readonly action: string;
  /** The pupil's id, where it was about one. */
  readonly pupil: string | undefined;
  readonly school: string | undefined;
  /** Anything further, as JSON text without names. */
  readonly detail: string;
}

/** An entry in its place in the chain: `hash` is over the entry, its number and the hash before it. */
export interface ChainedAuditEntry extends AuditEntry {
  /** 1, 2, 3 … without a gap. */
  readonly number: number;
  readonly previous: string;
  readonly hash: string;
}

/** What a look along the chain shows: whole, or where it first fails. */
export type AuditCheck =
  | { readonly kind: 'whole'; readonly entries: number }
  | { readonly kind: 'broken'; readonly number: number; readonly why: 'changed' | 'missing' };
