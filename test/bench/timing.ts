/** Two things timed in turn in one process, so that a busy machine slows both. */
export interface Race {
  readonly first: number;
  readonly second: number;
  readonly ratio: number;
}

/** The best of so many rounds of each, in milliseconds, after a warm-up of both. */
export function ratio(first: () => void, second: () => void, rounds = 7): Race {
  first();
  second();
  let bestFirst = Number.POSITIVE_INFINITY;
  let bestSecond = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    bestFirst = Math.min(bestFirst, timed(first));
    bestSecond = Math.min(bestSecond, timed(second));
  }
  return { first: bestFirst, second: bestSecond, ratio: bestFirst / bestSecond };
}

/** The least time of so many rounds of one thing, in milliseconds, after a warm-up. */
export function least(run: () => void, rounds: number): number {
  run();
  return Math.min(...Array.from({ length: rounds }, () => timed(run)));
}

export function timed(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

/** One line of the report, and whether it keeps within its limit. */
export interface Line {
  readonly text: string;
  readonly met: boolean;
}

/** `limit` is what the ratio must not pass, where there is one. */
export function row(what: string, race: Race, note: string, limit?: number): Line {
  return line(what, race.ratio, `${race.first.toFixed(1)} ms ÷ ${race.second.toFixed(1)} ms; ${note}`, limit);
}

/** A figure of its own, a ratio or milliseconds, with its limit where there is one. */
export function line(what: string, figure: number, note: string, limit?: number): Line {
  const met = limit === undefined || figure <= limit;
  const verdict = limit === undefined ? '' : `  (at most ${limit}: ${met ? 'yes' : 'NO'})`;
  return { text: `${what.padEnd(44)} ${figure.toFixed(2).padStart(6)}${verdict}\n  ${note}`, met };
}
