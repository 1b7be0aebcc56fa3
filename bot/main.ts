import { once } from 'node:events';
import { codeTableOf, england } from '../dsl/index.ts';
import type { Day } from '../register/day.ts';
import type { PageAssets } from './page/index.ts';
import type { SamplePlan } from './sample-school/sample-plan.ts';
import { bannerText } from './serve-banner.ts';
import type { BannerSchool } from './serve-banner.ts';
import { ServeError } from './serve-error.ts';
import { startPageMode } from './serve-page-mode.ts';
import {
  holdsSamplesAlone,
  importSamples,
  makeSamples,
  sampleQuestions,
  sampleStaffFile,
  wantsSamples,
} from './serve-sample.ts';
import { openServices } from './serve-services.ts';
import { startSlackMode } from './serve-slack-mode.ts';
import { openStaff } from './serve-staff.ts';
import { readSettings, type Environment, type Settings } from './settings.ts';
import { createLog, type Log } from './slack/log.ts';
import { slackServices } from './slack/slack-services.ts';
import { openStore } from './store/open-database.ts';
import type { School, Store } from './store/store.ts';
import { StoreError } from './store/store-error.ts';

export interface ServeOptions {
  /** Where the banner and what is being done are printed. */
  readonly print?: (text: string) => void;
  readonly log?: Log;
  /** The bundled page; what the build made unless given. */
  readonly assets?: PageAssets;
  /** The sample schools that an empty store is filled with; all of them unless given. */
  readonly samples?: readonly SamplePlan[];
  /** Where Slack's Web API answers, when it is not Slack's own. */
  readonly slackApiUrl?: string;
}

export interface Serving {
  /** The page; undefined where Slack is the only door. */
  readonly url: string | undefined;
  /** Ends the work in flight, closes the door, then the store. */
  stop(): Promise<void>;
}

/**
 * Starts the bot: opens the store, fills an empty one with the sample school, and opens the door that the settings
 * ask for. Throws ServeError, in words for whoever started it.
 */
export async function serve(settings: Settings, options: ServeOptions = {}): Promise<Serving> {
  const { print = () => undefined } = options;
  const log = options.log ?? createLog({ level: settings.slack ? 'info' : 'warn' });
  const store = await openStore(settings.store).catch((error: unknown) => {
    throw error instanceof StoreError ? new ServeError(3, error.message, error) : error;
  });
  try {
    const sample = await fillEmptyStore(store, settings, options, print);
    const questions = sample === undefined ? new Map<string, readonly string[]>() : sampleQuestions(options.samples);
    const who = await openStaff(store, {
      file: settings.staffFile,
      sample,
      withSlack: settings.slack !== undefined,
    });
    const { services, problems } = await openServices({
      store,
      asAt: settings.asAt,
      schoolDetails: who.schoolDetails,
      staff: who.staff,
      now: () => new Date().toISOString(),
    });
    const common = { port: settings.port, log };
    const door = settings.slack
      ? await startSlackMode({
          ...common,
          slack: settings.slack,
          services: slackServices(services, who.staff),
          apiUrl: options.slackApiUrl,
        })
      : await startPageMode({
          ...common,
          schoolName: titleOf(await store.schools()),
          questions,
          staff: who.staff,
          services: (staff) => slackServices(services, staff),
          assets: options.assets,
        });
    const notes = [...(who.note === undefined ? [] : [who.note]), ...problems];
    print(
      door.url === undefined
        ? ['Att is connected to Slack. Stop it with Ctrl+C.', ...notes, ''].join('\n')
        : bannerText({
            url: door.url,
            schools: await bannerSchools(store, settings.asAt),
            question: [...questions.values()][0]?.[0] ?? 'due today',
            notes,
            colour: settings.colour,
          }),
    );
    return {
      url: door.url,
      async stop() {
        await door.stop();
        await store.close();
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/**
 * Serves until asked to stop by SIGINT or SIGTERM; what is under way is finished first. Gives the exit code: 0 when
 * asked to stop, 2 for wrong settings, 3 where something cannot be read, written or reached.
 */
export async function serveUntilStopped(environment: Environment = process.env): Promise<number> {
  const read = readSettings(environment);
  if (read.kind === 'problems') {
    process.stderr.write(`${read.problems.join('\n')}\n`);
    return 2;
  }
  const settings = { ...read.settings, colour: read.settings.colour && process.stdout.isTTY };
  try {
    const serving = await serve(settings, { print: (text) => void process.stdout.write(text) });
    await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
    process.stdout.write('\nStopping …\n');
    await serving.stop();
    return 0;
  } catch (error) {
    if (!(error instanceof ServeError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return error.exitCode;
  }
}

/** The samples' staff as YAML where the store holds samples, newly brought or from before. Slack wants a real school. */
async function fillEmptyStore(
  store: Store,
  settings: Settings,
  { samples }: ServeOptions,
  print: (text: string) => void,
): Promise<string | undefined> {
  const wanted = await wantsSamples(store, samples);
  if (!wanted) return (await holdsSamplesAlone(store)) ? sampleStaffFile(samples) : undefined;
  if (settings.slack) {
    throw new ServeError(
      3,
      'the store holds no school yet. Import one before connecting to Slack: att import FILE --school ID --profile NAME --calendar FILE',
    );
  }
  print('The store is empty: making sample schools. This takes a few seconds, once.\n');
  const made = makeSamples(samples);
  const how = { codes: codeTableOf(england), at: new Date().toISOString() };
  await importSamples(store, made, how, ({ name, pupils, marks, seconds }) =>
    print(
      `${name}: ${pupils} pupils and ${marks.toLocaleString('en-GB')} marks imported in ${seconds.toFixed(1)} s.\n`,
    ),
  );
  return made['staff.yaml'];
}

/** A single school by its name; several are counted. */
function titleOf(schools: readonly School[]): string {
  return schools.length === 1 ? schools[0]!.name : `${schools.length} schools`;
}

/** Each school with the day that answers are for. */
async function bannerSchools(store: Store, asAt: Day | undefined): Promise<readonly BannerSchool[]> {
  const schools = await store.schools();
  return Promise.all(
    schools.map(async ({ id, name }) => ({ name, asAt: asAt ?? (await store.registerTo(id)).session?.day })),
  );
}

if (import.meta.main) process.exitCode = await serveUntilStopped();
