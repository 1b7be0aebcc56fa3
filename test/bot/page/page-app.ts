import { fileURLToPath } from 'node:url';
import { App, LogLevel, SocketModeReceiver, type BlockButtonAction } from '@slack/bolt';
import { build } from 'esbuild';
import { servePage, type PageAssets } from '../../../bot/page/index.ts';
import type { StandIn } from '../../../bot/stand-in/index.ts';
import { clientOptionsFor, startFakeSlack } from '../../support/fake-slack.ts';
import { draftView, findingBlocks, gallery, homeBlocks } from './page-blocks.ts';

export interface PageUnderTest {
  readonly slack: StandIn;
  readonly url: string;
  /** What reached the app: what it was, and the text or value. */
  readonly heard: readonly string[];
  readonly stop: () => Promise<void>;
}

/** The page over a small Slack with a real Bolt app behind it, by Socket Mode. */
export async function startPage(): Promise<PageUnderTest> {
  const slack = await startFakeSlack();
  const clientOptions = clientOptionsFor(slack);
  const receiver = new SocketModeReceiver({ appToken: slack.app.appToken, installerOptions: { clientOptions } });
  const app = new App({ token: slack.app.botToken, receiver, clientOptions, logLevel: LogLevel.ERROR });
  const heard: string[] = [];
  listen(app, heard);
  await app.start();
  const page = await servePage(slack, {
    assets: await bundleClient(),
    suggestions: Object.fromEntries(slack.users().map(({ id }) => [id, ['stage for Amira Khan', 'help']])),
  });
  return {
    slack,
    url: page.url,
    heard,
    async stop() {
      await page.stop();
      await app.stop();
      await slack.stop();
    },
  };
}

/** What the build does with the client, without the disk. */
export async function bundleClient(): Promise<PageAssets> {
  const entry = (name: string): string => fileURLToPath(new URL(`../../../bot/page/client/${name}`, import.meta.url));
  const { outputFiles } = await build({
    entryPoints: { page: entry('main.ts'), style: entry('page.css') },
    bundle: true,
    format: 'esm',
    target: 'es2022',
    outdir: 'out',
    write: false,
  });
  const text = (ending: string): string => outputFiles.find((file) => file.path.endsWith(ending))?.text ?? '';
  return { script: text('.js'), style: text('.css') };
}

function listen(app: App, heard: string[]): void {
  app.message(async ({ message, say }) => {
    if (message.subtype !== undefined) return;
    const text = message.text ?? '';
    heard.push(`message ${text}`);
    if (text.startsWith('stage')) await say({ text: 'Amira Khan: Serious concerns', blocks: findingBlocks });
    else if (text === 'gallery') await say({ text: 'Gallery', blocks: gallery(message.user) });
    else await say(`You said: ${text}`);
  });
  app.command('/attendance', async ({ command, ack, respond }) => {
    await ack();
    heard.push(`command ${command.text}`);
    await respond({ text: `Privately: ${command.text}` });
  });
  app.event('app_mention', async ({ event, say }) => {
    heard.push(`mention ${event.text}`);
    await say(`Hello <@${event.user}>`);
  });
  app.action<BlockButtonAction>('draft', async ({ ack, body, client, action }) => {
    await ack();
    heard.push(`draft ${action.value}`);
    await client.views.open({ trigger_id: body.trigger_id, view: draftView });
  });
  app.action(/^(?!draft$)/, async ({ ack, action }) => {
    await ack();
    if ('action_id' in action) heard.push(`action ${action.action_id} ${chosen(action)}`);
  });
  app.view('draft', async ({ ack, view, body, client }) => {
    const { wording, tone, adults } = Object.fromEntries(
      Object.values(view.state.values).flatMap((of) => Object.entries(of)),
    );
    const said = wording?.value ?? '';
    if (said.includes('TODO'))
      return ack({ response_action: 'errors', errors: { wording: 'There is still a TODO in the letter.' } });
    await ack();
    heard.push(
      `submit ${said} ${tone?.selected_option?.value} ${adults?.selected_options?.map((one) => one.value).join()}`,
    );
    const { channel } = await client.conversations.open({ users: body.user.id });
    await client.files.uploadV2({
      channel_id: channel?.id ?? '',
      filename: 'letter (O’Neill).pdf',
      title: 'Letter, stage 1',
      initial_comment: 'Approved. The letter:',
      file: Buffer.from('%PDF-1.7 letter'),
    });
  });
  app.event('app_home_opened', async ({ event, client }) => {
    heard.push('home');
    await client.views.publish({ user_id: event.user, view: { type: 'home', blocks: homeBlocks } });
  });
}

function chosen(action: object): string {
  if ('selected_option' in action) return (action.selected_option as { value: string }).value;
  return 'value' in action ? String(action.value) : '';
}
