import type { Asked } from '../asked.ts';
import { text } from '../../../cli/case-fields.ts';
import { parseIsoDay } from '../../../register/day.ts';
import type { Day } from '../../../register/day.ts';
import { schoolDaysBefore } from '../../../register/school-calendar.ts';
import { asked } from '../asked.ts';

/** The same pupil as at the last day of a span, on roll from its first: the document prints no period, the question names one. */
export function overSpan(of: Asked, from: Day | undefined, to: Day | undefined): Asked {
  const { about } = of;
  const asAt = to === undefined || to > of.asAt ? of.asAt : to;
  if (from === undefined) return asked({ ...of, asAt });
  const { calendar } = about.register;
  const sessions = about.register.sessions.slice().fill(0, 0, schoolDaysBefore(calendar, from) * 2);
  const onRoll = { ...about.onRoll, onRollFrom: from };
  return asked({ ...of, asAt, about: { ...about, onRoll, register: { ...about.register, sessions } } });
}

/** The span between the days under `from` and `to` of the question. */
export function overAsked(of: Asked): Asked {
  return overSpan(of, dayAsked(of, 'from'), dayAsked(of, 'to'));
}

/** A day under a key of the question. */
export function dayAsked({ vector }: Asked, key: string): Day | undefined {
  return parseIsoDay(text(vector.ask[key]).slice(0, 10));
}
