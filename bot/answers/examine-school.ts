import { evaluateSchool } from '../../dsl/index.ts';
import type { SchoolFinding } from '../../dsl/index.ts';
import type { CaseLog } from '../../register/case-log.ts';
import type { SchoolCalendar } from '../../register/school-calendar.ts';
import type { Asking } from './asking.ts';
import { logUnder } from './log-under.ts';

/** What a school's policies ask of it, and when it meets. */
export interface SchoolExamined {
  readonly finding: SchoolFinding;
  readonly calendar: SchoolCalendar;
}

/** Reads what the school, and the schools beside it, did from the store, and evaluates what it owes. */
export async function examineSchool(asking: Asking): Promise<SchoolExamined> {
  const { services, school, policy, asAt } = asking;
  const [calendar, log, sharedLog] = await Promise.all([
    services.store.calendar(school.id),
    services.store.schoolLog(school.id),
    logTogether(asking),
  ]);
  if (!calendar) throw new Error(`no calendar is stored for the school ${school.id}`);
  const about = { school: school.id, schoolFacts: school.facts, calendar, log, sharedLog };
  return { finding: evaluateSchool(policy.compiled, about, asAt), calendar };
}

/** What the schools that share a layer of the policy did, each under the names of its own: done by one, it is done. */
async function logTogether({ services, policy }: Asking): Promise<CaseLog> {
  const layers = new Set(policy.compiled.layers.map((layer) => layer.policy.id));
  const logs = await Promise.all(
    (await services.store.schools()).map(async (school): Promise<CaseLog['entries']> => {
      const kept = services.policies.get(school.policy);
      if (!kept?.compiled.layers.some((layer) => layers.has(layer.policy.id))) return [];
      return logUnder(policy, kept, await services.store.schoolLog(school.id)).entries;
    }),
  );
  return { entries: logs.flat().toSorted((a, b) => (a.recordedAt < b.recordedAt ? -1 : 1)) };
}
