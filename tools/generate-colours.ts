// dsl/syntax/vocabulary.ts → editors/vscode/att.tmLanguage.json, the colours of VS Code and other editors that read
// TextMate grammars. `--check` writes nothing and exits 1 where the committed file is out of date.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import { colours } from './colours.ts';

const file = fileURLToPath(new URL('../editors/vscode/att.tmLanguage.json', import.meta.url));
const text = await format(JSON.stringify(colours()), { parser: 'json', printWidth: 120 });
if (!process.argv.includes('--check')) writeFileSync(file, text);
else if (readFileSync(file, 'utf8') !== text) {
  console.error('editors/vscode/att.tmLanguage.json is out of date: run npm run generate');
  process.exitCode = 1;
}
