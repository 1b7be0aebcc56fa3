import type { ArrivalMark, DutyFinding } from '../../../../dsl/index.ts';
import type { HalfDay } from '../../../../register/session.ts';
import type { Asked } from '../../asked.ts';
import { text } from '../../../../cli/case-fields.ts';
import { arrivalMark, codeTableOf, england, markOptions, paperMark } from '../../../../dsl/index.ts';
import { codeOn, isAbsent } from '../../../../register/attendance-code.ts';
import { parseClockTime } from '../../../../register/clock-time.ts';
import type { Day } from '../../../../register/day.ts';
import { formatIsoDay } from '../../../../register/day.ts';
import { codeOfByte } from '../../../../register/pupil-register.ts';
import { isOpen, lastAct, ruleNamed, toBeDone } from '../../asked.ts';
import { markWords } from '../../mark-words.ts';
import { dayAsked } from '../over-span.ts';

type Answer = Readonly<Record<string, unknown>>;

const codes = codeTableOf(england);

function half({ vector }: Asked): HalfDay {
  return text(vector.ask['session']).includes('PM') ? 'PM' : 'AM';
}

/** By the rows of the school day, at the time that the question or the last arrival gives. */
function arrived(of: Asked): ArrivalMark | undefined {
  const time = parseClockTime(text(of.vector.ask['time'])) ?? lastAct(of, 'arrival', 'recorded')?.time;
  return time === undefined ? undefined : arrivalMark(of.compiled.policy, time, half(of));
}

export function arrivalCode(of: Asked): Answer {
  const words = markWords(arrived(of), of.asAt, half(of));
  const found = words.code === undefined ? undefined : codeOn(codes, words.code, of.asAt);
  return {
    code: words.code,
    authorised: words.authorised,
    absentAM: found && half(of) === 'AM' ? isAbsent(found.meaning) : undefined,
  };
}

/** A code that no row gives at the time may not be used; where the rows leave the mark open, it is not said. */
export function mayUseCode(of: Asked): Answer {
  const mark = arrived(of);
  if (mark?.kind === 'undetermined') {
    return { allowed: mark.needs.every(({ kind }) => kind === 'not stated') ? false : undefined };
  }
  const { code } = markWords(mark, of.asAt, half(of));
  return { allowed: code === undefined ? undefined : code === of.vector.ask['code'] };
}

export function classify({ vector, asAt }: Asked): Answer {
  const meaning = codeOn(codes, text(vector.ask['code']), asAt)?.meaning;
  if (meaning === undefined) return {};
  const absent = isAbsent(meaning);
  return { absent, authorised: absent ? meaning === 'authorised absence' : undefined };
}

/** The trust's reasons by the vectors' words for them. */
const reasons: Readonly<Record<string, string>> = {
  illness: 'elements.illness',
  'medical appointment': 'elements.medical-appointment',
};

/** By the rows of the reason, for the day that what was said of it is about, or the last day of absence. */
export function authorisation(of: Asked): Answer {
  const reason = reasons[text(of.vector.ask['reason'])];
  if (reason === undefined) return {};
  const about = lastAct(of, reason, 'given')?.about;
  const session = about?.from ?? lastAbsence(of) ?? of.asAt;
  const mark = paperMark(of.compiled, of.about, reason, of.asAt, session);
  // What a row leaves to people is not for the policy to say.
  const isLeft = markOptions(of.compiled, of.about, reason, of.asAt, session).some(({ holds }) => holds !== 'no');
  const tell = of.finding().duties.some(({ id }) => id === 'elements.illness.tell-parents');
  return {
    authorised: mark && !isLeft && 'authorised' in mark ? (mark.authorised ?? undefined) : undefined,
    code: mark?.kind === 'code' && !isLeft ? mark.code : undefined,
    before: tell ? ['parents notified in advance'] : undefined,
  };
}

function lastAbsence({ about, asAt }: Asked): Day | undefined {
  const { calendar, sessions } = about.register;
  const absent = (index: number): boolean => {
    const found = codeOfByte(about.register.codes, sessions[index] ?? 0);
    return found !== undefined && isAbsent(found.meaning);
  };
  return calendar.schoolDays.findLast((day, index) => day <= asAt && (absent(2 * index) || absent(2 * index + 1)));
}

export function medicalEvidence(of: Asked): Answer {
  const id = 'elements.illness.ask-parents';
  ruleNamed(of, id);
  const asks = of.finding().duties.find((each) => each.id === id);
  if (asks && toBeDone.includes(asks.state)) return { ask: true };
  if (isOpen(of, 'elements.illness.ask-parents-2')) return { ask: true };
  return { ask: asks?.state === 'open question' ? undefined : false };
}

const settle = 'elements.record-the-correct-attendance-code';

function settling(of: Asked): readonly DutyFinding[] {
  ruleNamed(of, settle);
  return of.finding().duties.filter(({ id, state }) => id === settle && toBeDone.includes(state));
}

export function codeOverdue(of: Asked): Answer {
  const open = settling(of);
  const today = formatIsoDay(of.asAt);
  return {
    overdue: open.some(({ state }) => state === 'overdue'),
    dueToday: open.some(({ due }) => due?.date === today),
  };
}

export function codeDeadline(of: Asked): Answer {
  const day = dayAsked(of, 'session');
  const found = settling(of).find(({ arose }) => day !== undefined && arose === formatIsoDay(day));
  return { deadline: found?.due?.date ?? undefined };
}
