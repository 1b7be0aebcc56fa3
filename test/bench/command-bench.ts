import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ratio, row } from './timing.ts';

/** `att check policies`, cold and bundled, against Node starting and doing nothing. */
export function commandBench(): string {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const node =
    (...args: readonly string[]) =>
    (): void => {
      const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
      if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}: ${stderr}`);
    };
  const race = ratio(node('dist/att.js', 'check', 'policies'), node('-e', '0'), 9);
  return row('att check policies ÷ node -e 0', race, 'whole processes, best of 9', 4);
}
