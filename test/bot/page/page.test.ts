import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../../support/browser.ts';
import { startPage, type PageUnderTest } from './page-app.ts';

let browser: Browser;
let under: PageUnderTest;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  [browser, under] = await Promise.all([launchBrowser(), startPage()]);
});
afterAll(async () => {
  await browser.close();
  await under.stop();
});
afterEach(async () => {
  await page.close();
  expect(complaints).toEqual([]);
});

/** Opens the page as this person; what the browser complains of, or asks of any other host, fails the test. */
async function open(user: string, width = 1366): Promise<void> {
  page = await browser.newPage({ viewport: { width, height: 800 }, acceptDownloads: true });
  page.setDefaultTimeout(5000);
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    if (!request.url().startsWith(under.url)) complaints.push(`asked for ${request.url()}`);
  });
  await page.goto(`${under.url}/#${user}`);
  await page.getByLabel('Message Att').waitFor();
}

async function say(text: string, place = 'Att'): Promise<void> {
  await page.getByLabel(`Message ${place}`).fill(text);
  await page.keyboard.press('Enter');
}

const button = (name: string) => page.getByRole('button', { name, exact: true }).last();

test('a question typed, its answer, the letter drafted in a modal, approved and downloaded', async () => {
  await open('U0LEAD');
  await say('stage for Amira Khan');
  const answer = page.getByRole('article').last();
  await answer.getByRole('heading', { name: 'Amira Khan, 5B: Serious concerns' }).waitFor();
  await expect.poll(() => answer.innerText()).toContain('Formal warning, in 2.5 more days');
  expect(await answer.locator('strong').allInnerTexts()).toContain('7.5');

  await button('Draft the letter').click();
  const modal = page.getByRole('dialog', { name: 'Letter, stage 1' });
  await button('Approve').click();
  expect(await modal.getByText('Please fill this in.').count()).toBe(2);
  await modal.getByLabel('Wording').fill('TODO');
  await modal.getByLabel('Sent by').selectOption('By hand');
  await modal.getByLabel('Ms Sana Khan').check();
  await button('Approve').click();
  await modal.getByText('There is still a TODO in the letter.').waitFor();
  expect(await modal.getByLabel('Wording').inputValue()).toBe('TODO');
  expect(await modal.getByLabel('Ms Sana Khan').isChecked()).toBe(true);
  await modal.getByLabel('Wording').fill('Dear Ms Khan');
  await button('Approve').click();
  await modal.waitFor({ state: 'hidden' });
  await expect.poll(() => under.heard.at(-1)).toBe('submit Dear Ms Khan hand a1');

  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download letter (O’Neill).pdf' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('letter (O’Neill).pdf');
  expect(await readFile(await file.path(), 'utf8')).toBe('%PDF-1.7 letter');
  const opened = page.getByRole('link', { name: 'Open letter (O’Neill).pdf' });
  const address = new URL((await opened.getAttribute('href')) ?? '', under.url);
  const shown = await page.request.get(address.href);
  expect(shown.headers()).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': "inline; filename*=UTF-8''letter%20%28O%E2%80%99Neill%29.pdf",
  });
  address.searchParams.set('user', 'U0TUTOR');
  expect((await page.request.get(address.href)).status()).toBe(404);
});

test('a menu walked by keyboard, a press that asks first, a choice', async () => {
  await open('U0TUTOR');
  await say('stage for me');
  await button('More actions').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect.poll(() => under.heard.at(-1)).toBe('action more what-if');

  await button('Withdraw').click();
  await button('Keep it').click();
  await button('Withdraw').click();
  await button('Withdraw it').click();
  await expect.poll(() => under.heard.slice(-2)).toEqual(['action more what-if', 'action withdraw h1']);

  await page.getByLabel('As at').selectOption('1 March 2024');
  await expect.poll(() => under.heard.at(-1)).toBe('action as-at 2024-03-01');
});

test('text of every kind, and what is no markup stays text', async () => {
  await open('U0OTHER');
  await say('gallery');
  const article = page.getByRole('article').last();
  await article.getByText('Rich').waitFor();
  expect(await article.locator('strong').allInnerTexts()).toEqual(['Att', 'bold', 'Rich ']);
  expect(await article.locator('em').allInnerTexts()).toEqual(['italic', 'slanted']);
  expect(await article.locator('code').allInnerTexts()).toEqual(['code *not bold*']);
  expect(await article.locator('pre').innerText()).toBe('raw *text*');
  expect(await article.locator('li').allInnerTexts()).toEqual(['one', 'two slanted', 'first']);
  expect(await article.locator('.mention').allInnerTexts()).toEqual(['@Tutor of 4A', '#C0ATTEND', '@here']);
  const words = await article.innerText();
  for (const part of [
    'a*b*c 2 * 3 * 4',
    '<!channel> & <img src=x onerror=alert(1)> ⚠️',
    '<javascript:alert(1)|bad>',
    'Thursday 28 March 2024',
  ]) {
    expect(words.replaceAll(',', '')).toContain(part);
  }
  expect(await article.locator('img').count()).toBe(0);
});

test('a command in a channel is answered to one person alone; another looks and does not see it', async () => {
  await open('U0LEAD');
  await page.getByRole('button', { name: 'attendance', exact: true }).click();
  await say('/attendance who is due', '#attendance');
  await page.getByText('Privately: who is due').waitFor();
  expect(await page.getByRole('article').last().innerText()).toContain('Only visible to you');
  await say('@Att hello', '#attendance');
  await page.getByText('Hello @Attendance lead').waitFor();
  await page.getByLabel('You are').selectOption('U0TUTOR');
  await page.getByRole('button', { name: 'attendance', exact: true }).click();
  await page.getByText('Hello @Attendance lead').waitFor();
  expect(await page.getByText('Privately').count()).toBe(0);
});

test('what happens elsewhere appears by itself, and what is being typed stays', async () => {
  await open('U0LEAD');
  const composer = page.getByLabel('Message Att');
  await composer.fill('half a sen');
  await under.slack.directMessage('U0LEAD', 'from the telephone');
  await page.getByText('You said: from the telephone').waitFor();
  expect(await composer.inputValue()).toBe('half a sen');
  expect(await composer.evaluate((element) => element === document.activeElement)).toBe(true);
});

test('the home tab is the app’s own, and its button is heard', async () => {
  await open('U0LEAD');
  await page.getByRole('tab', { name: 'Home' }).click();
  await page.getByRole('heading', { name: 'Due today' }).waitFor();
  await button('Open the list').click();
  await expect.poll(() => under.heard.at(-1)).toBe('action open-list ');
});

test('at 390 pixels nothing lies beside the page, and the conversations are behind a button', async () => {
  await open('U0LEAD', 390);
  await say('stage for Amira Khan');
  await button('Draft the letter').waitFor();
  const overhang = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overhang).toBe(0);
  await page.getByRole('button', { name: 'Conversations' }).click();
  await page.getByRole('button', { name: /pastoral/ }).click();
  await page.getByRole('heading', { name: '# pastoral' }).first().waitFor();
});
