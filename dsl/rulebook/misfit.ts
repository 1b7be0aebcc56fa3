/** Keys and indexes from the top of the rulebook: `['provisions', 3, 'to']`. */
export type Path = readonly (string | number)[];

/** Something in a rulebook that its schema cannot see. */
export interface Misfit {
  readonly path: Path;
  readonly reason: string;
  /** What it clashes with: named by its file and line where it stands in another file. */
  readonly against?: Path;
}
