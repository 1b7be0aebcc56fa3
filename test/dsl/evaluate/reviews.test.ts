import { expect, test } from 'vitest';
import { isoDay } from '../../../register/day.ts';
import { reviewDayInRange } from '../../../dsl/evaluate/reviews.ts';
import { calendarOf, compiled, finding, needs, pupilCase, stage, state, year } from '../../support/evaluate-policy.ts';

const reviews = compiled(`role ewo "Education Welfare Officer"
judgement improved by ewo
judgement engaged by ewo
meeting first-meeting
plan improvement-plan
ladder stages by steps {
  stage one entered when concern raised {
    review first-review "first review" due 4 school weeks after first-meeting held by ewo {
      must record "the rates"
      outcome better "improved" if improved {
        leaves
        school will "keep watch"
      }
      outcome worse if not improved and not engaged { moves to two }
      outcome mixed if not improved and engaged { stays here  should offer "another meeting" }
    }
    when first-review missed { should offer "another date" }
  }
  stage two { review second-review due from 4 to 6 calendar weeks after improvement-plan agreed and again after each {
    outcome again if improved { stays here }
  } }
}`);
const raised = '2023-10-02 concern raised';
const met = '2023-10-06 first-meeting held';
const halfTerm = calendarOf(year('2023-09-04', '2024-07-19', { closures: ['2023-10-23 2023-10-27 half term'] }));
const review = (log: readonly string[], asAt: string, calendar = halfTerm) =>
  finding(reviews, { asAt, log, calendar }).reviews[0];

test('waits for the event it follows', () => {
  expect(review([raised], '2023-10-05')).toMatchObject({ id: 'first-review', state: 'waiting', opened: null });
});

test('four school weeks after Friday 6 October, with one week closed, are over on 10 November', () => {
  const days = { opened: '2023-10-06', earliest: '2023-11-10', latest: '2023-11-10' };
  expect(review([raised, met], '2023-11-09')).toMatchObject({ state: 'open', ...days });
  expect(review([raised, met], '2023-11-10')).toMatchObject({ state: 'due', ...days });
  expect(review([raised, met], '2023-11-11')).toMatchObject({ state: 'overdue', ...days });
});

test('without the closure they are over on 3 November', () => {
  expect(review([raised, met], '2023-11-03', calendarOf(year('2023-09-04', '2024-07-19')))).toMatchObject({
    state: 'due',
    earliest: '2023-11-03',
  });
});

test('a week whose day is closed ends on its last school day before', () => {
  const calendar = calendarOf(
    year('2023-09-04', '2024-07-19', {
      closures: ['2023-10-23 2023-10-27 half term', '2023-11-10 2023-11-10 training'],
    }),
  );
  expect(review([raised, met], '2023-11-09', calendar)).toMatchObject({ state: 'due', earliest: '2023-11-09' });
});

test('from its day on there is a duty to hold it, overdue the day after', () => {
  const duty = (asAt: string, log = [raised, met]) =>
    finding(reviews, { asAt, log, calendar: halfTerm }).duties.find((each) => each.id === 'first-review.hold');
  expect(duty('2023-11-09')).toBeUndefined();
  expect(duty('2023-11-10')).toMatchObject({
    owner: 'Education Welfare Officer',
    state: 'due',
    due: { date: '2023-11-10' },
  });
  expect(duty('2023-11-13')).toMatchObject({ state: 'overdue' });
  expect(duty('2023-11-14', [raised, met, '2023-11-13 first-review held'])).toMatchObject({
    state: 'done',
    done: '2023-11-13',
  });
});

const held = '2023-11-13 first-review held';

test('held and judged, an outcome moves the pupil on that day, and stays in view', () => {
  const log = [raised, met, held, '2023-11-13 improved is not true', '2023-11-13 engaged is not true'];
  expect(stage(reviews, { asAt: '2023-11-10', log, calendar: halfTerm })).toBe('one');
  expect(stage(reviews, { asAt: '2023-11-13', log, calendar: halfTerm })).toBe('two');
  const outcomes = [
    { id: 'better', holds: 'no' },
    { id: 'worse', holds: 'yes' },
    { id: 'mixed', holds: 'no' },
  ];
  for (const asAt of ['2023-11-13', '2023-12-20']) {
    const found = finding(reviews, { asAt, log, calendar: halfTerm });
    expect(found.reviews.map((each) => each.id)).toEqual(['first-review', 'second-review']);
    expect(found.reviews[0]).toMatchObject({ state: 'held', held: '2023-11-13', outcomes });
  }
});

test('held and not judged, it says who judges, and nobody moves', () => {
  const found = finding(reviews, { asAt: '2023-11-20', log: [raised, met, held], calendar: halfTerm });
  expect(found.ladders[0]!.stage?.id).toBe('one');
  expect(found.reviews[0]).toMatchObject({ state: 'held', outcomes: [{ holds: 'undetermined' }, {}, {}] });
  expect(needs(found, 'first-review')).toEqual(['judgement: improved', 'judgement: engaged']);
});

test('judged some days after it was held, the outcome moves the pupil then', () => {
  const log = [raised, met, held, '2023-11-16 improved is true'];
  expect(stage(reviews, { asAt: '2023-11-15', log, calendar: halfTerm })).toBe('one');
  expect(stage(reviews, { asAt: '2023-11-16', log, calendar: halfTerm })).toBeNull();
});

test('a judgement from before its day does not count in it', () => {
  const log = [raised, met, '2023-11-09 improved is true', held];
  expect(stage(reviews, { asAt: '2023-11-20', log, calendar: halfTerm })).toBe('one');
  const onTheDay = [raised, met, '2023-11-10 improved is true', held];
  expect(stage(reviews, { asAt: '2023-11-13', log: onTheDay, calendar: halfTerm })).toBeNull();
});

test('held before its day, it is still to be held', () => {
  const log = [raised, met, '2023-11-09 first-review held', '2023-11-09 improved is true'];
  expect(review(log, '2023-11-10')).toMatchObject({ state: 'due', held: null });
  expect(stage(reviews, { asAt: '2023-11-10', log, calendar: halfTerm })).toBe('one');
});

test('what it asks stands once it is held, although it has moved the pupil on', () => {
  const log = [raised, met, held, '2023-11-13 improved is true'];
  const found = finding(reviews, { asAt: '2023-11-20', log, calendar: halfTerm });
  expect(found.ladders[0]!.stage).toBeNull();
  expect(state(found, 'record-the-rates')).toBe('due');
  expect(state(found, 'keep-watch')).toBe('due');
  expect(state(found, 'offer-another-meeting')).toBe('none');
});

test('an outcome that stays moves nobody, and brings what stands in it', () => {
  const log = [raised, met, held, '2023-11-13 improved is not true', '2023-11-13 engaged is true'];
  const found = finding(reviews, { asAt: '2023-11-20', log, calendar: halfTerm });
  expect(found.ladders[0]!.stage?.id).toBe('one');
  expect(state(found, 'offer-another-meeting')).toBe('due');
  expect(state(found, 'keep-watch')).toBe('none');
});

test('missed, it brings what follows from that', () => {
  expect(
    state(finding(reviews, { asAt: '2023-11-13', log: [raised, met], calendar: halfTerm }), 'offer-another-date'),
  ).toBe('none');
  const log = [raised, met, '2023-11-13 first-review missed'];
  expect(state(finding(reviews, { asAt: '2023-11-13', log, calendar: halfTerm }), 'offer-another-date')).toBe('due');
});

const toTwo = [raised, met, held, '2023-11-13 improved is not true', '2023-11-13 engaged is not true'];
const second = (log: readonly string[], asAt: string) =>
  finding(reviews, { asAt, log: [...toTwo, ...log], calendar: halfTerm }).reviews[1];

test('from 4 to 6 calendar weeks: due from the first of those days, overdue after the last', () => {
  const log = ['2024-01-15 improvement-plan agreed'];
  expect(second(log, '2024-02-11')).toMatchObject({ state: 'open', earliest: '2024-02-12', latest: '2024-02-26' });
  expect(second(log, '2024-02-12')).toMatchObject({ state: 'due' });
  expect(second(log, '2024-02-26')).toMatchObject({ state: 'due' });
  expect(second(log, '2024-02-27')).toMatchObject({ state: 'overdue' });
});

test('a day agreed within the range, and one before it', () => {
  const plan = '2024-01-15 improvement-plan agreed';
  expect(second([plan, '2024-01-15 second-review agreed about 2024-02-19'], '2024-01-15')).toMatchObject({
    agreed: '2024-02-19',
    agreedInTime: true,
  });
  expect(second([plan, '2024-01-15 second-review agreed about 2024-02-11'], '2024-01-15')).toMatchObject({
    agreed: '2024-02-11',
    agreedInTime: false,
  });
});

test('again after each: once held, another falls due as long again afterwards', () => {
  const log = ['2024-01-15 improvement-plan agreed', '2024-02-19 second-review held'];
  expect(second(log, '2024-02-19')).toMatchObject({
    state: 'open',
    opened: '2024-02-19',
    earliest: '2024-03-18',
    held: '2024-02-19',
  });
});

test('whether a day lies in the range is asked wherever the pupil stands', () => {
  const asked = (day: string, log = ['2024-01-15 improvement-plan agreed']) => {
    const about = pupilCase({ asAt: '2024-01-15', log, calendar: halfTerm });
    return reviewDayInRange(reviews, about, 'second-review', isoDay(day), isoDay('2024-01-15'));
  };
  expect(['2024-02-11', '2024-02-12', '2024-02-26', '2024-02-27'].map((day) => asked(day))).toEqual([
    'no',
    'yes',
    'yes',
    'no',
  ]);
  expect(asked('2024-02-12', [])).toBe('undetermined');
});

const agreed = compiled(`judgement good by school
judgement bad by school
ladder stages by steps {
  stage one entered when concern raised {
    review first-review due as agreed by school {
      outcome satisfactory if good { leaves }
      outcome escalate if bad { moves to two }
    }
  }
  stage two
}`);

test('due as agreed: open until a day is agreed, then due on that day', () => {
  const of = (log: readonly string[], asAt: string) => finding(agreed, { asAt, log: [raised, ...log] }).reviews[0];
  expect(of([], '2023-10-20')).toMatchObject({ state: 'open', earliest: null, agreedInTime: null });
  const day = ['2023-10-09 first-review agreed about 2023-10-30'];
  expect(of(day, '2023-10-27')).toMatchObject({ state: 'open', agreed: '2023-10-30', latest: '2023-10-30' });
  expect(of(day, '2023-10-30')).toMatchObject({ state: 'due' });
  expect(of(day, '2023-10-31')).toMatchObject({ state: 'overdue' });
});

test('due as agreed and again after each: held on the day it opens, it is held again on a later day', () => {
  const again = compiled(`judgement good by school
ladder stages by steps { stage one entered when concern raised {
  review check due as agreed and again after each { outcome well if good { stays here } }
} }`);
  const of = (log: readonly string[], asAt: string) => finding(again, { asAt, log: [raised, ...log] }).reviews[0];
  const onTheDay = '2023-10-02 check held';
  expect(of([onTheDay], '2023-10-02')).toMatchObject({ state: 'open', opened: '2023-10-02', held: '2023-10-02' });
  const twice = [onTheDay, '2023-10-02 good is true', '2023-10-03 check held'];
  expect(of(twice, '2023-10-03')).toMatchObject({ state: 'open', opened: '2023-10-03', held: '2023-10-03' });
  expect(of(twice.slice(0, 2), '2023-10-03')!.outcomes[0]!.holds).toBe('yes');
  expect(of(twice, '2023-10-03')!.outcomes[0]!.holds).toBe('undetermined');
});

test('two outcomes that hold and move differently are for a person to decide', () => {
  const log = [raised, '2023-10-30 first-review held', '2023-10-30 good is true', '2023-10-30 bad is true'];
  const found = finding(agreed, { asAt: '2023-10-30', log });
  expect(found.ladders[0]!.stage?.id).toBe('one');
  expect(needs(found, 'stages')).toContain('reading: first review');
});

test('an outcome can be asked about', () => {
  const policy = compiled(`judgement good by school
ladder stages by steps { stage one entered when concern raised {
  review first-review due as agreed { outcome satisfactory if good }
} }
threshold t is first-review is satisfactory`);
  const log = [raised, '2023-10-30 first-review held', '2023-10-31 good is true'];
  const met = (asAt: string) => finding(policy, { asAt, log }).thresholds[0]!.met;
  expect([met('2023-10-29'), met('2023-10-30'), met('2023-10-31')]).toEqual(['no', 'undetermined', 'yes']);
});

test('held without the event that it follows, it counts from that day', () => {
  const log = [raised, '2023-11-13 first-review held', '2023-11-13 improved is true'];
  expect(review(log, '2023-11-13')).toMatchObject({ state: 'held', opened: null, earliest: null, held: '2023-11-13' });
  expect(stage(reviews, { asAt: '2023-11-13', log, calendar: halfTerm })).toBeNull();
});
