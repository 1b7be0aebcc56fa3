import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PupilCase } from '../../../dsl/compile/timeline.ts';
import type { Finding } from '../../../dsl/evaluate/finding.ts';
import type { Day } from '../../../register/day.ts';
import { evaluate } from '../../../dsl/evaluate/evaluate.ts';
import { timeline } from '../../../dsl/compile/timeline.ts';
import { addDays, formatIsoDay, isoDay } from '../../../register/day.ts';
import { pupilRegister } from '../../../register/pupil-register.ts';
import { codes } from '../../support/code-table.ts';
import { calendarOf, compiled, year } from '../../support/evaluate-policy.ts';

// What must hold of every pupil, tried on a hundred made up from a fixed seed.
const runs = { numRuns: 100, seed: 20230904 };

const calendar = calendarOf(
  year('2023-09-04', '2023-12-20', {
    terms: ['2023-09-04 2023-12-20 autumn'],
    halfTerms: ['2023-09-04 2023-10-20 one', '2023-10-30 2023-12-20 two'],
    closures: ['2023-11-20 2023-11-21 flood'],
  }),
);
const last = isoDay('2023-12-20');

const policy = compiled(`judgement engaged by school
judgement improved by school
ladder map by days absent this school year {
  actions apply if not engaged
  stage everyone from 0 days absent
  stage concern  from 3 days absent { will send letter-one to parents }
  stage serious  from 6 days absent kept to the end of the half term { will send letter-two to parents }
}
ladder rates by attendance this half term {
  stage fine from 0%
  stage low below 95% kept to the end of the half term
}
ladder steps by steps {
  stage one entered when at least 4 unauthorised sessions in a rolling 3 school weeks {
    when improved { leaves }
  }
  stage two entered when at least 3 absent school days in a row { needs not engaged }
}
letter letter-one
letter letter-two
threshold lateness is at least 3 late sessions in a rolling 2 calendar weeks
threshold rate     is attendance this term below 92%
threshold run      is at least 2 absent school days in a row
threshold broken   is at least 2 school weeks this term in which some but not every school day is absent
threshold two-ways is at least 4 unauthorised sessions in a rolling 2 calendar weeks or perhaps in a rolling 2 school weeks
threshold reached  is run met this half term`);

const mark = fc.constantFrom('/', '/', '/', '/', '/', '/', 'O', 'I', 'L', 'U', 'X', 'N');
const marks = fc.array(mark, { minLength: calendar.schoolDays.length * 2, maxLength: calendar.schoolDays.length * 2 });
const asAt = fc
  .integer({ min: 10, max: last - isoDay('2023-09-04') })
  .map((days) => addDays(isoDay('2023-09-04'), days));
const judgements = fc.array(
  fc.record({
    name: fc.constantFrom('engaged', 'improved'),
    holds: fc.boolean(),
    day: fc.integer({ min: 0, max: 100 }),
  }),
  { maxLength: 4 },
);

function pupil(
  given: readonly string[],
  judged: readonly { name: string; holds: boolean; day: number }[],
  to: Day,
): PupilCase {
  const onRoll = { onRollFrom: isoDay('2023-09-04'), onRollTo: undefined };
  const laid = given.flatMap((code, index) => {
    const day = calendar.schoolDays[index >> 1]!;
    const half = index % 2 === 0 ? ('AM' as const) : ('PM' as const);
    return code === '' || day > to
      ? []
      : [{ session: { day, half }, code: code === '/' && half === 'PM' ? '\\' : code }];
  });
  const entries = judged.map((each, index) => ({
    kind: 'judgement' as const,
    id: String(index),
    day: addDays(isoDay('2023-09-04'), each.day),
    time: undefined,
    recordedAt: '',
    by: 'school',
    note: '',
    name: each.name,
    holds: each.holds,
  }));
  return {
    school: 'school',
    schoolFacts: {},
    pupil: 'pupil',
    pupilFacts: {},
    dateOfBirth: undefined,
    onRoll,
    register: pupilRegister(calendar, codes, onRoll, laid),
    log: { entries },
    registerTo: { day: to, half: 'PM' },
  };
}

/** Where the pupil stood at the end of a day, by a replay up to another. */
function stagesOn(about: PupilCase, upTo: Day, day: Day): readonly (string | undefined)[] {
  const days = timeline(about, upTo, policy.classes);
  return policy.layers[0]!.ladders.map(
    (ladder) => ladder.stages[ladder.track(days).at[day - days.joined]!]?.stage.name,
  );
}

const stages = (found: Finding) => found.ladders.map((ladder) => ladder.stage?.id);

test('what is said as at a day is what a later replay says of that day', () => {
  fc.assert(
    fc.property(marks, judgements, asAt, (given, judged, day) => {
      const whole = pupil(given, judged, last);
      expect(stagesOn(whole, last, day)).toEqual(stages(evaluate(policy, pupil(given, judged, day), day)));
    }),
    runs,
  );
});

test('the sessions listed add up to the count', () => {
  fc.assert(
    fc.property(marks, asAt, (given, day) => {
      const found = evaluate(policy, pupil(given, [], day), day);
      for (const reason of found.reasons) {
        if (reason.kind !== 'counted' || !/sessions|days/.test(reason.count.unit)) continue;
        const perUnit = /days/.test(reason.count.unit) ? 2 : 1;
        expect(reason.sessions.length / perUnit).toBe(Number(reason.count.shown));
      }
    }),
    runs,
  );
});

test('a session attended where one was missed never adds a day absent', () => {
  fc.assert(
    fc.property(marks, asAt, fc.nat(), (given, day, at) => {
      const better = given.with(at % given.length, '/');
      const count = (of: readonly string[]) =>
        Number(evaluate(policy, pupil(of, [], day), day).ladders[0]!.count!.shown);
      expect(count(better)).toBeLessThanOrEqual(count(given));
    }),
    runs,
  );
});

test('nothing is undetermined where no mark is missing and all is judged, but readings that part', () => {
  const all = [
    { name: 'engaged', holds: false, day: 0 },
    { name: 'improved', holds: false, day: 0 },
  ];
  fc.assert(
    fc.property(marks, asAt, (given, day) => {
      const found = evaluate(policy, pupil(given.with(0, '/'), all, day), day);
      // In the half term the rate begins with its first day; a run of X alone has no possible session.
      const open = found.undetermined.flatMap((each) => each.needs).filter((need) => need.kind !== 'reading');
      expect(open.filter((need) => need.kind !== 'possible sessions')).toEqual([]);
    }),
    runs,
  );
});

test('a mark taken away never turns yes into no, or no into yes', () => {
  fc.assert(
    fc.property(marks, asAt, fc.array(fc.nat(), { maxLength: 5 }), (given, day, lost) => {
      const fewer = lost.reduce<readonly string[]>((so, at) => so.with(at % so.length, ''), given);
      const before = evaluate(policy, pupil(given, [], day), day).thresholds;
      const after = evaluate(policy, pupil(fewer, [], day), day).thresholds;
      for (const [index, { id, met }] of after.entries()) {
        if (met !== 'undetermined') expect(`${id} ${before[index]!.met}`).toBe(`${id} ${met}`);
      }
    }),
    runs,
  );
});

test('the order in which marks are laid does not matter', () => {
  fc.assert(
    fc.property(marks, asAt, (given, day) => {
      const about = pupil(given, [], day);
      const turned = {
        ...about,
        register: pupilRegister(
          calendar,
          codes,
          about.onRoll,
          calendar.schoolDays
            .flatMap((each, index) =>
              [0, 1].map((half) => ({
                session: { day: each, half: half === 0 ? ('AM' as const) : ('PM' as const) },
                code: half === 1 && given[index * 2 + 1] === '/' ? '\\' : given[index * 2 + half]!,
              })),
            )
            .filter((each) => each.session.day <= day)
            .toReversed(),
        ),
      };
      expect(JSON.stringify(evaluate(policy, turned, day))).toBe(JSON.stringify(evaluate(policy, about, day)));
    }),
    runs,
  );
});

test('every stage has been reached since the day it says', () => {
  fc.assert(
    fc.property(marks, judgements, asAt, (given, judged, day) => {
      const about = pupil(given, judged, day);
      for (const [index, ladder] of evaluate(policy, about, day).ladders.entries()) {
        if (ladder.since === null) continue;
        const since = isoDay(ladder.since);
        expect(stagesOn(about, day, since)[index]).toBe(ladder.stage!.id);
        const before = addDays(since, -1);
        if (before >= isoDay('2023-09-04')) expect(stagesOn(about, day, before)[index]).not.toBe(ladder.stage!.id);
        expect(formatIsoDay(since) <= formatIsoDay(day)).toBe(true);
      }
    }),
    runs,
  );
});
