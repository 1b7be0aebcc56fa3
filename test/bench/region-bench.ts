import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { RegionTimes } from './region-comparisons.ts';
import type { Line } from './timing.ts';
import { line } from './timing.ts';

const script = fileURLToPath(new URL('region-comparisons.ts', import.meta.url));
const runs = 5;

/** The slowest comparison of a clause with a provision over all registers: with witnesses, the first time and again. */
export function regionBench(): readonly Line[] {
  const each = Array.from({ length: runs }, (): readonly RegionTimes[] => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [script], { encoding: 'utf8', maxBuffer: 1 << 26 });
    if (status !== 0) throw new Error(stderr);
    return JSON.parse(stdout) as readonly RegionTimes[];
  });
  return [
    slowest('slowest comparison over registers, ms, first', each, ({ first }) => first),
    slowest('… and again', each, ({ again }) => again),
  ];
}

function slowest(what: string, each: readonly (readonly RegionTimes[])[], of: (times: RegionTimes) => number): Line {
  const [found] = each[0]!
    .map((times, index) => ({ what: times.what, least: Math.min(...each.map((run) => of(run[index]!))) }))
    .toSorted((a, b) => b.least - a.least);
  const note = `${found!.what}; of ${each[0]!.length} of the nine policies, each the least of ${runs} processes`;
  return line(what, found!.least, note, 10);
}
