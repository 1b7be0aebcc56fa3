import { test } from 'vitest';
import { ofTexts } from './properties/index.ts';

// Each law on three hundred policies and registers from a fixed seed; npm run prove tries ten thousand from a new one.
test.each(ofTexts.map((property) => [property.holds, property] as const))('%s', async (_holds, { prove }) => {
  await prove({ numRuns: 300, seed: 20240902 });
});
