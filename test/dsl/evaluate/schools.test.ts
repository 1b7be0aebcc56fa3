import { expect, test } from 'vitest';
import type { Act } from '../../../register/case-log.ts';
import { emptyCaseLog } from '../../../register/case-log.ts';
import { isoDay } from '../../../register/day.ts';
import { schoolCalendar } from '../../../register/school-calendar.ts';
import { evaluateSchool } from '../../../dsl/index.ts';
import { compiled, finding } from '../../support/evaluate-policy.ts';

const autumn = { name: 'autumn', from: isoDay('2025-09-01'), to: isoDay('2025-12-19') };
const spring = { name: 'spring', from: isoDay('2026-01-05'), to: isoDay('2026-03-27') };

const forum = compiled('meeting forum\nfor each school { school will join forum each term }');

/** What a school owes as at a day. Acts are `DAY NAME DONE`. */
function asked(
  policy: typeof forum,
  asAt: string,
  {
    log = [],
    shared = [],
    terms = [autumn, spring],
  }: { log?: string[]; shared?: string[]; terms?: (typeof autumn)[] } = {},
) {
  const year = { from: isoDay('2025-09-01'), to: isoDay('2026-07-17'), terms, halfTerms: [], closures: [] };
  const calendar = schoolCalendar('school', [year]);
  const about = { school: 'school', schoolFacts: {}, calendar, log: logOf(log), sharedLog: logOf(shared) };
  return evaluateSchool(policy, about, isoDay(asAt));
}

function logOf(lines: readonly string[]) {
  const entries = lines.map((line, index): Act => {
    const [day = '', name = '', done = ''] = line.split(' ');
    const base = { id: String(index), time: undefined, recordedAt: '', by: '', note: '', about: undefined };
    return { ...base, kind: 'act', name, done, day: isoDay(day) };
  });
  return lines.length === 0 ? emptyCaseLog : { entries };
}

test('what is owed each term is due to the last day of the term', () => {
  const due = { date: '2025-12-19' };
  expect(asked(forum, '2025-12-19').duties).toMatchObject([
    { of: 'each school', state: 'due', arose: '2025-09-01', due },
  ]);
  expect(asked(forum, '2025-12-20').duties).toMatchObject([{ state: 'overdue', due }]);
  expect(asked(forum, '2026-01-05').duties).toMatchObject([{ state: 'due', arose: '2026-01-05' }]);
});

test('an act of the term meets it, one of the term before does not', () => {
  const log = ['2025-10-08 forum joined'];
  expect(asked(forum, '2025-12-19', { log }).duties).toMatchObject([{ state: 'done', done: '2025-10-08' }]);
  expect(asked(forum, '2026-01-05', { log }).duties).toMatchObject([{ state: 'due' }]);
});

test('without terms in the calendar it cannot be told', () => {
  const found = asked(forum, '2025-12-19', { terms: [] });
  expect(found.duties).toMatchObject([{ state: 'open question', due: { date: null } }]);
  expect(found.undetermined).toEqual([
    { about: 'join-forum', needs: [{ kind: 'data', what: 'the dates of the terms' }] },
  ]);
});

test('no pupil’s finding holds it', () => {
  expect(finding(forum, { asAt: '2025-12-19' }).duties).toEqual([]);
});

test('what the schools do together is looked for in their own log', () => {
  const policy = compiled('report review\nfor the schools together { school will make review each term }');
  const did = ['2025-10-08 review made'];
  expect(asked(policy, '2025-12-19', { log: did }).duties).toMatchObject([
    { of: 'the schools together', state: 'due' },
  ]);
  expect(asked(policy, '2025-12-19', { shared: did }).duties).toMatchObject([{ state: 'done' }]);
});

test('a duty that nothing brings stands', () => {
  const policy = compiled('for each school { school will "share best practice" }');
  expect(asked(policy, '2025-12-19').duties).toMatchObject([{ state: 'due' }]);
});

const dated = (review: string) => compiled(`policy x "X" in force from 1 September 2025 { review due ${review} }`);

test.each([
  ['2026-08-31', 'not yet due'],
  ['2026-09-01', 'due'],
  ['2026-09-30', 'due'],
  ['2026-10-01', 'overdue'],
])('a month is the whole month: %s is %s', (asAt, state) => {
  expect(asked(dated('September 2026'), asAt).policyReviews).toMatchObject([{ id: 'policy-review', state }]);
});

test.each([
  ['2026-09-13', 'not yet due'],
  ['2026-09-14', 'due'],
  ['2026-09-15', 'overdue'],
])('a day is that day: %s is %s', (asAt, state) => {
  expect(asked(dated('14 September 2026'), asAt).policyReviews).toMatchObject([{ state }]);
});

test('a review in the month is one, the review of the summer before is not', () => {
  const on = (day: string) => asked(dated('September 2026'), '2026-10-01', { log: [`${day} policy reviewed`] });
  expect(on('2026-09-30').policyReviews).toMatchObject([{ state: 'done', done: '2026-09-30' }]);
  expect(on('2026-07-10').policyReviews).toMatchObject([{ state: 'overdue', done: null }]);
});
