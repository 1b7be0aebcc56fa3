// The table of `att comply` as pictures, wide, narrow and on paper, in docs/pictures.

import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { main } from '../cli/main.ts';
import { launchBrowser } from '../test/support/browser.ts';

const folder = fileURLToPath(new URL('../docs/pictures/', import.meta.url));
const passing = mkdtempSync(join(tmpdir(), 'att-comply-'));
const file = join(passing, 'comply.html');

for (const name of readdirSync(folder)) {
  if (name.startsWith('comply-') && name.endsWith('.png')) rmSync(`${folder}${name}`);
}
const exit = await main(['comply', 'widnes', '--as-at', '2024-09-01', '--format', 'html', '--out', file]);
if (exit !== 0) throw new Error(`att comply ended with ${exit}`);
const browser = await launchBrowser();
try {
  for (const [width, height] of [
    [1280, 1000],
    [390, 844],
  ] as const) {
    const page = await browser.newPage({ viewport: { width, height } });
    await page.goto(pathToFileURL(file).href);
    await page.screenshot({ path: `${folder}comply-${width}-1.png` });
    await page.locator('#REG-OPEN-30').evaluate((row) => {
      row.scrollIntoView({ block: 'start' });
    });
    await page.screenshot({ path: `${folder}comply-${width}-2.png` });
    await page.close();
  }
  const paper = await browser.newPage({ viewport: { width: 1032, height: 703 } });
  await paper.goto(pathToFileURL(file).href);
  await paper.emulateMedia({ media: 'print' });
  await paper.screenshot({ path: `${folder}comply-paper.png` });
  await paper.close();
} finally {
  await browser.close();
  rmSync(passing, { recursive: true });
}
