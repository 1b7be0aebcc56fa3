import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { templatesModule } from '../letters/templates-module.ts';
import { withTables } from '../letters/reference-tables.ts';

/** Writes what is made from others in letters/: the tables of README.md, and the templates as a module. */
const letters = new URL('../letters/', import.meta.url);
const readme = new URL('README.md', letters);

writeFileSync(readme, withTables(readFileSync(readme, 'utf8')));
writeFileSync(
  new URL('templates.generated.ts', letters),
  templatesModule({ templates: textsIn('templates'), partials: textsIn('partials') }),
);

function textsIn(folder: string): Record<string, string> {
  const url = new URL(`${folder}/`, letters);
  const names = readdirSync(url).filter((name) => name.endsWith('.hbs'));
  return Object.fromEntries(
    names.toSorted().map((name) => [name.slice(0, -4), readFileSync(new URL(name, url), 'utf8')]),
  );
}
