import type { SamplePupil, SampleSchool } from '../../../bot/sample-school/sample-school.ts';
import { compilePolicy } from '../../../dsl/index.ts';
import type { CompiledPolicy, PupilCase } from '../../../dsl/index.ts';
import type { CaseEntry } from '../../../register/case-log.ts';
import { parseClockTime } from '../../../register/clock-time.ts';
import { pupilRegister } from '../../../register/pupil-register.ts';
import { codes } from '../../support/code-table.ts';
import { readSchoolPolicies } from '../../support/school-policies.ts';

/** A pupil as the store would give them. */
export function caseOf(school: SampleSchool, pupil: SamplePupil): PupilCase {
  const { calendar, schoolDays, id, facts } = school;
  const marks = pupil.codes.flatMap((code, index) => {
    const session = { day: schoolDays[index >> 1]!, half: index % 2 === 0 ? 'AM' : 'PM' } as const;
    return code === '' ? [] : [{ session, code }];
  });
  const onRoll = { onRollFrom: undefined, onRollTo: undefined };
  const entries = school.log
    .filter(({ upn }) => upn === pupil.upn)
    .map(({ day, time, name, done, about, items, adult, purpose, by }, index): CaseEntry => {
      const entry = { id: String(index), day, recordedAt: '2026-11-01T10:00:00Z', by, note: '', name };
      const at = time === undefined ? undefined : parseClockTime(time);
      return /^(yes|no)$/.test(done)
        ? { ...entry, kind: 'judgement', time: at, holds: done === 'yes' }
        : { ...entry, kind: 'act', time: at, done, about, items, adult, purpose };
    });
  return {
    school: id,
    schoolFacts: facts,
    pupil: pupil.upn,
    pupilFacts: Object.fromEntries(
      Object.entries(pupil.facts).filter((each): each is [string, boolean] => each[1] !== undefined),
    ),
    dateOfBirth: pupil.dateOfBirth,
    onRoll,
    register: pupilRegister(calendar, codes, onRoll, marks),
    log: { entries },
    registerTo: { day: schoolDays.at(-1)!, half: 'PM' },
  };
}

const compiled = new Map<string, CompiledPolicy>();

/** The policy of a sample, compiled once. */
export function compiledPolicy(id: string): CompiledPolicy {
  const found = compiled.get(id) ?? compilePolicy(readSchoolPolicies().policies.get(id)!);
  compiled.set(id, found);
  return found;
}
