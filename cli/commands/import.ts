import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { importFile } from '../../bot/store/import-file.ts';
import type { FileImport } from '../../bot/store/import-file.ts';
import { openStore } from '../../bot/store/open-database.ts';
import type { Store } from '../../bot/store/store.ts';
import { codeTableOf, england } from '../../dsl/index.ts';
import { profiles } from '../../register/import/profile.ts';
import type { Profile } from '../../register/import/profile.ts';
import { readCalendar } from '../../register/import/read-calendar.ts';
import { schoolCalendar } from '../../register/school-calendar.ts';
import type { SchoolCalendar, SchoolYear } from '../../register/school-calendar.ts';
import { CommandFailure, printJson, whyOf } from '../context.ts';
import type { Context, ExitCode } from '../context.ts';
import type { ImportFlags } from '../flags.ts';
import { settingsOf, staffOf, withStore } from '../open-answers.ts';
import { printImport } from '../print-import.ts';
import { schoolToImport } from '../school-to-import.ts';

/** Brings a file into the register. Exit 1: the file or the calendar was refused, and the store is as it was. */
export async function importCommand(context: Context, file: string, flags: ImportFlags): Promise<ExitCode> {
  const profile = profileOf(flags.profile);
  const path = resolve(context.folder, file);
  await stat(path).catch((error: unknown) => {
    throw new CommandFailure(3, `cannot read ${file}: ${whyOf(error)}`, error);
  });
  const year = flags.calendar === undefined ? undefined : await yearIn(context, flags.calendar);
  const settings = settingsOf(context);
  return withStore(settings, async (store) => {
    const { school, isNew, note } = await schoolToImport(context, store, flags, await staffOf(settings));
    const dryRun = flags.dryRun === true;
    if (context.format === 'text' && note !== undefined) context.out(`${note}\n`);
    const calendar = year && withYear(await store.calendar(school.id), school.id, year);
    const run = (into: Store, rehearse: boolean) =>
      importFile(into, {
        school: school.id,
        name: basename(file),
        bytes: createReadStream(path),
        profile,
        codes: codeTableOf(england),
        calendar,
        by: 'attendance-lead',
        at: new Date().toISOString(),
        dryRun: rehearse,
      });
    const saveSettings = async (into: Store) => {
      await into.saveSchool(school);
      if (year) await into.saveSchoolYear(school.id, year);
    };
    let result: FileImport;
    if (!dryRun) {
      result = await run(savingFirst(store, saveSettings), false);
      if (result.kind !== 'refused') await noteImport(store, school.id, result);
    } else if (isNew) result = await inMemory(saveSettings, (into) => run(into, false));
    else result = await run(store, true);
    const told = dryRun && result.kind === 'imported' ? { ...result, kind: 'rehearsed' as const } : result;
    if (context.format === 'json') printJson(context, { ...told, school: school.id, policy: school.policy });
    else printImport(context, file, told);
    return told.kind === 'refused' ? 1 : 0;
  });
}

function profileOf(name: string): Profile {
  const profile = profiles[name];
  if (profile) return profile;
  throw new CommandFailure(2, `there is no profile “${name}”. There are: ${Object.keys(profiles).join(', ')}.`);
}

async function yearIn({ folder }: Context, file: string): Promise<SchoolYear> {
  let text: string;
  try {
    text = await readFile(resolve(folder, file), 'utf8');
  } catch (error) {
    throw new CommandFailure(3, `cannot read ${file}: ${whyOf(error)}`, error);
  }
  const calendar = readCalendar(text);
  if (calendar.kind === 'read') return calendar.year;
  const told = calendar.problems.map(
    ({ line, column, found, cure }) => `${file}:${line}:${column}: ${found}; expected ${cure}`,
  );
  throw new CommandFailure(1, [`${file} was refused; nothing was imported.`, ...told].join('\n'));
}

/** The school’s settings are saved once the file has been read: a refused file leaves the store as it was. */
function savingFirst(store: Store, save: (store: Store) => Promise<void>): Store {
  return {
    ...store,
    async importRegister(batch) {
      await save(store);
      return store.importRegister(batch);
    },
    async saveAdults(school, adults) {
      await save(store);
      return store.saveAdults(school, adults);
    },
    async saveFacts(school, pupils) {
      await save(store);
      return store.saveFacts(school, pupils);
    },
    async recordAll(school, entries, signature) {
      await save(store);
      return store.recordAll(school, entries, signature);
    },
  };
}

/** A rehearsal for a school that is not there yet happens in a store that is thrown away. */
async function inMemory(
  save: (store: Store) => Promise<void>,
  run: (store: Store) => Promise<FileImport>,
): Promise<FileImport> {
  const store = await openStore({ path: ':memory:' });
  try {
    await save(store);
    return await run(store);
  } finally {
    await store.close();
  }
}

/** A calendar with a year in place of those it overlaps. */
function withYear(calendar: SchoolCalendar | undefined, school: string, year: SchoolYear): SchoolCalendar {
  const others = (calendar?.years ?? []).filter(({ from, to }) => to < year.from || from > year.to);
  return schoolCalendar(school, [...others, year]);
}

async function noteImport(store: Store, school: string, { report, outcome }: FileImport): Promise<void> {
  await store.audit({
    at: new Date().toISOString(),
    actor: 'attendance-lead',
    place: 'command line',
    action: 'imported',
    pupil: undefined,
    school,
    detail: JSON.stringify({ profile: report.profile, ...outcome }),
  });
}
