import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { readPdf } from '../support/read-pdf.ts';
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

test('a stage asked for, the reasons read, the letter drafted, approved and downloaded', async () => {
  const person = await openPage(browser, served.url, { width: 1366, height: 900 });

  const stage = await person.say('stage for Amira Khan');
  expect(stage).toMatch(/Amira Khan \(5B\): Serious concerns since \d+ \w+ 202[34]/);
  expect(stage).toMatch(/Days absent\s+\d+(\.5)?/);
  expect(stage).toMatch(/more days absent/);
  expect(stage).toMatch(/Attendance Support Map/);
  expect(stage).toMatch(/widnes\.att, line \d+/);
  expect(stage).toMatch(/Register to Thursday 28 March 2024 PM/);

  expect(await person.press('Why')).toMatch(/8\.5 days absent this school year[^]*9–11 October 2023 I/);
  expect(await person.press('Draft ')).toContain('waits');
  expect(await person.press('No')).toContain('Recorded for Amira Khan (5B)');
  expect(await person.press('Draft ')).toContain('Dear ');
  await person.press('Approve');
  const file = person.page.getByRole('link', { name: /^Download .*\.pdf$/ });
  await file.first().waitFor();
  const [download] = await Promise.all([person.page.waitForEvent('download'), file.first().click()]);
  const bytes = await readFile(await download.path());
  expect(bytes.subarray(0, 4).toString('latin1')).toBe('%PDF');
  expect((await readPdf(bytes)).words.join(' ')).toContain('Amira Khan');
  expect(person.complaints).toEqual([]);
});

test('what is printed at the start says where to look and what to type', () => {
  expect(served.printed).toContain(served.url);
  expect(served.printed).toContain('stage for Amira Khan');
  expect(served.printed).toContain('as at Thursday 28 March 2024');
  expect(served.printed).toMatch(/420 pupils and 1\d\d,\d{3} marks imported in \d+\.\d s/);
});
