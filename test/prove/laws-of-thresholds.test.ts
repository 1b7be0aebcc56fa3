import { test } from 'vitest';
import { ofThresholds } from './properties/index.ts';

// Each law on three hundred pairs of tests from a fixed seed; npm run prove tries ten thousand from a new one.
test.each(ofThresholds.map((property) => [property.holds, property] as const))(
  '%s',
  async (_holds, { prove }) => {
    await prove({ numRuns: 300, seed: 20240902 });
  },
  60_000,
);
