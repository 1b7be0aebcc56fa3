// Writes what is made from others in letters/: the tables of README.md, the templates as a module, and the outlines of what
// they say. `--check` writes nothing and exits 1 where a committed file is out of date; a template with a problem exits 1.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { outlinesOf } from '../letters/check-template.ts';
import { printProblem } from '../letters/letter-problem.ts';
import { withTables } from '../letters/reference-tables.ts';
import { outlinesModule, templatesModule } from '../letters/templates-module.ts';

const letters = new URL('../letters/', import.meta.url);
const sources = { templates: textsIn('templates'), partials: textsIn('partials') };
const { outlines, problems } = outlinesOf(sources);
for (const problem of problems) fail(printProblem(problem));
put('README.md', withTables(textOf('README.md')));
put('templates.generated.ts', templatesModule(sources));
put('outlines.generated.ts', outlinesModule(outlines));

function put(name: string, text: string): void {
  if (!process.argv.includes('--check')) writeFileSync(new URL(name, letters), text);
  else if (textOf(name) !== text) fail(`letters/${name} is out of date: run npm run generate`);
}

function fail(message: string): void {
  console.error(message);
  process.exitCode = 1;
}

function textOf(name: string): string {
  return readFileSync(new URL(name, letters), 'utf8');
}

function textsIn(folder: string): Record<string, string> {
  const url = new URL(`${folder}/`, letters);
  const names = readdirSync(url).filter((name) => name.endsWith('.hbs'));
  return Object.fromEntries(
    names.toSorted().map((name) => [name.slice(0, -4), readFileSync(new URL(name, url), 'utf8')]),
  );
}
