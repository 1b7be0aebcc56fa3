// The page answering at each of the sample schools beside Widnes, wide and narrow, in docs/pictures.

import { readdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { samplePlans } from '../bot/sample-school/sample-plans.ts';
import { openPage } from '../test/end-to-end/page-person.ts';
import { startServed } from '../test/end-to-end/served.ts';
import { launchBrowser } from '../test/support/browser.ts';

const folder = fileURLToPath(new URL('../docs/pictures/', import.meta.url));
const sizes = [
  { width: 1366, height: 900 },
  { width: 390, height: 844 },
] as const;
/** Who asks what, by the Slack user; each answer is a picture. */
const asked = [
  [
    'normanton',
    'U0NORMANTON',
    ['stage for Kian Fairburn', 'band for Ella Tomlin', 'due today', 'letters due', 'rewards due'],
  ],
  ['infants', 'U0INFANTS', ['stage for Freya Whitlock']],
  ['juniors', 'U0JUNIORS', ['what next for Tyler Ferris']],
  ['high', 'U0BROOKFOLD', ['why Bethany Ferris', 'due today']],
  ['cluster', 'U0CLUSTER', ['stage for Jonah Whitlock']],
] as const;

for (const name of readdirSync(folder)) {
  if (name.startsWith('school-') && name.endsWith('.png')) rmSync(`${folder}${name}`);
}
const browser = await launchBrowser();
const served = await startServed({}, samplePlans());
try {
  for (const size of sizes) {
    for (const [school, user, questions] of asked) {
      const person = await openPage(browser, `${served.url}/#${user}`, size);
      for (const question of questions) {
        await person.say(question);
        await person.last().evaluate((message) => message.scrollIntoView({ block: 'start' }));
        await person.page.waitForTimeout(300);
        const name = question.split(' ').slice(0, 2).join('-');
        await person.page.screenshot({ path: `${folder}school-${size.width}-${school}-${name}.png` });
      }
      await person.page.close();
    }
  }
} finally {
  await browser.close();
  await served.stop();
}
