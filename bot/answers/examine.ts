import { evaluate } from '../../dsl/index.ts';
import type { Finding, FindingPart, PupilCase } from '../../dsl/index.ts';
import { emptyCaseLog } from '../../register/case-log.ts';
import type { CaseLog } from '../../register/case-log.ts';
import type { Mark } from '../../register/mark.ts';
import type { Adult, Pupil } from '../../register/pupil.ts';
import { pupilRegister } from '../../register/pupil-register.ts';
import type { SchoolCalendar } from '../../register/school-calendar.ts';
import type { Session } from '../../register/session.ts';
import type { Asking } from './asking.ts';
import { calledBy } from './called-adults.ts';
import type { Called } from './called-adults.ts';
import { familiesOf, familyOf } from './family-of.ts';
import { withhold } from './withhold.ts';

/** What the policy says of a pupil. */
export interface Examined {
  readonly pupil: Pupil;
  /** With every code as the register has it: for letters and evidence. */
  readonly whole: Finding;
  /** As the asker may see it. */
  readonly finding: Finding;
  /** What the adults in it are called to the asker. */
  readonly called: Called;
}

/** One pupil with their adults by name. */
export type KnownCase = PupilCase & { readonly adults: readonly Adult[] };

/** Reads one pupil's register and case log from the store, and evaluates the school's policy. */
export async function examine(asking: Asking, pupil: Pupil): Promise<Examined> {
  return evaluated(asking, pupil, await caseOf(asking, pupil));
}

/** One pupil of the school as its policy is asked about them. */
export async function caseOf(asking: Asking, pupil: Pupil): Promise<KnownCase> {
  const { store } = asking.services;
  const at = asking.known?.at;
  const [calendar, marks, log, adults, registerTo, family] = await Promise.all([
    calendarOf(asking),
    at === undefined ? store.marksOf(pupil.id) : store.marksAsKnown(pupil.id, at),
    store.caseLog(pupil.id, at),
    store.adultsOf(pupil.id),
    store.registerTo(asking.school.id, asking.asAt, at),
    familyOf(asking, pupil),
  ]);
  return pupilCase(asking, pupil, { calendar, marks, log, adults, registerTo: registerTo.session, family });
}

/** The same for many pupils of one school, each table read once; one part of the finding where no more is wanted. */
export async function examineAll(
  asking: Asking,
  pupils: readonly Pupil[],
  only?: FindingPart,
): Promise<readonly Examined[]> {
  return examineEach(asking, pupils, await casesOf(asking), only);
}

/** Every pupil of the school as its policy is asked about them, each table read once. */
export async function casesOf(asking: Asking): Promise<(pupil: Pupil) => KnownCase> {
  const { store } = asking.services;
  const [calendar, marks, logs, adults, registerTo, familyFor] = await Promise.all([
    calendarOf(asking),
    store.marksOfSchool(asking.school.id),
    store.caseLogsOfSchool(asking.school.id),
    store.adultsOfSchool(asking.school.id),
    store.registerTo(asking.school.id, asking.asAt),
    familiesOf(asking),
  ]);
  const known = new Map<string, KnownCase>();
  return (pupil) => {
    const found =
      known.get(pupil.id) ??
      pupilCase(asking, pupil, {
        calendar,
        marks: marks.get(pupil.id) ?? [],
        log: logs.get(pupil.id) ?? emptyCaseLog,
        adults: adults.get(pupil.id) ?? [],
        registerTo: registerTo.session,
        family: familyFor(pupil),
      });
    known.set(pupil.id, found);
    return found;
  };
}

/** What the policy says of each, where their cases are read already. */
export function examineEach(
  asking: Asking,
  pupils: readonly Pupil[],
  caseFor: (pupil: Pupil) => KnownCase,
  only?: FindingPart,
): readonly Examined[] {
  return pupils.map((pupil) => evaluated(asking, pupil, caseFor(pupil), only));
}

interface Records {
  readonly calendar: SchoolCalendar;
  readonly marks: readonly Mark[];
  readonly log: CaseLog;
  readonly adults: readonly Adult[];
  readonly registerTo: Session | undefined;
  readonly family: Pick<PupilCase, 'family' | 'memberSchools'>;
}

function pupilCase(
  { services, school }: Asking,
  pupil: Pupil,
  { calendar, marks, log, adults, registerTo, family }: Records,
): KnownCase {
  return {
    school: school.id,
    schoolFacts: school.facts,
    pupil: pupil.id,
    pupilFacts: pupil.facts,
    dateOfBirth: pupil.dateOfBirth,
    onRoll: pupil,
    register: pupilRegister(calendar, services.codes, pupil, marks),
    log,
    adults,
    registerTo,
    ...family,
  };
}

/** What the policy says of a pupil whose case is read already. */
export function evaluated(
  { services, policy, asAt, actor }: Asking,
  pupil: Pupil,
  about: KnownCase,
  only?: FindingPart,
): Examined {
  const whole = evaluate(policy.compiled, about, asAt, undefined, only);
  return { pupil, whole, finding: withhold(whole, services.codes, actor), called: calledBy(actor, about.adults) };
}

/** `ask` has made sure that there is one. */
async function calendarOf({ services, school }: Asking): Promise<SchoolCalendar> {
  const calendar = await services.store.calendar(school.id);
  if (!calendar) throw new Error(`no calendar is stored for the school ${school.id}`);
  return calendar;
}
