// The conversation on the page as pictures, wide and narrow, in docs/pictures: what `npm start` shows.

import { readdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openPage } from '../test/end-to-end/page-person.ts';
import { startServed } from '../test/end-to-end/served.ts';
import { launchBrowser } from '../test/support/browser.ts';

const folder = fileURLToPath(new URL('../docs/pictures/', import.meta.url));
const sizes = [
  { width: 1366, height: 900 },
  { width: 390, height: 844 },
] as const;

for (const name of readdirSync(folder)) {
  if (name.startsWith('page-') && name.endsWith('.png')) rmSync(`${folder}${name}`);
}
const browser = await launchBrowser();
try {
  for (const size of sizes) {
    const served = await startServed({ ATT_AS_AT: '2024-03-28' });
    const person = await openPage(browser, served.url, size);
    const picture = async (name: string): Promise<void> => {
      await person.page.waitForTimeout(300);
      await person.page.screenshot({ path: `${folder}page-${size.width}-${name}.png` });
    };
    await picture('1-start');
    await person.say('stage for Amira Khan');
    await picture('2-stage');
    await person.press('Why');
    await person.last().scrollIntoViewIfNeeded();
    await person.last().evaluate((message) => message.scrollIntoView({ block: 'start' }));
    await picture('3-why');
    await person.press('Draft ');
    await person.press('No');
    await picture('4-judgement');
    await person.press('Draft ');
    await person.last().evaluate((message) => message.scrollIntoView({ block: 'start' }));
    await picture('5-draft');
    await person.page.getByRole('button', { name: 'Edit' }).last().click();
    await person.page.getByRole('button', { name: 'Save' }).waitFor();
    await picture('6-edit');
    await person.page.getByRole('button', { name: 'Cancel' }).click();
    await person.press('Approve');
    await person.page
      .getByRole('link', { name: /^Download .*\.pdf$/ })
      .first()
      .waitFor();
    await picture('7-approved');
    await person.say('who is at serious concerns');
    await person.last().evaluate((message) => message.scrollIntoView({ block: 'start' }));
    await picture('8-list');
    await person.say('what next for Amira Khan');
    await person.last().evaluate((message) => message.scrollIntoView({ block: 'start' }));
    await picture('9-next');
    await person.page.getByRole('tab', { name: 'Home' }).click();
    await person.page.getByRole('heading', { name: 'Who stands where' }).waitFor();
    await picture('10-home');
    await person.page.close();
    await served.stop();
  }
} finally {
  await browser.close();
}
