import type { ListAnswer, ListRow } from '../../answers/answer.ts';
import { header, message, section, sections, type Message, type OfferedButton } from './blocks.ts';
import { buttonsOf, saidBlocks, type Buttons } from './said.ts';
import { plainly } from './text.ts';

/** Pupils in a list, each with the first thing that can be asked of them; `lines` says the same once more. */
export function listMessage(answer: ListAnswer, made: Buttons): Message {
  return message(answer.headline, [
    header(answer.headline),
    ...saidBlocks.facts(answer),
    ...answer.rows.slice(0, mostRows).map((row) => rowBlock(row, buttonsOf(row.offers, made)[0])),
    ...moreRows(answer),
    ...saidBlocks.context(answer),
    ...saidBlocks.offers(answer, made),
  ]);
}

/** What fits in a message together with what stands around the rows. */
const mostRows = 40;

function rowBlock({ pupil, words }: ListRow, button: OfferedButton | undefined) {
  const text = `*${plainly(pupil.name)}* (${plainly(pupil.registrationGroup)})\n${plainly(words)}`;
  return section(text, button && { ...button, label: 'Show', spoken: `Show ${pupil.name}` });
}

function moreRows({ rows, more }: ListAnswer) {
  const left = more + Math.max(0, rows.length - mostRows);
  return left === 0 ? [] : sections([`… and ${left} more.`]);
}
