import type { PaperMark } from '../../../../dsl/index.ts';
import type { Asked } from '../../asked.ts';
import { text } from '../../../../cli/case-fields.ts';
import { arrivalMark, paperMark, policyPapers } from '../../../../dsl/index.ts';
import { parseIsoDay } from '../../../../register/day.ts';
import { isDue, lastAct, one } from '../../asked.ts';
import { reasonIn, saysNothing } from '../../events/normanton-common.ts';
import { markWords } from '../../mark-words.ts';
import { isCalled } from '../../paper-called.ts';

type Answer = Readonly<Record<string, unknown>>;

export function arrived(asked: Asked): Answer {
  const arrival = lastAct(asked, 'arrival', 'recorded');
  if (arrival?.time === undefined) return {};
  const half = arrival.half ?? 'AM';
  const { mark, code } = markWords(arrivalMark(asked.compiled.policy, arrival.time, half), arrival.day, half);
  return { mark, code };
}

export function lateArrivalTasks(asked: Asked): Answer {
  const record = asked.finding().duties.find((each) => each.id === 'record-time-of-arrival-reason-for-lateness');
  return {
    ...arrived(asked),
    phoneParent: isDue(asked, 'call-parents'),
    parentRecords: record?.act.objects.map((each) => each.title) ?? [],
  };
}

/** By the rows of the reason that was given last, for the session that the vector names. */
export function sessionMark(asked: Asked): Answer {
  const { vector, compiled, about, asAt } = asked;
  const named = (type: string) => vector.events.findLast((event) => event['type'] === type);
  const of = named('absent') ?? named('return') ?? {};
  const half = of['session'] === 'PM' ? 'PM' : 'AM';
  const day = parseIsoDay(text(of['date'] ?? of['at']).slice(0, 10)) ?? asAt;
  const given = text(named('finalReason')?.['value'] ?? named('parentReport')?.['reason']);
  const reason = named('medicalAppointment') ? 'waterton.medical-appointment' : reasonFor(asked, given);
  const mark = reason === undefined ? undefined : paperMark(compiled, about, reason, asAt, day, half);
  return { ...markWords(mark, day, half), listedAsUnauthorisedExample: mark !== undefined && isListed(asked, mark) };
}

/** The reason whose other names are what the document lists as not permitted, under the heading that is its title. */
const unpermitted = 'waterton.unpermitted';

function reasonFor({ compiled }: Asked, given: string): string | undefined {
  if (isCalled(compiled.policy, unpermitted, given)) return unpermitted;
  return reasonIn(given) ?? (saysNothing(given) ? 'waterton.unexplained' : undefined);
}

function isListed({ compiled }: Asked, mark: PaperMark): boolean {
  const { title } = one(policyPapers(compiled.policy), unpermitted);
  return mark.kind === 'class' && mark.class === 'unauthorised' && mark.clause.cite?.includes(title) === true;
}
