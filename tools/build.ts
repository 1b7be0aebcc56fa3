// Bundles what is run: `node tools/build.ts [--out FOLDER]`, on Node 24.
//
//   att.js            checks the version of Node and hands over to main.js
//   main.js, chunks/  the command line; a command loads its own chunk and no other
//   commands/         what authors and pull requests run all day, each in one file: fewer files start sooner; check
//                     loads what reads policies (read-outcomes.js) where something has changed
//   server.js         the language server
//   extension.cjs     the VS Code extension
//   page/client.js    the page that shows the conversation, with client.css
//
// Policies, templates and fonts are not copied: they are read from the package (bot/package-root.ts).

import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build as esbuild } from 'esbuild';
import type { BuildOptions, Metafile, Plugin } from 'esbuild';

/** Packages that stay in `node_modules`: native, or slow to load and wanted by few commands. */
export const heavy = [
  '@hono/node-server',
  '@myriaddreamin/typst-ts-node-compiler',
  '@slack/bolt',
  'docx',
  'hono',
  'pg',
  'pino',
  'ws',
] as const;

/** Commands in a file of their own. */
const alone = ['check', 'diff', 'fmt', 'test'];

/** What reads policies for `att check`: not wanted where nothing has changed since they were last checked. */
const reading = 'read-outcomes';

/** What an author runs at every keystroke or a pull request at every push: it must start at once. */
const light = ['cli/main.ts', ...alone.map((name) => `cli/commands/${name}.ts`)];

export interface BuildReport {
  /** Paths below the output folder. */
  readonly written: readonly string[];
  /** Entries that are not there, below the root. */
  readonly missing: readonly string[];
}

/** Builds the sources below `root` into `out`; files of an earlier build that are no longer made are removed. */
export async function build(root: string, out: string): Promise<BuildReport> {
  const bundles = bundlesInto(out);
  const missing = bundles.flatMap(entriesOf).filter((entry) => !existsSync(join(root, entry)));
  const present = bundles.filter((bundle) => entriesOf(bundle).every((entry) => !missing.includes(entry)));
  const results = await Promise.all(present.map((bundle) => esbuild({ ...common(root), ...bundle })));
  const metafiles = results.map((result) => result.metafile!);
  for (const metafile of metafiles) refuseHeavyStart(metafile);
  const written = metafiles.flatMap((metafile) => Object.keys(metafile.outputs).map((path) => resolve(root, path)));
  removeOthers(out, new Set(written));
  return { written: written.map((path) => relative(out, path)).sort((a, b) => (a < b ? -1 : 1)), missing };
}

function common(root: string): BuildOptions {
  return {
    absWorkingDir: root,
    bundle: true,
    metafile: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    minify: true,
    logLevel: 'warning',
  };
}

function bundlesInto(out: string): BuildOptions[] {
  return [
    // The tiny entry must parse on Nodes too old for the rest, to say so.
    { entryPoints: { att: 'cli/entry.ts' }, outdir: out, target: 'node18', plugins: [handsOverTo('main')] },
    {
      entryPoints: { main: 'cli/main.ts' },
      outdir: out,
      splitting: true,
      chunkNames: 'chunks/[name]-[hash]',
      external: [...heavy],
      banner: requireOfNode,
      plugins: [loadsWhatIsUsed, ...alone.map((name) => handsOverTo(`commands/${name}`))],
    },
    ...[...alone.map((name) => `cli/commands/${name}.ts`), `cli/check/${reading}.ts`].map((entry) => ({
      entryPoints: { [basename(entry, '.ts')]: entry },
      outdir: join(out, 'commands'),
      external: [...heavy],
      banner: requireOfNode,
      plugins: [loadsWhatIsUsed, handsOverTo(reading), holdsWhatIsUsed],
    })),
    { entryPoints: { server: 'editors/server/main.ts' }, outdir: out, banner: requireInModules },
    {
      entryPoints: { extension: 'editors/vscode/extension.ts' },
      outdir: out,
      format: 'cjs',
      outExtension: { '.js': '.cjs' },
      external: ['vscode'],
    },
    {
      entryPoints: { client: 'bot/page/client/main.ts' },
      outdir: join(out, 'page'),
      platform: 'browser',
      target: 'es2022',
      loader: { '.svg': 'dataurl', '.woff2': 'dataurl' },
    },
  ];
}

/** CommonJS packages inside a bundle of ES modules ask for Node's own modules through `require`. */
const requireOfNode = {
  js: "const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);",
};

/** The same where an older Node may run it: an editor brings its own. */
const requireInModules = {
  js: "import { createRequire as createRequireHere } from 'node:module'; const require = createRequireHere(import.meta.url);",
};

/**
 * An import of one of Node's own modules loads every part of it, streams and all. Here each part is asked for when it is
 * first used: half of what `att check` took to start was parts that it never uses.
 */
const loadsWhatIsUsed: Plugin = {
  name: 'loads-what-is-used',
  setup(building) {
    building.onResolve({ filter: /^node:/ }, ({ path }) => ({ path, namespace: 'node' }));
    building.onLoad({ filter: /.*/, namespace: 'node' }, ({ path }) => ({ contents: builtin(path) }));
  },
};

/** `node:process`, and modules that are a function with more on it, stay whole: their parts lean on one another. */
function builtin(path: string): string {
  const whole: unknown = process.getBuiltinModule(path);
  const ask = `process.getBuiltinModule('${path}')`;
  if (path === 'node:process' || typeof whole !== 'object' || whole === null) return `module.exports = ${ask};`;
  const parts = Object.keys(whole).filter((key) => /^[A-Za-z]\w*$/.test(key) && key !== 'default');
  const getters = parts.map((key) => `get ${key}() { return it().${key}; }`);
  return `let whole; const it = () => (whole ??= ${ask}); module.exports = { ${getters.join(', ')} };`;
}

/**
 * Our own files do nothing when they are loaded but make what they export: one of which nothing is used is left out, whatever
 * index it is named in.
 */
const holdsWhatIsUsed: Plugin = {
  name: 'holds-what-is-used',
  setup(building) {
    building.onResolve({ filter: /^\.\.?\/.*\.ts$/ }, ({ path, resolveDir }) => {
      const found = resolve(resolveDir, path);
      return found.includes('node_modules') ? undefined : { path: found, sideEffects: false };
    });
  },
};

/** Leaves the import of `./NAME.ts` standing, as `./NAME.js`. */
function handsOverTo(name: string): Plugin {
  return {
    name: 'hand-over',
    setup(building) {
      building.onResolve({ filter: new RegExp(`^\\./${name}\\.ts$`) }, () => ({
        path: `./${name}.js`,
        external: true,
      }));
    },
  };
}

function entriesOf({ entryPoints }: BuildOptions): string[] {
  return Object.values(entryPoints as Readonly<Record<string, string>>);
}

/** Throws where a light command would load a heavy package: such a package is wanted behind an `await import(…)`. */
function refuseHeavyStart({ outputs }: Metafile): void {
  for (const [path, { entryPoint }] of Object.entries(outputs)) {
    if (entryPoint === undefined || !light.includes(entryPoint)) continue;
    const loaded = loadedAtOnce(outputs, path);
    const found = [...loaded].filter((each) => heavy.some((name) => each === name || each.startsWith(`${name}/`)));
    if (found.length > 0)
      throw new Error(`${entryPoint} loads ${found.join(', ')} at once: import it where it is used`);
  }
}

function loadedAtOnce(outputs: Metafile['outputs'], path: string, seen = new Set<string>()): Set<string> {
  for (const each of outputs[path]?.imports ?? []) {
    if (each.kind === 'dynamic-import' || seen.has(each.path)) continue;
    seen.add(each.path);
    loadedAtOnce(outputs, each.path, seen);
  }
  return seen;
}

/** Only below `chunks/` do names change from build to build, and whatever else lies in the folder is not ours to remove. */
function removeOthers(out: string, written: ReadonlySet<string>): void {
  const chunks = join(out, 'chunks');
  if (!existsSync(chunks)) return;
  for (const name of readdirSync(chunks)) if (!written.has(join(chunks, name))) rmSync(join(chunks, name));
}

if (import.meta.main) {
  const root = resolve(import.meta.dirname, '..');
  const { values } = parseArgs({ options: { out: { type: 'string', default: join(root, 'dist') } } });
  const out = resolve(values.out);
  const before = performance.now();
  const { written, missing } = await build(root, out);
  for (const entry of missing) console.log(`not built: there is no ${entry}`);
  const kilobytes = (path: string) => Math.ceil(statSync(join(out, path)).size / 1024);
  for (const path of written) if (!path.startsWith('chunks/')) console.log(`${path} ${kilobytes(path)} kB`);
  console.log(`built in ${Math.round(performance.now() - before)} ms`);
}
