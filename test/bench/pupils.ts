import type { CaseEntry } from '../../register/case-log.ts';
import type { Day } from '../../register/day.ts';
import type { CodeTable } from '../../register/attendance-code.ts';
import type { SchoolCalendar } from '../../register/school-calendar.ts';
import type { CompiledPolicy, PolicyEvent, PupilCase } from '../../dsl/index.ts';
import { addDays } from '../../register/day.ts';
import { policyEvents } from '../../dsl/index.ts';
import { benchMarks, seeded } from './registers.ts';

/**
 * Pupils of a year as a school knows them under a policy: their marks, and a case log of up to forty of the things that
 * the policy lets people write down, on school days of the year.
 */
export function benchPupils(
  compiled: CompiledPolicy,
  calendar: SchoolCalendar,
  codes: CodeTable,
  pupils: number,
  seed: number,
): readonly PupilCase[] {
  const random = seeded(seed);
  const days = calendar.schoolDays.length;
  const marks = benchMarks(calendar, codes, pupils, seed);
  const events = policyEvents(compiled).filter((event) => event.of.includes('pupil') && event.matters);
  return Array.from({ length: pupils }, (_, pupil): PupilCase => {
    const logged = Math.floor(random() * 41);
    const entries = Array.from({ length: logged }, (_each, index): CaseEntry => {
      const day = calendar.schoolDays[Math.floor(random() * days)]!;
      return entryOf(events[Math.floor(random() * events.length)]!, `entry-${index}`, day, random);
    });
    return {
      school: 'bench',
      schoolFacts: {},
      pupil: `pupil-${pupil}`,
      pupilFacts: {},
      dateOfBirth: undefined,
      onRoll: { onRollFrom: undefined, onRollTo: undefined },
      register: { calendar, codes, sessions: marks.slice(pupil * days * 2, (pupil + 1) * days * 2), uncounted: [] },
      log: { entries },
      registerTo: { day: calendar.schoolDays.at(-1)!, half: 'PM' },
    };
  });
}

function entryOf({ name, done, needs }: PolicyEvent, id: string, day: Day, random: () => number): CaseEntry {
  const entry = { id, day, time: undefined, recordedAt: '', by: 'office', note: '' };
  if (done === null) return { ...entry, kind: 'judgement', name, holds: random() < 0.5 };
  const from = addDays(day, 5);
  const about = needs.about === 'must' ? { from, to: addDays(from, 4) } : undefined;
  return { ...entry, kind: 'act', name, done, about };
}
