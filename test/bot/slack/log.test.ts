import { expect, test } from 'vitest';
import { createLog, type LogFields } from '../../../bot/slack/log.ts';

const canary = 'Xanthe Quillfeather';

function logged(write: (log: ReturnType<typeof createLog>) => void): string {
  let text = '';
  write(createLog({ level: 'debug', to: { write: (line: string) => void (text += line) } }));
  return text;
}

test('the fields that may be written are, and no others', () => {
  const fields = { name: '/attendance', milliseconds: 12, text: canary, body: { user: canary } } as LogFields;
  const line: unknown = JSON.parse(logged((log) => log.write('info', 'done', fields)));
  expect(line).toEqual({ level: 30, time: expect.any(Number), name: '/attendance', milliseconds: 12, msg: 'done' });
});

test('an error leaves its class, its code and its places in the code, not its message', () => {
  const error = Object.assign(new TypeError(`cannot read ${canary}`), { code: 'slack_webapi_platform_error' });
  let id = '';
  const text = logged((log) => {
    id = log.failure(error);
  });
  const line = JSON.parse(text) as Record<string, unknown>;
  expect(line).toMatchObject({ errorId: id, errorName: 'TypeError', errorCode: 'slack_webapi_platform_error' });
  expect(JSON.stringify(line['stack'])).toContain('log.test.ts');
  expect(text).not.toContain('Xanthe');
});

test('the error Slack gave is kept, where it is one word', () => {
  const of = (error: string) => logged((log) => log.failure(Object.assign(new Error('x'), { data: { error } })));
  expect(of('channel_not_found')).toContain('"errorCode":"channel_not_found"');
  expect(of(canary)).not.toContain('Xanthe');
});

test('what Bolt says is written where its words are known, and only they', () => {
  const text = logged(({ bolt }) => {
    bolt.debug(canary);
    bolt.info(canary);
    bolt.warn(`Failed to parse and verify the request data: ${canary}`);
    bolt.error(`Slack API error: invalid_blocks ${canary}`, new Error(canary));
    bolt.error(canary);
    bolt.error(new Error(canary));
  });
  expect(text).toContain('Failed to parse and verify the request data');
  expect(text).toContain('Slack API error: invalid_blocks');
  expect(text.match(/withheld/g)).toHaveLength(2);
  expect(text).not.toContain('Xanthe');
});
