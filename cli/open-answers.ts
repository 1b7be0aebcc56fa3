import { readFile } from 'node:fs/promises';
import type { Actor, Place } from '../bot/answers/actor.ts';
import type { Services } from '../bot/answers/services.ts';
import { readStaff } from '../bot/answers/staff.ts';
import type { StaffMember } from '../bot/answers/staff.ts';
import { openServices } from '../bot/serve-services.ts';
import { readSettings } from '../bot/settings.ts';
import type { Settings } from '../bot/settings.ts';
import { openStore } from '../bot/store/open-database.ts';
import { StoreError } from '../bot/store/store-error.ts';
import type { School, Store } from '../bot/store/store.ts';
import type { SchoolDetails } from '../letters/draft-fields.ts';
import { CommandFailure, whyOf } from './context.ts';
import type { Context } from './context.ts';

export const commandLine: Place = { id: 'command line', kind: 'command line' };

/** A store opened, and all that answering needs. */
export interface Answers {
  readonly services: Services;
  readonly actor: Actor;
  /** The school that --school means; undefined where it was not given. */
  readonly school: string | undefined;
}

/** Opens the store and the policies, does the work, and closes the store again. */
export async function withAnswers<Result>(
  context: Context,
  asked: { readonly as?: string; readonly school?: string },
  work: (answers: Answers) => Promise<Result>,
): Promise<Result> {
  const settings = settingsOf(context);
  const staff = await staffOf(settings);
  return withStore(settings, async (store) => {
    const schools = await store.schools();
    const { services, problems } = await openServices(
      {
        store,
        schoolDetails: staff.schoolDetails,
        staff: staff.staff,
        asAt: settings.asAt,
        now: () => new Date().toISOString(),
      },
      schools.map(({ policy }) => policy),
    );
    for (const problem of problems) context.err(`${problem}\n`);
    const school = asked.school === undefined ? undefined : schoolMeant(context, schools, asked.school);
    return work({ services, actor: actorOf(staff.staff, schools, asked.as), school });
  });
}

/** Throws CommandFailure 2 with every wrong setting and its cure. */
export function settingsOf({ environment }: Context): Settings {
  const read = readSettings(environment);
  if (read.kind === 'problems') throw new CommandFailure(2, read.problems.join('\n'));
  return read.settings;
}

/** Does the work on the open store and closes it. Throws CommandFailure 3 where it cannot be opened or written. */
export async function withStore<Result>(settings: Settings, work: (store: Store) => Promise<Result>): Promise<Result> {
  try {
    const store = await openStore(settings.store);
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  } catch (error) {
    if (error instanceof StoreError) throw new CommandFailure(3, error.message, error);
    throw error;
  }
}

export interface StaffFile {
  readonly staff: readonly StaffMember[];
  readonly schoolDetails: ReadonlyMap<string, SchoolDetails>;
}

/** Without a staff file there is the attendance lead alone. */
export async function staffOf({ staffFile }: Settings): Promise<StaffFile> {
  let text: string;
  try {
    text = await readFile(staffFile, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      return { staff: [], schoolDetails: new Map() };
    throw new CommandFailure(3, `cannot read ${staffFile}: ${whyOf(error)}`, error);
  }
  const reading = readStaff(text, staffFile);
  if (reading.kind === 'staff') return reading;
  const told = reading.problems.map(({ line, reason }) => `${staffFile}:${line}: ${reason}`);
  throw new CommandFailure(3, [`${staffFile} is wrong, so nobody may ask until it is mended:`, ...told].join('\n'));
}

/** Whoever may read the store’s file sees all of it: the lead on the command line answers for every school in it. */
function actorOf(staff: readonly StaffMember[], schools: readonly School[], id: string | undefined): Actor {
  if (id === undefined || (staff.length === 0 && id === lead.id)) {
    const known = staff.find(({ role }) => role === lead.role);
    return { ...(known ?? lead), schools: schools.map((school) => school.id) };
  }
  const found = staff.find((member) => member.id === id);
  if (found) return found;
  const known = staff.length === 0 ? [lead.id] : staff.map((member) => member.id);
  throw new CommandFailure(2, `nobody on the staff has the id “${id}”. There are: ${known.join(', ')}.`);
}

const lead: Actor = {
  id: 'attendance-lead',
  role: 'attendance lead',
  name: 'Attendance lead',
  schools: [],
  registrationGroups: [],
};

/** A school by its id or name; where the store holds one school alone, that one is meant. */
export function schoolMeant({ err }: Context, schools: readonly School[], given: string): string {
  const asked = slug(given);
  const found = schools.filter(({ id, name }) => [slug(id), slug(name)].includes(asked));
  const near =
    found.length > 0
      ? found
      : schools.filter(({ id }) => asked.startsWith(`${slug(id)}-`) || slug(id).startsWith(`${asked}-`));
  const [only, second] = near.length > 0 ? near : schools;
  if (only && !second) {
    if (near.length === 0) err(`The store holds one school, ${only.id}; it is taken for “${given}”.\n`);
    return only.id;
  }
  const known = schools.map(({ id }) => id).join(', ');
  throw new CommandFailure(2, `the store holds no school “${given}”. It holds: ${known === '' ? 'none' : known}.`);
}

function slug(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '');
}
