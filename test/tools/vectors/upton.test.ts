import { expect, test } from 'vitest';
import type { Fields } from '../../../cli/case-fields.ts';
import { packagedPolicies } from '../../../bot/packaged-policies.ts';
import { compilePolicy } from '../../../dsl/index.ts';
import { readVectors } from '../../../tools/vectors/vector.ts';
import { wrongWith } from '../../../tools/vectors/wrong-with.ts';

// Worked cases beside those of the cluster's own file: the other side of each boundary, and what the statement leaves open.

const policies = (await packagedPolicies()).policies;
const upton = compilePolicy(policies.get('upton')!);

interface Case {
  readonly fn: string;
  readonly expected: Fields;
  readonly asOf?: string;
  readonly pupil?: Fields;
  readonly events?: readonly Fields[];
  readonly calendar?: Fields | null;
  readonly marks?: readonly Fields[];
}

/** What keeps a case from being answered as expected; empty where it is. */
function wrong({ fn, expected, asOf = '2025-11-03', pupil = {}, events = [], calendar = null, marks = [] }: Case) {
  const vector = {
    id: 'case',
    school: 'upton-eip-cluster',
    asOf,
    calendar,
    pupil,
    marks,
    events,
    ask: { fn },
    expected,
  };
  return wrongWith(readVectors(JSON.stringify([vector]))[0]!, () => upton);
}

const eipSchools = ['School A', 'School B', 'School C'];

/** K1 of school A, with brothers and sisters in these schools. */
function family(...schools: readonly string[]): Fields {
  const siblings = schools.map((school, index) => ({ child: `K${index + 2}`, school }));
  return { eipSchools, child: 'K1', family: [{ child: 'K1', school: 'School A' }, ...siblings] };
}

const facilitate = { type: 'eipStep', value: 'facilitate support', child: 'K1' };

test.each<[string, Case]>([
  [
    'a sibling at a school outside the cluster',
    {
      fn: 'familyCoordination',
      pupil: family('School D'),
      events: [facilitate],
      expected: { familyInMultipleEipSchools: false, eipSchools: ['School A'], coordinate: false },
    },
  ],
  [
    'three schools',
    {
      fn: 'familyCoordination',
      pupil: family('School B', 'School C'),
      events: [facilitate],
      expected: { familyInMultipleEipSchools: true, eipSchools, coordinate: true },
    },
  ],
  [
    'no support arranged',
    {
      fn: 'familyCoordination',
      pupil: family('School B'),
      expected: { familyInMultipleEipSchools: true, coordinate: false },
    },
  ],
  [
    'support arranged for the sibling alone is for the family',
    {
      fn: 'familyCoordination',
      pupil: family('School B'),
      events: [{ ...facilitate, child: 'K2' }],
      expected: { coordinate: true },
    },
  ],
])('families: %s', (_, each) => {
  expect(wrong(each)).toEqual([]);
});

const persists = (value: boolean) => ({ type: 'absencePersists', value });
const support = (engagedWith: boolean, offered = true) => ({ type: 'voluntarySupport', offered, engagedWith });
const notFormalised = {
  formaliseGuardMet: false,
  explainConsequences: false,
  familyConsistencyTask: false,
  jointParentingContractMay: false,
};

test.each<[string, readonly Fields[], Fields]>([
  ['absence persists and support is engaged with', [persists(true), support(true)], notFormalised],
  ['absence does not persist', [persists(false), support(false)], notFormalised],
  ['nobody said that absence persists', [support(false)], notFormalised],
  ['support was never offered', [persists(true), support(false, false)], notFormalised],
  ['both limbs', [persists(true), support(false)], { formaliseGuardMet: true, explainConsequences: true }],
])('formalise: %s', (_, events, expected) => {
  expect(wrong({ fn: 'formalise', pupil: family('School B'), events, expected })).toEqual([]);
});

const limbs = (exhausted: boolean, isNotWorking: boolean, isNotEngaged: boolean): readonly Fields[] => [
  { type: 'allOtherAvenuesExhausted', value: exhausted },
  { type: 'supportNotWorking', value: isNotWorking },
  { type: 'supportNotEngagedWith', value: isNotEngaged },
];

test.each<[string, Fields, readonly Fields[], Fields]>([
  ['one school', family('School A'), limbs(true, true, true), { enforce: true, collaborative: false }],
  ['exhausted, and not working', family('School B'), limbs(true, true, false), { enforce: true, collaborative: true }],
  ['exhausted, and not engaged with', family(), limbs(true, false, true), { enforce: true, collaborative: false }],
])('enforce: %s', (_, pupil, events, expected) => {
  expect(wrong({ fn: 'enforce', pupil, events, expected })).toEqual([]);
});

test.each([
  ['exhausted alone', limbs(true, false, false)],
  ['not working alone', limbs(false, true, false)],
  ['not engaged with, and not working, other avenues open', limbs(false, true, true)],
])('enforce: %s is read two ways, and has no answer', (_, events) => {
  expect(wrong({ fn: 'enforce', pupil: family('School B'), events, expected: { enforce: true } })).toEqual([
    'enforce: expected true, answered nothing',
  ]);
});

test.each([
  [['disadvantaged'], ['socioeconomically disadvantaged']],
  [['SEND'], ['SEND']],
  [['lookedAfter'], ['known to social care']],
  [['childInNeed', 'previouslyLookedAfter'], ['known to social care']],
  [['youngCarer'], ['vulnerable']],
  [['protectedCharacteristic'], ['vulnerable']],
  [
    ['disadvantaged', 'SEND', 'childInNeed', 'youngCarer'],
    ['SEND', 'known to social care', 'socioeconomically disadvantaged', 'vulnerable'],
  ],
])('groups: %j', (flags, groups) => {
  expect(wrong({ fn: 'priorityGroups', pupil: { flags }, expected: { particularAttention: true, groups } })).toEqual(
    [],
  );
});

test('a flag that nobody knows is told, not left aside', () => {
  const expected = { particularAttention: false };
  expect(wrong({ fn: 'priorityGroups', pupil: { flags: ['tall'] }, expected })).toEqual([
    'no words for the flag “tall”',
  ]);
});

const classed = (value: string) => [{ type: 'classification', value }];
const none = { agreeActionPlan: false, additionalTargetedSupport: false, jointApproachWithLaRequired: false };

test.each<[string, readonly Fields[], Fields]>([
  ['nobody classed', [], { tier: 'PREVENTION', ...none }],
  ['all pupils', classed('all pupils'), { tier: 'PREVENTION', ...none }],
  ['at risk', classed('at risk of poor attendance'), { tier: 'EARLY INTERVENTION', ...none }],
  ['poor attendance', classed('poor attendance'), { tier: 'EARLY INTERVENTION', ...none, agreeActionPlan: true }],
  [
    'persistently absent',
    classed('persistently absent'),
    { tier: 'TARGETED', additionalTargetedSupport: true, jointApproachWithLaRequired: false },
  ],
  [
    'severely absent',
    classed('severely absent'),
    { tier: 'TARGETED', additionalTargetedSupport: true, jointApproachWithLaRequired: true },
  ],
])('tier: %s', (_, events, expected) => {
  expect(wrong({ fn: 'eipTier', pupil: { csa: true }, events, expected })).toEqual([]);
});

const year = { start: '2025-09-01', end: '2026-05-22', closures: [] };
const present = { from: '2025-09-01', to: '2026-05-22', am: '/', pm: '\\' };

test.each<[string, string, readonly Fields[], Fields]>([
  ['190 days', '2026-05-22', [present], { daysAttended: 190, full190: true }],
  ['a day before the last', '2026-05-21', [present], { daysAttended: 189, full190: false }],
  [
    'late is there',
    '2026-05-22',
    [present, { date: '2026-03-03', session: 'AM', code: 'L' }],
    { daysAttended: 190, full190: true },
  ],
  [
    'late after registers close is not',
    '2026-05-22',
    [present, { date: '2026-03-03', session: 'AM', code: 'U' }],
    { daysAttended: 189.5, full190: false },
  ],
])('the full year: %s', (_, asOf, marks, expected) => {
  expect(wrong({ fn: 'full190Days', asOf, calendar: year, marks, expected })).toEqual([]);
});

test.each([
  ['2026-08-31', 'not yet due'],
  ['2026-09-01', 'due'],
  ['2026-09-15', 'due'],
  ['2026-09-30', 'due'],
  ['2026-10-01', 'overdue'],
])('the review on %s is %s', (asOf, status) => {
  const events = [{ type: 'policyReviewed', value: false }];
  expect(wrong({ fn: 'policyReview', asOf, events, expected: { status } })).toEqual([]);
});

const autumn = { name: 'autumn', from: '2025-09-01', to: '2025-12-19' };
const attended = (at: string, school = 'School A') => ({ type: 'forumAttended', school, at });

test.each<[string, readonly Fields[], boolean]>([
  ['attended this term', [attended('2025-10-08')], true],
  ['attended on the term’s first day', [attended('2025-09-01')], true],
  ['attended on its last', [attended('2025-12-19')], true],
  ['never attended', [], false],
  ['attended by another school', [attended('2025-10-08', 'School B')], false],
])('the forum: %s', (_, events, met) => {
  const calendar = { start: '2025-09-01', end: '2025-12-19', terms: [autumn], closures: [] };
  const pupil = { school: 'School A' };
  expect(wrong({ fn: 'termlyForum', asOf: '2025-12-19', calendar, pupil, events, expected: { met } })).toEqual([]);
});

const decision = (child: string, school: string, granted: boolean, more: Fields = {}) => ({
  type: 'leaveDecision',
  child,
  school,
  granted,
  from: '2025-12-08',
  to: '2025-12-12',
  purpose: 'family event',
  ...more,
});

test.each<[string, readonly Fields[], boolean]>([
  ['granted and refused', [decision('K1', 'School A', true), decision('K2', 'School B', false)], true],
  ['granted at both', [decision('K1', 'School A', true), decision('K2', 'School B', true)], false],
  ['decided at one school alone', [decision('K1', 'School A', true)], false],
  [
    'other days',
    [decision('K1', 'School A', true), decision('K2', 'School B', false, { from: '2026-02-02', to: '2026-02-03' })],
    false,
  ],
  [
    'another purpose',
    [decision('K1', 'School A', true), decision('K2', 'School B', false, { purpose: 'holiday' })],
    false,
  ],
])('siblings: %s', (_, events, flagInconsistent) => {
  const pupil = family('School B');
  const expected = { flagInconsistent };
  expect(wrong({ fn: 'siblingConsistency', asOf: '2025-12-01', pupil, events, expected })).toEqual([]);
});

const four = ['disadvantage', 'SEND', 'looked after or previously looked after', 'vulnerable'];

test.each([
  [four, { complete: true, missing: [] }],
  [[], { complete: false, missing: four }],
  [['SEND'], { complete: false, missing: four.filter((each) => each !== 'SEND') }],
])('a review of the cluster broken down by %j', (breakdowns, expected) => {
  const events = [{ type: 'clusterReview', breakdowns }];
  expect(wrong({ fn: 'clusterReviewComplete', asOf: '2025-12-19', events, expected })).toEqual([]);
});

test.each([
  [{ csa: true }, true],
  [{}, true],
  [{ csa: false }, false],
])('the parents’ duty of %j', (pupil, csaDutyApplies) => {
  expect(wrong({ fn: 'attendanceDutyApplies', pupil, expected: { csaDutyApplies } })).toEqual([]);
});
