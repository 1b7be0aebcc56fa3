/**
 * What names a delivery, so that its effect happens once. Slack may send the same again: after three seconds without
 * an acknowledgement, by another socket, or for no reason it gives. An event keeps its `event_id`, however it arrives
 * and whatever the envelope. A command and an interaction keep the `trigger_id`; the closing of a view has none, and
 * is named by the view and its hash. Undefined where nothing names it: then it must not be acted on.
 */
export function deliveryKey(body: Readonly<Record<string, unknown>>): string | undefined {
  if (isText(body['event_id'])) return `event ${body['event_id']}`;
  if (isText(body['trigger_id'])) return `trigger ${body['trigger_id']}`;
  const view = body['view'];
  if (typeof view !== 'object' || view === null || !('id' in view && 'hash' in view)) return undefined;
  return isText(view.id) && isText(view.hash) ? `view ${String(body['type'])} ${view.id} ${view.hash}` : undefined;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
