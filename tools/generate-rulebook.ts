// policies/statutory/*.yaml → dsl/rulebook/england.generated.ts, so that nothing at run time reads YAML or a schema.
// `--check` writes nothing and exits 1 where the committed file is out of date.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadRulebook } from '../dsl/rulebook/load-rulebook.ts';
import { printRulebook } from './print-rulebook.ts';
import { readRulebookFiles } from './rulebook-files.ts';

const generatedFile = 'dsl/rulebook/england.generated.ts';

const loaded = loadRulebook(readRulebookFiles());
if (loaded.kind === 'problems') {
  for (const { file, line, reason } of loaded.problems) console.error(`${file}:${line}: ${reason}`);
  process.exitCode = 1;
} else {
  const text = printRulebook(loaded.rulebook, 'policies/statutory/*.yaml');
  if (!process.argv.includes('--check')) writeFileSync(inRepository(generatedFile), text);
  else if (readFileSync(inRepository(generatedFile), 'utf8') !== text) {
    console.error(`${generatedFile} is out of date: run npm run generate`);
    process.exitCode = 1;
  }
}

function inRepository(path: string): string {
  return fileURLToPath(new URL(`../${path}`, import.meta.url));
}
