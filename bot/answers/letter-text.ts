import { editableText, letterText } from '../../letters/letter-text.ts';
import type { Letter } from '../../letters/letter.ts';
import { printProblem } from '../../letters/letter-problem.ts';
import { subjectOf } from '../../letters/letter-tree.ts';
import { readEditedLetter } from '../../letters/read-edited-letter.ts';
import type { LetterRecord } from '../store/letter-record.ts';
import type { LetterShown } from './answer.ts';

/** The letter in a record, as this project wrote it there. */
export function letterOf(record: LetterRecord): Letter {
  return JSON.parse(record.content) as Letter;
}

export function letterShown(record: LetterRecord): LetterShown {
  const letter = letterOf(record);
  const address = letter.body.find((block) => block.kind === 'address');
  return {
    id: record.id,
    revision: record.revision,
    addressee: letter.addressee.name,
    address: address?.kind === 'address' ? address.lines.filter((line) => line !== letter.addressee.name) : [],
    text: letterText(letter.body),
  };
}

/** What letters to several adults have in common and a person may reword: all but “Dear …”. Of one letter, all of it. */
export function commonText(letters: readonly Letter[]): string {
  const [first] = letters;
  if (!first) return '';
  const text = editableText(first.body);
  return letters.length === 1 ? text : splitGreeting(text).rest;
}

export type EditedLetters =
  | { readonly kind: 'letters'; readonly letters: readonly Letter[] }
  | { readonly kind: 'problems'; readonly problems: readonly string[] };

/** The letters with what the person made of `commonText`; each keeps its own greeting, address and facts. */
export function withText(letters: readonly Letter[], edited: string): EditedLetters {
  const problems: string[] = [];
  const changed = letters.map((letter) => {
    const greeting = letters.length === 1 ? '' : splitGreeting(editableText(letter.body)).greeting;
    const read = readEditedLetter(letter.body, `${greeting}${edited}`);
    if (read.kind === 'problems') {
      const lines = greeting.split('\n').length - 1;
      problems.push(
        ...read.problems.map((problem) => printProblem({ ...problem, line: Math.max(1, problem.line - lines) })),
      );
      return letter;
    }
    return { ...letter, body: read.body, subject: subjectOf(read.body) };
  });
  return problems.length > 0
    ? { kind: 'problems', problems: [...new Set(problems)] }
    : { kind: 'letters', letters: changed };
}

/** The first paragraph is the greeting where it names the addressee; otherwise there is none to keep apart. */
function splitGreeting(text: string): { readonly greeting: string; readonly rest: string } {
  const match = /^Dear [^\n]*\n\n/.exec(text);
  return match ? { greeting: match[0], rest: text.slice(match[0].length) } : { greeting: '', rest: text };
}
