import type { Answer } from '../bot/answers/answer.ts';
import type { Context } from './context.ts';

/** An answer for a terminal: the answer, its facts side by side, why, the small print. Buttons have no place here. */
export function printAnswer({ out, colour }: Context, answer: Answer): void {
  const bold = (text: string) => (colour ? `\u001b[1m${text}\u001b[22m` : text);
  const dim = (text: string) => (colour ? `\u001b[2m${text}\u001b[22m` : text);
  const width = Math.max(0, ...answer.facts.map(({ label }) => label.length));
  const lines = [
    bold(answer.headline),
    ...answer.facts.map(({ label, value }) => `  ${label.padEnd(width)}  ${value}`),
    ...answer.lines.map((line, index) => `  ${entryId(answer, index)}${line}`),
    ...choices(answer),
    ...letters(answer),
    ...(answer.kind === 'recorded' ? [`  To undo it: att record --undo ${answer.entry.id}`] : []),
    ...answer.context.map((line) => dim(`  ${line}`)),
  ];
  out(`${lines.join('\n')}\n`);
}

/** The id by which a line of the log is undone. */
function entryId(answer: Answer, line: number): string {
  const entry = answer.kind === 'log' ? answer.entries[line] : undefined;
  return entry === undefined ? '' : `${entry.id}  `;
}

/** A choice is its buttons: on a terminal they are what to add to the question. */
function choices(answer: Answer): readonly string[] {
  return answer.kind === 'choice' ? answer.offers.map(({ label }) => `  - ${label}`) : [];
}

function letters(answer: Answer): readonly string[] {
  if (answer.kind === 'draft') return answer.letters.flatMap(({ text }) => ['', ...text.trimEnd().split('\n'), '']);
  return answer.kind === 'approved' ? answer.files.map(({ name, addressee }) => `  ${name} (${addressee})`) : [];
}
