import type { AllMiddlewareArgs, AnyMiddlewareArgs } from '@slack/bolt';
import { deliveryKey } from './delivery-key.ts';
import type { Log, LogFields } from './log.ts';
import { failureMessage } from './messages/short-messages.ts';
import type { Services } from './services.ts';
import { post } from './turn.ts';
import type { WorkInFlight } from './work-in-flight.ts';

export type Arriving = AnyMiddlewareArgs & AllMiddlewareArgs;

/**
 * What every delivery passes through: it is counted, acknowledged at once where nothing has to come with the
 * acknowledgement, and let through the first time only. An error is logged without what was said, and told to the
 * person by its number.
 */
export function gate(services: Services, work: WorkInFlight, log: Log): (arriving: Arriving) => Promise<void> {
  return (arriving) =>
    work.track(async () => {
      const start = performance.now();
      const delivery = describeDelivery(arriving);
      try {
        if (!('view' in arriving)) await acknowledge(arriving);
        const key = deliveryKey(arriving.body as unknown as Readonly<Record<string, unknown>>);
        if (key === undefined || !(await services.claimOnce(key))) {
          log.write('debug', key === undefined ? 'left alone: nothing names it' : 'left alone: seen before', delivery);
          return await acknowledge(arriving);
        }
        await arriving.next();
        log.write('info', 'done', { ...delivery, milliseconds: Math.round(performance.now() - start) });
      } catch (error) {
        const errorId = log.failure(error, delivery);
        await acknowledge(arriving).catch(() => undefined);
        await tell(arriving, errorId).catch((failed: unknown) => log.failure(failed, delivery));
      }
    });
}

/** Once only: HTTP throws at a second acknowledgement, the socket warns. */
async function acknowledge(arriving: Arriving): Promise<void> {
  if (acknowledged.has(arriving.body) || !('ack' in arriving) || typeof arriving.ack !== 'function') return;
  acknowledged.add(arriving.body);
  await arriving.ack();
}

const acknowledged = new WeakSet<object>();

/** A listener acknowledges so where something comes with it: what is wrong with a form. */
export async function acknowledgeWith<Response>(
  { body, ack }: { readonly body: object; readonly ack: (response?: Response) => Promise<void> },
  response?: Response,
): Promise<void> {
  acknowledged.add(body);
  await (response === undefined ? ack() : ack(response));
}

/** By `response_url` where there is one, else in the person's direct message. */
async function tell(arriving: Arriving, errorId: string): Promise<void> {
  const message = failureMessage(errorId);
  if ('respond' in arriving && typeof arriving.respond === 'function') {
    await arriving.respond({ ...message, response_type: 'ephemeral', replace_original: false });
    return;
  }
  const user = whoSent(arriving);
  if (user !== undefined) await post(arriving.client, user, message);
}

function whoSent({ body }: Arriving): string | undefined {
  const fields = body as { user?: { id?: string }; event?: { user?: unknown; bot_id?: unknown } };
  if (fields.event)
    return typeof fields.event.user === 'string' && !fields.event.bot_id ? fields.event.user : undefined;
  return fields.user?.id;
}

function describeDelivery({ payload, body }: Arriving): LogFields {
  const type = (body as { type?: unknown }).type;
  const named = payload as { action_id?: unknown; callback_id?: unknown; command?: unknown; type?: unknown };
  const name = [named.action_id, named.callback_id, named.command, named.type].find(
    (one) => typeof one === 'string' && /^[/\w:. ]{1,80}$/.test(one),
  );
  return {
    delivery: typeof type === 'string' ? type : 'slash_command',
    name: typeof name === 'string' ? name : undefined,
  };
}
