import type { ElementValue } from '../../stand-in/index.ts';
import type { ActionName, ActionOutcome } from '../page-actions.ts';
import type { PageState } from '../page-state.ts';

export type FormState = Readonly<Record<string, Readonly<Record<string, ElementValue>>>>;

/** What the page asks of its server, and all that it asks. */
export async function fetchState(user: string, channel: string): Promise<PageState> {
  const response = await fetch(`/api/state?${new URLSearchParams({ user, channel }).toString()}`);
  if (!response.ok) throw new Error(`The page's server answered with status ${response.status}.`);
  return (await response.json()) as PageState;
}

export interface ActionBody {
  readonly user: string;
  readonly channel?: string;
  readonly text?: string;
  readonly where?: string;
  readonly blockId?: string;
  readonly actionId?: string;
  readonly value?: ElementValue;
  readonly state?: FormState;
}

/** Never throws: what goes wrong is told in the outcome. */
export async function send(action: ActionName, body: ActionBody): Promise<ActionOutcome> {
  try {
    const response = await fetch(`/api/${action}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (response.ok) return (await response.json()) as ActionOutcome;
    return { ok: false, message: await response.text() };
  } catch {
    return { ok: false, message: 'The bot’s server cannot be reached. Is it still running?' };
  }
}

/** Calls back after every change in the workspace, and with whether the line to the server holds. */
export function listen(changed: () => void, line: (up: boolean) => void): void {
  const source = new EventSource('/api/changes');
  source.addEventListener('changed', changed);
  source.addEventListener('open', () => line(true));
  source.addEventListener('error', () => line(false));
}
