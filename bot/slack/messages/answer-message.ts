import type { Actor } from '../../answers/actor.ts';
import type { Answer, ListRow } from '../../answers/answer.ts';
import { offerButtons, type DeedOffer } from '../handles.ts';
import type { Services } from '../services.ts';
import { approvedMessage, getFilesOffer } from './approved-message.ts';
import type { Message } from './blocks.ts';
import { draftMessage } from './draft-message.ts';
import { dueMessage } from './due-message.ts';
import { findingMessage } from './finding-message.ts';
import { groupsMessage } from './groups-message.ts';
import { helpMessage } from './help-message.ts';
import { listMessage } from './list-message.ts';
import { plainMessage } from './plain-message.ts';
import type { Buttons } from './said.ts';
import { whyMessage } from './why-message.ts';

/** An answer as a message of Slack, its buttons good for this person alone. */
export async function answerMessage(answer: Answer, actor: Actor, services: Services): Promise<Message> {
  return layOut(answer, await offerButtons(offersOf(answer), actor, services));
}

/** Every button an answer may show, in the order it may show them. */
export function offersOf(answer: Answer): readonly DeedOffer[] {
  const rows = rowsOf(answer).flatMap((row) => row.offers.slice(0, 1));
  const files = answer.kind === 'approved' && answer.files.length > 0 ? [getFilesOffer(answer)] : [];
  return [...rows, ...answer.offers, ...files];
}

function rowsOf(answer: Answer): readonly ListRow[] {
  if (answer.kind === 'due') return answer.about === 'rewards' ? [] : answer.groups.flatMap(({ rows }) => rows);
  return answer.kind === 'list' ? answer.rows : [];
}

/** Pure: the same answer and buttons give the same message. */
export function layOut(answer: Answer, made: Buttons): Message {
  switch (answer.kind) {
    case 'finding':
    case 'what next':
    case 'attendance':
    case 'band':
      return findingMessage(answer, made);
    case 'why':
      return whyMessage(answer, made);
    case 'list':
      return listMessage(answer, made);
    case 'due':
      return dueMessage(answer, made);
    case 'school duties':
    case 'threshold':
    case 'notice':
    case 'what if':
      return groupsMessage(answer, made);
    case 'draft':
      return draftMessage(answer, made);
    case 'approved':
      return approvedMessage(answer, made);
    case 'help':
    case 'not understood':
      return helpMessage(answer, made);
    case 'choice':
    case 'not found':
    case 'policy':
    case 'refused':
    case 'recorded':
    case 'undone':
    case 'log':
    case 'elsewhere':
      break;
  }
  return plainMessage(answer, made);
}
