/** Keys and indexes from the top of the file: `['provisions', 3, 'to']`. */
export type Path = readonly (string | number)[];

/** Something in a rulebook file that its schema cannot see. */
export interface Misfit {
  readonly path: Path;
  readonly reason: string;
}
