import type { App } from '@slack/bolt';
import { approveLettersAction } from './actions/approve-letters.ts';
import { askAction } from './actions/ask.ts';
import { draftLetterAction } from './actions/draft-letter.ts';
import { editLettersAction } from './actions/edit-letters.ts';
import { getFilesAction } from './actions/get-files.ts';
import { giveReasonAction } from './actions/give-reason.ts';
import { recordActAction } from './actions/record-act.ts';
import { recordJudgementAction } from './actions/record-judgement.ts';
import { recordSchoolActAction } from './actions/record-school-act.ts';
import { undoEntryAction } from './actions/undo-entry.ts';
import { undoSchoolEntryAction } from './actions/undo-school-entry.ts';
import { attendanceCommand } from './commands/attendance.ts';
import { appHomeOpened } from './events/app-home-opened.ts';
import { appMention } from './events/app-mention.ts';
import { directMessage } from './events/direct-message.ts';
import type { ListenerParts } from './listener-parts.ts';
import { editSubmission } from './views/edit.ts';
import { reasonSubmission } from './views/reason.ts';

/** Registers every listener, one file each. */
export function registerListeners(app: App, parts: ListenerParts): void {
  for (const register of listeners) register(app, parts);
}

const listeners = [
  attendanceCommand,
  appMention,
  directMessage,
  appHomeOpened,
  askAction,
  draftLetterAction,
  giveReasonAction,
  editLettersAction,
  approveLettersAction,
  recordJudgementAction,
  recordActAction,
  undoEntryAction,
  recordSchoolActAction,
  undoSchoolEntryAction,
  getFilesAction,
  reasonSubmission,
  editSubmission,
] as const;
