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

function timed(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

/** One line of the report; `limit` is what the ratio must not pass, where there is one. */
export function row(what: string, race: Race, note: string, limit?: number): string {
  const verdict =
    limit === undefined ? '' : race.ratio <= limit ? `  (at most ${limit}: yes)` : `  (at most ${limit}: NO)`;
  return `${what.padEnd(44)} ${race.ratio.toFixed(2).padStart(6)}${verdict}\n  ${race.first.toFixed(1)} ms ÷ ${race.second.toFixed(1)} ms; ${note}`;
}
