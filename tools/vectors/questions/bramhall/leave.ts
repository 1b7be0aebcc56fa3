import type { Answer } from './asked-of.ts';
import { withAct } from './asked-of.ts';
import type { Asked } from '../../asked.ts';
import { leaveFindings } from '../../../../dsl/index.ts';
import { asked, isBarred, isOpen, lastAct, ruleNamed } from '../../asked.ts';

const leave = 'leave-of-absence';
const unlessExceptional = `${leave}.grant-leave-of-absence`;
const ofHolidays = `${leave}.grant-leave-of-absence-2`;
const withoutForm = `${leave}.grant-leave-of-absence-3`;

/** Refused where a bar stands that nobody needs to judge first. */
export function leaveDecision(of: Asked): Answer {
  if (!lastAct(of, leave, 'asked')) return {};
  const bars = [unlessExceptional, ofHolidays, withoutForm].map((id) => {
    ruleNamed(of, id);
    return of.finding().bars.find((each) => each.id === id && each.state === 'barred');
  });
  const refused = bars.some((bar) => bar?.needs.length === 0);
  const open = bars.every((bar) => bar === undefined);
  return { decision: refused ? 'refuse' : undefined, grantable: refused ? false : open ? true : undefined };
}

export function leaveRequestValid(of: Asked): Answer {
  const found = leaveFindings(of.compiled, of.about, of.asAt).find(({ id }) => id === leave);
  const written = !isBarred(of, withoutForm);
  if (found?.inTime === false) return { valid: false, because: 'not in advance' };
  if (!written) return { valid: false, because: 'not in writing on the form' };
  return { valid: found?.inTime === true ? true : undefined };
}

/** No document gives the days of the examinations: whether it is their period stands in the question alone. */
export function studyLeave(given: Asked): Answer {
  const { question } = given.vector;
  const isPeriod = /GCSE|examination/i.test(question) && !/\b(?:outside|before|after|not)\b/i.test(question);
  const schoolFacts = { ...given.about.schoolFacts, 'gcse-period': isPeriod };
  const of = asked({ ...given, about: { ...given.about, schoolFacts } });
  return { available: isOpen(withAct(of, 'study-leave', 'asked', of.asAt), 'study-leave.grant-study-leave') };
}
