import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// Runs every generator beside this file. With --check nothing is written, and a file that is out of date is an error.
const folder = fileURLToPath(new URL('.', import.meta.url));
const generators = readdirSync(folder).filter((name) => /^generate-.*\.ts$/.test(name));
let failed = false;
for (const name of generators.toSorted()) {
  const { status } = spawnSync(process.execPath, [`${folder}${name}`, ...process.argv.slice(2)], { stdio: 'inherit' });
  if (status !== 0) failed = true;
}
process.exitCode = failed ? 1 : 0;
