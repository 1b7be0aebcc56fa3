import type { Policy } from '../../dsl/index.ts';
import type { Survey } from '../../dsl/compile/survey/survey.ts';
import type { PlainAnswers } from './plain.ts';
import type { Line } from './timing.ts';
import { compileSurvey } from '../../dsl/compile/survey/survey.ts';
import { benchMarks } from './registers.ts';
import { asAt, calendar, codes, days, realPolicies } from './school.ts';
import { plainTen } from './survey-bench.ts';
import { ratio, row } from './timing.ts';

/**
 * What each policy of the project says of so many pupils by their marks alone, and all of them together, against the ten
 * measures by hand.
 */
export function policiesBench(pupils: number): readonly Line[] {
  const marks = benchMarks(calendar, codes, pupils, 7);
  const pairs = new Uint16Array(marks.buffer);
  const plain = plainTen();
  const answers = {} as PlainAnswers;
  const byHand = (): void => {
    for (let pupil = 0; pupil < pupils; pupil++) plain(marks, pupil * days * 2, answers);
  };
  const surveyed = realPolicies().map((policy) => ({ policy, survey: compileSurvey(policy, calendar, codes, asAt) }));
  const takeAll = (each: Survey) => (): void => {
    for (let pupil = 0; pupil < pupils; pupil++) each.take(pairs, pupil * days);
  };
  const lines = surveyed.map(({ policy, survey }) =>
    row(`${policy.id}, surveyed ÷ ten by hand`, ratio(takeAll(survey), byHand, 5), answered(policy, survey)),
  );
  const all = ratio(() => surveyed.forEach(({ survey }) => takeAll(survey)()), byHand, 3);
  const note = `${pupils.toLocaleString('en-GB')} pupils × ${days * 2} marks under each; left to a finding are the case log, judgements and days past (a stage kept, or by steps), and, though marks alone would tell them, numbers as law sets them, readings, whole school days, runs and printed bands`;
  return [...lines, row(`all ${surveyed.length} policies, surveyed ÷ ten by hand`, all, note)];
}

/** How many of a policy's measures, ladders, bands and thresholds its marks alone answer. */
function answered(policy: Policy, survey: Survey): string {
  const parts = (['measures', 'ladders', 'bands', 'thresholds'] as const).flatMap((name) =>
    policy[name].length === 0 ? [] : [`${survey[name].length} of ${policy[name].length} ${name}`],
  );
  return `by marks alone: ${parts.join(', ') || 'nothing of its own'}`;
}
