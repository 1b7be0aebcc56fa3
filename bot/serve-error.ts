/** Why serving cannot begin, in words for whoever started it, with the cure. */
export class ServeError extends Error {
  /** 2: wrong settings. 3: something cannot be read, written or reached. */
  readonly exitCode: 2 | 3;

  constructor(exitCode: 2 | 3, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'ServeError';
    this.exitCode = exitCode;
  }
}
