import type { CompiledPolicy, Finding, PupilCase } from '../../dsl/index.ts';
import type { Line } from './timing.ts';
import { compilePolicy, evaluate } from '../../dsl/index.ts';
import { benchPupils } from './pupils.ts';
import { asAt, calendar, codes, realPolicies } from './school.ts';
import { line, timed } from './timing.ts';

const pupils = 120;
const rounds = 12;

/** A full finding of one pupil, reasons and all, under each policy of the project and the layers above it: milliseconds. */
export function findingBench(): readonly Line[] {
  return realPolicies().map((policy) => {
    const compiled = compilePolicy(policy);
    const cases = benchPupils(compiled, calendar, codes, pupils, 7);
    const byHeight = cases
      .map((about) => ({ about, height: heightOf(compiled, evaluate(compiled, about, asAt)) }))
      .sort((a, b) => a.height - b.height)
      .map(({ about }) => about);
    const ordinary = byHeight.slice(0, (2 * pupils) / 3);
    const high = byHeight.slice((2 * pupils) / 3);
    const times = { ordinary: timesOf(compiled, ordinary), high: timesOf(compiled, high) };
    const slower = Math.max(mean(times.ordinary), mean(times.high));
    const note = `${told('at ordinary stages', times.ordinary)}; ${told('highest on its ladders', times.high)}`;
    return line(`a finding under ${policy.id}, ms`, slower, note, 1);
  });
}

/** How far up its ladders a pupil stands, all of them together. */
function heightOf({ layers }: CompiledPolicy, { ladders }: Finding): number {
  const all = layers.flatMap((layer) => layer.ladders);
  return ladders.reduce((height, { id, stage }) => {
    const stages = all.find((each) => each.name === id)!.ladder.stages.map(({ name }) => name);
    return height + (stage === null ? 0 : (stages.indexOf(stage.id) + 1) / stages.length);
  }, 0);
}

/** Of each pupil the best of so many rounds, warm: what other work the machine has is left out. */
function timesOf(compiled: CompiledPolicy, cases: readonly PupilCase[]): readonly number[] {
  const best = cases.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < rounds; round++) {
    cases.forEach((about, index) => {
      best[index] = Math.min(
        best[index]!,
        timed(() => evaluate(compiled, about, asAt)),
      );
    });
  }
  return best;
}

function mean(times: readonly number[]): number {
  return times.reduce((sum, time) => sum + time, 0) / times.length;
}

function told(where: string, times: readonly number[]): string {
  return `${times.length} pupils ${where}: ${mean(times).toFixed(2)} ms, the slowest ${Math.max(...times).toFixed(2)} ms`;
}
