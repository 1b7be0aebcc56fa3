import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The folder that holds `package.json`, and beside it what is read as files: `policies/`, `letters/templates/`, fonts.
 * The same whether this runs from its source or bundled in `dist/`. Throws where neither is inside a package.
 */
export function packageRoot(from: string = import.meta.dirname): string {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder;
    if (folder === dirname(folder)) throw new Error(`no package.json above ${from}: Att runs from its own package`);
  }
}
