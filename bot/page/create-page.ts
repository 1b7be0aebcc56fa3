import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { streamSSE } from 'hono/streaming';
import type { StandIn, StoredFile } from '../stand-in/index.ts';
import { guard, securityHeaders } from './guard.ts';
import { act, isActionName } from './page-actions.ts';
import { pageState } from './page-state.ts';
import { shell } from './shell.ts';

export interface PageOptions {
  /** The bundled client: what `client/main.ts` and `client/page.css` become. */
  readonly assets: PageAssets;
  /** Questions to offer to someone who has not asked any yet, by the Slack user. */
  readonly suggestions?: Suggestions;
  /** Host names besides localhost, 127.0.0.1 and [::1] under which the page may be asked for. */
  readonly hosts?: readonly string[];
}

export type Suggestions = Readonly<Record<string, readonly string[]>>;

export interface PageAssets {
  readonly script: string;
  readonly style: string;
}

/** The page that shows the small Slack as Slack would, and lets a person act in it. */
export function createPage(slack: StandIn, { assets, suggestions = {}, hosts = [] }: PageOptions): Hono {
  const page = new Hono();
  page.use(securityHeaders, guard(['localhost', '127.0.0.1', '[::1]', ...hosts]));
  page.use('/api/*', bodyLimit({ maxSize: 256 * 1024 }));

  page.get('/', (context) => context.html(shell(slack, suggestions)));
  page.get('/page.js', (context) =>
    context.body(assets.script, 200, { 'content-type': 'text/javascript; charset=utf-8' }),
  );
  page.get('/page.css', (context) => context.body(assets.style, 200, { 'content-type': 'text/css; charset=utf-8' }));
  page.get('/favicon.ico', (context) => context.body(null, 204));

  page.get('/api/state', (context) => {
    const user = personOf(slack, context.req.query('user'));
    return context.json(pageState(slack, user, context.req.query('channel')));
  });
  page.post('/api/:action', async (context) => {
    const name = context.req.param('action');
    if (!isActionName(name)) return context.notFound();
    const body: unknown = await context.req.json().catch(() => undefined);
    return context.json(await act(slack, name, body));
  });
  page.get('/api/changes', (context) =>
    streamSSE(context, async (stream) => {
      let changed = true;
      let wake = (): void => undefined;
      const stopListening = slack.onChange(() => {
        changed = true;
        wake();
      });
      stream.onAbort(() => {
        stopListening();
        wake();
      });
      while (!stream.aborted) {
        if (!changed) await within(15_000, (resolve) => (wake = resolve));
        // What changes together is told together; nothing for a while is told too, so that a dead line is noticed.
        if (changed) await stream.sleep(10);
        const event = changed ? 'changed' : 'still-here';
        changed = false;
        await stream.writeSSE({ event, data: '' });
      }
    }),
  );
  page.get('/files/:id/:name', (context) => {
    const user = context.req.query('user') ?? '';
    const file = slack.files().find((one) => one.id === context.req.param('id'));
    if (!file || file.state !== 'complete' || !sees(slack, user, file)) return context.notFound();
    return context.body(
      new Uint8Array(file.bytes),
      200,
      fileHeaders(file, context.req.query('download') !== undefined),
    );
  });
  return page;
}

/** Resolves when told to, or after this many milliseconds. */
function within(milliseconds: number, listen: (resolve: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    listen(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}

function personOf(slack: StandIn, wanted: string | undefined): string {
  const people = slack.users().filter((user) => !user.isBot);
  const person = people.find((user) => user.id === wanted) ?? people[0];
  if (!person) throw new Error('The workspace has no people in it.');
  return person.id;
}

function sees(slack: StandIn, user: string, file: StoredFile): boolean {
  return file.shares.some((share) => slack.messages(share.channel, user).some((message) => message.ts === share.ts));
}

/** Shown in the browser only what it can show without running anything; the rest is saved. */
function fileHeaders(file: StoredFile, download: boolean): Record<string, string> {
  const shown = ['application/pdf', 'image/png', 'image/jpeg'].includes(file.mimeType) && !download;
  return {
    'content-type': file.mimeType,
    'content-disposition': `${shown ? 'inline' : 'attachment'}; filename*=UTF-8''${encoded(file.name)}`,
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  };
}

/** RFC 8187: everything but letters, digits and a few marks as percent codes. */
function encoded(name: string): string {
  return encodeURIComponent(name).replaceAll(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}
