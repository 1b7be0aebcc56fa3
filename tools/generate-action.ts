// Writes cli/action/att.generated.mjs: the GitHub Action in one file, which runs as it lies in the repository. With --check
// nothing is written, and one that is out of date is an error.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Plugin } from 'esbuild';

/** Commands that need nothing but policies and git: the others would bring the bot, the letters and the store. */
const kept = ['check', 'comply', 'diff', 'fmt', 'test'];

/** Node reads a bundle whole before it runs a word of it: what stands here must be all that is said to an old one. */
const neededNode = [
  "if (Number.parseInt(process.versions.node, 10) < 24) { console.error('att needs Node 24 or newer, and this is Node ' + process.versions.node + '.'); process.exit(2); }",
  "const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);",
].join('\n');

const leavesOut: Plugin = {
  name: 'leaves-out',
  setup(building) {
    building.onResolve({ filter: /^\.\/commands\/[a-z]+\.ts$/ }, ({ path }) => {
      const name = path.slice('./commands/'.length, -'.ts'.length);
      return kept.includes(name) ? undefined : { path: name, namespace: 'left-out' };
    });
    building.onLoad({ filter: /.*/, namespace: 'left-out' }, ({ path }) => ({
      contents: `throw Object.assign(new Error('att ${path} is not in this one file, which holds ${kept.join(', ')}: install Att for it.'), { name: 'CommandFailure', exitCode: 2 });`,
    }));
  },
};

const root = fileURLToPath(new URL('..', import.meta.url));
const out = `${root}cli/action/att.generated.mjs`;
const { outputFiles } = await build({
  absWorkingDir: root,
  entryPoints: ['cli/action/main.ts'],
  bundle: true,
  write: false,
  platform: 'node',
  format: 'esm',
  target: 'node24',
  minify: true,
  legalComments: 'eof',
  banner: { js: `// Made by tools/generate-action.ts from cli/action/main.ts.\n${neededNode}` },
  plugins: [leavesOut],
  logLevel: 'warning',
});
const made = outputFiles[0]!.text;

if (process.argv.includes('--check')) {
  let there = '';
  try {
    there = readFileSync(out, 'utf8');
  } catch {
    // Not there is out of date.
  }
  if (there !== made) {
    console.error('cli/action/att.generated.mjs is out of date: run npm run generate');
    process.exitCode = 1;
  }
} else {
  writeFileSync(out, made);
}
