import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Line } from './timing.ts';
import { ratio, row } from './timing.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const rounds = 20;

/**
 * `att check policies`, bundled and as a whole process, against Node starting and doing nothing: with nothing kept of an
 * earlier check, and when nothing has changed since the last one. Compiled code is kept in both, as Node does.
 */
export function commandBench(): readonly Line[] {
  const kept = mkdtempSync(join(tmpdir(), 'att-bench-'));
  const node =
    (...args: readonly string[]) =>
    (): void => {
      const env = { ...process.env, NODE_COMPILE_CACHE: kept };
      const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', env });
      // 1: what was checked is wrong.
      if (status !== 0 && status !== 1) throw new Error(`node ${args.join(' ')} ended with ${status}: ${stderr}`);
    };
  const check = ['dist/att.js', 'check', 'policies'];
  const note = `whole processes, best of ${rounds}`;
  const anew = ratio(node(...check, '--fresh'), node('-e', '0'), rounds);
  const again = ratio(node(...check), node('-e', '0'), rounds);
  rmSync(kept, { recursive: true });
  return [
    row('att check policies ÷ node -e 0, nothing kept', anew, note),
    row('… unchanged since the last check', again, note, 4),
  ];
}
