import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { openStore } from '../../../bot/store/open-database.ts';
import type { Store } from '../../../bot/store/store.ts';
import type { CaseLog } from '../../../register/case-log.ts';
import type { Mark } from '../../../register/mark.ts';
import { evaluate } from '../../../dsl/evaluate/evaluate.ts';
import { pupilRegister } from '../../../register/pupil-register.ts';
import { codes } from '../../support/code-table.ts';
import { asAtOf, caseOf, cases, entriesOf, loggedEntries, marksOf, spells } from '../generate/pupil-case.ts';
import { calendarOf } from '../generate/school-calendar.ts';
import { subjectOf, subjects } from '../generate/subjects.ts';
import type { Property } from './property.ts';

/** What the office does, one thing a day: brings the register anew, records entries, or undoes one of those so far. */
const steps = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('register' as const), spells }),
    fc.record({ kind: fc.constant('log' as const), logged: loggedEntries }),
    fc.record({ kind: fc.constant('undo' as const), which: fc.nat(9) }),
  ),
  { minLength: 1, maxLength: 5 },
);
type Step = typeof steps extends fc.Arbitrary<readonly (infer Each)[]> ? Each : never;

export const knownOn: Property = {
  name: 'known-on',
  holds: 'amended marks as known on a day give that day’s answer, and so does the case log',
  prove: async (tries) => {
    const store = await openStore({ path: ':memory:' });
    try {
      let school = 0;
      await fc.assert(
        fc.asyncProperty(subjects, cases, steps, async (subject, choice, script) => {
          const { compiled, recordable } = subjectOf(subject);
          const about = caseOf(choice, recordable);
          const { calendar } = about.register;
          const answer = (marks: readonly Mark[], log: CaseLog): string => {
            const register = pupilRegister(calendar, codes, about.onRoll, marks);
            return JSON.stringify(evaluate(compiled, { ...about, register, log }, asAtOf(choice)));
          };
          const pupil = await newPupil(store, `school-${school++}`);
          const then: string[] = [];
          for (const [index, step] of script.entries()) {
            await carryOut(step, store, pupil, instant(index), () => ({
              marks: step.kind === 'register' ? marksOf(calendarOf(choice.calendar), step.spells) : [],
              entries: step.kind === 'log' ? entriesOf(step.logged, recordable) : [],
            }));
            then.push(answer(await store.marksOf(pupil.id), await store.caseLog(pupil.id)));
          }
          for (const index of script.keys()) {
            const at = instant(index);
            assert.equal(
              answer(await store.marksAsKnown(pupil.id, at), await store.caseLog(pupil.id, at)),
              then[index],
            );
          }
        }),
        tries,
      );
    } finally {
      await store.close();
    }
  },
};

interface StoredPupil {
  readonly id: string;
  readonly school: string;
}

async function newPupil(store: Store, school: string): Promise<StoredPupil> {
  await store.saveSchool({ id: school, name: 'A school', policy: 'example', facts: {} });
  await bring(store, school, [], instant(0));
  const pupil = await store.pupilByUpn(school, 'A1');
  return { id: pupil!.id, school };
}

async function bring(
  store: Store,
  school: string,
  marks: readonly Pick<Mark, 'session' | 'code'>[],
  at: string,
): Promise<void> {
  const details = {
    surname: 'Surname',
    forename: 'Forename',
    dateOfBirth: undefined,
    yearGroup: '5',
    registrationGroup: '',
  };
  const pupil = {
    upn: 'A1',
    details,
    marks: marks.map((mark) => ({ ...mark, minutesLate: undefined })),
    quarantined: [],
  };
  await store.importRegister({ school, source: 'register.csv', profile: 'generic', by: 'office', at, pupils: [pupil] });
}

type Brought = { readonly marks: ReturnType<typeof marksOf>; readonly entries: ReturnType<typeof entriesOf> };

async function carryOut(step: Step, store: Store, pupil: StoredPupil, at: string, of: () => Brought): Promise<void> {
  if (step.kind === 'register') await bring(store, pupil.school, of().marks, at);
  if (step.kind === 'log') {
    for (const entry of of().entries) await store.record(pupil.id, { ...entry, recordedAt: at });
  }
  if (step.kind !== 'undo') return;
  const { entries } = await store.caseLog(pupil.id);
  const entry = entries[step.which % Math.max(1, entries.length)];
  if (entry) await store.undo(entry.id, { by: 'lead', at, reason: 'written down in error' });
}

/** Nine in the morning of one day after another. */
function instant(index: number): string {
  return `2025-01-${String(index + 1).padStart(2, '0')}T09:00:00.000Z`;
}
