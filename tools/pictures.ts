import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// Makes what is to be looked at: docs/pictures/. Each kind of picture has a file of its own beside this one.
const folder = fileURLToPath(new URL('.', import.meta.url));
for (const name of readdirSync(folder)
  .filter((each) => /^pictures-.*\.ts$/.test(each))
  .toSorted()) {
  const { status } = spawnSync(process.execPath, [`${folder}${name}`], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
