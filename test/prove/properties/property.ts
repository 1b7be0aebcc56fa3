/** A law that must hold of every policy and every register. */
export interface Property {
  /** What `--only` calls it. */
  readonly name: string;
  /** What holds, in a sentence. */
  readonly holds: string;
  /** Tries it so many times; throws, or rejects, with the smallest case found against it. */
  readonly prove: (tries: Tries) => void | Promise<void>;
}

export interface Tries {
  readonly numRuns: number;
  readonly seed: number;
}
