import type { Browser, Locator, Page } from 'playwright-core';

/** Someone at the page, doing what people do there. */
export interface PagePerson {
  readonly page: Page;
  /** What the browser complained of, or asked of any other host. */
  readonly complaints: readonly string[];
  /** The last message. */
  readonly last: () => Locator;
  /** Types it into the conversation, and waits until the app has answered. */
  readonly say: (text: string) => Promise<string>;
  /** Presses the first button whose words begin so, in the last message that has one; gives the words of the last message then. */
  readonly press: (label: string) => Promise<string>;
}

export async function openPage(
  browser: Browser,
  url: string,
  size: { width: number; height: number },
): Promise<PagePerson> {
  const page = await browser.newPage({ viewport: size, acceptDownloads: true });
  page.setDefaultTimeout(15_000);
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    if (!request.url().startsWith(new URL(url).origin)) complaints.push(`asked for ${request.url()}`);
  });
  await page.goto(url);
  await page.getByLabel('Message Att').waitFor();
  const messages = page.locator('li.message');
  const last = (): Locator => messages.last();

  /** Waits until the conversation reads otherwise than before, and ends with the app's words. */
  async function answered(does: () => Promise<void>): Promise<string> {
    const log = page.getByRole('log');
    const before = await log.innerText();
    await does();
    for (let waited = 0; waited < 15_000; waited += 50) {
      const now = await log.innerText();
      if (
        now !== before &&
        (await page.locator('li.message.app').last().getAttribute('data-ts')) === (await last().getAttribute('data-ts'))
      ) {
        await page.waitForTimeout(100);
        return last().innerText();
      }
      await page.waitForTimeout(50);
    }
    throw new Error(`nothing came of it; the page reads\n${before}`);
  }

  return {
    page,
    complaints,
    last,
    say: (text) =>
      answered(async () => {
        await page.getByLabel('Message Att').fill(text);
        await page.keyboard.press('Enter');
      }),
    press: (label) =>
      answered(() =>
        page
          .locator('li.message', { has: page.getByRole('button', { name: new RegExp(`^${label}`) }) })
          .last()
          .getByRole('button', { name: new RegExp(`^${label}`) })
          .first()
          .click(),
      ),
  };
}
