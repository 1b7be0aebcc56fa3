import type { Arbitrary } from 'fast-check';
import { array, integer, oneof, tuple } from 'fast-check';
import { oneOf, said } from './chosen.ts';
import { dayConditions } from './conditions.ts';
import { logged } from './names.ts';

const times = oneOf('by 12:00', 'that morning', 'before 09:30', 'after 10:15', 'between 09:10 and 09:40');
const lengths = said(
  integer({ min: 1, max: 10 }).map(String),
  oneOf('school days', 'working days', 'calendar days', 'school weeks', 'calendar weeks'),
);

const timing: Arbitrary<string> = oneof(
  { arbitrary: oneOf(''), weight: 3 },
  times,
  said('on absence day', oneOf('1', '2', '1 and 3')),
  said(oneOf('on absence day 1', 'on the same school day'), times),
  said('within', lengths),
  said('within', lengths, 'of', oneOf(...logged)),
  said('no later than', lengths, 'before case-meeting held'),
  said(oneOf('after', 'before'), oneOf(...logged)),
  said('after', lengths, 'of', oneOf(...logged)),
  oneOf('once each absence', 'once each half term', 'once each school year', 'each school day', 'each term'),
  said(oneOf('by', 'with', 'for', 'from'), oneOf('office', 'lead and office', 'office or lead')),
);

const guards: Arbitrary<string> = oneof(
  { arbitrary: oneOf(''), weight: 3 },
  said('if', dayConditions),
  said('unless', dayConditions),
);

const acts: Arbitrary<string> = oneof(
  oneOf(
    'send first-letter to parents',
    'send second-letter to carers',
    'send first-letter and second-letter to carers',
  ),
  oneOf('call parents', 'visit home', 'hold case-meeting with parents', 'agree action-plan with parents'),
  oneOf('record "the reason"', 'report pupil to safeguarding', 'offer action-plan or case-meeting to family'),
  oneOf('"talk about what gets in the way"', '"try it again", "try another way"'),
  said('tell parents about', oneOf('"the outcome"', 'action-plan')),
);

const strengths = oneof(
  oneOf('will', 'must', 'should', 'may'),
  oneOf('will not', 'must not', 'should not', 'may not', 'cannot', 'is unlikely to'),
);

/** One sentence, its subject first. */
export const sentences: Arbitrary<string> = oneof(
  {
    arbitrary: said(
      oneOf('school', 'office', 'lead or office', 'office and lead', ''),
      strengths,
      acts,
      timing,
      guards,
    ),
    weight: 6,
  },
  { arbitrary: said('consider', oneOf('"a home visit"', '"early help", "a referral"'), guards), weight: 1 },
);

/** A sentence by itself, or under a condition, or under two. */
export const rules: Arbitrary<string> = oneof(
  sentences,
  tuple(oneOf('when', 'while', 'where'), dayConditions, array(sentences, { minLength: 1, maxLength: 2 })).map(block),
  tuple(
    oneOf('when', 'while', 'where'),
    dayConditions,
    tuple(oneOf('when', 'while', 'where'), dayConditions, array(sentences, { minLength: 1, maxLength: 1 }))
      .map(block)
      .map((inner) => [inner]),
  ).map(block),
  said('when arriving after 08:50 {', sentences, '}'),
);

function block([word, condition, inside]: readonly [string, string, readonly string[]]): string {
  return `${word} ${condition} {\n${inside.join('\n')}\n}`;
}
