import type { Answer } from './asked-of.ts';
import type { Asked } from '../../asked.ts';
import { text } from '../../../../cli/case-fields.ts';
import { arrivalMark, recordedTimes } from '../../../../dsl/index.ts';
import { codeTableOf, england } from '../../../../dsl/index.ts';
import { codeOn, isAbsent } from '../../../../register/attendance-code.ts';
import { parseClockTime } from '../../../../register/clock-time.ts';
import { isToBeDone, lastAct } from '../../asked.ts';
import { markWords } from '../../mark-words.ts';
import { withAct } from './asked-of.ts';

const codes = codeTableOf(england);

/** The case with the arrival that the question names, where the log has none of the day. */
function arrived(of: Asked): Asked {
  const time = parseClockTime(text(of.vector.ask['time']));
  if (time === undefined || lastAct(of, 'arrival', 'recorded')?.time === time) return of;
  return withAct(of, 'arrival', 'recorded', of.asAt, { time });
}

const late = 'record-late-mark';
const detention = 'give-break-detention';
const signIn = 'sign-in-via-main-reception';

export function lateOutcome(given: Asked): Answer {
  const of = arrived(given);
  return { lateMark: isToBeDone(of, late), detention: isToBeDone(of, detention), signIn: isToBeDone(of, signIn) };
}

/** The code by the rows of the half day; what it counts as by the table of codes. An afternoon is another session. */
export function arrivalCode(given: Asked): Answer {
  const of = arrived(given);
  const { ask } = given.vector;
  const half = ask['session'] === 'PM' ? 'PM' : 'AM';
  const time = parseClockTime(text(ask['time']));
  if (time === undefined) return {};
  const mark = arrivalMark(of.compiled.policy, time, half, recordedTimes(of.about.log, of.asAt));
  const { code, authorised } = markWords(mark, of.asAt, half);
  const meaning = code === undefined ? undefined : codeOn(codes, code, of.asAt)?.meaning;
  return {
    code,
    authorised,
    absentAM: half === 'AM' && meaning !== undefined ? isAbsent(meaning) : undefined,
    pmAffected: half === 'AM' && meaning !== undefined ? false : undefined,
    detention: isToBeDone(of, detention),
    signIn: isToBeDone(of, signIn),
  };
}

const escalation = 'increase-sanctions-in-line-with-the';

/** Under what: what the sentence says after “in line with the”. */
export function detentionFollowUp(of: Asked): Answer {
  const escalate = isToBeDone(of, escalation);
  const duty = of.finding().duties.find(({ id }) => id === escalation);
  return { escalate, under: duty?.words.split('in line with the ')[1] };
}
