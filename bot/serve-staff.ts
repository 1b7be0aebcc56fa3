import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { SchoolDetails } from '../letters/draft-fields.ts';
import { readStaff, type StaffMember } from './answers/staff.ts';
import { ServeError } from './serve-error.ts';
import type { Store } from './store/store.ts';

/** Who may ask, and where that was read. */
export interface Staff {
  readonly staff: readonly StaffMember[];
  readonly schoolDetails: ReadonlyMap<string, SchoolDetails>;
  /** A sentence for the banner where something was made up or written. */
  readonly note: string | undefined;
}

export interface StaffWanted {
  readonly file: string;
  /** The sample's own staff, as YAML, where the store holds the sample: written where there is no file yet. */
  readonly sample: string | undefined;
  /** Without Slack only this machine can ask, and one attendance lead is made up where there is no file. */
  readonly withSlack: boolean;
}

/** Reads the staff file. Throws ServeError with the cure where it is wrong, or missing and needed. */
export async function openStaff(store: Store, { file, sample, withSlack }: StaffWanted): Promise<Staff> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (isMissing(error)) return undefined;
    throw new ServeError(3, `cannot read ${file}: ${error instanceof Error ? error.message : String(error)}`, error);
  });
  if (text !== undefined) return { ...read(text, file), note: undefined };
  if (withSlack) {
    throw new ServeError(
      3,
      `there is no ${file}, so nobody may ask. Write it (README.md shows one), or set ATT_STAFF to where it is.`,
    );
  }
  if (sample !== undefined) {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, sample, { mode: 0o600, flag: 'wx' });
    return { ...read(sample, file), note: `Who may ask is written in ${file}.` };
  }
  const schools = (await store.schools()).map(({ id }) => id);
  return {
    staff: [{ ...madeUp, schools }],
    schoolDetails: new Map(),
    note: `There is no ${file}: the page knows one attendance lead, who may ask about everyone.`,
  };
}

const madeUp: StaffMember = {
  id: 'attendance-lead',
  role: 'attendance lead',
  name: 'Attendance lead',
  schools: [],
  registrationGroups: [],
  slackUser: undefined,
};

function read(text: string, file: string): Omit<Staff, 'note'> {
  const reading = readStaff(text, file);
  if (reading.kind === 'staff') return reading;
  const told = reading.problems.map(({ line, reason }) => `${file}:${line}: ${reason}`);
  throw new ServeError(3, [`${file} is wrong, so nobody may ask until it is mended:`, ...told].join('\n'));
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
