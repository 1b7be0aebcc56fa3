import { commandBench } from './command-bench.ts';
import { findingBench } from './finding-bench.ts';
import { millionsBench } from './millions-bench.ts';
import { parseBench } from './parse-bench.ts';
import { policiesBench } from './policies-bench.ts';
import { regionsBench } from './regions-bench.ts';
import { regionBench } from './region-bench.ts';
import { surveyBench } from './survey-bench.ts';
import { nodeAlone } from './node-alone.ts';

// Ratios of two things timed in turn in one run. Absolute times of this machine stand beside them, under what Node takes
// to start and do nothing. Exits 1 where a line passes its limit.
console.log(`Node ${process.versions.node}; node -e 0 takes ${nodeAlone().toFixed(1)} ms\n`);
const benches = [
  () => surveyBench(50_000),
  () => policiesBench(50_000),
  () => millionsBench(500_000, 9_000_000),
  findingBench,
  parseBench,
  regionBench,
  regionsBench,
  commandBench,
];
for (const bench of benches) {
  for (const { text, met } of bench()) {
    console.log(text);
    if (!met) process.exitCode = 1;
  }
  console.log();
}
