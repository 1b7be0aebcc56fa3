#!/usr/bin/env node
// The first file that runs, and the only one that an old Node must be able to read: no import stands at its top, and
// its words are those of ES2022. What comes after may use all that Node 24 has.

const needed = 24;
const running = process.versions.node;

if (Number.parseInt(running, 10) < needed) {
  process.stderr.write(
    `att needs Node ${needed} or newer, and this is Node ${running}.\n` +
      `In a checkout, "npm ci" brings Node ${needed} with it: "npm start" and "npx att" then run on that.\n` +
      `Elsewhere, install Node ${needed} from https://nodejs.org and run the command again.\n`,
  );
  process.exitCode = 2;
} else {
  // Compiled code is kept between runs, in the system's folder for temporary files; where that cannot be, nothing is lost.
  process.getBuiltinModule('node:module').enableCompileCache();
  const { main } = await import('./main.ts');
  process.exitCode = await main(process.argv.slice(2));
}
