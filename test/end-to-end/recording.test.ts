import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { openPage } from './page-person.ts';
import { startServed, type Served } from './served.ts';

let browser: Browser;
let served: Served;
beforeAll(async () => {
  [browser, served] = await Promise.all([launchBrowser(), startServed({ ATT_AS_AT: '2024-03-28' })]);
});
afterAll(async () => {
  await browser.close();
  await served.stop();
});

// Seven answers and a browser: on a busy machine that is more than the usual half minute.
test(
  'in the page: what was done is recorded and taken back, and what is due is listed',
  { timeout: 120_000 },
  async () => {
    const person = await openPage(browser, served.url, { width: 1366, height: 900 });
    const recorded = await person.say('called Amira Khan’s parents today at 9.20, no answer');
    expect(recorded).toContain('Recorded for Amira Khan (5B): call made');
    expect(recorded).toContain('Thursday 28 March 2024 at 09:20');
    expect(await person.press('Undo')).toContain('Undone for Amira Khan (5B): call made');
    expect(await person.say('log for Amira Khan')).toMatch(/entr(?:y|ies) recorded, 1 undone/);
    expect(await person.say('due today')).toMatch(/To do for \d+ pupils: [^]*and \d+ more/);
    expect(await person.say('letters due')).toMatch(/Letters due: \d+; waiting for an answer: \d+/);
    expect(await person.say('rewards due')).toMatch(/Rewards earned: \d+/);
    expect(person.complaints).toEqual([]);
  },
);
