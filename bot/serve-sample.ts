import type { CodeTable } from '../register/attendance-code.ts';
import { genericAdults, genericLong } from '../register/import/profile.ts';
import { readCalendar } from '../register/import/read-calendar.ts';
import { generateSchool, sampleSeed, type SampleOptions } from './sample-school/generate.ts';
import { writeFiles, type SampleFiles } from './sample-school/write-files.ts';
import { importFile } from './store/import-file.ts';
import type { Store } from './store/store.ts';

/** The sample school as it was brought into the store. */
export interface SampleImport {
  readonly name: string;
  readonly pupils: number;
  readonly marks: number;
}

/** The policy that the sample follows. */
const samplePolicy = 'widnes';

/**
 * Whether the sample belongs in this store: it holds no school, or the sample alone and not the whole of it, since an
 * earlier start was cut short.
 */
export async function wantsSample(store: Store): Promise<boolean> {
  const schools = await store.schools();
  if (schools.length === 0) return true;
  if (schools.length > 1 || !schools[0]!.name.endsWith('(sample)')) return false;
  return (await store.adultsOfSchool(schools[0]!.id)).size === 0;
}

/** Whether the store holds the sample and nothing else. */
export async function holdsSampleAlone(store: Store): Promise<boolean> {
  const schools = await store.schools();
  return schools.length === 1 && schools[0]!.name.endsWith('(sample)');
}

/** The files that the sample school would bring, as texts; the same at every start. */
export function sampleFiles(options: SampleOptions = {}): SampleFiles & { readonly name: string } {
  const school = generateSchool(sampleSeed, options);
  return { ...writeFiles(school), name: school.name };
}

/** Brings the sample school's files through the importer that a real school's files go through. Throws if one does not read. */
export async function importSample(
  store: Store,
  files: ReturnType<typeof sampleFiles>,
  { codes, at }: { readonly codes: CodeTable; readonly at: string },
): Promise<SampleImport> {
  const calendar = readCalendar(files['calendar.yaml']);
  if (calendar.kind === 'refused') throw new Error(`the sample calendar was refused: ${calendar.problems[0]?.cure}`);
  const { school, year } = calendar;
  await store.saveSchool({ id: school, name: files.name, policy: samplePolicy, facts: {} });
  await store.saveSchoolYear(school, year);
  const common = { school, codes, by: 'att serve', at };
  const bytes = (name: 'marks.csv' | 'adults.csv') => new TextEncoder().encode(files[name]);
  const marks = await importFile(store, {
    ...common,
    name: 'marks.csv',
    bytes: bytes('marks.csv'),
    profile: genericLong,
  });
  const adults = await importFile(store, {
    ...common,
    name: 'adults.csv',
    bytes: bytes('adults.csv'),
    profile: genericAdults,
  });
  for (const { kind, report } of [marks, adults]) {
    if (kind !== 'imported') throw new Error(`the sample was refused: ${JSON.stringify(report).slice(0, 500)}`);
  }
  const { added, amended, unchanged, pupilsAdded } = marks.outcome;
  return { name: files.name, pupils: pupilsAdded, marks: added + amended + unchanged };
}
