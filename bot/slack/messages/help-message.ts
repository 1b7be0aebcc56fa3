import type { HelpAnswer, NotUnderstoodAnswer, QuestionForm } from '../../answers/answer.ts';
import { message, sections, type Message } from './blocks.ts';
import { saidBlocks, type Buttons } from './said.ts';
import { plainly } from './text.ts';

/** What can be asked: each form as it is typed, and what it answers; `lines` says the same once more, or how to say it where no form comes near. */
export function helpMessage(answer: HelpAnswer | NotUnderstoodAnswer, made: Buttons): Message {
  const forms = answer.kind === 'help' ? answer.forms : answer.nearest;
  return message(answer.headline, [
    ...saidBlocks.headline(answer),
    ...(forms.length === 0 ? saidBlocks.lines(answer) : sections(forms.map(sayForm))),
    ...saidBlocks.offers(answer, made),
    ...saidBlocks.context(answer),
  ]);
}

function sayForm({ form, says }: QuestionForm): string {
  return `\`${plainly(form)}\`  ${plainly(says)}`;
}
