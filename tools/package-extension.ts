// The VS Code extension as one file: `node tools/package-extension.ts [--out FILE]`, after a build. Needs no network.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createVSIX } from '@vscode/vsce';

/** What the extension holds, below the root of the repository and of the extension alike. */
export const extensionFiles = [
  'dist/server.js',
  'dist/extension.cjs',
  'editors/vscode/language-configuration.json',
  'editors/vscode/att.tmLanguage.json',
  'README.md',
  'LICENSE',
] as const;

/**
 * Packs the extension of the repository at `root`, built into `built`, as the file `out`. Throws where a file of it is
 * not there.
 */
export async function packageExtension(root: string, out: string, built = join(root, 'dist')): Promise<void> {
  const from = (path: string): string => (path.startsWith('dist/') ? join(built, path.slice(5)) : join(root, path));
  const missing = extensionFiles.filter((path) => !existsSync(from(path)));
  if (missing.length > 0) throw new Error(`there is no ${missing.join(', ')}: run npm run build`);
  const folder = mkdtempSync(join(tmpdir(), 'att-extension-'));
  try {
    for (const path of extensionFiles) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      cpSync(from(path), join(folder, path));
    }
    writeFileSync(join(folder, 'package.json'), JSON.stringify(extensionManifest(root), undefined, 2));
    await createVSIX({
      cwd: folder,
      packagePath: out,
      dependencies: false,
      allowMissingRepository: true,
      rewriteRelativeLinks: false,
      skipLicense: true,
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What of package.json VS Code wants to know; scripts and dependencies stay behind, for all is bundled. */
const manifestKeys =
  'name displayName version description license publisher type main categories activationEvents contributes'.split(' ');

function extensionManifest(root: string): Record<string, unknown> {
  const whole = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, unknown>;
  const { vscode } = whole['engines'] as { readonly vscode: string };
  const kept = Object.fromEntries(manifestKeys.map((key) => [key, whole[key]]));
  return { ...kept, engines: { vscode }, files: [...extensionFiles] };
}

if (import.meta.main) {
  const root = resolve(import.meta.dirname, '..');
  const { values } = parseArgs({ options: { out: { type: 'string', default: join(root, 'att.vsix') } } });
  await packageExtension(root, resolve(values.out));
}
