import type { ApprovedAnswer } from '../../answers/answer.ts';
import type { DeedOffer } from '../handles.ts';
import { buttons, context, header, message, type Message } from './blocks.ts';
import { buttonsOf, saidBlocks, type Buttons } from './said.ts';
import { plainly } from './text.ts';

/** A letter approved; its files come in a message of their own, since Slack puts no file into this one. */
export function approvedMessage(answer: ApprovedAnswer, made: Buttons): Message {
  return message(answer.headline, [
    header(answer.headline),
    ...saidBlocks.facts(answer),
    ...saidBlocks.lines(answer),
    context([`Approved by ${plainly(answer.approved.by)} on ${londonTime(answer.approved.at)}`]),
    ...saidBlocks.offers(answer, made),
    ...buttons(buttonsOf([...made.keys()].filter(isGetFiles), made)),
  ]);
}

export function getFilesOffer({ files, paper }: ApprovedAnswer): DeedOffer {
  return { label: 'Send me the files again', action: { kind: 'get files', files, title: paper.title } };
}

function isGetFiles(offer: DeedOffer): boolean {
  return offer.action.kind === 'get files';
}

/** `28 March 2024 at 16:00`, as clocks in England showed it. */
function londonTime(instant: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/London' });
  return parts.format(new Date(instant));
}
