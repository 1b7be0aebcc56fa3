import type { Answer } from './answer.ts';
import { choiceOfSchoolEvents } from './answers/choice.ts';
import { recordSchoolAnswer } from './answers/record-school.ts';
import { refused } from './answers/refused.ts';
import type { Asking } from './asking.ts';
import { schoolAction } from './recording.ts';
import type { ActRecording } from './recording.ts';
import { recordingFrom } from './recording-from.ts';
import type { Details } from './recording-from.ts';
import type { EventMeant } from './which-event.ts';

/** Records what a sentence, or the words of a command, says that the school itself did; several things are a choice. */
export async function recordOfSchool(
  asking: Asking,
  meant: readonly EventMeant[],
  details: Details,
  unreadable?: string,
): Promise<Answer> {
  if (unreadable !== undefined) {
    return refused({
      reason: `There is no such day or time as “${unreadable}”.`,
      cure: 'Write it as 28 March 2024 or 2024-03-28, a time as 9.20.',
    });
  }
  const whole = meant.filter((each) => each.whole);
  const wanted = (whole.length > 0 ? whole : meant).flatMap((each) => {
    const recording = recordingFrom(each, details);
    return recording?.kind === 'act' ? [{ title: each.event.title, recording }] : [];
  });
  const [only, ...others] = wanted;
  if (!only) return refused({ reason: 'The policy has nothing of that name to record of a school.' });
  if (others.length === 0) return recordSchoolAnswer(asking, only.recording);
  const offer = ({ title, recording }: { readonly title: string; readonly recording: ActRecording }) => ({
    label: title,
    action: schoolAction(asking.school.id, recording),
  });
  return choiceOfSchoolEvents(asking.school, wanted.map(offer));
}
