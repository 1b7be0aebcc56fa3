#!/usr/bin/env node
// What `action.yml` runs, and one file that does without an installation: started by a GitHub workflow it is the step;
// with words after it, it is the command line of check, comply, diff, fmt and test.
import { main } from '../main.ts';
import { runAction } from './run-action.ts';

const words = process.argv.slice(2);
const isStep = words.length === 0 && process.env['GITHUB_ACTIONS'] === 'true';

process.exitCode = isStep
  ? await runAction({
      out: (text) => void process.stdout.write(text),
      err: (text) => void process.stderr.write(text),
      format: 'text',
      colour: false,
      environment: process.env,
      folder: process.cwd(),
    })
  : await main(words);
