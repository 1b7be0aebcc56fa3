import { message, sections, type Message } from './blocks.ts';
import { plainly } from './text.ts';

/** Said in the channel where pupil detail was asked for; the same whoever was asked about. */
export function movedMessage(from: 'channel' | 'shared'): Message {
  return short(
    from === 'channel'
      ? 'I have answered in our direct message, where nobody else reads along.'
      : 'People from outside the school may read this conversation, so I say nothing about pupils here. ' +
          'Ask me in a direct message.',
  );
}

/** Said to someone who is not in `staff.yaml`. */
export function strangerMessage(user: string): Message {
  return short(
    `I do not know you yet, so I cannot answer. Ask whoever looks after Att to add your Slack user, ${plainly(user)}, to staff.yaml.`,
  );
}

export function staleButtonMessage(why: 'not theirs' | 'too old'): Message {
  return short(
    why === 'not theirs'
      ? 'That button was made for someone else. Ask me yourself, and you will have your own.'
      : 'That button is too old to act on: the register may have changed since. Please ask again.',
  );
}

/** Said when something failed; the log holds the same number. */
export function failureMessage(errorId: string): Message {
  return short(
    `Something went wrong on my side. Please try again; if it happens again, give whoever looks after Att this number: ${errorId}.`,
  );
}

export function filesFailedMessage(errorId: string): Message {
  return short(
    `The letter is approved and kept, but Slack did not take the files. Press “Send me the files again” (error ${errorId}).`,
  );
}

function short(text: string): Message {
  return message(text, sections([text]));
}
