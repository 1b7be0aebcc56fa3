import { spawnSync } from 'node:child_process';
import { least } from './timing.ts';

/** Node starting and doing nothing, best of ten, in milliseconds: by it figures of two machines are set side by side. */
export function nodeAlone(): number {
  return least(() => spawnSync(process.execPath, ['-e', '0']), 10);
}
