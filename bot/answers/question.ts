import type { ClockTime } from '../../register/clock-time.ts';

/** A question as it was read: what is asked, of whom, and as at which day. Nothing is looked up yet. */
export interface Question {
  readonly asked: Asked;
  readonly day: AskedDay | undefined;
  /** `as known on 12 March`: the records as they stood at the end of that day. */
  readonly known: AskedDay | undefined;
  /** What follows “because”: the reason for a judgement or for a letter out of turn. */
  readonly because: string | undefined;
}

/** `who` is the name as typed; undefined is whoever was asked about last. */
export type Asked =
  | {
      readonly kind: 'stage' | 'why' | 'what next' | 'attendance' | 'band' | 'log' | 'undo';
      readonly who: string | undefined;
    }
  /** `paper` is empty where the letter that is due is meant. */
  | { readonly kind: 'letter'; readonly paper: string; readonly who: string | undefined }
  /** Words before “for”: a letter or a slip, which the school’s policy decides. */
  | { readonly kind: 'named'; readonly words: string; readonly who: string | undefined }
  /** Nothing but words: most likely a name. */
  | { readonly kind: 'bare'; readonly words: string }
  /** `which` is empty where all are meant; otherwise words of a title or a name. */
  | { readonly kind: 'threshold' | 'notice'; readonly which: string; readonly who: string | undefined }
  /** `says` is the supposition without the name: `misses Thursday and Friday`, `the three N become I`. */
  | { readonly kind: 'what if'; readonly says: string; readonly who: string | undefined }
  | { readonly kind: 'list'; readonly stage: string }
  /** `scope`: a group, a year, a stage or a name, as typed; undefined is everyone. */
  | {
      readonly kind: 'due today' | 'letters due' | 'rewards due' | 'returns due' | 'reviews due';
      readonly scope: string | undefined;
    }
  | { readonly kind: 'school duties' | 'school log' }
  | { readonly kind: 'register times' }
  | { readonly kind: 'stages' }
  | { readonly kind: 'arrival'; readonly time: ClockTime; readonly half: 'AM' | 'PM' | undefined }
  | { readonly kind: 'help' }
  | { readonly kind: 'not understood' };

/** A date without a year is the last such date up to the day an answer would be for anyway. */
export interface AskedDay {
  readonly date: number;
  readonly month: number;
  readonly year: number | undefined;
  /** As it was typed, for saying that there is no such date. */
  readonly typed: string;
}
