import { mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import chromiumPackage, { inflate } from '@sparticuz/chromium';
import { chromium, type Browser } from 'playwright-core';

const packageFolder = dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')));

/**
 * Starts the Chromium that came with npm; close it when the tests are done. It is unpacked once for all test files,
 * into a temporary folder of this user's own; where the system has no NSS library the package's own is used.
 */
export async function launchBrowser(): Promise<Browser> {
  const folder = await unpackedBrowser();
  try {
    return await launch(folder, {});
  } catch (error) {
    if (!String(error).includes('error while loading shared libraries')) throw error;
    return launch(folder, { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') });
  }
}

/** The package's own switches would hide faults (one process, no web security): these are all that is needed. */
function launch(folder: string, more: Readonly<Record<string, string>>): Promise<Browser> {
  return chromium.launch({
    executablePath: join(folder, 'chromium'),
    headless: true,
    args: ['--no-sandbox', '--headless=shell', '--disable-gpu'],
    // Without a locale that has them, names of files lose the letters beyond ASCII.
    env: { ...process.env, LC_ALL: 'C.UTF-8', HOME: folder, FONTCONFIG_FILE: join(folder, 'fonts.conf'), ...more },
  });
}

/** Several test files may ask at once: one unpacks beside the final place and renames, the others wait for that. */
async function unpackedBrowser(): Promise<string> {
  const { version } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')) as { version: string };
  const folder = join(tmpdir(), `att-chromium-${process.getuid?.() ?? 'user'}-${version}`);
  const lock = `${folder}.lock`;
  while (!(await isOurs(folder))) {
    if (!(await take(lock))) {
      await wait(100);
      continue;
    }
    try {
      if (!(await isOurs(folder))) await unpackTo(folder);
    } finally {
      await rm(lock, { force: true });
    }
  }
  return folder;
}

async function unpackTo(folder: string): Promise<void> {
  const beside = await mkdtemp(`${folder}.`);
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = beside; // the package unpacks to wherever the temporary folder is
  try {
    await chromiumPackage.executablePath();
    await inflate(join(packageFolder, 'bin', 'al2023.tar.br'));
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
  await writeFile(join(beside, 'fonts.conf'), fontsIn(folder));
  await mkdir(join(beside, 'fonts-cache'));
  await rename(beside, folder);
}

/** The package's Open Sans first, so that pictures look alike everywhere; then whatever the system has. */
function fontsIn(folder: string): string {
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<dir>${folder}/fonts</dir><dir>/usr/share/fonts</dir><cachedir>${folder}/fonts-cache</cachedir>
<alias><family>sans-serif</family><prefer><family>Open Sans</family></prefer></alias>
</fontconfig>`;
}

/** Whether the folder is there and this user's: nobody else's program is ever run. */
async function isOurs(folder: string): Promise<boolean> {
  const found = await stat(folder).catch(() => undefined);
  if (found && found.uid !== (process.getuid?.() ?? found.uid)) {
    throw new Error(`${folder} belongs to another user; remove it, or set TMPDIR to a folder of your own.`);
  }
  return found !== undefined;
}

/** Takes the lock by writing this process's id into it; one left by a process that is gone is removed. */
async function take(lock: string): Promise<boolean> {
  try {
    await writeFile(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    const holder = Number(await readFile(lock, 'utf8').catch(() => ''));
    if (holder > 0 && !isRunning(holder)) await rm(lock, { force: true });
    return false;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
