import { spawnSync } from 'node:child_process';

/** The tests of a process killed in the middle of its writing, with so many kills on each database. */
export function proveKills(kills: number): boolean {
  const vitest = new URL('../../node_modules/vitest/vitest.mjs', import.meta.url);
  const { status } = spawnSync(process.execPath, [vitest.pathname, 'run', 'test/bot/store/killed'], {
    cwd: new URL('../../', import.meta.url),
    env: { ...process.env, KILLS: String(kills) },
    stdio: 'inherit',
  });
  return status === 0;
}
