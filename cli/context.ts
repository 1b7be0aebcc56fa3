/** What a command is given of the world, and where it prints: streams and settings of the process it runs in. */
export interface Context {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly format: 'text' | 'json';
  /** On a terminal, and NO_COLOR is not set. */
  readonly colour: boolean;
  /** The width of the terminal; undefined where none is known. */
  readonly columns?: number | undefined;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The folder the command was started in. */
  readonly folder: string;
}

/** 0 nothing wrong · 1 what was checked is wrong · 2 wrong use · 3 cannot read or write. */
export type ExitCode = 0 | 1 | 2 | 3;

/** What stops a command, in words for whoever typed it. */
export class CommandFailure extends Error {
  readonly exitCode: ExitCode;

  constructor(exitCode: ExitCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'CommandFailure';
    this.exitCode = exitCode;
  }
}

/** Told by its name: a command that is bundled by itself brings a class of its own. */
export function isCommandFailure(error: unknown): error is CommandFailure {
  return error instanceof Error && error.name === 'CommandFailure';
}

/** Prints data for programs. */
export function printJson({ out }: Context, value: unknown): void {
  out(`${JSON.stringify(value, null, 2)}\n`);
}

/** The reason of an error of the file system, without its code. */
export function whyOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'there is no such file or folder';
  if (code === 'EACCES' || code === 'EPERM') return 'this user may not';
  if (code === 'EISDIR') return 'it is a folder';
  return error.message;
}
