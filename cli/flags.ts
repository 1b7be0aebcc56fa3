import type { FailLevel } from './check/found.ts';
import type { Context } from './context.ts';

/** What every command takes. */
export interface Flags {
  readonly format: Context['format'];
  readonly store?: string;
}

/** Whoever asks a question may say as whom, of which school and for which day. */
export interface AskFlags {
  readonly asAt?: string;
  readonly as?: string;
  readonly school?: string;
}

export const checkFormats = ['pretty', 'json', 'github', 'sarif', 'junit', 'gitlab'] as const;
export type CheckFormat = (typeof checkFormats)[number];

export interface CheckFlags {
  readonly asAt?: string;
  readonly format?: CheckFormat;
  readonly failOn?: FailLevel;
  /** A file of what may be found without failing. */
  readonly baseline?: string;
  /** The file that what is found now is written to. */
  readonly writeBaseline?: string;
  /** Make the edits that put a breach right by themselves. */
  readonly fix?: true;
  /** Of --fix: show them, and write nothing. */
  readonly dryRun?: true;
  /** Use nothing kept of earlier checks, and keep nothing. */
  readonly fresh?: true;
}

/** What makes `att diff` end with 1. `any`: a change of meaning or of standing; other words alone are none. */
export const diffFailLevels = ['any', 'looser', 'breaches', 'never'] as const;
export type DiffFailLevel = (typeof diffFailLevels)[number];

export const diffFormats = ['text', 'json', 'markdown'] as const;

export interface DiffFlags {
  /** The day that stands for today. */
  readonly asAt?: string;
  readonly format?: (typeof diffFormats)[number];
  readonly failOn?: DiffFailLevel;
}

export const complyFormats = ['pretty', 'html', 'csv', 'json'] as const;

export interface ComplyFlags {
  readonly asAt?: string;
  readonly format?: (typeof complyFormats)[number];
  /** The file to write instead of the terminal. */
  readonly out?: string;
}

export interface ExplainFlags extends AskFlags {
  readonly case?: string;
  readonly policy?: string;
}

export interface LetterFlags extends AskFlags {
  /** The pupil's name. */
  readonly for: string;
  readonly out?: string;
  readonly because?: string;
}

export interface RecordFlags extends Omit<AskFlags, 'asAt'> {
  /** The pupil's name. */
  readonly for?: string;
  readonly on?: string;
  readonly at?: string;
  /** First and last day: `2024-05-07..2024-05-10`. */
  readonly about?: string;
  /** The half day it is about: `AM` or `PM`. */
  readonly session?: string;
  /** Items of a paper, apart by `;`. */
  readonly seen?: string;
  /** The adult of the pupil whom it concerns, by name or relation; `both parents`. */
  readonly to?: string;
  /** A length chosen: `4 weeks`. */
  readonly lasting?: string;
  /** What leave is for. */
  readonly purpose?: string;
  readonly note?: string;
  readonly list?: boolean;
  readonly undo?: string;
}

export interface LogFlags extends Omit<AskFlags, 'asAt'> {
  /** Left out: the log of the school itself. */
  readonly for?: string;
}

export interface ImportFlags {
  readonly school: string;
  readonly profile: string;
  readonly calendar?: string;
  readonly policy?: string;
  readonly dryRun?: boolean;
}
