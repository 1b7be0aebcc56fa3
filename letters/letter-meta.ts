import type { Letter } from './letter.ts';

/** What a letter's file says of itself, beside the letter. */
export interface LetterMeta {
  /** The subject: what a reader's window and a screen reader announce. */
  readonly title: string;
  readonly author: string;
  /** A language tag with its region: `en-GB`. */
  readonly language: string;
  /** The day on the letter, ISO 8601: the file's own date, so that the same letter gives the same bytes. */
  readonly date: string;
  readonly reference: string;
}

export function letterMeta(letter: Letter): LetterMeta {
  const { subject, author, language, date, reference } = letter;
  return { title: subject, author, language, date, reference };
}
