import type { CodeTable } from '../register/attendance-code.ts';
import { formatIsoDay } from '../register/day.ts';
import type { Day } from '../register/day.ts';
import { genericAdults, genericGroups, genericLog, genericLong } from '../register/import/profile.ts';
import type { Profile } from '../register/import/profile.ts';
import { readCalendar } from '../register/import/read-calendar.ts';
import { generateSchools } from './sample-school/generate.ts';
import type { SamplePlan } from './sample-school/sample-plan.ts';
import { samplePlans } from './sample-school/sample-plans.ts';
import { sampleStaff } from './sample-school/sample-staff.ts';
import { writeFiles } from './sample-school/write-files.ts';
import type { SampleFiles } from './sample-school/write-files.ts';
import { writeStaff } from './sample-school/write-staff.ts';
import { importFile } from './store/import-file.ts';
import type { School, Store } from './store/store.ts';

/** The sample schools as the files they would bring, and the staff of them all. */
export interface Samples {
  readonly schools: readonly BroughtSchool[];
  readonly 'staff.yaml': string;
}

interface BroughtSchool {
  readonly school: School;
  readonly files: SampleFiles;
  /** When its files were brought (instants, ISO 8601, UTC), the first and the later; left out: now. */
  readonly at?: { readonly first: string; readonly later: string };
}

/** A sample school as it was brought into the store. */
export interface SampleImport {
  readonly name: string;
  readonly pupils: number;
  readonly marks: number;
  readonly seconds: number;
}

/**
 * Whether the samples belong in this store: it holds no school, or samples alone and not the whole of one of them, since
 * an earlier start was cut short.
 */
export async function wantsSamples(store: Store, plans: readonly SamplePlan[] = samplePlans()): Promise<boolean> {
  const schools = await store.schools();
  if (schools.length === 0) return true;
  if (!(await holdsSamplesAlone(store))) return false;
  const planOf = new Map(plans.flatMap((plan) => plan.schools.map(({ id }) => [id, plan] as const)));
  const whole = await Promise.all(schools.map(({ id }) => isWhole(store, id, planOf.get(id))));
  return whole.includes(false);
}

/** Each file is brought whole or not at all: the adults, then the log, then the later marks. */
async function isWhole(store: Store, school: string, plan: SamplePlan | undefined): Promise<boolean> {
  if ((await store.adultsOfSchool(school)).size === 0) return false;
  if (plan?.log !== undefined && (await store.caseLogsOfSchool(school)).size === 0) return false;
  if (plan?.firstFileTo === undefined) return true;
  return (await store.registerTo(school)).session?.day !== plan.firstFileTo;
}

/** Whether the store holds samples and nothing else. */
export async function holdsSamplesAlone(store: Store): Promise<boolean> {
  const schools = await store.schools();
  return schools.length > 0 && schools.every(({ name }) => name.endsWith('(sample)'));
}

/** The files that the sample schools would bring, as texts; the same at every start. */
export function makeSamples(plans: readonly SamplePlan[] = samplePlans()): Samples {
  return {
    schools: plans
      .flatMap((plan) => generateSchools(plan))
      .map((school) => {
        const { id, name, policy, facts, firstFileTo, schoolDays } = school;
        const brought = { school: { id, name, policy, facts }, files: writeFiles(school) };
        if (firstFileTo === undefined) return brought;
        return { ...brought, at: { first: afterSchool(firstFileTo), later: afterSchool(schoolDays.at(-1)!) } };
      }),
    'staff.yaml': sampleStaffFile(plans),
  };
}

/** The staff of the samples, as YAML; of those of them who have a school in the plans. */
export function sampleStaffFile(plans: readonly SamplePlan[] = samplePlans()): string {
  const schools = plans.flatMap((plan) => plan.schools);
  const ids = new Set(schools.map(({ id }) => id));
  return writeStaff(
    sampleStaff.filter((each) => each.schools.some((id) => ids.has(id))),
    schools,
  );
}

function afterSchool(day: Day): string {
  return `${formatIsoDay(day)}T16:30:00Z`;
}

/** Questions that show what each sample school's policy can say, by school. */
export function sampleQuestions(plans: readonly SamplePlan[] = samplePlans()): ReadonlyMap<string, readonly string[]> {
  return new Map(plans.flatMap(({ schools }) => schools.map(({ id, questions }) => [id, questions] as const)));
}

/** The file of each profile, in the order in which they are brought. */
const profileOf = {
  'marks.csv': genericLong,
  'groups.csv': genericGroups,
  'adults.csv': genericAdults,
  'log.csv': genericLog,
  'log-later.csv': genericLog,
  'marks-later.csv': genericLong,
} as const satisfies Partial<Record<keyof SampleFiles, Profile>>;

/**
 * Brings the files of the sample schools through the importer that a real school's files go through, and tells of each.
 * The schools are all there before the first of their files, so that a start cut short is known by what they lack.
 * Throws if a file does not read.
 */
export async function importSamples(
  store: Store,
  { schools }: Samples,
  how: { readonly codes: CodeTable; readonly at: string },
  told: (done: SampleImport) => void = () => undefined,
): Promise<void> {
  for (const { school, files } of schools) {
    const calendar = readCalendar(files['calendar.yaml']);
    if (calendar.kind === 'refused') throw new Error(`a sample calendar was refused: ${calendar.problems[0]?.cure}`);
    await store.saveSchool(school);
    await store.saveSchoolYear(school.id, calendar.year);
  }
  for (const each of schools) told(await importSample(store, each, how));
}

async function importSample(
  store: Store,
  { school, files, at: brought }: BroughtSchool,
  { codes, at: now }: { readonly codes: CodeTable; readonly at: string },
): Promise<SampleImport> {
  const before = performance.now();
  let pupils = 0;
  let marks = 0;
  for (const [name, profile] of Object.entries(profileOf)) {
    const text = files[name as keyof typeof profileOf];
    if (text === undefined) continue;
    const bytes = new TextEncoder().encode(text);
    const at = (name.includes('-later') ? brought?.later : brought?.first) ?? now;
    const done = await importFile(store, { school: school.id, codes, by: 'att serve', at, name, bytes, profile });
    if (done.kind !== 'imported' || done.report.counts.unreadableRows > 0) {
      throw new Error(`the sample was refused: ${name}: ${JSON.stringify(done.report).slice(0, 500)}`);
    }
    pupils += done.outcome.pupilsAdded;
    marks += done.outcome.added + done.outcome.amended + done.outcome.unchanged;
  }
  return { name: school.name, pupils, marks, seconds: (performance.now() - before) / 1000 };
}
