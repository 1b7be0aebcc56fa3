import { commandBench } from './command-bench.ts';
import { parseBench } from './parse-bench.ts';
import { surveyBench } from './survey-bench.ts';

// Ratios only: two things timed in turn in one run. Absolute times of this machine stand beside them for the curious.
console.log(`Node ${process.versions.node}\n`);
for (const line of [surveyBench(50_000), parseBench(), commandBench()]) console.log(`${line}\n`);
