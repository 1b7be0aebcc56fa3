import type { SectionBlock } from '@slack/types';
import type { ListAnswer, ListRow } from '../../answers/answer.ts';
import { header, message, section, sections, type Message } from './blocks.ts';
import { buttonsOf, saidBlocks, type Buttons } from './said.ts';
import { plainly } from './text.ts';

/** Pupils in a list, each with the first thing that can be asked of them; `lines` says the same once more. */
export function listMessage(answer: ListAnswer, made: Buttons): Message {
  return message(answer.headline, [
    header(answer.headline),
    ...saidBlocks.facts(answer),
    ...answer.rows.slice(0, mostRows).map((row) => pupilRow(row, made)),
    ...moreRows(answer),
    ...saidBlocks.context(answer),
    ...saidBlocks.offers(answer, made),
  ]);
}

/** What fits in a message together with what stands around the rows. */
const mostRows = 40;

/** A pupil, what is said of them, and one button: a list has no room for more. */
export function pupilRow({ pupil, words, offers }: ListRow, made: Buttons): SectionBlock {
  const [button] = buttonsOf(offers.slice(0, 1), made);
  const text = [`*${plainly(pupil.name)}* (${plainly(pupil.registrationGroup)})`, plainly(words)];
  const label = button?.actionId.startsWith('draft') === true ? 'Draft' : 'Show';
  return section(
    text.filter((line) => line !== '').join('\n'),
    button && { ...button, label, spoken: `${label} ${pupil.name}` },
  );
}

function moreRows({ rows, more }: ListAnswer) {
  const left = more + Math.max(0, rows.length - mostRows);
  return left === 0 ? [] : sections([`… and ${left} more.`]);
}
