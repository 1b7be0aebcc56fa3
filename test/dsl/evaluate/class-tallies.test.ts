import { expect, test } from 'vitest';
import { classRewardsAt } from '../../../dsl/evaluate/class-tallies.ts';
import type { ClassMember } from '../../../dsl/evaluate/class-tallies.ts';
import { isoDay } from '../../../register/day.ts';
import { pupilRegister } from '../../../register/pupil-register.ts';
import { schoolCalendar } from '../../../register/school-calendar.ts';
import type { SchoolPhase } from '../../../register/school-calendar.ts';
import { codes } from '../../support/code-table.ts';
import { compiled, year } from '../../support/evaluate-policy.ts';
import { marks } from '../../support/marks.ts';

const bestOfWeek =
  'reward best each school week to the class in each phase with the highest attendance this school week';
const phases = [
  { name: 'Infants', yearGroups: ['1', '2'] },
  { name: 'Juniors', yearGroups: ['Year 3', '4'] },
];
const full = '/\\ /\\ /\\ /\\ /\\';

interface Roll {
  /** Class and year group, and the marks of a pupil of it from Monday 13 November 2023. */
  readonly pupils: readonly (readonly [of: string, yearGroup: string, marks: string])[];
  readonly asAt?: string;
  readonly registerTo?: string;
  readonly phases?: readonly SchoolPhase[] | undefined;
}

/** `27 Nov: 1A (Infants) 90; needs …`, a line for each reward and period. */
function told(reward: string, { pupils, asAt = '2023-11-17', registerTo = asAt, ...of }: Roll): readonly string[] {
  const known = 'phases' in of ? of.phases : phases;
  const calendar = schoolCalendar('test', [
    { ...year('2023-09-04', '2024-07-19'), ...(known ? { phases: known } : {}) },
  ]);
  const onRoll = { onRollFrom: undefined, onRollTo: undefined };
  const members = pupils.map(([name, yearGroup, printed]): ClassMember => ({
    class: name,
    yearGroup,
    onRoll,
    register: pupilRegister(calendar, codes, onRoll, marks(isoDay('2023-11-13'), printed)),
  }));
  const registers = { calendar, pupils: members, registerTo: { day: isoDay(registerTo), half: 'PM' } as const };
  return classRewardsAt(compiled(reward), registers, isoDay(asAt)).map(({ period, state, classes, needs }) => {
    const given = classes.map(
      (each) => `${each.class}${each.phase === null ? '' : ` (${each.phase})`} ${each.attendance.shown}`,
    );
    return [
      period?.from ?? 'no period',
      state,
      ...given,
      ...needs.map((need) => ('what' in need ? `? ${need.what}` : need.kind)),
    ].join(', ');
  });
}

test('the pupils of a class together, the best of each phase, ties and all', () => {
  const pupils = [
    ['1A', '1', full],
    ['1A', '1', 'II II II II II'],
    ['2A', '2', 'I\\ II II II I\\'],
    ['2A', '2', '/\\ /\\ /\\ /\\ I\\'],
    ['3A', '3', full],
    ['4A', 'Y4', full],
    ['4B', '4', 'I\\ /\\ /\\ /\\ /\\'],
  ] as const;
  expect(told(bestOfWeek, { pupils })).toEqual([
    '2023-11-13, earned, 2A (Infants) 55, 3A (Juniors) 100, 4A (Juniors) 100',
  ]);
});

test.each([
  ['2023-11-16', '2023-11-16', 'so far'],
  ['2023-11-17', '2023-11-16', 'so far'],
  ['2023-11-17', '2023-11-17', 'earned'],
  ['2023-11-19', '2023-11-17', 'earned'],
])('a week asked about on %s, the register taken to %s: %s', (asAt, registerTo, state) => {
  expect(told(bestOfWeek, { pupils: [['1A', '1', full]], asAt, registerTo })).toEqual([
    `2023-11-13, ${state}, 1A (Infants) 100`,
  ]);
});

test('until a week is over, the one before stands beside it', () => {
  const pupils = [['1A', '1', `${full} II`]] as const;
  expect(told(bestOfWeek, { pupils, asAt: '2023-11-20' })).toEqual([
    '2023-11-13, earned, 1A (Infants) 100',
    '2023-11-20, so far, 1A (Infants) 0',
  ]);
});

test('a year has no other beside it, and a period without marks is not told', () => {
  const ofYear = 'reward treat each school year to the class with the highest attendance this school year';
  expect(told(ofYear, { pupils: [['1A', '1', full]] })).toEqual(['2023-09-04, so far, 1A (Infants) 100']);
  expect(told(ofYear, { pupils: [['1A', '1', '']] })).toEqual([]);
});

test('a term where the calendar has none', () => {
  const ofTerm = 'reward treat each term to classes with attendance this term at least 90%';
  expect(told(ofTerm, { pupils: [['1A', '1', full]] })).toEqual(['no period, so far, ? the school calendar’s terms']);
});

const three = [
  ['1A', '1', full],
  ['3A', '3', 'II /\\ /\\ /\\ /\\'],
  ['4A', '4', 'II II /\\ /\\ /\\'],
] as const;
const lists = ', as the school’s calendar lists the phases';

test('where no phase is known, only the best of all is surely the best of its phase', () => {
  expect(told(bestOfWeek, { pupils: three, phases: undefined })).toEqual([
    `2023-11-13, earned, 1A 100, ? the phase of 1A, 3A, 4A${lists}`,
  ]);
});

test('a class of year groups in two phases has none; those it cannot beat are told all the same', () => {
  const pupils = [...three, ['2/3', '2', 'I\\ /\\ /\\ /\\ /\\'], ['2/3', '3', full]] as const;
  expect(told(bestOfWeek, { pupils })).toEqual([`2023-11-13, earned, 1A (Infants) 100, ? the phase of 2/3${lists}`]);
});

test('a register not taken may decide it: then nobody is named', () => {
  const pupils = [
    ['1A', '1', 'I\\ /\\ /\\ /\\ /\\'],
    ['2A', '2', '/\\ .. /\\ /\\ /\\'],
    ['4A', '4', full],
  ] as const;
  expect(told(bestOfWeek, { pupils })).toEqual(['2023-11-13, earned, 4A (Juniors) 100, ? the marks not taken of 2A']);
  const target = 'reward good each school week to classes with attendance this school week at least 90%';
  expect(told(target, { pupils })).toEqual([
    '2023-11-13, earned, 1A (Infants) 90, 4A (Juniors) 100, ? the marks not taken of 2A',
  ]);
  const clear = [...pupils.slice(0, 1), ['2A', '2', 'I\\ .. I\\ /\\ I\\']] as const;
  expect(told(bestOfWeek, { pupils: clear })).toEqual(['2023-11-13, earned, 1A (Infants) 90']);
});

test('pupils of no class are left aside', () => {
  expect(
    told(bestOfWeek, {
      pupils: [
        ['', '1', full],
        ['1A', '1', 'II /\\ /\\ /\\ /\\'],
      ],
    }),
  ).toEqual(['2023-11-13, earned, 1A (Infants) 80']);
});
