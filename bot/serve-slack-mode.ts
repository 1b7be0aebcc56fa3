import { portTaken, type Running } from './serve-page-mode.ts';
import { ServeError } from './serve-error.ts';
import { createApp } from './slack/app.ts';
import type { Log } from './slack/log.ts';
import type { SlackSettings } from './slack/slack-settings.ts';
import type { Services } from './slack/services.ts';

export interface SlackMode {
  readonly slack: SlackSettings;
  readonly services: Services;
  readonly port: number;
  readonly log: Log;
  /** Where the Web API answers, when it is not Slack's own. */
  readonly apiUrl?: string | undefined;
}

/** Connects to a workspace. Throws ServeError where Slack refuses the tokens or cannot be reached. */
export async function startSlackMode({ slack, services, port, log, apiUrl }: SlackMode): Promise<Running> {
  const door = createApp(services, { slack, port, ...(apiUrl === undefined ? {} : { apiUrl }) }, log);
  try {
    await door.start();
  } catch (error) {
    throw portTaken(error, port) ?? refused(error);
  }
  return { url: undefined, stop: async () => void (await door.stop()) };
}

function refused(error: unknown): ServeError {
  const answer = error instanceof Error && 'data' in error ? (error.data as { error?: unknown }).error : undefined;
  const words = typeof answer === 'string' ? `Slack answered “${answer}”` : 'Slack could not be reached';
  const cure =
    answer === 'invalid_auth' || answer === 'not_authed' || answer === 'account_inactive' || answer === 'token_revoked'
      ? 'Check SLACK_BOT_TOKEN and SLACK_APP_TOKEN, and that the app is installed in the workspace.'
      : 'Check the line to slack.com and the tokens, then start again.';
  return new ServeError(3, `${words}. ${cure}`, error);
}
