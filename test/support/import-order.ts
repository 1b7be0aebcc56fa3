import { posix } from 'node:path';

/**
 * Who may import whom: a part may import itself and what is listed. Of `dsl`, other folders import its index alone.
 * A part is a folder with all below it that is no part of its own.
 */
const register = ['register'];
const phases = 'text syntax rulebook measures resolve check regions compliance diff compile evaluate format'
  .split(' ')
  .map((phase) => `dsl/${phase}`);
const resolveAndBelow = ['dsl/resolve', 'dsl/syntax', 'dsl/measures', 'dsl/rulebook', 'dsl/text', ...register];
const letters = ['letters', 'letters/pdf', 'letters/docx'];
const bot = ['store', 'answers', 'review', 'slack', 'stand-in', 'page', 'sample-school'].map((part) => `bot/${part}`);
const everyPart = [...bot, ...letters, 'dsl', ...register, 'register/import'];

export const mayImport: Readonly<Record<string, readonly string[]>> = {
  register: [],
  'register/import': register,
  'dsl/text': [],
  // Dates and times of day stand in the tree as the register's Day and ClockTime.
  'dsl/syntax': ['dsl/text', ...register],
  // The schema that the rulebook’s files are held to is published beside them.
  'policies/statutory': [],
  'dsl/rulebook': ['policies/statutory', 'dsl/text', ...register],
  'dsl/measures': ['dsl/rulebook', ...register],
  'dsl/resolve': resolveAndBelow,
  // Whether there is anything to depart from is told by the standing.
  'dsl/check': [...resolveAndBelow, 'dsl/compliance'],
  'dsl/regions': ['dsl/compile', 'dsl/resolve', ...register],
  // What would put a breach right is an edit of the text.
  'dsl/compliance': [
    'dsl/regions',
    'dsl/compile',
    'dsl/syntax',
    'dsl/resolve',
    'dsl/rulebook',
    'dsl/text',
    ...register,
  ],
  'dsl/diff': ['dsl/check', 'dsl/compliance', 'dsl/regions', ...resolveAndBelow],
  'dsl/compile': ['dsl/resolve', 'dsl/measures', 'dsl/text', ...register],
  'dsl/evaluate': ['dsl/compile', 'dsl/resolve', 'dsl/measures', 'dsl/text', ...register],
  'dsl/format': ['dsl/syntax', 'dsl/text', ...register],
  'dsl/cases': [...phases, ...register],
  'dsl/service': [...phases, 'dsl/cases', ...register],
  dsl: [...phases, 'dsl/cases', 'dsl/service', ...register],
  letters: ['dsl', ...register],
  'letters/pdf': ['letters', 'dsl', ...register],
  'letters/docx': ['letters', 'dsl', ...register],
  // A file is imported in one transaction: what reading gives is what the store takes.
  'bot/store': [...register, 'register/import', 'dsl'],
  'bot/answers': ['dsl', ...letters, ...register, 'bot/store'],
  'bot/review': ['dsl', ...letters, ...register, 'bot/store', 'bot/answers'],
  'bot/slack': ['bot/answers'],
  'bot/stand-in': [],
  'bot/page': ['bot/slack', 'bot/stand-in'],
  'bot/sample-school': register,
  bot: everyPart,
  cli: ['bot', ...everyPart],
  'editors/server': ['dsl', ...register],
  'editors/studio': ['letters', 'dsl', ...register],
  'editors/vscode': [],
};

/** One home for each library: a folder, or the beginning of a path. What is not listed may stand anywhere in the front doors. */
const homes: Readonly<Record<string, readonly string[]>> = {
  chevrotain: ['dsl/syntax/', 'bot/answers/read-question'],
  yaml: ['dsl/rulebook/', 'register/import/', 'letters/', 'bot/answers/staff', 'cli/explain-case'],
  ajv: ['dsl/rulebook/', 'register/import/', 'letters/', 'bot/answers/staff'],
  handlebars: ['letters/'],
  parse5: ['letters/'],
  '@myriaddreamin/typst-ts-node-compiler': ['letters/pdf/'],
  docx: ['letters/docx/'],
  'csv-parse': ['register/import/'],
  '@slack/bolt': ['bot/slack/'],
  kysely: ['bot/store/'],
  pg: ['bot/store/'],
  'node:sqlite': ['bot/store/'],
  ws: ['bot/stand-in/'],
  pino: ['bot/'],
  hono: ['bot/page/'],
  '@hono/node-server': ['bot/page/'],
  commander: ['cli/'],
  'vscode-languageserver': ['editors/server/'],
  'vscode-languageserver-textdocument': ['editors/server/'],
  vscode: ['editors/vscode/'],
  'vscode-languageclient': ['editors/vscode/'],
};

/** What a source file imports against the order, each fault a sentence. */
export function importFaults(path: string, text: string): string[] {
  const part = partOf(path);
  if (part === undefined) return [`${path} lies in no part that the import order knows`];
  return importsOf(text).flatMap((imported) => {
    if (!imported.startsWith('.')) return libraryFaults(path, imported);
    const target = posix.normalize(posix.join(posix.dirname(path), imported));
    const to = partOf(target);
    if (to === part || target === 'package.json') return [];
    if (to === undefined) return [`${path} imports ${target}, which lies in no part that the import order knows`];
    if (to === 'dsl' && target !== 'dsl/index.ts')
      return [`${path} imports ${target}: outside dsl, import dsl/index.ts`];
    if (mayImport[part]!.includes(to)) return [];
    return [`${path} imports ${target}: ${part} may import ${mayImport[part]!.join(', ') || 'nothing of ours'}`];
  });
}

/** Folders that take everything as an argument: neither clock, nor chance, nor disk, nor network. */
export function isPure(path: string): boolean {
  const part = partOf(path);
  if (part === undefined) return false;
  return part === 'register' || part === 'letters' || part === 'dsl' || part.startsWith('dsl/');
}

/** What a pure file asks of the machine it runs on, by its text. */
export function impurities(path: string, text: string): string[] {
  const asked = ['Date.now', 'new Date(', 'performance.now', 'Math.random', 'process.env'];
  return [
    ...asked.filter((word) => text.includes(word)).map((word) => `${path} has ${word}: take it as an argument`),
    ...importsOf(text)
      .filter((imported) => /^(node:|(fs|path|os|crypto|http|https|net|url|util|child_process)$)/.test(imported))
      .map((imported) => `${path} imports ${imported}: take what is read as an argument`),
  ];
}

function libraryFaults(path: string, imported: string): string[] {
  const name = Object.keys(homes).find((each) => imported === each || imported.startsWith(`${each}/`));
  if (name === undefined || homes[name]!.some((home) => path.startsWith(home))) return [];
  return [`${path} imports ${imported}, whose home is ${homes[name]!.join(', ')}`];
}

/** Folders in which every folder is a part of its own. */
const onlyParts = new Set(['bot', 'dsl']);

/** The longest part that holds a file. */
function partOf(path: string): string | undefined {
  for (let folder = posix.dirname(path); folder !== '.'; folder = posix.dirname(folder)) {
    if (mayImport[folder]) return folder !== posix.dirname(path) && onlyParts.has(folder) ? undefined : folder;
  }
  return undefined;
}

/** What stands between the quotation marks of `import … from`, `export … from`, `import '…'` and `import('…')`. */
function importsOf(text: string): string[] {
  const statements = /^\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/gm;
  const bare = /^\s*import\s*['"]([^'"]+)['"]/gm;
  const called = /\bimport\(\s*['"]([^'"]+)['"]/g;
  return [statements, bare, called].flatMap((form) => Array.from(text.matchAll(form), (match) => match[1]!));
}
