import { join } from 'node:path';
import type { StaffMember } from './answers/staff.ts';
import { packageRoot } from './package-root.ts';
import { readPageAssets, servePage, type PageAssets, type Suggestions } from './page/index.ts';
import { ServeError } from './serve-error.ts';
import { withSlackUsers, workspaceOf } from './serve-workspace.ts';
import { createApp } from './slack/app.ts';
import type { Log } from './slack/log.ts';
import type { Services } from './slack/services.ts';
import { startSlack } from './stand-in/index.ts';

export interface PageMode {
  readonly schoolName: string;
  /** Questions to begin with, by school. */
  readonly questions: ReadonlyMap<string, readonly string[]>;
  readonly staff: readonly StaffMember[];
  readonly services: (staff: readonly StaffMember[]) => Services;
  readonly port: number;
  readonly log: Log;
  /** The bundled client; what the build made unless given. */
  readonly assets?: PageAssets | undefined;
}

export interface Running {
  /** Where to look; undefined where Slack is the only door. */
  readonly url: string | undefined;
  /** Lets the work in flight end, then closes the door. */
  stop(): Promise<void>;
}

/**
 * Without a workspace: a small Slack on this machine, the same app connected to it by Socket Mode as it would be to
 * the real one, and a page that shows the conversation. Throws ServeError where the port is taken.
 */
export async function startPageMode(mode: PageMode): Promise<Running> {
  const { schoolName, questions, staff, services, port, log, assets } = mode;
  const people = withSlackUsers(staff);
  const slack = await startSlack({ workspace: workspaceOf(schoolName, people) });
  const { botToken, appToken } = slack.app;
  const door = createApp(
    services(people),
    { slack: { kind: 'socket', botToken, appToken }, apiUrl: slack.apiUrl },
    log,
  );
  const closing: (() => Promise<unknown>)[] = [() => slack.stop()];
  try {
    await door.start();
    closing.unshift(() => door.stop());
    const suggestions = suggestionsFor(people, questions);
    const page = await servePage(slack, { assets: assets ?? (await builtAssets()), suggestions, port });
    return {
      url: page.url,
      async stop() {
        await page.stop();
        for (const close of closing) await close();
      },
    };
  } catch (error) {
    for (const close of closing) await close();
    throw portTaken(error, port) ?? error;
  }
}

/** What the page offers to each of the staff who has not asked anything yet. */
function suggestionsFor(
  people: ReturnType<typeof withSlackUsers>,
  questions: ReadonlyMap<string, readonly string[]>,
): Suggestions {
  return Object.fromEntries(
    people.map(({ slackUser, schools }) => {
      const own = schools.flatMap((school) => (questions.get(school) ?? []).slice(0, schools.length > 1 ? 1 : 5));
      return [slackUser, [...(own.length > 0 ? own : ['due today', 'letters due', 'rewards due']), 'help']];
    }),
  );
}

async function builtAssets(): Promise<PageAssets> {
  const folder = join(packageRoot(), 'dist', 'page');
  try {
    return await readPageAssets(folder);
  } catch (error) {
    throw new ServeError(3, `the page is not built: ${folder} lacks its files. Run “npm run build” once.`, error);
  }
}

/** The same words for the page and for HTTP. */
export function portTaken(error: unknown, port: number): ServeError | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  if (error.code === 'EADDRINUSE') {
    return new ServeError(
      3,
      `port ${port} is in use, perhaps by another Att. Stop that, or choose another: PORT=${port + 1} npm start`,
      error,
    );
  }
  if (error.code !== 'EACCES') return undefined;
  return new ServeError(3, `this account may not use port ${port}. Choose one above 1023: PORT=3000 npm start`, error);
}
