import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { lead, startDoor, until, type Road } from './door.ts';

describe.each<Road>(['socket', 'http'])('stopping, by %s', (road) => {
  test('an answer under way is given first', async () => {
    let begun = false;
    const door = await startDoor(road, {
      services: (services) => ({
        ...services,
        ask: async (question, asked) => {
          begun = true;
          await wait(200);
          return services.ask(question, asked);
        },
      }),
    });
    const { id } = door.slack.direct(lead);
    await door.slack.directMessage(lead, 'help');
    await until(() => begun, 'the work to begin');
    expect(await door.door.stop(5_000)).toBe(0);
    expect(door.slack.messages(id, lead)).toHaveLength(2);
    await door.slack.stop();
    await door.store.close();
  });

  test('what takes longer than the deadline is counted and left', async () => {
    let begun = false;
    const door = await startDoor(road, {
      services: (services) => ({
        ...services,
        ask: async (question, asked) => {
          begun = true;
          await wait(1_000);
          return services.ask(question, asked);
        },
      }),
    });
    await door.slack.directMessage(lead, 'help');
    await until(() => begun, 'the work to begin');
    const start = performance.now();
    expect(await door.door.stop(100)).toBe(1);
    expect(performance.now() - start).toBeLessThan(700);
    await wait(1_000);
    await door.slack.stop();
    await door.store.close();
  });
});
