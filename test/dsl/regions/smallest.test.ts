import { describe, expect, test } from 'vitest';
import { compileCondition } from '../../../dsl/compile/compile-condition.ts';
import { compilePolicy } from '../../../dsl/compile/compile.ts';
import type { PupilCase } from '../../../dsl/compile/timeline.ts';
import { timeline } from '../../../dsl/compile/timeline.ts';
import { NO, YES } from '../../../dsl/compile/truth.ts';
import { compareConditions } from '../../../dsl/regions/compare-conditions.ts';
import { addDays, isoDay, weekdayOf } from '../../../register/day.ts';
import { pupilRegister } from '../../../register/pupil-register.ts';
import { schoolCalendar } from '../../../register/school-calendar.ts';
import { codes as codeTable } from '../../support/code-table.ts';
import { codes, policyOf } from './compared.ts';

/** Four school days, eight sessions: two of one half term, and after a week’s holiday two of the next. */
const first = isoDay('2024-09-05');
const last = addDays(first, 12);
const calendar = schoolCalendar('tiny', [
  {
    from: first,
    to: last,
    terms: [{ name: 'Term', from: first, to: last }],
    halfTerms: [
      { name: 'First', from: first, to: addDays(first, 1) },
      { name: 'Second', from: addDays(first, 11), to: last },
    ],
    closures: [],
  },
]);
/** Absent without leave, present; and absent with leave, or, where shares are asked, at another school: no possible session. */
const lettersOf = (text: string): readonly string[] => ['O', '/', text.includes('"rate"') ? 'D' : 'S'];

const daysAsked = Array.from({ length: 13 }, (_, index) => addDays(first, index)).filter((day) => weekdayOf(day) < 7);

const left = 'left is ';
const pairs = [
  ['at least 2 unauthorised sessions this half term', 'at least 2 unauthorised sessions this term'],
  ['at least 3 unauthorised sessions this term', 'at least 2 absent sessions this half term'],
  [
    'at least 2 unauthorised sessions in a rolling 1 calendar weeks',
    'at least 2 unauthorised sessions in a rolling 2 school weeks',
  ],
  ['absence this term at least 25%', 'absence this half term at least 50%'],
  ['attendance this term below 60%', 'absence this term at least 40%'],
  [
    'at least 3 unauthorised sessions this term and attendance this half term below 80%',
    'at least 3 unauthorised sessions this term',
  ],
  ['at least 1 unauthorised school day this term', 'at least 2 unauthorised sessions this term'],
  [
    'at least 2 school days in a row in which some session is unauthorised',
    'at least 3 unauthorised sessions this term',
  ],
  ['at least 2 unauthorised school days in a row', 'at least 4 unauthorised sessions in a rolling 3 school days'],
  ['at least 2 unauthorised sessions in a row', 'at least 1 unauthorised school day this term'],
  ['exactly 2 absent sessions last half term', 'at least 3 absent sessions this term'],
  ['not at least 2 absent sessions this half term', 'fewer than 2 unauthorised sessions this half term'],
] as const;

describe('over four school days, every register tried by the evaluator', () => {
  test.each(pairs)('%s, beside %s', (one, other) => {
    const policy = policyOf(one, `threshold ${left}${other}`);
    const conditions = ['level', 'left'].map((name) => policy.thresholds.find((each) => each.name === name)!.condition);
    const [first, second] = conditions.map((condition) => ({ condition, policy, codes }));
    const found = compareConditions(first!, second!, { day: isoDay('2024-09-05'), over: [{ calendar }] });
    const tried = tryAll(policy, conditions);
    expect('onlyLeft' in found ? found.onlyLeft.sessions : undefined).toBe(tried.onlyLeft);
    expect('onlyRight' in found ? found.onlyRight.sessions : undefined).toBe(tried.onlyRight);
  });
});

/** The fewest sessions marked with something counted on which one condition surely holds and the other surely does not. */
function tryAll(policy: ReturnType<typeof policyOf>, conditions: readonly Parameters<typeof compileCondition>[1][]) {
  const { classes, layers } = compilePolicy(policy);
  const [one, other] = conditions.map((condition) => compileCondition(layers[0]!.context, condition));
  const text = JSON.stringify(conditions);
  const letters = lettersOf(text);
  const counted = letters.filter((letter) => isCounted(text, letter));
  const least: { onlyLeft: number | undefined; onlyRight: number | undefined } = {
    onlyLeft: undefined,
    onlyRight: undefined,
  };
  for (let number = 0; number < letters.length ** 8; number++) {
    const marks = Array.from(
      { length: 8 },
      (_, at) => letters[Math.floor(number / letters.length ** at) % letters.length]!,
    );
    const size = marks.filter((letter) => counted.includes(letter)).length;
    if (size >= Math.max(least.onlyLeft ?? 9, least.onlyRight ?? 9)) continue;
    const about = caseOf(marks);
    for (const day of daysAsked) {
      const line = timeline(about, day, classes);
      const [a, b] = [one!.holds(line, day), other!.holds(line, day)];
      if (a === YES && b === NO) least.onlyLeft = Math.min(least.onlyLeft ?? size, size);
      if (a === NO && b === YES) least.onlyRight = Math.min(least.onlyRight ?? size, size);
    }
  }
  return least;
}

function caseOf(marks: readonly string[]): PupilCase {
  const onRoll = { onRollFrom: undefined, onRollTo: undefined };
  const placed = marks.map((code, at) => ({
    session: { day: calendar.schoolDays[at >> 1]!, half: at % 2 === 0 ? ('AM' as const) : ('PM' as const) },
    code,
  }));
  return {
    school: 'tiny',
    schoolFacts: {},
    pupil: 'tiny',
    pupilFacts: {},
    dateOfBirth: undefined,
    onRoll,
    register: pupilRegister(calendar, codeTable, onRoll, placed),
    log: { entries: [] },
    registerTo: { day: calendar.schoolDays[3]!, half: 'PM' },
  };
}

/** Whether the conditions look at the letter at all. */
function isCounted(text: string, letter: string): boolean {
  if (text.includes('"rate"')) return letter !== 'D';
  return letter === 'O' || (letter === 'S' && text.includes('"absent"'));
}
