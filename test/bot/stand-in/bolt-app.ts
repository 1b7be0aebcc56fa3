import type { AddressInfo } from 'node:net';
import { App, HTTPReceiver, LogLevel, SocketModeReceiver, type BlockButtonAction } from '@slack/bolt';
import { clientOptionsFor, startFakeSlack } from '../../support/fake-slack.ts';
import type { StandIn } from '../../../bot/stand-in/index.ts';

export type Road = 'http' | 'socket';

export interface Connected {
  readonly slack: StandIn;
  /** What the app's listeners were given, in order. */
  readonly heard: readonly Heard[];
  readonly stop: () => Promise<void>;
}

export interface Heard {
  readonly what: string;
  readonly id: string;
  readonly text: string;
}

/** A real Bolt app of a few listeners, connected to a small Slack by one of the two roads. */
export async function connectBolt(road: Road, signingSecret?: string): Promise<Connected> {
  const slack = await startFakeSlack();
  const clientOptions = clientOptionsFor(slack);
  const logLevel = LogLevel.ERROR;
  const http = new HTTPReceiver({
    signingSecret: signingSecret ?? slack.app.signingSecret,
    logLevel,
    logger: quiet,
  });
  const socket = new SocketModeReceiver({
    appToken: slack.app.appToken,
    installerOptions: { clientOptions },
    clientPingTimeout: 300,
    logger: quiet,
  });
  const app = new App({
    token: slack.app.botToken,
    receiver: road === 'http' ? http : socket,
    clientOptions,
    logger: quiet,
  });
  const heard: Heard[] = [];
  listen(app, heard);
  const server: unknown = await (road === 'http' ? http.start({ port: 0, host: '127.0.0.1' }) : app.start());
  if (road === 'http') {
    const { port } = (server as { address(): AddressInfo }).address();
    await slack.useRequestUrl(`http://127.0.0.1:${port}/slack/events`).catch(async (error: unknown) => {
      await http.stop();
      await slack.stop();
      throw error;
    });
  }
  return {
    slack,
    heard,
    async stop() {
      await (road === 'http' ? http.stop() : app.stop());
      await slack.stop();
    },
  };
}

function listen(app: App, heard: Heard[]): void {
  app.command('/attendance', async ({ command, ack, respond }) => {
    heard.push({ what: 'command', id: command.trigger_id, text: command.text });
    if (command.text === 'sleep') return;
    if (command.text === 'quick') return ack({ text: 'answered at once' });
    await ack();
    await respond({ text: `You asked: ${command.text}`, blocks: [confirmBlock('first')] });
  });
  app.event('app_mention', async ({ event, body, say }) => {
    heard.push({ what: 'mention', id: body.event_id, text: event.text });
    await say({ text: 'A mention', thread_ts: event.ts });
  });
  app.message(async ({ message, body, say, client }) => {
    if (message.subtype !== undefined) return;
    heard.push({ what: 'message', id: body.event_id, text: message.text ?? '' });
    if (message.text === 'file') {
      await client.files.uploadV2({
        channel_id: message.channel,
        filename: 'letter.pdf',
        file: Buffer.from('%PDF-1.7 test'),
      });
    } else await say({ text: 'Well?', blocks: [confirmBlock('second')] });
  });
  app.action<BlockButtonAction>('go', async ({ ack, action, body, respond, client }) => {
    await ack();
    heard.push({ what: 'action', id: body.trigger_id, text: action.value ?? '' });
    if (action.value === 'second') await client.views.open({ trigger_id: body.trigger_id, view: reasonView });
    else await respond({ text: 'Gone', replace_original: true });
  });
  app.view('reason', async ({ ack, view, body, client }) => {
    const why = view.state.values['why']?.['text']?.value ?? '';
    heard.push({
      what: 'view',
      id: view.id,
      text: `${why} ${view.state.values['stage']?.['choice']?.selected_option?.value}`,
    });
    if (why.length < 3) return ack({ response_action: 'errors', errors: { why: 'Say a little more' } });
    await ack();
    await client.apiCall('chat.postMessage', { channel: body.user.id, text: `Recorded: ${why}` });
  });
  app.event('app_home_opened', async ({ event, client }) => {
    await client.views.publish({ user_id: event.user, view: { type: 'home', blocks: [{ type: 'divider' }] } });
  });
}

function confirmBlock(value: string) {
  return {
    type: 'actions' as const,
    block_id: 'confirm',
    elements: [
      {
        type: 'button' as const,
        action_id: 'go',
        value,
        text: { type: 'plain_text' as const, text: 'Go on' },
        style: 'primary' as const,
      },
    ],
  };
}

const plain = (text: string) => ({ type: 'plain_text' as const, text });

const reasonView = {
  type: 'modal' as const,
  callback_id: 'reason',
  private_metadata: 'h-42',
  title: plain('Reason'),
  submit: plain('Record'),
  blocks: [
    {
      type: 'input' as const,
      block_id: 'why',
      label: plain('Why?'),
      element: { type: 'plain_text_input' as const, action_id: 'text', multiline: true },
    },
    {
      type: 'input' as const,
      block_id: 'stage',
      label: plain('Stage'),
      element: {
        type: 'static_select' as const,
        action_id: 'choice',
        options: [
          { text: plain('Stage 1'), value: '1' },
          { text: plain('Stage 2'), value: '2' },
        ],
        initial_option: { text: plain('Stage 2'), value: '2' },
      },
    },
  ],
};

const nothing = (): void => undefined;
const quiet = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  setLevel: nothing,
  getLevel: () => LogLevel.ERROR,
  setName: nothing,
};
