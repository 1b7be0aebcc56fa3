import type { PlainAnswers } from './plain.ts';
import type { Line } from './timing.ts';
import { compileSurvey } from '../../dsl/compile/survey/survey.ts';
import { schoolDaysBefore } from '../../register/school-calendar.ts';
import { plainEvaluator } from './plain.ts';
import { benchMarks } from './registers.ts';
import { asAt, calendar, codes, days, tenMeasures } from './school.ts';
import { ratio, row } from './timing.ts';

/** Ten measures of every pupil: the compiled policy against the same written by hand. Every pupil's answers must agree. */
export function surveyBench(pupils: number): readonly Line[] {
  const marks = benchMarks(calendar, codes, pupils, 20_240_328);
  const pairs = new Uint16Array(marks.buffer);
  const survey = compileSurvey(tenMeasures(), calendar, codes, asAt);
  const plain = plainTen();
  const answers = {} as PlainAnswers;

  let checked = 0;
  for (let pupil = 0; pupil < pupils; pupil++) {
    survey.take(pairs, pupil * days);
    plain(marks, pupil * days * 2, answers);
    const found = [...survey.numerators, survey.denominators[0]!, survey.stages[0]!, survey.bandOf[0]!, survey.met[0]!];
    const { attended, absent, unauthorisedNow, unauthorisedHighest, late, longestRun, brokenWeeks } = answers;
    const counted = [attended, absent, unauthorisedNow, unauthorisedHighest, late, longestRun, brokenWeeks];
    const wanted = counted.concat(answers.possible, answers.stage, answers.band, answers.ten ? 1 : 0);
    if (found.join() !== wanted.join())
      throw new Error(`pupil ${pupil}: compiled ${found.join()}, by hand ${wanted.join()}`);
    checked++;
  }

  let sink = 0;
  const race = ratio(
    () => {
      for (let pupil = 0; pupil < pupils; pupil++) {
        survey.take(pairs, pupil * days);
        sink += survey.numerators[0]!;
      }
    },
    () => {
      for (let pupil = 0; pupil < pupils; pupil++) {
        plain(marks, pupil * days * 2, answers);
        sink += answers.attended;
      }
    },
    15,
  );
  if (sink === 0) throw new Error('nothing was measured');
  const note = `${checked.toLocaleString('en-GB')} pupils × ${days * 2} marks, all agree`;
  return [row('ten measures, compiled ÷ by hand', race, note, 0.7)];
}

/** The ten measures written by hand, for the year of the bench. */
export function plainTen(): ReturnType<typeof plainEvaluator> {
  return plainEvaluator(calendar, codes, schoolDaysBefore(calendar, calendar.years[0]!.halfTerms[5]!.from), days);
}
