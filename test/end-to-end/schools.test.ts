import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ascensionPlan } from '../../bot/sample-school/ascension-plan.ts';
import { bramhallPlan } from '../../bot/sample-school/bramhall-plan.ts';
import { normantonPlan } from '../../bot/sample-school/normanton-plan.ts';
import { uptonPlan } from '../../bot/sample-school/upton-plan.ts';
import { launchBrowser } from '../support/browser.ts';
import { openPage } from './page-person.ts';
import { startServed, type Served } from './served.ts';

let browser: Browser;
let served: Served;
beforeAll(async () => {
  [browser, served] = await Promise.all([
    launchBrowser(),
    startServed({}, [normantonPlan(), uptonPlan(), ascensionPlan(), bramhallPlan()]),
  ]);
});
afterAll(async () => {
  await browser.close();
  await served.stop();
});

test('what is printed names each school with its own day', () => {
  expect(served.printed).toMatch(/Normanton Common Primary Academy \(sample\) +answers are as at Friday 31 March 2023/);
  expect(served.printed).toMatch(
    /Church of the Ascension Primary School \(sample\) +answers are as at Friday 27 March 2026/,
  );
  expect(served.printed).toMatch(/Bramhall High School \(sample\) +answers are as at Wednesday 25 March 2026/);
  expect(served.printed).toMatch(/Brookfold High School \(sample\) +answers are as at Friday 27 March 2026/);
});

test.each([
  ['U0NORMANTON', 'stage for Kian Fairburn', /Stage 1 Persistent Absence Review Meeting since 31 March 2023/],
  ['U0NORMANTON', 'letters due', /Letters due: [1-9][^]*Callum Rushworth/],
  ['U0INFANTS', 'stage for Freya Whitlock', /Freya Whitlock \(2A\)/],
  ['U0JUNIORS', 'what next for Tyler Ferris', /explain the consequences clearly and consistently/],
  ['U0BROOKFOLD', 'due today', /for \d+ pupils/],
  ['U0ASCENSION', 'stage for Ivy Cartledge', /formally monitored since 9 February 2026/],
  ['U0ASCENSION', 'letters due', /Poppy Hadley/],
  ['U0BRAMHALL', 'why Alisha Bowdon', /worded three ways/],
  ['U0STOCKPORT', 'stage for Sean Bosden', /Stage 4: Formal Legal Intervention/],
  ['U0CLUSTER', 'why Jonah Whitlock', /decided differently at Larkrise Infant School/],
])('in the page %s asks: %s', async (user, question, says) => {
  const person = await openPage(browser, `${served.url}/#${user}`, { width: 1366, height: 900 });
  expect(await person.say(question)).toMatch(says);
  expect(person.complaints).toEqual([]);
  await person.page.close();
});

test('the questions offered are those of one’s own school', async () => {
  const person = await openPage(browser, `${served.url}/#U0NORMANTON`, { width: 390, height: 844 });
  const offered = await person.page.getByRole('group', { name: 'Questions to begin with' }).innerText();
  expect(offered).toContain('Kian Fairburn');
  expect(offered).not.toContain('Amira Khan');
  await person.page.close();
});
