import { createHmac } from 'node:crypto';
import { patience, type Acknowledgement, type Delivery, type Retry } from './delivery.ts';

/**
 * Posts a delivery to the app's request URL, signed: `v0=` and the HMAC-SHA256 of `v0:timestamp:body` under the signing secret.
 * Events go as JSON, commands as a form, interactions as a form with one field `payload`.
 */
export async function deliverByHttp(
  url: string,
  secret: string,
  delivery: Delivery,
  retry?: Retry,
): Promise<Acknowledgement> {
  const json = delivery.kind === 'events_api';
  const body = json ? JSON.stringify(delivery.body) : formBody(delivery);
  const timestamp = String(Math.floor(Date.now() / 1000));
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': json ? 'application/json' : 'application/x-www-form-urlencoded',
        'x-slack-request-timestamp': timestamp,
        'x-slack-signature': `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`,
        ...(retry ? { 'x-slack-retry-num': String(retry.number), 'x-slack-retry-reason': retry.reason } : {}),
      },
      body,
      signal: AbortSignal.timeout(patience + 500),
    });
    return {
      acknowledged: response.status === 200,
      status: response.status,
      payload: readPayload(await response.text()),
    };
  } catch {
    return { acknowledged: false, status: undefined, payload: undefined };
  }
}

function formBody({ kind, body }: Delivery): string {
  if (kind === 'interactive') return new URLSearchParams({ payload: JSON.stringify(body) }).toString();
  return new URLSearchParams(Object.entries(body).map(([name, value]) => [name, String(value)])).toString();
}

function readPayload(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
