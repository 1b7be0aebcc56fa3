import type { Answer } from './asked-of.ts';
import type { Asked } from '../../asked.ts';
import { leaveFindings } from '../../../../dsl/index.ts';
import { isBarred, isOpen, ruleNamed } from '../../asked.ts';

const leave = 'leave-of-absence';
const unlessExceptional = `${leave}.grant-leave-of-absence`;
const ofHolidays = `${leave}.grant-leave-of-absence-2`;
const withoutForm = `${leave}.grant-leave-of-absence-3`;

/** Refused where a bar stands that nobody needs to judge first. */
export function leaveDecision(of: Asked): Answer {
  const bars = [unlessExceptional, ofHolidays, withoutForm].map((id) => {
    ruleNamed(of, id);
    return of.finding().bars.find((each) => each.id === id && each.state === 'barred');
  });
  const refused = bars.some((bar) => bar?.needs.length === 0);
  const open = bars.every((bar) => bar === undefined);
  return { decision: refused ? 'refuse' : undefined, grantable: refused ? false : open ? true : undefined };
}

export function leaveRequestValid(of: Asked): Answer {
  const asked = leaveFindings(of.compiled, of.about, of.asAt).find(({ id }) => id === leave);
  const written = !isBarred(of, withoutForm);
  if (asked?.inTime === false) return { valid: false, because: 'not in advance' };
  if (!written) return { valid: false, because: 'not in writing on the form' };
  return { valid: asked?.inTime === true ? true : undefined };
}

export function studyLeave(of: Asked): Answer {
  return { available: isOpen(of, 'study-leave.grant-study-leave') };
}
