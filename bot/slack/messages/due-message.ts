import type { KnownBlock } from '@slack/types';
import type { DueAnswer, DueGroup } from '../../answers/answer.ts';
import { header, message, sections, type Message } from './blocks.ts';
import { pupilRow } from './list-message.ts';
import { saidBlocks, type Buttons } from './said.ts';
import { plainly } from './text.ts';

/** What is due, the most pressing group first, a pupil a row; `lines` says the same once more. */
export function dueMessage(answer: DueAnswer, made: Buttons): Message {
  return message(answer.headline, [
    header(answer.headline),
    ...sectionBlocks(answer, 'before'),
    ...answer.groups.flatMap((group) => (answer.about === 'rewards' ? namesBlocks(group) : groupBlocks(group, made))),
    ...sectionBlocks(answer, 'after'),
    ...saidBlocks.lines({ lines: answer.remarks }),
    ...saidBlocks.context(answer),
    ...saidBlocks.offers(answer, made),
  ]);
}

function sectionBlocks(answer: DueAnswer, place: 'before' | 'after'): readonly KnownBlock[] {
  return answer.sections
    .filter((section) => section.place === place)
    .flatMap(({ title, lines }) => sections([`*${plainly(title)}*`, ...lines.map((line) => `• ${plainly(line)}`)]));
}

/** Of a reward there is nothing to say but who has earned it. */
function namesBlocks({ title, pupils, rows, more }: DueGroup): readonly KnownBlock[] {
  const names = rows.map(({ pupil }) => `${plainly(pupil.name)} (${plainly(pupil.registrationGroup)})`);
  const further = more > 0 ? ` … and ${more} more.` : '';
  return sections([`*${plainly(title)}* (${pupils})`, `${names.join(', ')}${further}`]);
}

function groupBlocks({ title, pupils, rows, more }: DueGroup, made: Buttons): readonly KnownBlock[] {
  return [
    ...sections([`*${plainly(title)}* (${pupils})`]),
    ...rows.map((row) => pupilRow(row, made)),
    ...(more > 0 ? sections([`… and ${more} more.`]) : []),
  ];
}
