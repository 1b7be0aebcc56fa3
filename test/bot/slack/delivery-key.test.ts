import { expect, test } from 'vitest';
import { deliveryKey } from '../../../bot/slack/delivery-key.ts';

test.each([
  ['an event', { type: 'event_callback', event_id: 'Ev1', event: {} }, 'event Ev1'],
  ['a command', { command: '/attendance', trigger_id: '1.2' }, 'trigger 1.2'],
  ['a press', { type: 'block_actions', trigger_id: '1.3' }, 'trigger 1.3'],
  ['a form', { type: 'view_submission', trigger_id: '1.4', view: { id: 'V1', hash: 'h' } }, 'trigger 1.4'],
  ['a window closed', { type: 'view_closed', view: { id: 'V1', hash: 'h' } }, 'view view_closed V1 h'],
  ['nothing to know it by', { type: 'view_closed', view: { id: 'V1' } }, undefined],
  ['an empty id', { event_id: '' }, undefined],
])('%s', (_case, body, expected) => {
  expect(deliveryKey(body)).toBe(expected);
});
