import type { Arbitrary } from 'fast-check';
import { array, integer, oneof, option, record, tuple, uniqueArray } from 'fast-check';
import { oneOf } from './chosen.ts';
import { conditions, dayConditions } from './conditions.ts';
import { counts, rates } from './measures.ts';
import { judgements } from './names.ts';
import { sentences } from './sentences.ts';

const latch = oneof(
  { arbitrary: oneOf(''), weight: 3 },
  oneOf('school year', 'term', 'half term').map((unit) => `kept to the end of the ${unit}`),
);
const inStage = array(
  tuple(sentences, oneOf('', 'in every case')).map((each) => each.join(' ')),
  { maxLength: 2 },
);
const gate = oneof(
  oneOf(''),
  oneOf(...judgements, 'not engaged or doubtful').map((test) => `actions apply if ${test}`),
);

/** A ladder with the names of its stages, as conditions may ask for them. */
export interface LadderText {
  readonly text: string;
  readonly stages: readonly string[];
}

/** By a count that climbs, or by a rate that falls. */
export const byMeasure: Arbitrary<LadderText> = oneof(
  tuple(counts, uniqueArray(integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 })).map(([count, given]) => {
    const unit = count.unit;
    const values = [0, ...given.toSorted((a, b) => a - b)];
    return { by: count.text, entries: values.map((value) => `from ${value} ${unit}`) };
  }),
  tuple(rates, uniqueArray(integer({ min: 50, max: 100 }), { minLength: 1, maxLength: 3 })).map(([rate, given]) => ({
    by: rate,
    entries: given.toSorted((a, b) => b - a).map((value) => `below ${value}%`),
  })),
).chain(({ by, entries }) =>
  tuple(gate, ...entries.map(() => tuple(latch, inStage))).map(([gated, ...stages]) => ({
    text: `ladder climb "The climb" by ${by} {\n${gated}\n${(
      stages as readonly (readonly [string, readonly string[]])[]
    )
      .map(([kept, body], index) => stageText(`c${index}`, `${entries[index]} ${kept}`, body))
      .join('\n')}\n}`,
    stages: entries.map((_entry, index) => `climb is c${index}`),
  })),
);

const moves = oneof(
  dayConditions.map((test) => `when ${test} { leaves }`),
  tuple(oneOf('0', '1', '2'), dayConditions).map(([to, test]) => `when ${test} { moves to <step ${to}> }`),
  tuple(oneOf('0', '1', '2'), dayConditions).map(([to, test]) => `moves to <step ${to}> if ${test}`),
  oneOf(...judgements).map((test) => `stays here while ${test}`),
);

const reviews = tuple(
  oneOf(
    ...([
      'due 2 school weeks after case-meeting held',
      'due from 1 to 3 calendar weeks after first-letter sent',
    ] as const),
    ...(['due as agreed', 'due 5 school days after concern raised'] as const),
  ),
  oneOf('', 'by lead', 'and again after each'),
  oneOf('<step 0>', '<step 1>'),
).map(
  ([due, more, to]) => `review <review> "Review" ${due} ${more} {
    must record "the rates"
    when <review> missed { should offer "another date" }
    outcome up-<review> "better" if better { leaves }
    outcome same-<review> if not better and engaged { stays here }
    outcome down-<review> if not better and not engaged { moves to ${to} }
  }`,
);

const step = record({
  review: option(reviews, { freq: 4, nil: undefined }),
  entry: option(dayConditions, { freq: 4 }),
  needs: option(oneOf(...judgements, 'first-letter sent'), { freq: 3, nil: undefined }),
  moves: array(moves, { maxLength: 2 }),
  body: inStage,
});

/** By steps, every stage with a way in. */
export const bySteps: Arbitrary<LadderText> = array(step, { minLength: 1, maxLength: 3 }).map((steps) => {
  const stages = steps.map(({ entry, needs, moves: leaving, body, review }, index) => {
    const looked = review === undefined ? [] : [review.replaceAll('<review>', `look-${index}`)];
    const inside = [...(needs === undefined ? [] : [`needs ${needs}`]), ...leaving, ...looked, ...body];
    return stageText(`s${index}`, `entered when ${entry ?? 'concern raised'}`, inside);
  });
  const text = `ladder steps "Step by step" by steps {\n${stages.join('\n')}\n}`;
  return {
    text: text.replace(/<step (\d)>/g, (_all, to: string) => `s${Number(to) % steps.length}`),
    stages: steps.map((_each, index) => `steps is s${index}`),
  };
});

export const byGroups: Arbitrary<LadderText> = array(conditions, { minLength: 1, maxLength: 2 }).map((groups) => ({
  text: `ladder tiers "Tiers" by groups {
stage everyone "Everyone" for all-pupils
${groups.map((test, index) => stageText(`g${index}`, `for ${test}`, [])).join('\n')}
}`,
  stages: ['tiers is everyone', ...groups.map((_test, index) => `tiers is g${index}`)],
}));

function stageText(name: string, entry: string, body: readonly string[]): string {
  return `stage ${name} "Stage ${name}" ${entry} {\n${body.join('\n')}\n}`;
}
