import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createWorkInFlight } from '../../../bot/slack/work-in-flight.ts';

test('draining waits for what is under way, and for what that begins', async () => {
  const work = createWorkInFlight();
  const done: string[] = [];
  void work.track(async () => {
    await wait(20);
    void work.track(async () => {
      await wait(20);
      done.push('second');
    });
    done.push('first');
  });
  expect(work.count).toBe(1);
  expect(await work.drain(5_000)).toBe(0);
  expect(done).toEqual(['first', 'second']);
});

test('what fails is no longer under way', async () => {
  const work = createWorkInFlight();
  await expect(work.track(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(work.count).toBe(0);
});

test('a deadline ends the waiting, and what is left is counted', async () => {
  const work = createWorkInFlight();
  const slow = work.track(() => wait(300));
  expect(await work.drain(20)).toBe(1);
  await slow;
  expect(await work.drain(20)).toBe(0);
});
