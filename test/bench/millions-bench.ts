import type { Line } from './timing.ts';
import { compileSurvey } from '../../dsl/compile/survey/survey.ts';
import { benchMarks } from './registers.ts';
import { asAt, calendar, codes, days, realPolicies, tenMeasures } from './school.ts';
import { line, timed } from './timing.ts';

const batch = 10_000;

/**
 * Every pupil of England, from so many that are measured: marks come in batches, of which one is in memory at a time. The
 * making of the marks is not counted. Ten measures, and what all policies of the project say by marks alone.
 */
export function millionsBench(measured: number, wanted: number): readonly Line[] {
  const surveyOf = (policy: ReturnType<typeof tenMeasures>) => compileSurvey(policy, calendar, codes, asAt);
  const all = realPolicies().map(surveyOf);
  const ten = surveyOf(tenMeasures());
  let milliseconds = 0;
  let millisecondsOfAll = 0;
  let most = 0;
  for (let done = 0; done < measured; done += batch) {
    const pairs = new Uint16Array(benchMarks(calendar, codes, batch, done + 1).buffer);
    milliseconds += timed(() => {
      for (let pupil = 0; pupil < batch; pupil++) ten.take(pairs, pupil * days);
    });
    millisecondsOfAll += timed(() => {
      for (const survey of all) for (let pupil = 0; pupil < batch; pupil++) survey.take(pairs, pupil * days);
    });
    most = Math.max(most, process.memoryUsage().rss);
  }
  const told = (what: string, total: number): Line => {
    const seconds = ((total / measured) * wanted) / 1000;
    const perSecond = Math.round((measured / total) * 1000).toLocaleString('en-GB');
    const of = `${measured.toLocaleString('en-GB')} measured in ${(total / 1000).toFixed(2)} s, ${perSecond} pupils a second on one core`;
    return line(`${what}, ${wanted.toLocaleString('en-GB')} pupils: seconds`, seconds, of);
  };
  const lines = [told('ten measures', milliseconds), told(`all ${all.length} policies`, millisecondsOfAll)];
  const memory = `${batch.toLocaleString('en-GB')} pupils in memory at a time; the whole process, at most ${Math.round(most / 2 ** 20)} MiB`;
  return lines.map(({ text, met }) => ({ text: `${text}; ${memory}`, met }));
}
