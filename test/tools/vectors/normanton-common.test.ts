import { expect, test } from 'vitest';
import type { Fields } from '../../../cli/case-fields.ts';
import { packagedPolicies } from '../../../bot/packaged-policies.ts';
import { compilePolicy } from '../../../dsl/index.ts';
import { readVectors } from '../../../tools/vectors/vector.ts';
import { wrongWith } from '../../../tools/vectors/wrong-with.ts';

// Worked cases beside those of the school's own file: the other side of each boundary, and what the document leaves open.

const policies = (await packagedPolicies()).policies;
const normanton = compilePolicy(policies.get('normanton-common')!);

interface Case {
  readonly asOf?: string;
  readonly pupil?: Fields;
  readonly events?: readonly Fields[];
  readonly calendar?: Fields | null;
  readonly marks?: readonly Fields[];
}

const year = { start: '2022-09-05', end: '2023-07-21', closures: [] };

/** What keeps a case from being answered as expected; empty where it is. */
function wrong(fn: string, given: Case, expected: Fields): readonly string[] {
  const { asOf = '2022-10-03', pupil = { csa: true }, events = [], calendar = year, marks = [] } = given;
  const vector = {
    id: 'case',
    school: 'normanton-common',
    asOf,
    calendar,
    pupil,
    marks,
    events,
    ask: { fn },
    expected,
  };
  return wrongWith(readVectors(JSON.stringify([vector]))[0]!, () => normanton);
}

const on = '2022-10-03';
const absent = (...dates: readonly string[]): readonly Fields[] =>
  dates.flatMap((date) => ['AM', 'PM'].map((session) => ({ type: 'absent', date, session })));
const present = (to: string): Fields => ({ from: '2022-09-05', to, am: '/', pm: '\\' });
const late = (...dates: readonly string[]): readonly Fields[] =>
  dates.map((date) => ({ date, session: 'AM', code: 'U' }));

test.each<[time: string, accompanied: boolean, mark: string, code: string, phoneParent: boolean]>([
  ['09:00', false, 'present', '/', false],
  ['09:01', false, 'late', 'L', true],
  ['09:05', true, 'late', 'L', false],
  ['09:20', false, 'unauthorised absence', 'U', true],
])('an arrival at %s', (time, accompanied, mark, code, phoneParent) => {
  const events = [{ type: 'arrival', at: `${on}T${time}`, session: 'AM', accompanied }];
  expect(wrong('lateArrivalTasks', { asOf: `${on}T${time}`, events }, { mark, code, phoneParent })).toEqual([]);
});

test('an arrival at 09:10 itself: no mark', () => {
  const events = [{ type: 'arrival', at: `${on}T09:10`, session: 'AM' }];
  expect(wrong('arrivalMark', { asOf: `${on}T09:10`, events }, { mark: 'late' })).toEqual([
    'mark: expected "late", answered nothing',
  ]);
});

test.each<[string, readonly Fields[], Fields]>([
  [
    'a verified appointment, absent all morning',
    [
      { type: 'medicalAppointment', at: `${on}T09:30`, verified: true },
      { type: 'absent', date: on, session: 'AM' },
    ],
    { code: 'M', authorised: true },
  ],
  [
    'back in the afternoon says nothing of the morning',
    [
      { type: 'medicalAppointment', at: `${on}T09:30`, verified: true },
      { type: 'absent', date: on, session: 'AM' },
      { type: 'return', at: `${on}T13:20`, session: 'PM' },
    ],
    { code: 'M' },
  ],
  [
    'a day set apart',
    [{ type: 'parentReport', at: `${on}T08:30`, reason: 'religious observance', dayExclusivelySetApart: true }],
    { code: 'R', authorised: true },
  ],
  [
    'a day not set apart',
    [{ type: 'parentReport', at: `${on}T08:30`, reason: 'religious observance', dayExclusivelySetApart: false }],
    { authorised: false },
  ],
  ['no explanation', absent(on), { authorised: false }],
  [
    'a birthday',
    [{ type: 'parentReport', at: `${on}T08:30`, reason: 'birthday' }, ...absent(on)],
    { authorised: false, listedAsUnauthorisedExample: true },
  ],
])('%s', (_name, events, expected) => {
  expect(wrong('sessionMark', { events }, expected)).toEqual([]);
});

test.each<[string, string, readonly Fields[], Fields]>([
  ['day 2 without contact', '2022-10-04', absent(on, '2022-10-04'), { homeVisitDue: true, absenceDay: 2 }],
  [
    'day 2, and contact was made',
    '2022-10-04',
    [...absent(on, '2022-10-04'), { type: 'callAttempt', at: `${on}T09:20`, reached: true }],
    { homeVisitDue: false },
  ],
  [
    'a reason before the call',
    `${on}T09:20`,
    [...absent(on), { type: 'parentReport', at: `${on}T08:40`, reason: 'illness' }],
    { phoneParent: false },
  ],
  [
    'after a visit without contact, with a concern',
    `${on}T14:00`,
    [
      ...absent(on),
      { type: 'safeguardingConcern', at: `${on}T09:30` },
      { type: 'homeVisit', at: `${on}T11:00`, contact: false },
    ],
    { socialCareDirectReferralMay: true, safeAndWellCheckMay: true },
  ],
  [
    'a weekend adds no day',
    '2022-10-10',
    absent('2022-10-07', '2022-10-10'),
    { absenceDay: 2, homeVisitDue: true, informSocialWorker: false },
  ],
])('%s', (_name, asOf, events, expected) => {
  expect(wrong('followUpToday', { asOf, events }, expected)).toEqual([]);
});

test.each([
  [1, false],
  [2, true],
])('%d emergency numbers', (emergencyContacts, contactNumbersSufficient) => {
  expect(wrong('followUpToday', { pupil: { emergencyContacts } }, { contactNumbersSufficient })).toEqual([]);
});

const mondays = ['2022-09-12', '2022-09-19', '2022-09-26', on, '2022-10-10'];
const halves = {
  start: '2022-09-05',
  end: '2022-12-16',
  halfTerms: [
    { name: 'one', from: '2022-09-05', to: '2022-10-21' },
    { name: 'two', from: '2022-10-31', to: '2022-12-16' },
  ],
  closures: [{ from: '2022-10-24', to: '2022-10-28' }],
};

test.each<[string, string, readonly string[], Fields]>([
  ['four U', on, mondays.slice(0, 4), { uThisHalfTerm: 4, letterDue: false }],
  ['a new half term counts anew', '2022-11-07', [...mondays, '2022-11-07'], { uThisHalfTerm: 1, letterDue: false }],
  [
    'five again in the next half term',
    '2022-12-05',
    [...mondays, '2022-11-07', '2022-11-14', '2022-11-21', '2022-11-28', '2022-12-05'],
    { uThisHalfTerm: 5, letterDue: true },
  ],
])('lateness: %s', (_name, asOf, dates, expected) => {
  const events = [{ type: 'letterSent', template: 'lateness-warning', at: '2022-10-10' }].filter(({ at }) => at < asOf);
  const marks = [present(asOf), ...late(...dates)];
  expect(wrong('latenessWarningLetter', { asOf, events, marks, calendar: halves }, expected)).toEqual([]);
});

test.each<[string, string, readonly Fields[], Fields]>([
  ['inside the four weeks', '2022-10-28', [], { stage: 1, reviewPeriodEnded: false }],
  [
    'an outcome before the four weeks are over counts for nothing',
    '2022-10-28',
    [{ type: 'reviewOutcome', at: '2022-10-28', stage: 1, improved: false }],
    { stage: 1 },
  ],
  [
    'an improvement',
    '2022-11-07',
    [{ type: 'reviewOutcome', at: '2022-11-07', stage: 1, improved: true }],
    { reviewPeriodEnded: true, stage2Required: false },
  ],
  [
    'exceptional circumstances',
    '2022-11-07',
    [
      { type: 'absenceCause', value: 'exceptional circumstances', at: '2022-09-30' },
      { type: 'reviewOutcome', at: '2022-11-07', stage: 1, improved: false },
    ],
    { stage: 1, mode: 'supportive monitoring', socialCareReferralThresholdMet: false },
  ],
  [
    'four weeks of the plan',
    '2022-12-12',
    [
      { type: 'reviewOutcome', at: '2022-11-07', stage: 1, improved: false },
      { type: 'stage2Meeting', at: '2022-11-11', planAgreed: true },
    ],
    { stage: 2, reviewPeriodEnds: '2022-12-09', reviewPeriodEnded: true },
  ],
])('after the Stage 1 meeting: %s', (_name, asOf, events, expected) => {
  const meeting = { type: 'stage1Meeting', at: '2022-10-07' };
  expect(wrong('ladderAfterReview', { asOf, events: [meeting, ...events] }, expected)).toEqual([]);
});

test.each<[string, Fields]>([
  ['2023-01-29', { perParentPerChild: 60, total: 240, magistratesCourt: false }],
  ['2023-01-31', { perParentPerChild: 120, total: 480 }],
  ['2023-02-05', { perParentPerChild: 120, total: 480, magistratesCourt: false }],
  ['2023-02-07', { magistratesCourt: true }],
])('two parents and two children, paying on %s a notice received on 9 January', (asOf, expected) => {
  const pupil = { parents: ['mother', 'father'], childrenOnNotice: ['A', 'B'] };
  const events = [{ type: 'penaltyNoticeReceived', at: '2023-01-09' }];
  expect(wrong('penaltyAmountDue', { asOf, pupil, events, calendar: null }, expected)).toEqual([]);
});

const request = { type: 'leaveRequest', at: '2022-12-12', from: '2023-02-06', to: '2023-02-10', purpose: 'holiday' };
const refused = { type: 'leaveDecision', at: '2023-01-09', granted: false };

test.each<[string, string, readonly Fields[], Fields]>([
  [
    'asked 28 days before',
    on,
    [{ ...request, at: on, from: '2022-10-31', to: '2022-11-04' }],
    { noticeDays: 28, inTime: true, recognisedExceptionalCategory: false },
  ],
  ['two weeks after the decision', '2023-01-23', [request, refused], { decisionLetterOverdue: false, approved: false }],
  ['a day later', '2023-01-24', [request, refused], { decisionLetterOverdue: true }],
  [
    'the letter was sent',
    '2023-01-24',
    [request, refused, { type: 'letterSent', template: 'leave-decision', at: '2023-01-20' }],
    { decisionLetterOverdue: false },
  ],
])('leave: %s', (_name, asOf, events, expected) => {
  expect(wrong('leaveRequest', { asOf, events }, expected)).toEqual([]);
});

test('whether the family is in crisis is asked of the purpose, and the Headteacher decides', () => {
  const events = [{ ...request, purpose: 'a terminal illness in the immediate family' }];
  const expected = { recognisedExceptionalCategory: true, decidedBy: 'Headteacher' };
  expect(wrong('leaveRequest', { asOf: '2022-12-12', events }, expected)).toEqual([]);
});

test.each<[string, Fields, Fields]>([
  ['2022-12-31', { dob: '2017-12-31' }, { compulsorySchoolAge: true, csaFrom: '2022-12-31', summerBorn: false }],
  ['2023-04-01', { dob: '2018-04-01' }, { compulsorySchoolAge: false, csaFrom: '2023-08-31', summerBorn: true }],
])('of compulsory school age on %s', (asOf, pupil, expected) => {
  expect(wrong('compulsorySchoolAge', { asOf, pupil, calendar: null }, expected)).toEqual([]);
});

test('ten sessions make a notice available, eight do not', () => {
  const holiday = (to: string) => [present(to), { from: '2022-09-12', to, am: 'G', pm: 'G' }];
  const available = (asOf: string, penaltyNoticeAvailable: boolean) =>
    wrong('penaltyNoticeAvailable', { asOf, marks: holiday(asOf) }, { penaltyNoticeAvailable });
  expect(available('2022-09-16', true)).toEqual([]);
  expect(available('2022-09-15', false)).toEqual([]);
});

test('classes that tie are all the best of their phase', () => {
  const events = ['1A', '1B'].map((name) => ({
    type: 'classWeek',
    class: name,
    phase: 'KS1',
    possible: 200,
    attended: 192,
  }));
  const expected = { highestInPhase: { KS1: ['1A', '1B'] }, metTarget: [] };
  expect(wrong('weeklyClassRecognition', { events, pupil: {} }, expected)).toEqual([]);
});

test.each<[string, readonly Fields[], Fields]>([
  [
    'support is engaged with and does not work',
    [{ type: 'voluntarySupport', offered: true, engagedWith: true }, { type: 'supportNotWorking' }],
    { formaliseGuardMet: true, explainConsequences: true },
  ],
  [
    'support is not engaged with',
    [{ type: 'voluntarySupport', offered: true, engagedWith: false }],
    { formaliseGuardMet: true, explainConsequences: true },
  ],
])('formalise: %s', (_name, events, expected) => {
  const persists = { type: 'absencePersists', value: true };
  expect(wrong('formalise', { events: [persists, ...events] }, expected)).toEqual([]);
  expect(wrong('formalise', { events }, { formaliseGuardMet: false, explainConsequences: false })).toEqual([]);
});

test('enforcement asks for all three', () => {
  const exhausted = { type: 'allOtherAvenuesExhausted', value: true };
  const events = (engaged: boolean) => [
    exhausted,
    { type: 'supportNotWorking', value: true },
    { type: 'supportNotEngagedWith', value: !engaged },
  ];
  expect(wrong('enforce', { events: events(false) }, { enforce: true })).toEqual([]);
  expect(wrong('enforce', { events: events(true) }, { enforce: false })).toEqual([]);
});
