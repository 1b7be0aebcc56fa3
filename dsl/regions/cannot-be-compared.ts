/** Thrown inside the analysis where a condition is beyond it; its message says why, in words that follow “because”. */
export class CannotBeCompared extends Error {}
